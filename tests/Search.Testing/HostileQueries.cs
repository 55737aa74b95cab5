using System.Globalization;

namespace Search.Testing;

/// <summary>Queries that are meant to cost much, of every operator, each from its number alone.</summary>
public static class HostileQueries
{
    private const int LongestQuery = 8000;

    private static readonly string[] Common =
        ["the", "of", "and", "to", "in", "for", "a", "or", "on", "by", "with", "its", "all", "which", "as", "be", "states", "that",
            "rights", "international", "human", "section", "act", "shall", "any"];
    private static readonly string[] Beginnings =
        ["con", "pro", "int", "dis", "per", "sub", "com", "res", "tra", "gov", "sta", "org", "rec", "app", "per", "pre", "aut", "exp",
            "imp", "ent"];
    private static readonly string[] Works =
        ["crc", "Charter of the United Nations", "Palermo Protocol", "resolution 55/25", "S/RES/1325 (2000)", "no such convention",
            "vol. 2237", "A/RES/1", "article 6"];

    /// <summary>The kinds of queries, in the order in which they take turns.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "or of common words", "most of common words", "and of common words", "misspelt words", "short misspelt words", "beginnings",
        "beginnings and misspelt words", "phrases of common words", "one long phrase",
        "near common words", "exclusions", "nested", "title words", "numbers", "citations", "cited by", "keywords", "mixed",
    ];

    /// <summary>A query and its kind.</summary>
    public static (string Kind, string Query) Make(int number)
    {
        var random = new Random(number);
        var kind = Kinds[number % Kinds.Count];
        var count = (number / Kinds.Count % 3) switch { 0 => 8, 1 => 40, _ => 300 };
        string Word() => Common[random.Next(Common.Length)];
        string Odd() => Beginnings[random.Next(Beginnings.Length)] + Common[random.Next(Common.Length)];
        string Many(string join, Func<string> one) => string.Join(join, Enumerable.Range(0, count).Select(_ => one()));
        string Near() => FormattableString.Invariant($"\"{Word()} {Word()} {Word()}\"~{random.Next(1, 100)}");
        var query = kind switch
        {
            "or of common words" => Many(" OR ", Word),
            "most of common words" => Many(" ", Word),
            "and of common words" => Many(" AND ", Word),
            "misspelt words" => Many(" ", () => Odd() + "~2"),
            "short misspelt words" => Many(" ", () => Beginnings[random.Next(Beginnings.Length)] + "~2"),
            "beginnings" => Many(" OR ", () => Beginnings[random.Next(Beginnings.Length)] + "*"),
            "beginnings and misspelt words" =>
                Many(" ", () => random.Next(2) == 0 ? Beginnings[random.Next(Beginnings.Length)] + "*" : Odd() + "~2"),
            "phrases of common words" => Many(" OR ", () => $"\"{Word()} {Word()}\""),
            "one long phrase" => $"\"{Many(" ", Word)}\"",
            "near common words" => Many(" OR ", Near),
            "exclusions" =>
                Many(" ", () => "-" + (random.Next(3) switch
                {
                    0 => Word(),
                    1 => Odd() + "~2",
                    _ => Beginnings[random.Next(Beginnings.Length)] + "*"
                })),
            "nested" =>
                Enumerable.Range(0, Math.Min(count, 30))
                    .Aggregate(Word(), (inner, i) => i % 2 == 0 ? $"({inner} OR {Word()} OR {Odd()}~2)" : $"({inner} {Word()} -{Odd()}*)"),
            "title words" => Many(" OR ", () => "title:" + Word() + (random.Next(4) == 0 ? "~2" : "")),
            "numbers" =>
                Many(" ", () => string.Create(CultureInfo.InvariantCulture, $"year:{1946 + random.Next(40)}..{1990 + random.Next(40)}")),
            "citations" => Many(" ", () => $"cites:\"{Works[random.Next(Works.Length)]}\""),
            "cited by" => Many(" ", () => $"{(random.Next(2) == 0 ? "-" : "")}cited-by:\"{Works[random.Next(Works.Length)]}\""),
            "keywords" => Many(" ", () => random.Next(3) switch { 0 => "organ:GA", 1 => "kind:operative", _ => "-treatment:recalls" }),
            _ => Many(" ", () => random.Next(6) switch
            {
                0 => Near(),
                1 => Odd() + "~2",
                2 => Beginnings[random.Next(Beginnings.Length)] + "*",
                3 => $"({Word()} OR {Word()})",
                4 => "-" + Odd(),
                _ => Word()
            }),
        };
        return (kind, query.Length > LongestQuery ? query[..LongestQuery] : query);
    }
}
