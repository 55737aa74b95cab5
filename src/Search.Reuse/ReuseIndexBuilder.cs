using System.IO.Hashing;
using System.Runtime.InteropServices;
using Search.Reuse.Prints;
using Search.Reuse.Storage;
using Search.Reuse.Words;

namespace Search.Reuse;

/// <summary>Collects the passages of documents and writes which of them share their words.</summary>
/// <param name="formulaPeriod">Within how many units of time several documents with the same words make a
/// formula of them: those of a year.</param>
/// <param name="memory">Bytes of memory that words and fingerprints may take; more of them wait in temporary files. Besides, a wording
/// takes some forty bytes, a passage eight.</param>
public sealed class ReuseIndexBuilder(int formulaPeriod, long memory = ReuseIndexBuilder.DefaultMemory) : IDisposable
{
    /// <summary>Enough for half a million clauses without temporary files.</summary>
    public const long DefaultMemory = 128L << 20;

    /// <summary>The parts of the memory: half for wordings, the others for their hashes, for passages, and twice for what is made of
    /// fingerprints.</summary>
    private const int Half = 2, Quarter = 4, Eighth = 8;

    /// <summary>Documents of one period with the same words that make a formula of them.</summary>
    private const int FormulaDocuments = 6;

    /// <summary>Nearly the same words as a formula, in hundredths.</summary>
    private const int FormulaPercent = 80;

    /// <summary>The same of a text of few words, of which "this issue" for "the matter" is a third.</summary>
    private const int ShortFormulaPercent = 70;

    /// <summary>Words of such a text.</summary>
    private const int ShortFormula = 10;

    /// <summary>Versions that are kept of one wording, the most similar ones.</summary>
    private const int MostSimilar = 200;

    private readonly Vocabulary _vocabulary = new();
    private readonly WordingTable _wordings = new(memory / Half);
    private readonly KeyTable _known = new(memory / Eighth);
    private readonly List<int> _orders = [];
    private readonly List<int> _starts = [];
    private readonly SpilledArray<int> _passages = new(memory / Eighth);
    private readonly List<byte> _kinds = [];
    private readonly List<int> _numbers = [];
    private readonly List<uint> _hashes = [];
    private ReuseIndex? _earlier;
    private SimilarLists? _similar;
    private int _firstNew;

    /// <summary>
    /// Continues where another builder ended: what is added follows what that one had, and what is written is what a
    /// builder writes to which all was added.
    /// </summary>
    /// <param name="formulaPeriod">The same as of the other builder.</param>
    /// <param name="index">What the other one wrote.</param>
    /// <param name="state">What it saved, or what one saved that wrote an index of the first of these documents.</param>
    /// <param name="passages">Gives the passages of a document by its index: of those with words that the state lacks. Null for one that
    /// is gone, which is to be removed: words that only it had are not known any more.</param>
    /// <param name="memory">As of a new builder.</param>
    /// <exception cref="InvalidDataException">The state is not of this index, or is damaged.</exception>
    public static ReuseIndexBuilder Continue(int formulaPeriod, ReuseIndex index, Stream state, Func<int, IReadOnlyList<string>?> passages,
        long memory = DefaultMemory)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(passages);
        var builder = new ReuseIndexBuilder(formulaPeriod, memory);
        try
        {
            ReuseBuilderState.Read(state, builder._vocabulary, builder._wordings, builder._known);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException("the state of a builder is damaged", e);
        }
        builder.Learn(index, passages);
        builder._kinds.Clear();
        builder._firstNew = builder._wordings.Count;
        for (var document = 0; document < index.DocumentCount; document++)
        {
            builder._orders.Add(index.Order(document));
            builder._starts.Add(index.Passages(document).First);
        }
        for (var passage = 0; passage < index.PassageCount; passage++) builder._passages.Add(index.Wording(passage));
        for (var wording = 0; wording < index.WordingCount; wording++)
            builder._kinds.Add((byte)(index.Kind(wording) & ~WordingKind.Formula));
        builder._earlier = index;
        return builder;
    }

    /// <summary>Adds the wordings that an index has beyond those that are here, in the order of their numbers.</summary>
    private void Learn(ReuseIndex index, Func<int, IReadOnlyList<string>?> passages)
    {
        if (_wordings.Count > index.WordingCount) throw new InvalidDataException("the state of a builder is of another index");
        var lacking = new string?[index.WordingCount - _wordings.Count];
        var before = _wordings.Count;
        for (var document = 0; document < index.DocumentCount; document++)
        {
            var (first, end) = index.Passages(document);
            IReadOnlyList<string>? texts = null;
            for (var passage = first; passage < end; passage++)
            {
                if (index.Wording(passage) - before is not (>= 0 and var place) || lacking[place] is not null) continue;
                texts ??= passages(document);
                if (texts is null) break;
                if (texts.Count != end - first) throw new InvalidDataException("a document has other passages than in the index");
                lacking[place] = texts[passage - first];
            }
        }
        foreach (var (place, text) in lacking.Index())
            if ((text is null ? Unknown() : WordingOf(text)) != before + place)
                throw new InvalidDataException("the state of a builder is of another index");
    }

    /// <summary>Adds a wording whose words are not known: no text has it any more.</summary>
    private int Unknown()
    {
        _wordings.Add([], []);
        _kinds.Add(0);
        return _known.NumberOf(UInt128.MaxValue - (uint)_known.Count);
    }

    /// <summary>How many documents were added.</summary>
    public int DocumentCount => _orders.Count;

    /// <summary>Saves what another builder needs beyond the index to continue; to be called before <see cref="Write"/>.</summary>
    public void Save(Stream to)
    {
        ArgumentNullException.ThrowIfNull(to);
        ReuseBuilderState.Write(to, _vocabulary, _wordings, _known);
    }

    /// <summary>Begins the next document.</summary>
    /// <param name="order">Its place in time, such as a day's number, from 1 up; 0 where it is not known.</param>
    public void AddDocument(int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        _orders.Add(order);
        _starts.Add(checked((int)_passages.Count));
    }

    /// <summary>Takes the words of a document away: its passages count as without words, and its place in time as not known. The others
    /// keep their numbers.</summary>
    public void Remove(int document)
    {
        _orders[document] = 0;
        var end = document + 1 < _starts.Count ? _starts[document + 1] : _passages.Count;
        for (long passage = _starts[document]; passage < end; passage++) _passages.Set(passage, [WordingOf("")]);
    }

    /// <summary>Adds the next passage of the document.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (_orders.Count == 0) throw new InvalidOperationException("A passage belongs to a document.");
        _passages.Add(WordingOf(text));
    }

    private int WordingOf(ReadOnlySpan<char> text)
    {
        var shape = new TextShape();
        _numbers.Clear();
        var words = new WordReader(text);
        while (words.Read())
        {
            _numbers.Add(_vocabulary.Number(words.Word));
            shape.Add(text[words.Start]);
        }
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        var wording = _known.NumberOf(XxHash128.HashToUInt128(MemoryMarshal.AsBytes(numbers)));
        if (wording == _wordings.Count)
        {
            _hashes.Clear();
            foreach (var number in numbers) _hashes.Add(_vocabulary.Hash(number));
            _wordings.Add(numbers, CollectionsMarshal.AsSpan(_hashes));
            _kinds.Add((byte)(shape.IsList ? WordingKind.List : WordingKind.None));
        }
        return wording;
    }

    /// <summary>Writes everything to a stream that can be read back and moved in.</summary>
    /// <param name="to">The stream.</param>
    /// <param name="isContinued">Whether more documents are added afterwards, and everything is written again; else the builder is of no
    /// use afterwards.</param>
    public void Write(Stream to, bool isContinued = false)
    {
        using var last = isContinued ? null : this;
        if (!isContinued) _known.Dispose();
        var (starts, passages) = ByWording();
        using var prints = new PrintTable(_wordings.Prints, memory / Quarter);
        var similar = ContinueSimilar();
        SimilarWordings.Find(_wordings, prints, _firstNew, similar);
        if (isContinued) prints.Restore();
        else _wordings.ReleaseWords();
        similar.Complete();
        MarkFormulas(starts, passages, similar);
        var file = new ReuseFileWriter(to);
        file.Column(ReuseColumn.DocumentOrders, CollectionsMarshal.AsSpan(_orders));
        file.Column(ReuseColumn.DocumentStarts, [.. _starts, (int)_passages.Count]);
        file.Column(ReuseColumn.PassageWordings, _passages.All());
        file.Column(ReuseColumn.WordingStarts, starts);
        file.Column(ReuseColumn.WordingPassages, passages);
        file.Column(ReuseColumn.WordingLengths, _wordings.Lengths());
        file.Column(ReuseColumn.WordingKinds, _kinds.Select(k => (int)k));
        file.Column(ReuseColumn.SimilarStarts, similar.Starts);
        file.Column(ReuseColumn.SimilarWordings, similar.Wordings.All());
        file.Column(ReuseColumn.SimilarPercents, similar.Percents.All().Select(p => (int)p));
        var beginnings = prints.Beginnings;
        var (printStarts, largestRest, largestWording) = PrintStarts(prints, starts);
        file.Column(ReuseColumn.PrintStarts, printStarts);
        var inOrder = prints.ForLookup(_wordings, starts);
        file.Column(ReuseColumn.PrintRests, inOrder.Select(p => beginnings.Split(p.Print).Remainder), largestRest);
        file.Column(ReuseColumn.PrintWordings, inOrder.Select(p => p.Wording), largestWording);
        file.Finish();
        if (!isContinued) return;
        _firstNew = _wordings.Count;
        foreach (ref var kind in CollectionsMarshal.AsSpan(_kinds)) kind &= unchecked((byte)~WordingKind.Formula);
    }

    /// <summary>Removes the temporary files.</summary>
    public void Dispose()
    {
        _wordings.Dispose();
        _known.Dispose();
        _passages.Dispose();
        _similar?.Dispose();
    }

    /// <summary>New lists of versions, with those that the index or the lists before have.</summary>
    private SimilarLists ContinueSimilar()
    {
        var (earlier, index) = (_similar, _earlier);
        var similar = new SimilarLists(_wordings.Count, MostSimilar, memory / Eighth);
        (_similar, _earlier) = (similar, null);
        using (earlier)
            for (var wording = 0; wording < _firstNew; wording++)
                foreach (var (version, percent) in earlier?.Of(wording) ?? index!.Similar(wording)) similar.Add(wording, version, percent);
        return similar;
    }

    /// <summary>Where the fingerprints with each beginning begin, and the end; and the largest of their rests and of their
    /// wordings.</summary>
    private (int[] Starts, int LargestRest, int LargestWording) PrintStarts(PrintTable prints, int[] passages)
    {
        var beginnings = prints.Beginnings;
        var starts = new int[beginnings.Count + 1];
        var (largestRest, largestWording) = (0, 0);
        foreach (var (print, wording) in prints.ForLookup(_wordings, passages))
        {
            var (beginning, rest) = beginnings.Split(print);
            starts[beginning + 1]++;
            (largestRest, largestWording) = (Math.Max(largestRest, rest), Math.Max(largestWording, wording));
        }
        for (var b = 0; b < beginnings.Count; b++) starts[b + 1] += starts[b];
        return (starts, largestRest, largestWording);
    }

    /// <summary>The passages of each wording in order of time, those of unknown time last.</summary>
    private (int[] Starts, int[] Passages) ByWording()
    {
        var starts = new int[_wordings.Count + 1];
        foreach (var wording in _passages.All()) starts[wording + 1]++;
        for (var w = 0; w < _wordings.Count; w++) starts[w + 1] += starts[w];
        var next = starts.AsSpan(0, _wordings.Count).ToArray();
        var passages = new int[_passages.Count];
        foreach (var document in Enumerable.Range(0, _orders.Count).OrderBy(d => _orders[d] == 0 ? int.MaxValue : _orders[d])
            .ThenBy(d => d))
            for (var p = _starts[document]; p < (document + 1 < _starts.Count ? _starts[document + 1] : passages.Length); p++)
                passages[next[_passages[p]]++] = p;
        return (starts, passages);
    }

    private void MarkFormulas(int[] starts, int[] passages, SimilarLists similar)
    {
        var formulas = new bool[_wordings.Count];
        for (var w = 0; w < formulas.Length; w++)
            if (starts[w + 1] - starts[w] >= FormulaDocuments) formulas[w] = IsFormula(passages.AsSpan(starts[w]..starts[w + 1]));
        for (var w = 0; w < formulas.Length; w++)
        {
            var isFormula = formulas[w];
            var least = _wordings.Length(w) <= ShortFormula ? ShortFormulaPercent : FormulaPercent;
            for (var s = similar.Starts[w]; s < similar.Starts[w + 1]
                && similar.Percents[s] >= least; s++)
                isFormula |= formulas[similar.Wordings[s]];
            if (isFormula) _kinds[w] |= (byte)WordingKind.Formula;
        }
    }

    /// <summary>Whether that many documents of one period have a wording, of which the passages are given in order of time.</summary>
    private bool IsFormula(ReadOnlySpan<int> passages)
    {
        Span<int> latest = stackalloc int[FormulaDocuments]; // the orders of the last documents
        var (documents, last) = (0, -1);
        foreach (var passage in passages)
        {
            var d = DocumentOf(passage);
            if (d == last) continue;
            last = d;
            var order = _orders[d];
            if (order == 0) break;
            latest[documents % FormulaDocuments] = order;
            documents++;
            if (documents >= FormulaDocuments && order - latest[documents % FormulaDocuments] <= formulaPeriod) return true;
        }
        return false;
    }

    private int DocumentOf(int passage)
    {
        var found = _starts.BinarySearch(passage);
        if (found < 0) return ~found - 1;
        while (found + 1 < _starts.Count && _starts[found + 1] == passage) found++; // those before it have no passages
        return found;
    }
}
