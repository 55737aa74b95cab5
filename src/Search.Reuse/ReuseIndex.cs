using Search.Reuse.Prints;
using Search.Reuse.Storage;
using Search.Reuse.Words;

namespace Search.Reuse;

/// <summary>A version of a wording.</summary>
/// <param name="Wording">Its number.</param>
/// <param name="Percent">The overlap in hundredths, rounded down; 100 for the same words in another order.</param>
public readonly record struct SimilarWording(int Wording, int Percent);

/// <summary>
/// Which passages of a collection share their words. Passages with the same words in the same order have one
/// <em>wording</em>; wordings that share at least <see cref="Overlap.Least"/> of their words are versions of each other.
/// Safe to use from any number of threads.
/// </summary>
public sealed class ReuseIndex
{
    private readonly Column _orders;
    private readonly Column _documentStarts;
    private readonly Column _passageWordings;
    private readonly Column _wordingStarts;
    private readonly Column _wordingPassages;
    private readonly Column _lengths;
    private readonly Column _kinds;
    private readonly Column _similarStarts;
    private readonly Column _similarWordings;
    private readonly Column _similarPercents;
    private readonly Column _printStarts;
    private readonly Column _printRests;
    private readonly Column _printWordings;

    private readonly ReuseFile _file;

    private ReuseIndex(string path, ReuseFile file)
    {
        _file = file;
        _orders = file.Of(ReuseColumn.DocumentOrders);
        _documentStarts = file.Of(ReuseColumn.DocumentStarts);
        _passageWordings = file.Of(ReuseColumn.PassageWordings);
        _wordingStarts = file.Of(ReuseColumn.WordingStarts);
        _wordingPassages = file.Of(ReuseColumn.WordingPassages);
        _lengths = file.Of(ReuseColumn.WordingLengths);
        _kinds = file.Of(ReuseColumn.WordingKinds);
        _similarStarts = file.Of(ReuseColumn.SimilarStarts);
        _similarWordings = file.Of(ReuseColumn.SimilarWordings);
        _similarPercents = file.Of(ReuseColumn.SimilarPercents);
        _printStarts = file.Of(ReuseColumn.PrintStarts);
        _printRests = file.Of(ReuseColumn.PrintRests);
        _printWordings = file.Of(ReuseColumn.PrintWordings);
        (int Has, int Needs)[] lengths =
        [
            (_documentStarts.Count, DocumentCount + 1), (_wordingPassages.Count, PassageCount), (_wordingStarts.Count, WordingCount + 1),
            (_kinds.Count, WordingCount), (_similarStarts.Count, WordingCount + 1), (_similarPercents.Count, _similarWordings.Count),
            (_printRests.Count, _printWordings.Count),
        ];
        if (Array.Exists(lengths, l => l.Has != l.Needs) || !PrintBeginnings.IsCount(_printStarts.Count - 1))
            throw new ReuseCorruptException(path, ReuseFormat.HeaderBytes, "the columns do not fit each other");
    }

    /// <summary>How many documents there are.</summary>
    public int DocumentCount => _orders.Count;

    /// <summary>How many passages there are.</summary>
    public int PassageCount => _passageWordings.Count;

    /// <summary>How many distinct wordings there are.</summary>
    public int WordingCount => _lengths.Count;

    /// <summary>How many pairs of wordings are versions of each other, counted from both sides.</summary>
    public int SimilarCount => _similarWordings.Count;

    /// <summary>Reads a file that <see cref="ReuseIndexBuilder"/> wrote.</summary>
    /// <exception cref="ReuseCorruptException">It is not as it was written.</exception>
    public static ReuseIndex Open(string path) => new(path, ReuseFile.Open(path));

    /// <summary>Gives back the memory of the pages that were read, which are read from the file again when they are needed.</summary>
    public void Release() => _file.Release();

    /// <summary>The place in time of a document; 0 where it is not known.</summary>
    public int Order(int document) => _orders[document];

    /// <summary>The document of a passage.</summary>
    public int Document(int passage) => _documentStarts.LowerBound(0, _documentStarts.Count, passage + 1) - 1;

    /// <summary>The passages of a document: the first, and the one after the last.</summary>
    public (int First, int End) Passages(int document) => (_documentStarts[document], _documentStarts[document + 1]);

    /// <summary>The wording of a passage.</summary>
    public int Wording(int passage) => _passageWordings[passage];

    /// <summary>How many words a wording has.</summary>
    public int Length(int wording) => _lengths[wording];

    /// <summary>Whether the reuse of a wording says little.</summary>
    public WordingKind Kind(int wording) => (WordingKind)_kinds[wording];

    /// <summary>How many passages have a wording.</summary>
    public int Uses(int wording) => _wordingStarts[wording + 1] - _wordingStarts[wording];

    /// <summary>The passages that have a wording, in order of time, those of unknown time last.</summary>
    public IEnumerable<int> PassagesOf(int wording)
    {
        for (var i = _wordingStarts[wording]; i < _wordingStarts[wording + 1]; i++) yield return _wordingPassages[i];
    }

    /// <summary>The passages that have a wording, from the latest to the earliest, those of unknown time first.</summary>
    public IEnumerable<int> LatestPassagesOf(int wording)
    {
        for (var i = _wordingStarts[wording + 1] - 1; i >= _wordingStarts[wording]; i--) yield return _wordingPassages[i];
    }

    /// <summary>The versions of a wording, the most similar first; itself is not among them.</summary>
    public IEnumerable<SimilarWording> Similar(int wording)
    {
        for (var i = _similarStarts[wording]; i < _similarStarts[wording + 1]; i++)
            yield return new(_similarWordings[i], _similarPercents[i]);
    }

    /// <summary>Counts, for every wording, how many fingerprints of a text it shares.</summary>
    internal void Count(ReadOnlySpan<uint> prints, SharedPrints shared)
    {
        var beginnings = PrintBeginnings.Of(_printStarts.Count - 1);
        foreach (var print in prints)
        {
            var (beginning, rest) = beginnings.Split(print);
            var end = _printStarts[beginning + 1];
            var left = SimilarWordings.MostHolders;
            for (var i = _printRests.LowerBound(_printStarts[beginning], end, rest); i < end && left > 0
                && _printRests[i] == rest; i++, left--)
                shared.Add(_printWordings[i]);
        }
    }

    /// <summary>How many words each wording has.</summary>
    internal int[] Lengths() => [.. Enumerable.Range(0, WordingCount).Select(Length)];

    /// <summary>How many words a text has.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        var words = new WordReader(text);
        var count = 0;
        while (words.Read()) count++;
        return count;
    }

    /// <summary>Compares the words of two texts.</summary>
    public static Overlap Compare(ReadOnlySpan<char> a, ReadOnlySpan<char> b) => new ComparedText(a).With(b).Overlap;
}
