namespace Search.Graph.Tests.Budgets;

public class Work_of_questions
{
    [Theory]
    [InlineData(1, CitationDirection.Both)]
    [InlineData(2, CitationDirection.Both)]
    [InlineData(2, CitationDirection.CitedBy)]
    [InlineData(4, CitationDirection.Cites)]
    [InlineData(4, CitationDirection.Both)]
    public void A_neighbourhood_never_looks_at_more_citations_than_allowed(int depth, CitationDirection direction)
    {
        using var g = Hubs();
        var asked = 0;
        var filter = new EdgeFilter { Edge = _ => ++asked > 0 };
        foreach (var allowed in new[] { 0, 1, 10, 999, 5_000, 20_000, 60_000 })
            foreach (var work in new[] { 0, 1, 500, 20_000 })
            {
                asked = 0;
                g.Graph.Around([work], new NeighbourhoodLimits
                {
                    Depth = depth,
                    Direction = direction,
                    MaxNodes = 1000,
                    MaxWork = allowed,
                    Filter = filter
                });
                asked.ShouldBeLessThanOrEqualTo(allowed);
            }
    }

    [Theory]
    [InlineData(Relatedness.Cocitation)]
    [InlineData(Relatedness.Coupling)]
    public void Related_works_never_look_at_more_citations_than_allowed(Relatedness by)
    {
        using var g = Hubs();
        var asked = 0;
        var filter = new EdgeFilter { Edge = _ => ++asked > 0 };
        foreach (var allowed in new[] { 0, 1, 999, 30_000, 50_000 })
            foreach (var work in new[] { 0, 1, 500 })
            {
                asked = 0;
                g.Graph.Related(work, by, limit: 0, filter, allowed);

                // For the strength the citations of the work itself are counted again, all of them.
                asked.ShouldBeLessThanOrEqualTo(allowed + (by == Relatedness.Cocitation
                    ? g.Graph.CitedByCount(work)
                    : g.Graph.CitesCount(work)));
            }
    }

    [Fact]
    public void The_row_of_a_hub_leaves_the_others_what_they_need()
    {
        // Work 1,000 cites two hubs and a work that two others cite.
        using var g = Hubs(new GraphEdge(1000, 2000), new GraphEdge(3000, 2000), new GraphEdge(4000, 2000));
        var found = g.Graph.Around([1000], new NeighbourhoodLimits { Depth = 2, MaxNodes = 100_000, MaxWork = 2_000 });
        found.CutNodes.ShouldNotBeNull().TotalIsExact.ShouldBeFalse();
        found.Nodes.Select(n => n.Node).ShouldContain(3000);
        found.Nodes.Select(n => n.Node).ShouldContain(4000);
    }

    /// <summary>Thirty thousand works that cite the first two.</summary>
    private static RandomGraph Hubs(params GraphEdge[] more) => RandomGraph.Of(
        Enumerable.Repeat(2000_01_01, 30_002),
        [.. Enumerable.Range(0, 60_000).Select(i => new GraphEdge((i / 2) + 2, i % 2)), .. more]);
}
