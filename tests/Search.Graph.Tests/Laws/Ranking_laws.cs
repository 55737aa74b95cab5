using static Search.Graph.Tests.Laws.Graph_laws;

namespace Search.Graph.Tests.Laws;

public class Ranking_laws
{
    [Theory]
    [InlineData(Relatedness.Cocitation)]
    [InlineData(Relatedness.Coupling)]
    public void Related_works_share_as_many_as_plain_sets_say(Relatedness by) => ForRandomGraphs((g, seed) =>
    {
        var filter = seed % 2 == 0 ? EdgeFilter.All : RandomGraph.SomeFilter(seed);
        var edges = Enumerable.Range(0, g.Edges.Count).Where(e => g.Passes(filter, e)).Select(e => g.Edges[e]).ToList();
        var sets = Enumerable.Range(0, g.Nodes)
            .Select(n => (by == Relatedness.Cocitation
                ? edges.Where(e => e.Target == n).Select(e => e.Source)
                : edges.Where(e => e.Source == n).Select(e => e.Target))
                .Where(o => o != n).ToHashSet()).ToList();
        for (var node = 0; node < g.Nodes; node++)
        {
            var wanted = Enumerable.Range(0, g.Nodes).Where(o => o != node)
                .Select(o => (Node: o, Shared: sets[o].Intersect(sets[node]).Count())).Where(o => o.Shared > 0)
                .ToDictionary(o => o.Node, o => o.Shared);
            var answer = g.Graph.Related(node, by, 100, filter);
            answer.Cut.ShouldBeNull();
            answer.Works.ToDictionary(w => w.Node, w => w.Shared).ShouldBe(wanted, ignoreOrder: true);
            foreach (var work in answer.Works)
                work.Strength.ShouldBe(work.Shared / Math.Sqrt((double)sets[node].Count * sets[work.Node].Count), 1e-12);
            answer.Works.Select(w => w.Shared).ShouldBe(answer.Works.Select(w => w.Shared).OrderDescending());

            var two = g.Graph.Related(node, by, 2, filter);
            two.Works.ShouldBe(answer.Works.Take(2));
            if (wanted.Count > 2) two.Cut.ShouldBe(new Truncation(TruncationReason.Nodes, 2, wanted.Count, TotalIsExact: true));
            else two.Cut.ShouldBeNull();
        }
    });

    [Theory]
    [InlineData(Relatedness.Cocitation)]
    [InlineData(Relatedness.Coupling)]
    public void Related_works_that_ran_out_of_work_say_so_and_count_no_more_than_there_are(Relatedness by) => ForRandomGraphs((g, seed) =>
    {
        var random = new Random(seed);
        var node = random.Next(g.Nodes);
        var whole = g.Graph.Related(node, by, 100);
        var shared = whole.Works.ToDictionary(w => w.Node, w => w.Shared);
        for (var allowed = 0; allowed <= 60; allowed += random.Next(1, 6))
        {
            var found = g.Graph.Related(node, by, 100, maxWork: allowed);
            foreach (var work in found.Works) work.Shared.ShouldBeLessThanOrEqualTo(shared[work.Node]);
            if (found.Cut is null) found.Works.ShouldBe(whole.Works);
            else found.Cut.ShouldBe(new Truncation(TruncationReason.Work, found.Works.Length, found.Works.Length, TotalIsExact: false));
        }
    });

    [Fact]
    public void Influence_is_what_the_full_matrix_gives() => ForRandomGraphs(
        (g, seed) =>
        {
            var model = new InfluenceModel
            {
                Filter = seed % 2 == 0 ? EdgeFilter.All : RandomGraph.SomeFilter(seed),
                Weights = SomeWeights(seed)
            };
            var influence = g.Graph.Influence(model);
            influence.Converged.ShouldBeTrue();
            influence.Residual.ShouldBeLessThanOrEqualTo(1e-8);
            influence.Scores.Sum().ShouldBe(1, 1e-12);
            var dense = Dense(g, model);
            for (var n = 0; n < g.Nodes; n++) influence.Scores[n].ShouldBe(dense[n], 1e-7);
        },
        forwardShare: 0.5);

    [Fact]
    public void Influence_is_PageRank_where_every_citation_of_a_work_counts_alike_and_all_together_for_one() => ForRandomGraphs(
        (random, _) =>
        {
            var counts = random.Edges.CountBy(e => e.Source).ToDictionary();
            using var g = RandomGraph.Of(random.Dates, random.Edges.Select(e => e with { ListSize = counts[e.Source] }));
            var influence = g.Graph.Influence(new InfluenceModel { Weights = EdgeWeights.Equal, Tolerance = 1e-10 });
            var ranks = Oracle.PageRank(g, damping: 0.85);
            for (var n = 0; n < g.Nodes; n++) influence.Scores[n].ShouldBe(ranks[n], 1e-7);
        },
        forwardShare: 0.5);

    [Fact]
    public void Influence_that_did_not_converge_says_so()
    {
        using var g = RandomGraph.Of([2000_00_00, 1990_00_00, 1980_00_00], [new GraphEdge(0, 1), new GraphEdge(1, 2), new GraphEdge(2, 0)]);
        var influence = g.Graph.Influence(new InfluenceModel { Tolerance = 1e-15, MaxRounds = 2 });
        influence.Converged.ShouldBeFalse();
        influence.Residual.ShouldBeGreaterThan(1e-15);
        influence.Rounds.ShouldBe(2);
    }

    [Fact]
    public void Cycles_are_the_groups_that_reach_each_other() => ForRandomGraphs(
        (g, _) =>
        {
            var reach = new bool[g.Nodes, g.Nodes];
            foreach (var edge in g.Edges) reach[edge.Source, edge.Target] = true;
            for (var k = 0; k < g.Nodes; k++)
                for (var i = 0; i < g.Nodes; i++)
                    for (var j = 0; j < g.Nodes; j++)
                        reach[i, j] |= reach[i, k] && reach[k, j];
            var groups = Enumerable.Range(0, g.Nodes)
                .Select(n => string.Join(' ', Enumerable.Range(0, g.Nodes).Where(o => o == n || (reach[n, o] && reach[o, n]))))
                .Where(s => s.Contains(' ', StringComparison.Ordinal)).Distinct();
            var report = g.Graph.CheckTime();
            report.Cycles.Select(c => string.Join(' ', c)).ShouldBe(groups, ignoreOrder: true);
            report.CycleCount.ShouldBe(report.Cycles.Length);
        },
        forwardShare: 0.6);

    [Fact]
    public void Forward_references_are_the_edges_from_works_certainly_older_than_what_they_cite() => ForRandomGraphs(
        (g, _) =>
        {
            var wanted = Enumerable.Range(0, g.Edges.Count)
                .Where(e => GraphDates.IsCertainlyBefore(g.Dates[g.Edges[e].Source], g.Dates[g.Edges[e].Target])).ToList();
            var report = g.Graph.CheckTime(limit: 3);
            report.ForwardReferenceCount.ShouldBe(wanted.Count);
            report.ForwardReferences.ShouldBe(wanted.Take(3));
            report.SelfCitations.ShouldBe(Enumerable.Range(0, g.Edges.Count).Count(e => g.Edges[e].Source == g.Edges[e].Target));
            report.UndatedNodes.ShouldBe(g.Dates.Count(d => d == 0));
        },
        forwardShare: 0.6);

    private static EdgeWeights SomeWeights(int seed)
    {
        var random = new Random(seed);
        return new EdgeWeights
        {
            Treatments = [.. Enumerable.Range(0, random.Next(33)).Select(_ => random.NextDouble())],
            Places = [.. Enumerable.Range(0, random.Next(9)).Select(_ => random.NextDouble())],
            WithoutPinpoint = random.NextDouble(),
        };
    }

    /// <summary>Power iteration on the whole matrix, with what is kept back and what cites nothing spread over all.</summary>
    private static double[] Dense(RandomGraph g, InfluenceModel model)
    {
        var n = g.Nodes;
        var matrix = new double[n, n];
        var given = new double[n];
        foreach (var e in Enumerable.Range(0, g.Edges.Count).Where(e => g.Passes(model.Filter, e)))
        {
            matrix[g.Edges[e].Source, g.Edges[e].Target] += model.Weights.Of(g.Edges[e]);
            given[g.Edges[e].Source] += model.Weights.Of(g.Edges[e]);
        }
        var x = Enumerable.Repeat(1.0 / n, n).ToArray();
        for (var round = 0; round < 400; round++)
        {
            var next = new double[n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                {
                    var share = (matrix[i, j] / Math.Max(1, given[i])) + (Math.Max(0, 1 - given[i]) / n);
                    next[j] += x[i] * ((model.Damping * share) + ((1 - model.Damping) / n));
                }
            x = next;
        }
        return x;
    }
}
