using System.Diagnostics;
using System.Globalization;

namespace Search.Benchmarks.Graph;

/// <summary>Times questions one after the other and prints a row of a table for each kind, wall clock beside processor.</summary>
/// <param name="only">Only kinds whose names hold this text.</param>
internal sealed class BenchmarkTimes(string only)
{
    /// <summary>Questions of a kind that are asked once before any is timed.</summary>
    public const int Warming = 20;

    public static string Header =>
        """
        | question | median ms | 99 % | longest | processor: median ms | 99 % | longest | |
        |---|---|---|---|---|---|---|---|
        """;

    public void Of<T>(string name, IEnumerable<T> inputs, Action<T> question, Func<string>? note = null, Action? before = null)
    {
        if (!Wanted(name)) return;
        var all = inputs.ToList();
        foreach (var input in all.Take(Warming)) question(input);
        var (times, processor) = (new List<double>(), new List<double>());
        foreach (var input in all)
        {
            before?.Invoke();
            var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            question(input);
            processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        Console.WriteLine($"| {name} | {Quantiles(times)} | {Quantiles(processor)} | {note?.Invoke()} |");
    }

    public void Once(string name, Action work, Func<string>? note = null, bool always = false)
    {
        if (!always && !Wanted(name)) return;
        var clock = Stopwatch.StartNew();
        var cpu = Environment.CpuUsage.TotalTime;
        work();
        var (wall, used) = (clock.Elapsed.TotalMilliseconds, (Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {wall:F0} | | | {used:F0} | | | once{(note is null ? "" : "; " + note())} |"));
    }

    private bool Wanted(string name) => name.Contains(only, StringComparison.Ordinal);

    private static string Quantiles(List<double> times)
    {
        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{At(50):F3} | {At(99):F3} | {times[^1]:F3}");
        double At(int percent) => times[Math.Min(times.Count - 1, times.Count * percent / 100)];
    }
}
