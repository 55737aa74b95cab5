using Search.Testing;

namespace Search.Graph.Tests;

/// <summary>A graph small enough for slow, plain answers, as lists, and the same graph as a file.</summary>
internal sealed class RandomGraph : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private RandomGraph(List<int> dates, List<GraphEdge> edges)
    {
        Dates = dates;
        Edges = edges;
        Path = _folder.In("graph.bin");
        WriteTo(Path);
        Graph = CitationGraph.Open(Path);
    }

    public List<int> Dates { get; }

    public List<GraphEdge> Edges { get; }

    public string Path { get; }

    public CitationGraph Graph { get; }

    public int Nodes => Dates.Count;

    /// <summary>A graph from a seed: dated and undated works, many of one date, several edges between two works,
    /// self-citations, citations of later works.</summary>
    public static RandomGraph From(int seed, int maxNodes = 14, double forwardShare = 0.1)
    {
        var random = new Random(seed);
        var nodes = random.Next(1, maxNodes + 1);
        var pool = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Date(random)).ToArray();
        var dates = Enumerable.Range(0, nodes).Select(_ => pool[random.Next(pool.Length)]).ToList();
        var edges = new List<GraphEdge>();
        for (var i = random.Next(0, nodes * 4); i > 0; i--)
        {
            var (source, target) = (random.Next(nodes), random.Next(nodes));
            if (random.NextDouble() > forwardShare && dates[source] < dates[target]) (source, target) = (target, source);
            edges.Add(new GraphEdge(
                source, target, random.Next(32), random.Next(8), random.Next(0, 300), random.Next(3) == 0, random.Next(1, 30)));
        }
        return new RandomGraph(dates, edges);
    }

    public static RandomGraph Of(IEnumerable<int> dates, IEnumerable<GraphEdge> edges) => new([.. dates], [.. edges]);

    public void WriteTo(string path, int edgesInMemory = 4_000_000)
    {
        using var builder = new CitationGraphBuilder(edgesInMemory);
        for (var i = 0; i < Nodes; i++) builder.AddNode(Dates[i], (byte)(i % 256));
        foreach (var edge in Edges) builder.AddEdge(edge);

        // Without waiting for the disk, as the builder's own Write does: the laws write thousands of files.
        using var stream = File.Create(path);
        builder.Write(stream);
    }

    /// <summary>A filter that keeps some of the edges, with all its parts in use.</summary>
    public static EdgeFilter SomeFilter(int seed)
    {
        var random = new Random(seed);
        return new EdgeFilter
        {
            Treatments = random.Next(2) == 0 ? TreatmentSet.All : new TreatmentSet((uint)random.NextInt64(1L << 32)),
            Places = random.Next(2) == 0 ? PlaceSet.All : new PlaceSet((uint)random.Next(1 << 8)),
            Pinpointed = random.Next(4) switch { 0 => true, 1 => false, _ => null },
            From = random.Next(3) == 0 ? 1975_00_00 : 0,
            Until = random.Next(3) == 0 ? 2010_06_15 : 0,
            Source = random.Next(4) == 0 ? n => n % 3 != 0 : null,
        };
    }

    public bool Passes(EdgeFilter filter, int e)
    {
        var edge = Edges[e];
        var date = Dates[edge.Source];
        return filter.Treatments.Contains(edge.Treatment) && filter.Places.Contains(edge.Place)
            && (filter.Pinpointed is null || filter.Pinpointed == edge.HasPinpoint)
            && ((filter.From == 0 && filter.Until == 0)
                || (date != 0 && date >= filter.From && (filter.Until == 0 || date <= filter.Until)))
            && (filter.Source is null || filter.Source(edge.Source));
    }

    public IEnumerable<int> EdgeNumbers(Func<GraphEdge, bool> wanted) => Enumerable.Range(0, Edges.Count).Where(e => wanted(Edges[e]));

    public void Dispose()
    {
        Graph.Dispose();
        _folder.Dispose();
    }

    private static int Date(Random random) => random.Next(8) switch
    {
        0 => 0,
        1 => random.Next(1946, 2026) * 10000,
        _ => (random.Next(1946, 2026) * 10000) + (random.Next(1, 13) * 100) + random.Next(1, 29),
    };
}
