using System.Globalization;
using System.Text.Json;
using Search.Testing;

namespace Search.Catalog.Tests.Oracle;

/// <summary>Searches of every kind, drawn from a seed out of the words, works, organs and languages of the
/// clauses that a snapshot holds.</summary>
internal sealed class RandomSearches
{
    private static readonly char[] s_between = [' ', ',', ';', '.', '(', ')', '"', ':', '\n', '\t', '،', '，', '。', '“', '”', '«', '»'];
    private static readonly string[] s_organs = ["GA", "UNSC", "ECOSOC", "HRC", "CHR"];
    private static readonly string[] s_groups = ["treatment", "year", "firstUsed", "organ", "session", "documentKind", "clauseKind"];
    private readonly Random _random;
    private readonly string[][] _texts;
    private readonly string[] _works;
    private readonly string[] _symbols;
    private readonly string[] _clauses;

    /// <summary>Reads what to draw from.</summary>
    /// <param name="catalog">Of the snapshot.</param>
    /// <param name="seed">Of the draw.</param>
    /// <param name="clauses">The most clauses read.</param>
    public RandomSearches(ResolutionCatalog catalog, int seed, int clauses)
    {
        _random = new(seed);
        var hits = new List<SearchHit>();
        foreach (var sort in (string[])["newest", "oldest", "relevance"])
            hits.AddRange(catalog.Search(new()
            {
                Sort = sort,
                Take = clauses / 3,
                Skip = _random.Next(Math.Max(1, catalog.Counts.Clauses / 2)),
                MaxWork = long.MaxValue
            }).Hits);
        _texts = [.. hits.Select(h => h.Text.Split(s_between, StringSplitOptions.RemoveEmptyEntries)).Where(w => w.Length > 3)];
        _works = [.. hits.SelectMany(h => h.CitedWorks).Select(w => w.Work.Id).Distinct().DefaultIfEmpty("crc")];
        _symbols = [.. hits.SelectMany(h => h.CitedWorks.Select(w => w.Work.Title).Append(h.Document.Id)).Distinct()];
        _clauses = [.. hits.Select(h => h.Id)];
    }

    /// <summary>Kinds of queries, in the order in which they take turns.</summary>
    public static int Kinds { get; } = 26;

    /// <summary>The answer to a search but for the work that it took, which depends on how the index is cut.</summary>
    public static string Answer(ResolutionCatalog catalog, SearchRequest request) =>
        JsonSerializer.Serialize(catalog.Search(request) with { Work = 0 });

    /// <summary>The next search.</summary>
    /// <param name="number">Turns.</param>
    public SearchRequest Next(int number)
    {
        var request = new SearchRequest { Query = Query(number % Kinds), MaxWork = long.MaxValue, Take = _random.Next(4) == 0 ? 50 : 10 };
        if (Chance(3))
            request = request with
            {
                Facets = Chance(2) ? ResolutionCatalog.FacetNames : ["organ", "year", "cites", "clauseKind"],
                EveryYear = Chance(2)
            };
        if (Chance(4)) request = request with { Sort = Chance(2) ? "newest" : "oldest" };
        if (Chance(4)) request = request with { Skip = _random.Next(60) };
        if (Chance(4)) request = request with { Fold = true };
        if (Chance(6)) request = request with { Organs = [Of(s_organs)] };
        if (Chance(6)) request = request with { From = Date(), To = Chance(2) ? "2020-06-30" : null };
        if (Chance(8)) request = request with { Languages = [Of((string[])["en", "fr", "es", "ru", "zh", "ar"])] };
        if (Chance(8)) request = request with { Cites = Of(_works) };
        if (Chance(8)) request = request with { Treatments = [Of((string[])["recalls", "reaffirms", "refers", "urges"])] };
        if (Chance(8)) request = request with { ClauseKinds = [Of((string[])["preambular", "operative"])] };
        if (Chance(10)) request = request with { GroupBy = Chance(2) ? [Of(s_groups)] : ["organ", "year"] };
        if (Chance(10)) request = request with { Words = Of(_clauses) };
        if (Chance(10)) request = request with { FirstUsed = new(1946 + _random.Next(80), 2030) };
        if (Chance(12)) request = request with { Explain = true };
        return request;
    }

    /// <summary>A beginning that may be completed.</summary>
    public string Beginning() =>
        Chance(3) ? $"{Word()} {Word()[..1]}" : Word() is var word ? word[..Math.Min(word.Length, 1 + _random.Next(4))] : "";

    private string Query(int kind) => kind switch
    {
        0 or 1 => Word(),
        2 or 3 => $"{Word()} {Word()}",
        4 => string.Join(' ', Enumerable.Range(0, 3 + _random.Next(6)).Select(_ => Word())),
        5 => $"{Word()} OR {Word()} OR {Word()}",
        6 or 7 => $"\"{Phrase(2 + _random.Next(3))}\"",
        8 => $"\"{Phrase(3)}\"~{_random.Next(1, 6)}",
        9 => $"{Word()[..1]}{Letters()}*",
        10 => $"{Misspelt()}~{(Chance(2) ? "" : "1")}",
        11 => Misspelt(),
        12 => $"{Misspelt()} {Misspelt()}",
        13 => $"{Word()} -{Word()}",
        14 => $"title:{Word()} {Word()}",
        15 => $"verb:{Of((string[])["Recalling", "Urges", "Decides", "rappelant", "подтверждая"])} {Word()}",
        16 => $"organ:{Of(s_organs)} {Word()}",
        17 => $"year:{1946 + _random.Next(40)}..{1990 + _random.Next(40)} {Word()} {Word()}",
        18 => $"cites:\"{Of(_works)}\" {Word()}",
        19 => $"cites:{Of(_works)}",
        20 => Of(_symbols),
        21 => $"({Word()} OR \"{Phrase(2)}\") {Word()} -\"{Phrase(2)}\"",
        22 => $"treatment:{Of((string[])["recalls", "reaffirms"])} clauseKind:preambular {Word()}",
        23 => "",
        24 => HostileQueries.Make(_random.Next(720)).Query,
        _ => $"session:{_random.Next(30, 80)} {Word()} {Word()} {Misspelt()}",
    };

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private T Of<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private string Word() => Of(Of(_texts));

    private string Letters() => Word() is { Length: > 2 } word ? word[1..3] : "";

    private string Phrase(int words)
    {
        var text = Of(_texts);
        var at = _random.Next(Math.Max(1, text.Length - words));
        return string.Join(' ', text.Skip(at).Take(words));
    }

    private string Misspelt()
    {
        var word = Word();
        var at = _random.Next(word.Length);
        return _random.Next(3) switch
        {
            0 => word.Remove(at, 1) + "e",
            1 => word.Insert(at, "x"),
            _ => word[..at] + (char)('a' + _random.Next(26)) + word[(at + 1)..],
        };
    }

    private string Date() => string.Create(CultureInfo.InvariantCulture, $"{1946 + _random.Next(75)}-0{1 + _random.Next(9)}-01");
}
