using System.Diagnostics;
using System.Globalization;
using Search.Citations;
using Search.Graph;

namespace Search.Benchmarks.Graph;

/// <summary>Generates graphs and times their questions, on one thread.</summary>
internal static class GraphBenchmark
{
    private const int Questions = 1000;

    public static int Describe(string path)
    {
        var numbers = new Dictionary<string, int>();
        Console.WriteLine(DegreeStatistics.Header);
        Console.WriteLine(DegreeStatistics.Row(Path.GetFileName(path), File.ReadLines(path)
            .Select(l => l.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).Where(c => c.Length >= 2)
            .Select(c => (Number(c[0].Split('#')[0]), Number(c[1])))));
        return 0;

        int Number(string name)
        {
            if (!numbers.TryGetValue(name, out var number)) numbers.Add(name, number = numbers.Count);
            return number;
        }
    }

    public static int Generate(string modelName, int edges, string path)
    {
        var model = GraphModel.All.FirstOrDefault(m => m.Name == modelName);
        if (model is null) return 2;
        var clock = Stopwatch.StartNew();
        var grown = new GeneratedGraph(model, edges);
        if (edges <= 1_000_000)
        {
            Console.WriteLine(DegreeStatistics.Header);
            Console.WriteLine(DegreeStatistics.Row("model " + model.Name, grown.Pairs()));
        }
        Say("grown", clock.Elapsed, "");
        clock.Restart();
        using var builder = new CitationGraphBuilder();
        grown.AddTo(builder);
        Say("handed to the builder", clock.Elapsed, "");
        clock.Restart();
        builder.Write(path);
        var bytes = new FileInfo(path).Length;
        Say("written", clock.Elapsed,
            Invariant($"{grown.Nodes:N0} works, {grown.Edges:N0} citations, {bytes:N0} bytes, {bytes / 2.0 / grown.Edges:F2} an edge and direction"));
        return 0;
    }

    /// <summary>Times all kinds of questions, or those whose names hold a text. The whole file has been read through
    /// its mapping before the first.</summary>
    public static int Measure(string path, string only = "")
    {
        Console.WriteLine(BenchmarkTimes.Header);
        var times = new BenchmarkTimes(only);
        times.Of("open", Enumerable.Range(0, 50), _ => CitationGraph.Open(path).Dispose());
        using var graph = CitationGraph.Open(path);
        times.Once("verify every byte", graph.Verify, always: true);

        var random = new Random(1);
        var kinds = Kinds(graph, random);
        var filter = new EdgeFilter { Treatments = TreatmentSet.Of((int)Treatment.Terminates), From = 2000_01_01 };
        // Other works first, so that what is timed has been compiled.
        foreach (var (_, works) in Kinds(graph, new Random(3)))
            foreach (var work in works.Take(100))
            {
                graph.Around([work], Around(CitationDirection.Both));
                graph.Around([work], Around(CitationDirection.CitedBy) with { Filter = filter });
            }
        foreach (var (name, works) in kinds)
        {
            foreach (var direction in new[] { CitationDirection.CitedBy, CitationDirection.Both })
                Neighbourhoods(times, graph, $"neighbourhood of depth 2, {direction}, 1,000 works at most, {name}", works,
                    Around(direction));
            Neighbourhoods(times, graph, "neighbourhood, the same, since 1980 without recalls, "
                + name, works, Around(CitationDirection.Both) with
                {
                    Filter = new EdgeFilter
                    {
                        Treatments = new TreatmentSet(~TreatmentSet.Of((int)Treatment.Recalls).Bits),
                        From = 1980_01_01
                    },
                });
            times.Of("20 most co-cited, " + name, works.Take(300), n => graph.Related(n, Relatedness.Cocitation));
        }
        times.Of("20 most coupled, citing works", Works(300, () => random.Next(graph.NodeCount), n => graph.CitesCount(n) > 0), n =>
            graph.Related(n, Relatedness.Coupling));
        foreach (var wanted in new[] { 1, 5 })
        {
            Chains(times, graph, "from a citing work to one as often as cited", wanted, () =>
                (graph.Edge(random.Next(graph.EdgeCount)).Source, graph.Edge(random.Next(graph.EdgeCount)).Target));
            Chains(times, graph, "between the ends of a walk of 2 to 8 citations", wanted, () => Walk(graph, random));
        }
        Influence? influence = null;
        times.Once("influence to 1e-8", () =>
            influence = graph.Influence(new InfluenceModel { Weights = CitationWeights.Default }),
            () => Invariant($"{influence!.Rounds} rounds, residual {influence.Residual:E1}"));
        TimeReport? report = null;
        times.Once("cycles and forward references", () =>
            report = graph.CheckTime(),
            () => Invariant($"{report!.CycleCount:N0} cycles, {report.ForwardReferenceCount:N0} forward references"));
        Console.WriteLine(Invariant(
            $"\n{graph.NodeCount:N0} works, {graph.EdgeCount:N0} citations, most cited {kinds[^1].Works.Max(graph.CitedByCount):N0}; memory after all {Environment.WorkingSet >> 20} MB"));
        return 0;
    }

    /// <summary>Times the first question that a process asks of a graph: its pages are not in the process's map,
    /// then not in memory at all.</summary>
    public static int First(string path)
    {
        Console.WriteLine(BenchmarkTimes.Header);
        var times = new BenchmarkTimes("");
        (string, int[])[] kinds;
        using (var graph = CitationGraph.Open(path))
        {
            kinds = [.. Kinds(graph, new Random(2)).Select(k => (k.Name, k.Works.Take(100).ToArray()))];
            foreach (var (_, works) in kinds)
                foreach (var work in works) graph.Around([work], Around(CitationDirection.Both));
        }
        foreach (var evict in new[] { false, true })
            foreach (var (name, works) in kinds)
                times.Of(
                    $"first neighbourhood of depth 2, Both, {(evict ? "file not in memory" : "file in memory")}, {name}",
                    works,
                    n =>
                    {
                        using var graph = CitationGraph.Open(path);
                        graph.Around([n], Around(CitationDirection.Both));
                    },
                    before: () =>
                    {
                        GC.Collect();
                        if (evict) PageCache.Forget(path);
                    });
        times.Of("open and preload, file in memory", Enumerable.Range(0, 50), _ => Preloaded(path).Dispose(), before: GC.Collect);
        foreach (var (name, works) in kinds)
        {
            var graph = Preloaded(path);
            times.Of($"first neighbourhood of depth 2, Both, preloaded, {name}", works, n => graph.Around([n], Around(CitationDirection.Both)),
                before: () =>
                {
                    graph.Dispose();
                    GC.Collect();
                    graph = Preloaded(path);
                });
            graph.Dispose();
        }
        return 0;
    }

    private static CitationGraph Preloaded(string path)
    {
        var graph = CitationGraph.Open(path);
        graph.Preload();
        return graph;
    }

    private static NeighbourhoodLimits Around(CitationDirection direction) => new() { Depth = 2, MaxNodes = 1000, Direction = direction };

    private static (string Name, int[] Works)[] Kinds(CitationGraph graph, Random random) =>
    [
        ("any cited work", Works(Questions, () => random.Next(graph.NodeCount), n => graph.CitedByCount(n) > 0)),
        ("works as often as cited", Works(Questions, () => graph.Edge(random.Next(graph.EdgeCount)).Target, _ => true)),
        ("the 100 most cited", [.. Enumerable.Range(0, graph.NodeCount).OrderByDescending(graph.CitedByCount).Take(100)]),
    ];

    private static void Neighbourhoods(BenchmarkTimes times, CitationGraph graph, string name, int[] works, NeighbourhoodLimits limits)
    {
        var (cut, inexact, edgesCut, asked) = (0, 0, 0, 0);
        times.Of(
            name,
            works,
            n =>
            {
                var found = graph.Around([n], limits);
                asked++;
                if (found.CutNodes is not null) cut++;
                if (found.CutNodes is { TotalIsExact: false }) inexact++;
                if (found.CutEdges is { TotalIsExact: false }) edgesCut++;
            },
            () => Invariant($"of {asked}: {cut} had more works, of {inexact} not all were counted; in {edgesCut} citations were not looked at"));
    }

    private static void Chains(BenchmarkTimes times, CitationGraph graph, string name, int wanted, Func<(int From, int To)> ends)
    {
        var (found, hops, ranOut) = (0, 0, 0);
        times.Of(
            $"{(wanted == 1 ? "shortest chain" : wanted + " shortest chains")}, {name}",
            Enumerable.Range(0, 300).Select(_ => ends()),
            pair =>
            {
                var answer = graph.ShortestChains(pair.From, pair.To, new ChainLimits { MaxChains = wanted });
                if (answer.WorkRanOut) ranOut++;
                if (answer.Chains.IsEmpty) return;
                found++;
                hops += answer.Chains[0].Hops.Length;
            },
            () => Invariant($"found for {found} of {300 + BenchmarkTimes.Warming}, {(double)hops / Math.Max(1, found):F1} hops, work ran out {ranOut} times"));
    }

    /// <summary>The ends of a walk along citations that had at least two steps.</summary>
    private static (int From, int To) Walk(CitationGraph graph, Random random)
    {
        while (true)
        {
            var from = graph.Edge(random.Next(graph.EdgeCount)).Source;
            var (at, steps) = (from, 0);
            for (var wanted = random.Next(2, 9); steps < wanted && graph.CitesCount(at) > 0; steps++)
                at = graph.Edge(graph.Cites(at)[random.Next(graph.CitesCount(at))]).Target;
            if (steps >= 2 && at != from) return (from, at);
        }
    }

    private static int[] Works(int count, Func<int> draw, Func<int, bool> wanted)
    {
        var works = new List<int>();
        while (works.Count < count)
            if (draw() is var work && wanted(work)) works.Add(work);
        return [.. works];
    }

    private static void Say(string what, TimeSpan time, string note) =>
        Console.WriteLine(Invariant($"{what}: {time.TotalSeconds:F1} s {note}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
