using System.Runtime.InteropServices;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Identity;

/// <summary>What of a document can be compared with what others say of it.</summary>
internal sealed class DocumentProfile
{
    private readonly Func<CorpusEntry> _load;
    private Dictionary<string, int>? _stems;
    private HashSet<(string, string)>? _pairs;

    /// <summary>The profile of a document whose text is loaded when it is needed.</summary>
    public DocumentProfile(DocumentHead head, Func<CorpusEntry> load)
    {
        _load = load;
        (Organ, Date) = (head.Front.Organ, head.Front.Date);
        IsAdopted = head.Symbol is null && head.Front.Kind is not (DocumentKind.Draft or DocumentKind.Report or DocumentKind.Statement)
            && Date is not null && !Organ.IsNone;
        Title = Folded(head.Front.Title);
        Cited = IsAdopted ? [.. head.Cited.Select(w => w.Value)] : [];
    }

    /// <summary>The organ whose resolution it is.</summary>
    public Organ Organ { get; }

    /// <summary>Date of adoption.</summary>
    public DateOnly? Date { get; }

    /// <summary>Whether it can be a resolution or decision that was adopted and prints no symbol; a draft never is.</summary>
    public bool IsAdopted { get; }

    /// <summary>Folded words of the title, "the" left out.</summary>
    public string[] Title { get; }

    /// <summary>Symbols that it cites, where <see cref="IsAdopted"/>.</summary>
    public HashSet<string> Cited { get; }

    /// <summary>How often each word, cut to its stem, is in the document.</summary>
    public Dictionary<string, int> Stems => _stems ??= StemsOf(_load());

    /// <summary>Stems that are side by side in a clause, short words left out.</summary>
    public HashSet<(string First, string Second)> Pairs => _pairs ??= Neighbours(_load());

    /// <summary>Folded words of a text, "the" left out.</summary>
    public static string[] Folded(string? text)
    {
        if (text is null) return [];
        var words = new List<string>();
        var scanner = new NameScanner(text);
        while (scanner.Next())
            if (NameLetters.Fold(text.AsSpan(scanner.Start, scanner.End - scanner.Start)) is var word && word != "the") words.Add(word);
        return [.. words];
    }

    /// <summary>Whether a word says what a text is about.</summary>
    public static bool IsDistinctive(string word) =>
        word.Length >= ShortestDistinctive && !char.IsAsciiDigit(word[0]) && !Undistinctive.Contains(word);

    /// <summary>Letters of the shortest word that says what a text is about, and of the shortest stem.</summary>
    private const int ShortestDistinctive = 4, ShortestStem = 4;

    private static readonly WordList Undistinctive = WordList.Of("undistinctive");

    private static readonly WordList Endings = WordList.Of("stem-endings");

    /// <summary>A word without the endings that change between a title and a text about the same subject.</summary>
    public static string Stem(string word)
    {
        foreach (var ending in Endings.All)
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                return word[..^ending.Length];
        return word;
    }

    /// <summary>Forgets what was counted in the text.</summary>
    public void Release() => (_stems, _pairs) = (null, null);

    /// <summary>How often each word, cut to its stem, is in a document.</summary>
    public static Dictionary<string, int> StemsOf(CorpusEntry document)
    {
        var stems = new Dictionary<string, int>();
        var known = WordStems.OfThread;
        foreach (var text in Texts(document))
            foreach (var stem in known.Of(text)) CollectionsMarshal.GetValueRefOrAddDefault(stems, stem, out _)++;
        return stems;
    }

    private static HashSet<(string, string)> Neighbours(CorpusEntry document)
    {
        var pairs = new HashSet<(string, string)>();
        var known = WordStems.OfThread;
        foreach (var text in Texts(document))
        {
            string? before = null;
            foreach (var stem in known.Of(text))
            {
                if (before is not null) pairs.Add((before, stem));
                before = stem;
            }
        }
        return pairs;
    }

    /// <summary>The title and the paragraphs.</summary>
    private static IEnumerable<string> Texts(CorpusEntry document) => document.Resolution.Clauses
        .Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Text.Text)
        .Prepend(string.Join(' ', Folded(document.Resolution.Front.Title)));
}
