using Search.Graph.Storage;

namespace Search.Graph.Tests.Hostile;

public class Damaged_graph_files
{
    [Fact]
    public void Every_flipped_bit_is_noticed()
    {
        using var g = RandomGraph.From(7, maxNodes: 6);
        var whole = File.ReadAllBytes(g.Path);
        var damaged = g.Path + ".damaged";
        for (var bit = 0; bit < whole.Length * 8; bit++)
        {
            var bytes = whole.ToArray();
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(damaged, bytes);
            Should.Throw<GraphCorruptException>(() => OpenAndVerify(damaged), $"bit {bit % 8} of byte {bit / 8}").Path.ShouldBe(damaged);
        }
    }

    [Fact]
    public void Every_shortened_or_lengthened_file_is_refused_when_it_is_opened()
    {
        using var g = RandomGraph.From(8, maxNodes: 6);
        var whole = File.ReadAllBytes(g.Path);
        var damaged = g.Path + ".damaged";
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(damaged, whole.AsSpan(0, length));
            Should.Throw<GraphCorruptException>(() => CitationGraph.Open(damaged).Dispose(), $"{length} bytes of {whole.Length}");
        }
        File.WriteAllBytes(damaged, [.. whole, 0]);
        Should.Throw<GraphCorruptException>(() => CitationGraph.Open(damaged).Dispose());
    }

    [Fact]
    public void Questions_to_a_damaged_graph_that_nobody_verified_answer_or_throw_but_never_read_outside()
    {
        using var g = RandomGraph.From(9, maxNodes: 8);
        var whole = File.ReadAllBytes(g.Path);
        var damaged = g.Path + ".damaged";
        var random = new Random(1);
        var (answered, refused) = (0, 0);
        for (var round = 0; round < 2000; round++)
        {
            var bytes = whole.ToArray();
            for (var i = random.Next(1, 20); i > 0; i--)
                bytes[random.Next(GraphFormat.FixedBytes(GraphFormat.Version), bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(damaged, bytes);
            using var graph = CitationGraph.Open(damaged);
            for (var node = 0; node < graph.NodeCount; node++)
                try
                {
                    graph.Around([node], new NeighbourhoodLimits { Depth = 3 });
                    graph.ShortestChains(node, 0);
                    graph.Related(node, Relatedness.Cocitation);
                    answered++;
                }
                catch (GraphCorruptException)
                {
                    refused++;
                }
        }
        answered.ShouldBePositive();
        refused.ShouldBePositive();
    }

    [Fact]
    public void A_file_of_another_kind_or_version_is_refused_with_its_reason()
    {
        using var g = RandomGraph.From(1);
        var bytes = File.ReadAllBytes(g.Path);
        bytes[8] = 3;
        var other = g.Path + ".other";
        File.WriteAllBytes(other, bytes);
        Should.Throw<GraphCorruptException>(() => CitationGraph.Open(other)).What.ShouldBe("format version 3 is neither 1 nor 2");
        File.WriteAllText(other, new string('x', 2000));
        Should.Throw<GraphCorruptException>(() => CitationGraph.Open(other)).What.ShouldBe("this is not a graph file");
    }

    [Fact]
    public void A_graph_that_was_closed_refuses_questions()
    {
        var g = RandomGraph.From(3);
        g.Dispose();
        Should.Throw<ObjectDisposedException>(() => g.Graph.CitedBy(0));
    }

    private static void OpenAndVerify(string path)
    {
        using var graph = CitationGraph.Open(path);
        graph.Verify();
    }
}
