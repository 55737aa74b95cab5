using Search.Resolutions;

namespace Search.Citations.Tests.Approved.Marks;

/// <summary>One mention that the program found, in the terms of the marks.</summary>
internal sealed record FoundMention(string Clause, string Note, string Surface, string Target, string Instrument, string Pinpoint,
    bool IsInternal, Treatment Treatment)
{
    /// <summary>What counts of a document's citations: groups without a list and the document as a whole do not.</summary>
    public static List<FoundMention> Of(Resolution resolution, IEnumerable<Citation> citations) =>
    [
        .. citations.Where(c => c.Link is not Link.Collective).Select(c => new FoundMention(
            c.Clause < 0 ? "?" : resolution.Clauses[c.Clause].Label.ToString(),
            c.Note is { } note ? resolution.Notes[note].Mark : "-",
            c.Text,
            (c.Link as Link.Linked)?.Target.Value ?? "",
            (c.Link as Link.Linked)?.Instrument?.Value ?? "",
            c.Pinpoint,
            c.Kind == CitationKind.Internal,
            c.Treatment)).Where(f => !f.IsInternal || f.Pinpoint.Length > 0),
    ];
}
