using System.Collections.Immutable;
using Search.Citations;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>That a clause cites a work, with the mention that shows it.</summary>
/// <param name="Citation">Index of the mention among the document's citations.</param>
/// <param name="Clause">Index of the clause.</param>
/// <param name="Work">The graph's node: the instrument where there is one, else the target.</param>
/// <param name="Pinpoint">The part of the work, normalised, or empty.</param>
/// <param name="Treatment">What the clause does to it.</param>
/// <param name="Place">Where.</param>
internal sealed record ClauseEdge(int Citation, int Clause, WorkId Work, string Pinpoint, Treatment Treatment, CitationPlace Place);

/// <summary>Edges of one document out of its mentions.</summary>
internal static class EdgeList
{
    /// <summary>
    /// One edge a (clause, work, pinpoint, treatment). A footnote that gives the source of what its clause names adds no second edge;
    /// where a clause cites a work with and without a pinpoint, only the pinpoints remain. A document does not cite itself.
    /// </summary>
    public static ImmutableArray<ClauseEdge> Of(Resolution resolution, ImmutableArray<Citation> citations, WorkId? own)
    {
        var edges = ImmutableArray.CreateBuilder<ClauseEdge>();
        var byPlace = citations
            .Select((citation, index) => (citation, index, linked: citation.Link as Link.Linked))
            .Where(c => c.linked is not null && c.citation.Clause >= 0 && c.linked.Target != WorkId.Self && c.linked.Node != own
                && c.linked.Target != own)
            .GroupBy(c => (c.citation.Clause, c.linked!.Node));
        foreach (var group in byPlace)
        {
            var body = group.Where(c => c.citation.Note is null).ToList();
            var mentions = body.Count > 0 ? body : [.. group];
            var parts = mentions
                .Select(c => (c.index, Pinpoint: ProvisionOf(c.citation, c.linked!), c.citation.Treatment, inNote: c.citation.Note
                    is not null))
                .ToList();
            if (parts.Exists(p => p.Pinpoint.Length > 0)) parts.RemoveAll(p => p.Pinpoint.Length == 0);
            foreach (var edge in parts.DistinctBy(p => (p.Pinpoint, p.Treatment)))
            {
                var place = edge.inNote ? CitationPlace.Footnote : PlaceOf(resolution.Clauses[group.Key.Clause]);
                edges.Add(new(edge.index, group.Key.Clause, group.Key.Node, edge.Pinpoint, edge.Treatment, place));
            }
        }
        return edges.ToImmutable();
    }

    // "resolution 55/25, annex II" locates the Protocol: the annex is not a provision of the Protocol, nor is "vol. 2237, No. 39574".
    private static string ProvisionOf(Citation citation, Link.Linked linked) =>
        citation.Kind == CitationKind.TreatySeries || Pinpoint.Of(citation.Pinpoint).Unit is null ? ""
            : linked.Instrument is null || linked.Instrument == linked.Target ? citation.Pinpoint
            : Pinpoint.Of(citation.Pinpoint).Within.ToString();

    private static CitationPlace PlaceOf(Clause clause) => clause.Kind switch
    {
        ClauseKind.Preambular => CitationPlace.Preambular,
        ClauseKind.Operative => CitationPlace.Operative,
        ClauseKind.Annex => CitationPlace.Annex,
        _ => clause.Label == ClauseLabel.Front ? CitationPlace.Title : CitationPlace.Other,
    };
}
