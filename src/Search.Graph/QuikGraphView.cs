using System.Diagnostics.CodeAnalysis;
using QuikGraph;

namespace Search.Graph;

/// <summary>A citation as QuikGraph's algorithms see it.</summary>
/// <param name="Source">The citing work's node.</param>
/// <param name="Target">The cited work's node.</param>
/// <param name="Number">The edge's number: <see cref="CitationGraph.Edge"/> has the rest.</param>
public readonly record struct NumberedEdge(int Source, int Target, int Number) : IEdge<int>;

/// <summary>
/// A citation graph as a QuikGraph graph, for its algorithms and for whatever else takes one. Nothing is copied: edges are read from the
/// file as they are asked for. Holds as long as the graph is open.
/// </summary>
/// <example>
/// The works that a work cites, directly or through others:
/// <code>
/// var search = new BreadthFirstSearchAlgorithm&lt;int, NumberedEdge&gt;(graph.AsQuikGraph());
/// var reached = new List&lt;int&gt;();
/// search.DiscoverVertex += reached.Add;
/// search.Compute(work);
/// </code>
/// </example>
public sealed class QuikGraphView : IBidirectionalGraph<int, NumberedEdge>
{
    private readonly CitationGraph _graph;

    internal QuikGraphView(CitationGraph graph) => _graph = graph;

    /// <inheritdoc />
    public bool IsDirected => true;

    /// <inheritdoc />
    public bool AllowParallelEdges => true;

    /// <inheritdoc />
    public bool IsVerticesEmpty => VertexCount == 0;

    /// <inheritdoc />
    public int VertexCount => _graph.NodeCount;

    /// <inheritdoc />
    public IEnumerable<int> Vertices => Enumerable.Range(0, VertexCount);

    /// <inheritdoc />
    public bool IsEdgesEmpty => EdgeCount == 0;

    /// <inheritdoc />
    public int EdgeCount => _graph.EdgeCount;

    /// <inheritdoc />
    public IEnumerable<NumberedEdge> Edges => Enumerable.Range(0, EdgeCount).Select(EdgeOf);

    /// <inheritdoc />
    public bool ContainsVertex(int vertex) => (uint)vertex < (uint)VertexCount;

    /// <inheritdoc />
    public bool ContainsEdge(NumberedEdge edge) => (uint)edge.Number < (uint)EdgeCount && EdgeOf(edge.Number) == edge;

    /// <inheritdoc />
    public bool ContainsEdge(int source, int target) => TryGetEdge(source, target, out _);

    /// <inheritdoc />
    public bool TryGetEdge(int source, int target, out NumberedEdge edge)
    {
        edge = default;
        if (!ContainsVertex(source)) return false;
        foreach (var number in _graph.Cites(source))
        {
            edge = EdgeOf(number);
            if (edge.Target == target) return true;
        }
        edge = default;
        return false;
    }

    /// <inheritdoc />
    public bool TryGetEdges(int source, int target, [NotNullWhen(true)] out IEnumerable<NumberedEdge>? edges)
    {
        edges = ContainsVertex(source) ? OutEdges(source).Where(e => e.Target == target) : null;
        return edges is not null;
    }

    /// <inheritdoc />
    public bool IsOutEdgesEmpty(int vertex) => OutDegree(vertex) == 0;

    /// <inheritdoc />
    public int OutDegree(int vertex) => _graph.CitesCount(Known(vertex));

    /// <inheritdoc />
    public IEnumerable<NumberedEdge> OutEdges(int vertex) => Row(_graph.Cites(Known(vertex)));

    /// <inheritdoc />
    public bool TryGetOutEdges(int vertex, [NotNullWhen(true)] out IEnumerable<NumberedEdge>? edges)
    {
        edges = ContainsVertex(vertex) ? OutEdges(vertex) : null;
        return edges is not null;
    }

    /// <inheritdoc />
    public NumberedEdge OutEdge(int vertex, int index) => EdgeOf(_graph.Cites(Known(vertex))[index]);

    /// <inheritdoc />
    public bool IsInEdgesEmpty(int vertex) => InDegree(vertex) == 0;

    /// <inheritdoc />
    public int InDegree(int vertex) => _graph.CitedByCount(Known(vertex));

    /// <inheritdoc />
    public IEnumerable<NumberedEdge> InEdges(int vertex) => Row(_graph.CitedBy(Known(vertex)));

    /// <inheritdoc />
    public bool TryGetInEdges(int vertex, [NotNullWhen(true)] out IEnumerable<NumberedEdge>? edges)
    {
        edges = ContainsVertex(vertex) ? InEdges(vertex) : null;
        return edges is not null;
    }

    /// <inheritdoc />
    public NumberedEdge InEdge(int vertex, int index) => EdgeOf(_graph.CitedBy(Known(vertex))[index]);

    /// <inheritdoc />
    public int Degree(int vertex) => OutDegree(vertex) + InDegree(vertex);

    private int Known(int vertex) =>
        ContainsVertex(vertex) ? vertex : throw new VertexNotFoundException($"There is no work {vertex} in a graph of {VertexCount}.");

    private NumberedEdge EdgeOf(int number) => new(_graph.Source(number), _graph.Target(number), number);

    private IEnumerable<NumberedEdge> Row(EdgeRow row)
    {
        for (var i = 0; i < row.Count; i++) yield return EdgeOf(row[i]);
    }
}
