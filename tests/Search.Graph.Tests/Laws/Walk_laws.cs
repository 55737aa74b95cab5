using static Search.Graph.Tests.Laws.Graph_laws;

namespace Search.Graph.Tests.Laws;

public class Walk_laws
{
    [Fact]
    public void A_neighbourhood_without_a_cap_is_what_a_breadth_first_search_finds() => ForRandomGraphs((g, seed) =>
    {
        var random = new Random(seed);
        var limits = new NeighbourhoodLimits
        {
            Depth = random.Next(0, 4),
            Direction = (CitationDirection)random.Next(1, 4),
            Filter = RandomGraph.SomeFilter(seed),
            MaxNodes = 1000,
        };
        var work = random.Next(g.Nodes);
        var plain = Oracle.Depths(g, work, limits);
        var found = g.Graph.Around([work], limits);
        found.CutNodes.ShouldBeNull();
        found.CutEdges.ShouldBeNull();
        found.Nodes.ToDictionary(n => n.Node, n => n.Depth).ShouldBe(plain, ignoreOrder: true);
        foreach (var near in found.Nodes.Where(n => n.Depth > 0))
        {
            var nearer = g.EdgeNumbers(e =>
                (limits.Direction.HasFlag(CitationDirection.Cites) && e.Target == near.Node
                    && plain.GetValueOrDefault(e.Source, -1) == near.Depth - 1)
                || (limits.Direction.HasFlag(CitationDirection.CitedBy) && e.Source == near.Node
                    && plain.GetValueOrDefault(e.Target, -1) == near.Depth - 1));
            near.Links.ShouldBe(nearer.Count(e => g.Passes(limits.Filter, e)));
        }
        found.Edges.ShouldBe(g.EdgeNumbers(e => plain.ContainsKey(e.Source) && plain.ContainsKey(e.Target))
            .Where(e => g.Passes(limits.Filter, e)));
    });

    [Fact]
    public void A_cut_neighbourhood_is_a_connected_part_of_the_whole_one_and_says_how_much_is_missing() => ForRandomGraphs((g, seed) =>
    {
        var random = new Random(seed);
        var limits = new NeighbourhoodLimits { Depth = 3, MaxNodes = random.Next(1, 6), MaxEdges = random.Next(1, 5) };
        var work = random.Next(g.Nodes);
        var plain = Oracle.Depths(g, work, limits);
        var found = g.Graph.Around([work], limits);
        found.Nodes.Length.ShouldBe(Math.Min(limits.MaxNodes, plain.Count));
        foreach (var node in found.Nodes) plain[node.Node].ShouldBe(node.Depth);
        foreach (var node in found.Nodes.Skip(1))
            found.Nodes.Any(n => n.Depth == node.Depth - 1
                && g.Edges.Any(e => (e.Source, e.Target) == (n.Node, node.Node) || (e.Target, e.Source) == (n.Node, node.Node)))
                .ShouldBeTrue();
        if (plain.Count > limits.MaxNodes)
            found.CutNodes.ShouldBe(new Truncation(TruncationReason.Nodes, limits.MaxNodes, plain.Count, TotalIsExact: true));
        else found.CutNodes.ShouldBeNull();
        var among = g.EdgeNumbers(e => found.Nodes.Any(n => n.Node == e.Source) && found.Nodes.Any(n => n.Node == e.Target)).Count();
        found.Edges.Length.ShouldBe(Math.Min(limits.MaxEdges, among));
        if (among > limits.MaxEdges)
            found.CutEdges.ShouldBe(new Truncation(TruncationReason.Edges, limits.MaxEdges, among, TotalIsExact: true));
    });

    [Fact]
    public void A_neighbourhood_that_ran_out_of_work_says_so()
    {
        var cut = 0;
        ForRandomGraphs((g, seed) =>
        {
            var work = new Random(seed).Next(g.Nodes);
            var found = g.Graph.Around([work], new NeighbourhoodLimits { Depth = 9, MaxNodes = 1000, MaxWork = 1 });
            if (found.Nodes.Length == Oracle.Depths(g, work, new NeighbourhoodLimits { Depth = 9 }).Count) return;
            found.CutNodes.ShouldNotBeNull().Reason.ShouldBe(TruncationReason.Work);
            found.CutNodes.TotalIsExact.ShouldBeFalse();
            cut++;
        });
        cut.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Whatever_may_be_looked_at_what_is_found_is_true_and_what_may_be_missing_is_told() => ForRandomGraphs((g, seed) =>
    {
        var random = new Random(seed);
        var (work, filter) = (random.Next(g.Nodes), random.Next(2) == 0 ? EdgeFilter.All : RandomGraph.SomeFilter(seed));
        var limits = new NeighbourhoodLimits
        {
            Depth = random.Next(0, 5),
            Direction = (CitationDirection)random.Next(1, 4),
            Filter = filter,
            MaxNodes = random.Next(1, 20),
            MaxEdges = random.Next(1, 30),
        };
        var whole = g.Graph.Around([work], limits with { MaxNodes = 1000, MaxEdges = 1000 });
        var (nodes, edges) = (whole.Nodes.ToDictionary(n => n.Node), whole.Edges.ToHashSet());
        var enough = g.Graph.Around([work], limits);
        for (var allowed = 0; allowed <= 400; allowed += random.Next(1, 20))
        {
            var found = g.Graph.Around([work], limits with { MaxWork = allowed });
            found.Nodes.Length.ShouldBeLessThanOrEqualTo(limits.MaxNodes);
            found.Nodes.Select(n => n.Node).ShouldBeUnique();
            foreach (var near in found.Nodes)
            {
                near.Depth.ShouldBe(nodes[near.Node].Depth);
                near.Links.ShouldBeLessThanOrEqualTo(nodes[near.Node].Links);
            }
            if (found.CutNodes is null) found.Nodes.ShouldBe(whole.Nodes);
            else Told(found.CutNodes, found.Nodes.Length, whole.Nodes.Length, TruncationReason.Nodes);

            found.Edges.ShouldBeSubsetOf(edges);
            found.Edges.ShouldBe(found.Edges.Distinct().Order());
            var among = edges.Count(e => found.Nodes.Any(n => n.Node == g.Edges[e].Source)
                && found.Nodes.Any(n => n.Node == g.Edges[e].Target));
            if (found.CutEdges is null) found.Edges.Length.ShouldBe(among);
            else Told(found.CutEdges, found.Edges.Length, among, TruncationReason.Edges);
        }

        // Two rows a work and each citation from both its ends; the walk may spend half.
        var sure = g.Graph.Around([work], limits with { MaxWork = 2 * ((2 * g.Nodes) + (2 * g.Edges.Count)) });
        sure.Nodes.ShouldBe(enough.Nodes);
        sure.Edges.ShouldBe(enough.Edges);
        (sure.CutNodes, sure.CutEdges).ShouldBe((enough.CutNodes, enough.CutEdges));

        static void Told(Truncation cut, int shown, int all, TruncationReason asked)
        {
            cut.Shown.ShouldBe(shown);
            cut.Total.ShouldBeInRange(shown, all);
            if (cut.TotalIsExact) cut.Total.ShouldBe(all);
            cut.Reason.ShouldBe(shown < cut.Total ? asked : TruncationReason.Work);
        }
    });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Chains_are_the_shortest_there_are_in_order_of_length_and_number(bool timeRespecting) => ForRandomGraphs(
        (g, seed) =>
        {
            var random = new Random(seed);
            var (from, to) = (random.Next(g.Nodes), random.Next(g.Nodes));
            var limits = new ChainLimits
            {
                MaxChains = random.Next(1, 9),
                MaxHops = random.Next(1, 8),
                TimeRespecting = timeRespecting,
                Filter = random.Next(2) == 0 ? EdgeFilter.All : RandomGraph.SomeFilter(seed),
            };
            var wanted = from == to ? [] : Oracle.Chains(g, from, to, int.MaxValue, limits).Where(c => c.Length <= limits.MaxHops + 1)
                .OrderBy(c => c.Length).ThenBy(c => c, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
                .Take(limits.MaxChains).ToList();

            var answer = g.Graph.ShortestChains(from, to, limits);
            answer.WorkRanOut.ShouldBeFalse();
            answer.Chains.Length.ShouldBe(wanted.Count);
            for (var i = 0; i < wanted.Count; i++)
            {
                answer.Chains[i].Hops.Select(h => h.Source).Append(to).ToArray().ShouldBe(wanted[i]);
                foreach (var hop in answer.Chains[i].Hops)
                    hop.Edges.ShouldBe(g.EdgeNumbers(e => e.Source == hop.Source && e.Target == hop.Target)
                        .Where(e => g.Passes(limits.Filter, e)));
            }
        },
        maxNodes: 7,
        forwardShare: 0.5);

    [Fact]
    public void Dates_never_go_forward_along_a_time_respecting_chain()
    {
        var chains = 0;
        ForRandomGraphs((g, seed) =>
        {
            var random = new Random(seed);
            foreach (var chain in g.Graph.ShortestChains(random.Next(g.Nodes), random.Next(g.Nodes)).Chains)
            {
                var dates = chain.Hops.Select(h => g.Dates[h.Source]).Append(g.Dates[chain.Hops[^1].Target]).ToList();
                dates.Skip(1).SkipLast(1).ShouldNotContain(0);
                var known = dates.Where(d => d != 0).ToList();
                known.ShouldBe(known.OrderDescending());
                chains++;
            }
        });
        chains.ShouldBeGreaterThan(20);
    }
}
