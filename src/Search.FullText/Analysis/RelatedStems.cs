namespace Search.FullText.Analysis;

/// <summary>
/// Stems of one word that a stemmer of the library keeps apart: "беженец" and "беженцы", "arma" and "armas", "سلاح" and "أسلحة". Texts are
/// indexed by the library's stems alone; a search for one of the stems finds the others too.
/// </summary>
internal sealed class RelatedStems
{
    private const char Ending = '-';
    private const char Comment = '#';

    /// <summary>Letters that must be left when an ending is exchanged: shorter stems are other words.</summary>
    private const int Shortest = 3;

    private static readonly ILookup<string, string[]> s_rows = Read();

    private readonly List<(string One, string Other)> _endings = [];
    private readonly List<(string One, string Other)> _words = [];

    /// <summary>The related stems of a language.</summary>
    /// <param name="code">Its code: <c>ru</c>.</param>
    /// <param name="stem">Stems a folded word.</param>
    public RelatedStems(string code, Func<string, string> stem)
    {
        foreach (var row in s_rows[code])
        {
            if (row[1][0] == Ending) _endings.Add((row[1][1..], row[2][1..]));
            else _words.Add((stem(CharacterTable.Folded(row[1])), stem(CharacterTable.Folded(row[2]))));
        }
    }

    /// <summary>Whether no stem of the language has related ones.</summary>
    public bool IsEmpty => _endings.Count + _words.Count == 0;

    /// <summary>The stems that belong to the same word, the given one not among them. Not every one of them exists.</summary>
    public IEnumerable<string> Of(string stem)
    {
        foreach (var (one, other) in _words)
        {
            if (stem == one) yield return other;
            else if (stem == other) yield return one;
        }

        foreach (var (one, other) in _endings)
        {
            if (Exchanged(stem, one, other) is { } longer) yield return longer;
            if (Exchanged(stem, other, one) is { } shorter) yield return shorter;
        }
    }

    private static string? Exchanged(string stem, string from, string to) =>
        stem.Length - from.Length >= Shortest && stem.EndsWith(from, StringComparison.Ordinal)
            ? string.Concat(stem.AsSpan(0, stem.Length - from.Length), to)
            : null;

    private static ILookup<string, string[]> Read()
    {
        using var stream = typeof(RelatedStems).Assembly.GetManifestResourceStream("related-stems.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(l => l[0] != Comment)
            .Select(l => l.Split(' ')).ToLookup(r => r[0]);
    }
}
