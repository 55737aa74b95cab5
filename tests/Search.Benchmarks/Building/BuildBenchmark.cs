using System.Diagnostics;
using System.Globalization;
using Search.Catalog;

namespace Search.Benchmarks.Building;

/// <summary>What building a snapshot costs.</summary>
internal static class BuildBenchmark
{
    private const double Million = 1e6;

    /// <summary>Builds a folder of documents and reports processor time, memory and size; a second measurement in the same folder takes
    /// unchanged files from the first.</summary>
    public static int Measure(string sources, string output, string authorities, bool append)
    {
        var process = Process.GetCurrentProcess();
        var (cpu, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        var (step, since) = ("", cpu);
        var report = CatalogBuilder.Build(new BuildRequest
        {
            Sources = [sources],
            Output = output,
            Authorities = authorities,
            Append = append
        }, TimeProvider.System, progress =>
        {
            lock (process)
            {
                if (progress.Step == step) return;
                process.Refresh();
                if (step.Length > 0) Line(step, process.TotalProcessorTime - since);
                (step, since) = (progress.Step, process.TotalProcessorTime);
            }
        });
        process.Refresh();
        Line(step, process.TotalProcessorTime - since);
        var used = process.TotalProcessorTime - cpu;
        var files = new DirectoryInfo(Path.Combine(output, report.Generation!)).GetFiles("*", SearchOption.AllDirectories);
        var bytes = files.Where(f => f.Name != "reuse.bin").Sum(f => f.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            documents {report.Counts.Documents}, clauses {report.Counts.Clauses}, files read {report.FilesRead}, documents kept {report.DocumentsKept}
            processor time {used.TotalSeconds:0.0} s, {used.TotalSeconds * Million / report.Counts.Clauses:0} s per million clauses
            cores busy {used / clock.Elapsed:0.00} of {Environment.ProcessorCount} in {clock.Elapsed.TotalSeconds:0.0} s
            largest resident memory {process.PeakWorkingSet64 / Million:0} MB
            bytes per clause without reuse.bin {(double)bytes / report.Counts.Clauses:0}
            """));
        return 0;
    }

    private static void Line(string step, TimeSpan used) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{used.TotalSeconds,8:0.0} s {step}"));
}
