using QuikGraph;
using static Search.Graph.Tests.Laws.Graph_laws;

namespace Search.Graph.Tests.Laws;

/// <summary>The view answers as QuikGraph's own graph of the same edges does.</summary>
public class QuikGraph_laws
{
    [Fact]
    public void The_view_has_the_vertices_and_edges_of_a_graph_that_was_copied() => ForRandomGraphs(g =>
    {
        var (view, copy) = (g.Graph.AsQuikGraph(), Copy(g));
        (view.IsDirected, view.AllowParallelEdges).ShouldBe((copy.IsDirected, copy.AllowParallelEdges));
        (view.IsVerticesEmpty, view.VertexCount, view.IsEdgesEmpty, view.EdgeCount).ShouldBe(
            (copy.IsVerticesEmpty, copy.VertexCount, copy.IsEdgesEmpty, copy.EdgeCount));
        view.Vertices.ShouldBe(copy.Vertices);
        view.Edges.ShouldBe(copy.Edges, ignoreOrder: true);
        foreach (var edge in copy.Edges)
        {
            view.ContainsEdge(edge).ShouldBeTrue();
            view.ContainsEdge(edge with { Number = edge.Number + g.Edges.Count }).ShouldBeFalse();
            view.ContainsEdge(edge with { Target = edge.Target + 1 }).ShouldBeFalse();
        }
    });

    [Fact]
    public void Every_row_of_the_view_is_that_of_a_graph_that_was_copied() => ForRandomGraphs(g =>
    {
        var (view, copy) = (g.Graph.AsQuikGraph(), Copy(g));
        foreach (var vertex in copy.Vertices)
        {
            (view.OutDegree(vertex), view.InDegree(vertex), view.Degree(vertex)).ShouldBe(
                (copy.OutDegree(vertex), copy.InDegree(vertex), copy.Degree(vertex)));
            (view.IsOutEdgesEmpty(vertex), view.IsInEdgesEmpty(vertex)).ShouldBe(
                (copy.IsOutEdgesEmpty(vertex), copy.IsInEdgesEmpty(vertex)));
            view.OutEdges(vertex).ShouldBe(copy.OutEdges(vertex));
            view.InEdges(vertex).ShouldBe(copy.InEdges(vertex), ignoreOrder: true);
            Enumerable.Range(0, view.OutDegree(vertex)).Select(i => view.OutEdge(vertex, i)).ShouldBe(view.OutEdges(vertex));
            Enumerable.Range(0, view.InDegree(vertex)).Select(i => view.InEdge(vertex, i)).ShouldBe(view.InEdges(vertex));
            view.TryGetOutEdges(vertex, out var outEdges).ShouldBeTrue();
            outEdges.ShouldBe(copy.OutEdges(vertex));
            view.TryGetInEdges(vertex, out var inEdges).ShouldBeTrue();
            inEdges.ShouldBe(copy.InEdges(vertex), ignoreOrder: true);
            foreach (var other in copy.Vertices)
            {
                view.ContainsEdge(vertex, other).ShouldBe(copy.ContainsEdge(vertex, other));
                view.TryGetEdge(vertex, other, out var edge).ShouldBe(copy.TryGetEdge(vertex, other, out var same));
                edge.ShouldBe(same);
                view.TryGetEdges(vertex, other, out var edges).ShouldBe(copy.TryGetEdges(vertex, other, out var those));
                edges.ShouldBe(those);
            }
        }
    });

    [Fact]
    public void A_vertex_that_is_not_there_is_refused_as_by_a_graph_that_was_copied() => ForRandomGraphs(g =>
    {
        var (view, copy) = (g.Graph.AsQuikGraph(), Copy(g));
        foreach (var nowhere in new[] { -1, g.Nodes, int.MaxValue })
            foreach (var graph in new IBidirectionalGraph<int, NumberedEdge>[] { view, copy })
            {
                graph.ContainsVertex(nowhere).ShouldBeFalse();
                Should.Throw<VertexNotFoundException>(() => graph.OutEdges(nowhere));
                Should.Throw<VertexNotFoundException>(() => graph.InEdges(nowhere));
                Should.Throw<VertexNotFoundException>(() => graph.Degree(nowhere));
                Should.Throw<VertexNotFoundException>(() => graph.OutEdge(nowhere, 0));
                Should.Throw<VertexNotFoundException>(() => graph.IsInEdgesEmpty(nowhere));
                graph.TryGetOutEdges(nowhere, out _).ShouldBeFalse();
                graph.TryGetInEdges(nowhere, out _).ShouldBeFalse();
                graph.TryGetEdge(nowhere, 0, out _).ShouldBeFalse();
                graph.TryGetEdges(nowhere, 0, out _).ShouldBeFalse();
                graph.ContainsEdge(0, nowhere).ShouldBeFalse();
            }
    });

    private static BidirectionalGraph<int, NumberedEdge> Copy(RandomGraph g)
    {
        var copy = new BidirectionalGraph<int, NumberedEdge>(allowParallelEdges: true);
        copy.AddVertexRange(Enumerable.Range(0, g.Nodes));
        for (var i = 0; i < g.Edges.Count; i++) copy.AddEdge(new NumberedEdge(g.Edges[i].Source, g.Edges[i].Target, i));
        return copy;
    }
}
