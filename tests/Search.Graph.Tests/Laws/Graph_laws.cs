using FsCheck;
using FsCheck.Fluent;

namespace Search.Graph.Tests.Laws;

public class Graph_laws
{
    [Fact]
    public void What_is_read_is_what_was_written() => ForRandomGraphs(g =>
    {
        g.Graph.Verify();
        g.Graph.NodeCount.ShouldBe(g.Nodes);
        g.Graph.EdgeCount.ShouldBe(g.Edges.Count);
        Enumerable.Range(0, g.Nodes).Select(g.Graph.DateOf).ShouldBe(g.Dates);
        Enumerable.Range(0, g.Nodes).Select(n => (int)g.Graph.FlagsOf(n)).ShouldBe(Enumerable.Range(0, g.Nodes).Select(n => n % 256));
        Enumerable.Range(0, g.Edges.Count).Select(g.Graph.Edge).ShouldBe(g.Edges);
    });

    [Fact]
    public void Cited_by_is_the_transpose_of_cites() => ForRandomGraphs(g =>
    {
        var cites = Enumerable.Range(0, g.Nodes).SelectMany(n => g.Graph.Cites(n).ToArray().Select(e => (e, n, g.Graph.Edge(e).Target)))
            .Order().ToList();
        var citedBy = Enumerable.Range(0, g.Nodes).SelectMany(n => g.Graph.CitedBy(n).ToArray().Select(e => (e, g.Graph.Edge(e).Source, n)))
            .Order().ToList();
        citedBy.ShouldBe(cites);
        cites.Count.ShouldBe(g.Edges.Count);
    });

    [Fact]
    public void Rows_are_in_the_order_that_is_promised() => ForRandomGraphs(g =>
    {
        for (var n = 0; n < g.Nodes; n++)
        {
            g.Graph.Cites(n).ToArray().ShouldBe(g.EdgeNumbers(e => e.Source == n));
            g.Graph.CitedBy(n).ToArray().ShouldBe(g.EdgeNumbers(e => e.Target == n)
                .OrderBy(e => g.Dates[g.Edges[e].Source] == 0).ThenBy(e => g.Dates[g.Edges[e].Source]).ThenBy(e => g.Edges[e].Source)
                .ThenBy(e => e));
        }
    });

    [Fact]
    public void The_same_graph_is_the_same_bytes_however_little_memory_it_gets() => ForRandomGraphs(g =>
    {
        var again = g.Path + ".again";
        g.WriteTo(again, edgesInMemory: 1);
        File.ReadAllBytes(again).ShouldBe(File.ReadAllBytes(g.Path));
    });

    [Fact]
    public void The_numbers_of_works_that_are_kept_are_those_of_the_lists() => ForRandomGraphs(g =>
    {
        for (var n = 0; n < g.Nodes; n++)
        {
            g.Graph.CitesCount(n).ShouldBe(g.Edges.Count(e => e.Source == n));
            g.Graph.CitedByCount(n).ShouldBe(g.Edges.Count(e => e.Target == n));
            g.Graph.CitedWorksCount(n)
                .ShouldBe(g.Edges.Where(e => e.Source == n && e.Target != n).Select(e => e.Target).Distinct().Count());
            g.Graph.CitingWorksCount(n)
                .ShouldBe(g.Edges.Where(e => e.Target == n && e.Source != n).Select(e => e.Source).Distinct().Count());
        }
    });

    [Fact]
    public void Many_threads_at_once_get_the_answers_that_one_gets() => ForRandomGraphs(g =>
    {
        var limits = new NeighbourhoodLimits { Depth = 3 };
        var alone = Enumerable.Range(0, g.Nodes).Select(n => string.Join(' ', g.Graph.Around([n], limits).Nodes)).ToList();
        Parallel.For(0, g.Nodes * 8, i => string.Join(' ', g.Graph.Around([i % g.Nodes], limits).Nodes).ShouldBe(alone[i % g.Nodes]));
    });

    internal static void ForRandomGraphs(Action<RandomGraph> law) => ForRandomGraphs((g, _) => law(g));

    internal static void ForRandomGraphs(Action<RandomGraph, int> law, int maxNodes = 14, double forwardShare = 0.1) =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            using var graph = RandomGraph.From(seed, maxNodes, forwardShare);
            law(graph, seed);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(100_000));
}
