namespace Search.Graph.Tests.Examples;

public class Influence_of_works
{
    private const int Mention = 0;
    private const int Act = 1;
    private const int Preamble = 0;
    private const int Operative = 1;

    private static readonly InfluenceModel Model = new()
    {
        Weights = new EdgeWeights { Treatments = [0.5, 1], Places = [0.5, 1], WithoutPinpoint = 0.75 },
    };

    [Fact]
    public void A_list_of_25_counts_less_in_all_than_one_operative_pinpointed_citation()
    {
        // Work 0 cites work 2 in operative paragraph 5, article 6; work 1 cites 25 works in one preambular paragraph.
        var edges = new List<GraphEdge> { new(0, 2, Act, Operative, HasPinpoint: true) };
        for (var i = 0; i < 25; i++) edges.Add(new GraphEdge(1, 3 + i, Mention, Preamble, ListSize: 25));
        using var g = RandomGraph.Of(Enumerable.Repeat(2010_01_01, 2).Concat(Enumerable.Repeat(2000_01_01, 26)), edges);
        var scores = g.Graph.Influence(Model).Scores;
        var nothing = scores[0];
        (scores[2] - nothing).ShouldBeGreaterThan(scores[3..28].Sum(s => s - nothing));
        (scores[2] - nothing).ShouldBeGreaterThan(100 * (scores[3] - nothing));
    }

    [Fact]
    public void Being_in_25_lists_of_25_is_not_worth_25_citations()
    {
        // Works 1 to 25 each cite the same list of 25 works (28 to 52); works 26 and 27 each act on work 0.
        var edges = new List<GraphEdge>();
        for (var source = 1; source <= 25; source++)
            for (var target = 28; target <= 52; target++)
                edges.Add(new GraphEdge(source, target, Mention, Preamble, ListSize: 25));
        edges.Add(new GraphEdge(26, 0, Act, Operative, HasPinpoint: true));
        edges.Add(new GraphEdge(27, 0, Act, Operative, HasPinpoint: true));
        using var g = RandomGraph.Of(Enumerable.Range(0, 53).Select(i => i is 0 or >= 28 ? 1990_01_01 : 2010_01_01), edges);
        var scores = g.Graph.Influence(Model).Scores;
        g.Graph.CitedByCount(28).ShouldBe(25);
        g.Graph.CitedByCount(0).ShouldBe(2);
        scores[0].ShouldBeGreaterThan(scores[28]);
    }

    [Fact]
    public void A_number_without_a_weight_weighs_as_much_as_any_may()
    {
        Model.Weights.Of(new GraphEdge(0, 0, Mention, Preamble, HasPinpoint: true)).ShouldBe(0.25);
        Model.Weights.Of(new GraphEdge(0, 0, 31, 7, HasPinpoint: true)).ShouldBe(1);
        EdgeWeights.Equal.Of(new GraphEdge(0, 0, ListSize: 4)).ShouldBe(0.25);
    }

    [Fact]
    public void A_graph_in_which_citations_only_go_back_in_time_is_solved_in_one_round_and_a_second_that_confirms_it()
    {
        var random = new Random(3);
        using var g = RandomGraph.Of(
            Enumerable.Range(0, 500).Select(i => ((1950 + (i / 10)) * 10000) + 101 + i % 10),
            Enumerable.Range(0, 4000).Select(_ => (A: random.Next(500), B: random.Next(500))).Where(p => p.A != p.B)
                .Select(p => new GraphEdge(Math.Max(p.A, p.B), Math.Min(p.A, p.B), Act, Operative)));
        g.Graph.Influence(Model).Rounds.ShouldBe(2);
    }

    [Fact]
    public void A_citation_chain_of_a_hundred_thousand_works_is_no_trouble()
    {
        const int Length = 100_000;
        using var g = RandomGraph.Of(
            Enumerable.Range(0, Length).Select(i => 1946_01_01),
            Enumerable.Range(0, Length).Select(i => new GraphEdge(i, (i + 1) % Length)));
        g.Graph.CheckTime().Cycles.ShouldHaveSingleItem().ShouldBe(Enumerable.Range(0, Length));
        g.Graph.ShortestChains(0, 200, new ChainLimits { MaxHops = 256 }).Chains.ShouldHaveSingleItem().Hops.Length.ShouldBe(200);
        g.Graph.Influence().Converged.ShouldBeTrue();
    }
}
