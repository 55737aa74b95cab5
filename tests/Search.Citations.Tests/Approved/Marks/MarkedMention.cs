namespace Search.Citations.Tests.Approved.Marks;

/// <summary>One row of hand-made marks: what a reader found.</summary>
internal sealed record MarkedMention(string Document, string Clause, string Note, string Surface, string Target, string Pinpoint,
    string SameAs, string Kind, string Treatment)
{
    /// <summary>Reads marks, document by document.</summary>
    public static ILookup<string, MarkedMention> Read(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Where(r => r[0] != "doc")
            .Select(r => new MarkedMention(r[0], r[1], r[2], r[3], r[4], At(r, 5), At(r, 6), At(r, 7), At(r, 8))).ToLookup(m => m.Document);

    /// <summary>The document as a whole, which is named at will and not scored.</summary>
    public bool IsScored => Kind != "internal" || Pinpoint.Length > 0;

    /// <summary>A work that no list of ids names: scored by its place alone.</summary>
    public bool IsUnlisted =>
        Target.StartsWith("title:", StringComparison.Ordinal)
            && (SameAs.Length == 0 || SameAs.StartsWith("title:", StringComparison.Ordinal));

    private static string At(string[] row, int column) => column < row.Length ? row[column] : "";
}
