using System.Diagnostics;
using System.Globalization;
using Search.Citations.Graph;

namespace Search.Benchmarks.Graph;

/// <summary>Generates graphs and times their questions, on one thread.</summary>
internal static class GraphBenchmark
{
    private const int Questions = 300;
    private const int Warming = 20;

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
        Say("written", clock.Elapsed, Invariant($"{grown.Nodes:N0} works, {grown.Edges:N0} citations, {bytes:N0} bytes, {bytes / 2.0 / grown.Edges:F2} an edge and direction"));
        return 0;
    }

    public static int Measure(string path)
    {
        Console.WriteLine("| question | median ms | 99 % | processor: median ms | 99 % | |");
        Console.WriteLine("|---|---|---|---|---|---|");
        Times("open", Enumerable.Range(0, 50), _ => CitationGraph.Open(path).Dispose());
        using var graph = CitationGraph.Open(path);
        Once("verify every byte", graph.Verify);

        var random = new Random(1);
        var any = Works(() => random.Next(graph.NodeCount), n => graph.CitedByCount(n) > 0);
        var cited = Works(() => graph.Edge(random.Next(graph.EdgeCount)).Target, _ => true);
        var hubs = Enumerable.Range(0, graph.NodeCount).OrderByDescending(graph.CitedByCount).Take(100).ToArray();
        var filter = new EdgeFilter { Treatments = TreatmentSet.Of(Search.Citations.Treatment.Terminates), From = 2000_01_01 };
        foreach (var (name, works) in new[] { ("any cited work", any), ("works as often as cited", cited), ("the 100 most cited", hubs) })
        {
            Times("first page of cited-by, " + name, works, n => graph.CitedByPage(n));
            Times("the same, one treatment since 2000", works, n => graph.CitedByPage(n, filter));
            Times("all counts of cited-by, " + name, works, n => graph.Count(n, CitationDirection.CitedBy));
            foreach (var direction in new[] { CitationDirection.CitedBy, CitationDirection.Both })
                Times($"neighbourhood of depth 2, {direction}, 1,000 works at most, {name}", works, n => graph.Around([n], new NeighbourhoodLimits { Depth = 2, MaxNodes = 1000, Direction = direction }));
            Times("20 most co-cited, " + name, works, n => graph.Related(n, Relatedness.Cocitation));
        }
        Times("20 most coupled, citing works", Works(() => random.Next(graph.NodeCount), n => graph.CitesCount(n) > 0), n => graph.Related(n, Relatedness.Coupling));
        foreach (var wanted in new[] { 1, 5 })
        {
            Chains(graph, "from a citing work to one as often as cited", wanted, () => (graph.Edge(random.Next(graph.EdgeCount)).Source, graph.Edge(random.Next(graph.EdgeCount)).Target));
            Chains(graph, "between the ends of a walk of 2 to 8 citations", wanted, () => Walk(graph, random));
        }
        Influence? influence = null;
        Once("influence to 1e-8", () => influence = graph.Influence(), () => Invariant($"{influence!.Rounds} rounds, residual {influence.Residual:E1}"));
        TimeReport? report = null;
        Once("cycles and forward references", () => report = graph.CheckTime(), () => Invariant($"{report!.CycleCount:N0} cycles, {report.ForwardReferenceCount:N0} forward references"));
        Console.WriteLine(Invariant($"\n{graph.NodeCount:N0} works, {graph.EdgeCount:N0} citations, most cited {graph.CitedByCount(hubs[0]):N0}; memory after all {Environment.WorkingSet >> 20} MB"));
        return 0;
    }

    private static void Chains(CitationGraph graph, string name, int wanted, Func<(int From, int To)> ends)
    {
        var (found, hops, ranOut) = (0, 0, 0);
        Times(
            $"{(wanted == 1 ? "shortest chain" : wanted + " shortest chains")}, {name}",
            Enumerable.Range(0, Questions).Select(_ => ends()),
            pair =>
            {
                var answer = graph.ShortestChains(pair.From, pair.To, new ChainLimits { MaxChains = wanted });
                if (answer.WorkRanOut) ranOut++;
                if (answer.Chains.IsEmpty) return;
                found++;
                hops += answer.Chains[0].Hops.Length;
            },
            () => Invariant($"found for {found} of {Questions + Warming}, {(double)hops / Math.Max(1, found):F1} hops, work ran out {ranOut} times"));
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

    private static int[] Works(Func<int> draw, Func<int, bool> wanted)
    {
        var works = new List<int>();
        while (works.Count < Questions)
            if (draw() is var work && wanted(work)) works.Add(work);
        return [.. works];
    }

    private static void Times<T>(string name, IEnumerable<T> inputs, Action<T> question, Func<string>? note = null)
    {
        var all = inputs.ToList();
        foreach (var input in all.Take(Warming)) question(input);
        var (times, processor) = (new List<double>(), new List<double>());
        foreach (var input in all)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            question(input);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        processor.Sort();
        Console.WriteLine(Invariant($"| {name} | {At(times, 50):F3} | {At(times, 99):F3} | {At(processor, 50):F3} | {At(processor, 99):F3} | {note?.Invoke()} |"));
        static double At(List<double> sorted, int percent) => sorted[sorted.Count * percent / 100];
    }

    private static void Once(string name, Action work, Func<string>? note = null)
    {
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        work();
        var (wall, used) = (clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
        Console.WriteLine(Invariant($"| {name} | {wall:F0} | | {used:F0} | | once{(note is null ? "" : "; " + note())} |"));
    }

    private static void Say(string what, TimeSpan time, string note) => Console.WriteLine(Invariant($"{what}: {time.TotalSeconds:F1} s {note}"));

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
