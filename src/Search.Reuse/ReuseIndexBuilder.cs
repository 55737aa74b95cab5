using System.IO.Hashing;
using System.Runtime.InteropServices;
using Search.Reuse.Prints;
using Search.Reuse.Storage;
using Search.Reuse.Words;

namespace Search.Reuse;

/// <summary>Collects the passages of documents and writes which of them share their words.</summary>
/// <param name="formulaPeriod">Within how many units of time several documents with the same words make a
/// formula of them: those of a year.</param>
public sealed class ReuseIndexBuilder(int formulaPeriod)
{
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
    private readonly WordingTable _wordings = new();
    private readonly Dictionary<UInt128, int> _known = [];
    private readonly List<int> _orders = [];
    private readonly List<int> _starts = [];
    private readonly List<int> _passages = [];
    private readonly List<int> _kinds = [];
    private readonly List<int> _numbers = [];
    private readonly List<uint> _hashes = [];
    private SimilarLists _earlier = SimilarLists.None;
    private int _firstNew;

    /// <summary>
    /// Continues where another builder ended: what is added follows what that one had, and what is written is what a
    /// builder writes to which all was added.
    /// </summary>
    /// <param name="formulaPeriod">The same as of the other builder.</param>
    /// <param name="index">What the other one wrote.</param>
    /// <param name="state">What it saved.</param>
    /// <exception cref="InvalidDataException">The state is not of this index, or is damaged.</exception>
    public static ReuseIndexBuilder Continue(int formulaPeriod, ReuseIndex index, Stream state)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(state);
        var builder = new ReuseIndexBuilder(formulaPeriod);
        try
        {
            foreach (var key in ReuseBuilderState.Read(state, builder._vocabulary, builder._wordings))
                builder._known.Add(key, builder._known.Count);
        }
        catch (Exception e) when (e is EndOfStreamException or ArgumentException)
        {
            throw new InvalidDataException("the state of a builder is damaged", e);
        }
        builder._firstNew = builder._wordings.Count;
        if (builder._firstNew != index.WordingCount) throw new InvalidDataException("the state of a builder is of another index");
        for (var document = 0; document < index.DocumentCount; document++)
        {
            builder._orders.Add(index.Order(document));
            builder._starts.Add(index.Passages(document).First);
        }
        for (var passage = 0; passage < index.PassageCount; passage++) builder._passages.Add(index.Wording(passage));
        for (var wording = 0; wording < index.WordingCount; wording++)
            builder._kinds.Add((int)(index.Kind(wording) & ~WordingKind.Formula));
        builder._earlier = index.SimilarLists();
        return builder;
    }

    /// <summary>How many documents were added.</summary>
    public int DocumentCount => _orders.Count;

    /// <summary>Saves what another builder needs beyond the index to continue; to be called before <see cref="Write"/>.</summary>
    public void Save(Stream to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var keys = new UInt128[_wordings.Count];
        foreach (var (key, wording) in _known) keys[wording] = key;
        ReuseBuilderState.Write(to, _vocabulary, _wordings, keys);
    }

    /// <summary>Begins the next document.</summary>
    /// <param name="order">Its place in time, such as a day's number, from 1 up; 0 where it is not known.</param>
    public void AddDocument(int order)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(order);
        _orders.Add(order);
        _starts.Add(_passages.Count);
    }

    /// <summary>Adds the next passage of the document.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (_orders.Count == 0) throw new InvalidOperationException("A passage belongs to a document.");
        var shape = new TextShape();
        _numbers.Clear();
        var words = new WordReader(text);
        while (words.Read())
        {
            _numbers.Add(_vocabulary.Number(words.Word));
            shape.Add(text[words.Start]);
        }
        var numbers = CollectionsMarshal.AsSpan(_numbers);
        ref var wording = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, XxHash128.HashToUInt128(MemoryMarshal.AsBytes(numbers)),
            out var known);
        if (!known)
        {
            wording = _wordings.Count;
            _hashes.Clear();
            foreach (var number in numbers) _hashes.Add(_vocabulary.Hash(number));
            _wordings.Add(numbers, CollectionsMarshal.AsSpan(_hashes));
            _kinds.Add((int)(shape.IsList ? WordingKind.List : WordingKind.None));
        }
        _passages.Add(wording);
    }

    /// <summary>Writes everything to a stream that can be read back and moved in; the builder is of no use afterwards.</summary>
    public void Write(Stream to)
    {
        _known.Clear();
        _known.TrimExcess();
        var (starts, passages) = ByWording();
        var prints = new PrintTable(_wordings.Prints);
        var pairs = SimilarWordings.Find(_wordings, prints, _firstNew);
        _wordings.ReleaseWords();
        var similar = SimilarLists.Of(pairs, _earlier, _wordings.Count, MostSimilar);
        MarkFormulas(starts, passages, similar);
        var file = new ReuseFileWriter(to);
        file.Column(ReuseColumn.DocumentOrders, CollectionsMarshal.AsSpan(_orders));
        file.Column(ReuseColumn.DocumentStarts, [.. _starts, _passages.Count]);
        file.Column(ReuseColumn.PassageWordings, CollectionsMarshal.AsSpan(_passages));
        file.Column(ReuseColumn.WordingStarts, starts);
        file.Column(ReuseColumn.WordingPassages, passages);
        file.Column(ReuseColumn.WordingLengths, _wordings.Lengths());
        file.Column(ReuseColumn.WordingKinds, CollectionsMarshal.AsSpan(_kinds));
        file.Column(ReuseColumn.SimilarStarts, similar.Starts);
        file.Column(ReuseColumn.SimilarWordings, similar.Wordings);
        file.Column(ReuseColumn.SimilarPercents, similar.Percents);
        var (beginnings, rests, holders) = prints.ForLookup(_wordings);
        file.Column(ReuseColumn.PrintStarts, beginnings);
        file.Column(ReuseColumn.PrintRests, rests);
        file.Column(ReuseColumn.PrintWordings, holders.Span);
        file.Finish();
    }

    /// <summary>The passages of each wording in order of time, those of unknown time last.</summary>
    private (int[] Starts, int[] Passages) ByWording()
    {
        var starts = new int[_wordings.Count + 1];
        foreach (var wording in _passages) starts[wording + 1]++;
        for (var w = 0; w < _wordings.Count; w++) starts[w + 1] += starts[w];
        var next = starts.AsSpan(0, _wordings.Count).ToArray();
        var passages = new int[_passages.Count];
        foreach (var document in Enumerable.Range(0, _orders.Count).OrderBy(d => _orders[d] == 0 ? int.MaxValue : _orders[d])
            .ThenBy(d => d))
            for (var p = _starts[document]; p < (document + 1 < _starts.Count ? _starts[document + 1] : _passages.Count); p++)
                passages[next[_passages[p]]++] = p;
        return (starts, passages);
    }

    private void MarkFormulas(int[] starts, int[] passages, SimilarLists similar)
    {
        var document = new int[_passages.Count];
        for (var d = 0; d < _starts.Count; d++)
            document.AsSpan(_starts[d]..(d + 1 < _starts.Count ? _starts[d + 1] : _passages.Count)).Fill(d);
        var formulas = new bool[_wordings.Count];
        for (var w = 0; w < formulas.Length; w++) formulas[w] = IsFormula(passages.AsSpan(starts[w]..starts[w + 1]), document);
        for (var w = 0; w < formulas.Length; w++)
        {
            var isFormula = formulas[w];
            var least = _wordings.Length(w) <= ShortFormula ? ShortFormulaPercent : FormulaPercent;
            for (var s = similar.Starts[w]; s < similar.Starts[w + 1]
                && similar.Percents[s] >= least; s++)
                isFormula |= formulas[similar.Wordings[s]];
            if (isFormula) _kinds[w] |= (int)WordingKind.Formula;
        }
    }

    /// <summary>Whether that many documents of one period have a wording, of which the passages are given in order of time.</summary>
    private bool IsFormula(ReadOnlySpan<int> passages, int[] document)
    {
        Span<int> latest = stackalloc int[FormulaDocuments]; // the orders of the last documents
        var (documents, last) = (0, -1);
        foreach (var passage in passages)
        {
            var d = document[passage];
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
}
