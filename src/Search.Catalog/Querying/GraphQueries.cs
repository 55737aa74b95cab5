using System.Globalization;
using Search.Citations;
using Search.Graph;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Questions that walk the graph. A node is a work's row less one, an edge is an edge's row less one.</summary>
internal sealed class GraphQueries(CitationGraph graph, WorkQueries works)
{
    public NeighbourhoodView? Neighbourhood(string work, NeighbourhoodQuery query)
    {
        var nodes = Nodes(work, query.Parts);
        if (nodes.Length == 0) return null;
        var found = graph.Around(nodes, new NeighbourhoodLimits
        {
            Depth = query.Depth,
            Direction = query.Direction switch
            {
                "cites" => CitationDirection.Cites,
                "cited-by" => CitationDirection.CitedBy,
                _ => CitationDirection.Both
            },
            MaxNodes = Math.Max(query.Nodes, nodes.Length),
            MaxEdges = query.Edges,
            Filter = Filter(query),
        });
        var summaries = works.ByNumber(found.Nodes.Select(n => n.Node + 1));
        var edges = works.EdgesByNumber(found.Edges.Select(e => e + 1));
        return new(
            [.. found.Nodes.Select(n => new NeighbourView(summaries[n.Node + 1], n.Depth, n.Links))],
            [.. found.Edges.Select(e => edges[e + 1])],
            View(found.CutNodes), View(found.CutEdges));
    }

    public PathsView? Paths(string from, string to, PathQuery query)
    {
        if (works.Number(from) is not { } first || works.Number(to) is not { } last) return null;
        var found = graph.ShortestChains(first - 1, last - 1, new ChainLimits
        {
            MaxChains = query.Max,
            MaxHops = query.Hops,
            TimeRespecting = query.TimeRespecting,
            Filter = Filter(query),
        });
        var hops = found.Chains.SelectMany(c => c.Hops).ToList();
        var summaries = works.ByNumber(hops.SelectMany(h => new[] { h.Source + 1, h.Target + 1 }).Append(first).Append(last).Distinct());
        var edges = works.EdgesByNumber(hops.SelectMany(h => h.Edges).Select(e => e + 1).Distinct());
        return new(
            summaries[first], summaries[last],
            [.. found.Chains.Select(c =>
                new PathView([.. c.Hops.Select(h =>
                    new HopView(summaries[h.Source + 1], summaries[h.Target + 1], [.. h.Edges.Select(e => edges[e + 1])]))]))],
            !found.WorkRanOut);
    }

    public RelatedView? Related(string work, RelatedQuery query)
    {
        if (works.Number(work) is not { } number) return null;
        var found = graph.Related(number - 1, query.Coupling ? Relatedness.Coupling : Relatedness.Cocitation, query.Take, Filter(query));
        var summaries = works.ByNumber(found.Works.Select(w => w.Node + 1));
        return new([.. found.Works.Select(w => new RelatedWorkView(summaries[w.Node + 1], w.Shared, w.Strength))], View(found.Cut));
    }

    public TimeView CheckTime()
    {
        var found = graph.CheckTime(limit: 100);
        var summaries = works.ByNumber(found.Cycles.SelectMany(c => c).Select(n => n + 1).Distinct());
        var edges = works.EdgesByNumber(found.ForwardReferences.Select(e => e + 1));
        return new(
            [.. found.ForwardReferences.Select(e => edges[e + 1])], found.ForwardReferenceCount,
            [.. found.Cycles.Select(c => (IReadOnlyList<WorkSummary>)[.. c.Select(n => summaries[n + 1])])], found.CycleCount,
            found.UndatedNodes);
    }

    private int[] Nodes(string work, bool parts) => [.. works.Numbers(work, parts).Select(n => n - 1)];

    private static EdgeFilter Filter(WalkFilter asked) => EdgeFilter.All with
    {
        Treatments = asked.Treatments.Count == 0 ? TreatmentSet.All
            : TreatmentSet.Of([.. asked.Treatments.Select(t => EnumWords.TryParse(t, out Treatment treatment)
                ? (int)treatment
                : (int)Treatment.Cites)]),
        Places = asked.Places.Count == 0 ? PlaceSet.All
            : PlaceSet.Of([.. asked.Places.Select(p => EnumWords.TryParse(p, out CitationPlace place)
                ? (int)place
                : (int)CitationPlace.Other)]),
        From = GraphDates.Parse(asked.From),
        Until = GraphDates.Parse(asked.To),
    };

    private static TruncationView? View(Truncation? cut) => cut is null ? null
        : new(cut.Reason.ToString().ToLower(CultureInfo.InvariantCulture), cut.Shown, cut.Total, cut.TotalIsExact);
}
