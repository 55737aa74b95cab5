using Search.Testing;

namespace Search.Graph.Tests.Compat;

/// <summary>A graph as each format was written. A format that changes gets another fixture; none is ever rewritten.</summary>
public class Old_graph_files
{
    [Theory]
    [InlineData("graph-format-1.bin")] // had structural relations, which were never read
    public void Open_and_answer_as_they_did(string name)
    {
        using var graph = CitationGraph.Open(Fixture(name));
        graph.Verify();
        Enumerable.Range(0, graph.NodeCount).Select(graph.DateOf).ShouldBe([2003_12_22, 1989_11_20, 2000_11_15, 1966_00_00, 0]);
        Enumerable.Range(0, graph.NodeCount).Select(n => (int)graph.FlagsOf(n)).ShouldBe([1, 0, 1, 0, 0]);
        Enumerable.Range(0, graph.EdgeCount).Select(graph.Edge).ShouldBe(
        [
            new(0, 1, Treatment: 2, Place: 1, Clause: 7, HasPinpoint: true, ListSize: 2),
            new(0, 2, Treatment: 2, Place: 1, Clause: 7, HasPinpoint: false, ListSize: 2),
            new(2, 1, Treatment: 9, Place: 2, Clause: 12, HasPinpoint: true, ListSize: 1),
            new(2, 3, Treatment: 0, Place: 4, Clause: 13, HasPinpoint: false, ListSize: 1),
            new(4, 1, Treatment: 18, Place: 5, Clause: 300, HasPinpoint: false, ListSize: GraphEdge.MaxListSize),
        ]);
        graph.CitedBy(1).ToArray().ShouldBe([2, 0, 4]);
        graph.ShortestChains(0, 3).Chains.ShouldHaveSingleItem().Hops.Select(h => h.Target).ShouldBe([2, 3]);
    }

    [Theory]
    [InlineData("graph-format-1.bin")]
    public void Are_refused_when_any_bit_is_flipped(string name)
    {
        var whole = File.ReadAllBytes(Fixture(name));
        using var folder = new TemporaryFolder();
        var damaged = folder.In("graph.bin");
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var bytes = whole.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(damaged, bytes);
            Should.Throw<GraphCorruptException>(
                () =>
                {
                    using var graph = CitationGraph.Open(damaged);
                    graph.Verify();
                },
                $"bit {bit % 8} of byte {bit / 8}");
        }
    }

    private static string Fixture(string name) => Places.InRepository("tests", "Search.Graph.Tests", "Compat", "Fixtures", name);
}
