using QuikGraph.Algorithms.Search;

namespace Search.Graph.Tests.Examples;

/// <summary>The example of <see cref="QuikGraphView"/> and of docs/formats/graph.md.</summary>
public class Asking_with_QuikGraph
{
    [Fact]
    public void What_a_work_cites_directly_or_through_others()
    {
        // 0 cites 1, 1 cites 2 twice; 3 cites 0.
        using var g = RandomGraph.Of([2003_12_22, 2000_11_15, 1989_11_20, 2010_00_00], [new(0, 1), new(1, 2), new(1, 2), new(3, 0)]);
        var graph = g.Graph;
        var work = 0;

        var search = new BreadthFirstSearchAlgorithm<int, NumberedEdge>(graph.AsQuikGraph());
        var reached = new List<int>();
        search.DiscoverVertex += reached.Add;
        search.Compute(work);

        reached.ShouldBe([0, 1, 2]);
    }
}
