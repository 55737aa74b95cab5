using Search.Catalog;

namespace Search.Api.Pages.Documents;

/// <summary>Shares a long document out over pages, so that the first is there soon however long the document is.</summary>
internal static class DocumentParts
{
    /// <summary>Names the clause whose part is shown.</summary>
    public const string Parameter = "at";

    // What a page may have for its clauses, as they come out of compression; with style, script and head it is below 60 kB.
    private const int Most = 34_000;

    // Measured over the longest documents: characters of text in a compressed byte, and the bytes of what surrounds a clause and a mention.
    private const int OfText = 4, OfClause = 45, OfMention = 60, OfOtherScripts = 4;

    /// <summary>Whether a document has more than one part, or nearly so: its clauses are then linked to with their part.</summary>
    public static bool IsLong(ResolutionCatalog catalog, string document)
    {
        var (characters, clauses) = catalog.SizeOf(document);
        return (characters / OfText) + (clauses * (OfClause + OfMention)) > Most * 2 / 3;
    }

    /// <summary>Where parts begin, the first of them at 0. A part begins with a heading or a paragraph where one is near.</summary>
    public static IReadOnlyList<int> Starts(IReadOnlyList<ClauseView> clauses)
    {
        var starts = new List<int> { 0 };
        var weights = new int[clauses.Count + 1];
        for (var i = 0; i < clauses.Count; i++) weights[i + 1] = weights[i] + Weight(clauses[i]);
        for (var i = 1; i < clauses.Count; i++)
        {
            if (weights[i + 1] - weights[starts[^1]] <= Most) continue;
            starts.Add(Break(clauses, weights, starts[^1], i));
            i = starts[^1];
        }
        return starts;
    }

    private static int Break(IReadOnlyList<ClauseView> clauses, int[] weights, int start, int end)
    {
        var paragraph = end;
        for (var i = end; i > start && weights[i] - weights[start] > Most * 2 / 3; i--)
        {
            if (clauses[i].IsHeading && !clauses[i - 1].IsHeading) return i;
            if (paragraph == end && clauses[i].Depth == 0 && !clauses[i - 1].IsHeading) paragraph = i;
        }
        return paragraph;
    }

    private static int Weight(ClauseView clause)
    {
        var mentions = clause.Clause.Citations.Count + clause.Clause.Marks.Sum(m => m.Note?.Citations.Count ?? 0);
        return OfClause + (mentions * OfMention) + Bytes(clause.Clause.Text) + clause.Clause.Marks.Sum(m => Bytes(m.Note?.Text ?? ""));
    }

    private static int Bytes(string text)
    {
        var bytes = 0;
        foreach (var c in text) bytes += c < 0x80 ? 1 : OfOtherScripts;
        return bytes / OfText;
    }
}
