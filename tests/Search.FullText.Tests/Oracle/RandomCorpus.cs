using Search.FullText.Queries;

namespace Search.FullText.Tests.Oracle;

/// <summary>Documents and queries drawn from a seed: a few words very often, most rarely, as in real text.</summary>
internal sealed class RandomCorpus(int seed)
{
    private static readonly string[] s_stems =
    [
        "the", "of", "right", "protect", "victim", "state", "nation", "recall", "decide", "convention", "child", "women", "peace", "secure",
        "trade",
        "co-operat", "environment", "climate", "refug", "migrat", "article", "annex", "crime", "abuse", "power", "justice", "declare",
        "principle", "weapon", "disarm",
    ];

    private static readonly string[] s_endings = ["", "s", "ed", "ing", "ion", "al", "ity"];
    private static readonly string[] s_odd =
        ["A/RES/58/137", "58/137", "9(5)", "9", "No. 182", "1,000", "U.N.", "l’eau", "état", "ÉTAT", "安全理事会", "理事", "мир", "Мира",
            "السَّلام", "state's"];

    public static readonly Schema Schema = new SchemaBuilder().Text("text").Text("title", 0.5f).Text("code", language: TextLanguage.None)
        .Keyword("organ").Keyword("cites").Number("year").Number("rank").Build();

    public Random Random { get; } = new(seed);

    public IndexDocument Document(long key, int longest = 60)
    {
        var document = new IndexDocument(key).Text("text", Text(Random.Next(longest))).Number("year", 1946 + Random.Next(80))
            .Number("rank", Random.Next(1000));
        if (Random.Next(2) == 0) document.Text("title", Text(Random.Next(6)));
        if (Random.Next(5) == 0) document.Text("text", Text(Random.Next(6)));
        if (Random.Next(4) == 0) document.Text("code", Text(2));
        if (Random.Next(4) > 0) document.Keyword("organ", "organ " + (char)('A' + Random.Next(6)));
        for (var i = Random.Next(4); i > 0; i--) document.Keyword("cites", "work" + Random.Next(40));
        return document;
    }

    public string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    public string Word()
    {
        if (Random.Next(12) == 0) return s_odd[Random.Next(s_odd.Length)];
        var skewed = (int)(s_stems.Length * Math.Pow(Random.NextDouble(), 2.5));
        return s_stems[skewed] + s_endings[(int)(s_endings.Length * Math.Pow(Random.NextDouble(), 2))];
    }

    public Query Query(int depth = 2)
    {
        string? field = Random.Next(4) == 0 ? "text" : null;
        switch (Random.Next(depth > 0 ? 14 : 9))
        {
            case 0: return new PhraseQuery(Word() + " " + Word(), 0, field);
            case 1: return new PhraseQuery(Text(3), Random.Next(4), field);
            case 2: return new PrefixQuery(Word()[..1], field);
            case 3: return new FuzzyQuery(s_stems[Random.Next(s_stems.Length)] + "x", 1 + Random.Next(2), field);
            case 4: return new KeywordQuery("organ", "organ " + (char)('A' + Random.Next(7)));
            case 5: return new RangeQuery("year", 1946 + Random.Next(80), 1946 + Random.Next(100));
            case 6: return new TermQuery(Word(), field, Exact: true);
            case 7 or 8: return new TermQuery(Word(), field);
            case 9: return new BoostQuery(Query(depth - 1), Random.Next(4) / 2f);
            case 10 or 11: return new BooleanQuery { Should = Queries(2 + Random.Next(4), depth - 1), MinShouldMatch = 1 + Random.Next(2) };
            default:
                return new BooleanQuery
                {
                    Must = Queries(Random.Next(4), depth - 1),
                    Should = Queries(Random.Next(4), depth - 1),
                    MustNot = Queries(Random.Next(3) / 2, depth - 1)
                };
        }
    }

    private Query[] Queries(int count, int depth) => [.. Enumerable.Range(0, count).Select(_ => Query(depth))];
}
