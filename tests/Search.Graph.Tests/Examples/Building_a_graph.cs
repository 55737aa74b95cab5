using Search.Graph.Storage;
using Search.Testing;

namespace Search.Graph.Tests.Examples;

public class Building_a_graph
{
    [Fact]
    public void A_graph_without_works_can_be_written_and_read()
    {
        using var g = RandomGraph.Of([], []);
        g.Graph.Verify();
        g.Graph.NodeCount.ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => g.Graph.Cites(0));
    }

    [Fact]
    public void Works_may_be_cited_before_they_are_added_but_must_be_there_in_the_end()
    {
        using var builder = new CitationGraphBuilder();
        builder.AddEdge(new GraphEdge(0, 1)).ShouldBe(0);
        builder.AddNode(2003_12_22).ShouldBe(0);
        using var folder = new TemporaryFolder();
        var path = folder.In("graph.bin");
        Should.Throw<InvalidOperationException>(() => builder.Write(path));
        File.Exists(path).ShouldBeFalse();
        builder.AddNode(1989_11_20).ShouldBe(1);
        builder.Write(path);
        using var graph = CitationGraph.Open(path);
        graph.CitedBy(1).ToArray().ShouldBe([0]);
        folder.Names.ShouldBe(["graph.bin"]);
    }

    [Fact]
    public void Many_edges_spill_to_a_file_and_come_back_in_order()
    {
        var random = new Random(5);
        using var g = RandomGraph.Of(
            Enumerable.Range(0, 1000).Select(i => (1950 + (i % 70)) * 10000),
            Enumerable.Range(0, 200_000).Select(i => new GraphEdge(random.Next(1000), random.Next(1000), Clause: i)));
        g.Graph.Verify();
        var again = g.Path + ".again";
        g.WriteTo(again, edgesInMemory: 70_000);
        File.ReadAllBytes(again).ShouldBe(File.ReadAllBytes(g.Path));
        for (var e = 0; e < g.Edges.Count; e += 997) g.Graph.Edge(e).ShouldBe(g.Edges[e]);
    }

    [Fact]
    public void Numbers_out_of_range_are_the_callers_mistake()
    {
        using var builder = new CitationGraphBuilder();
        Should.Throw<ArgumentOutOfRangeException>(() => builder.AddNode(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => builder.AddEdge(new GraphEdge(-1, 0)));
        Should.Throw<ArgumentOutOfRangeException>(() => builder.AddEdge(new GraphEdge(0, 0, 32)));
        Should.Throw<ArgumentOutOfRangeException>(() => builder.AddEdge(new GraphEdge(0, 0, Place: 8)));
        Should.Throw<ArgumentOutOfRangeException>(() => builder.AddEdge(new GraphEdge(0, 0, ListSize: 0)));
    }

    [Fact]
    public void A_list_longer_than_the_longest_kept_is_kept_as_that()
    {
        using var g = RandomGraph.Of([0], [new GraphEdge(0, 0, ListSize: 4000)]);
        g.Graph.Edge(0).ListSize.ShouldBe(GraphEdge.MaxListSize);
    }

    [Fact]
    public void The_checksum_is_CRC_32C() => GraphFormat.Checksum("123456789"u8).ShouldBe(0xE3069283u);
}
