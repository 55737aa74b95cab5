using Search.Catalog;
using Search.Testing;

namespace Search.Benchmarks.Api;

/// <summary>How fast a snapshot is opened, every byte of it verified: the pages are in memory, one thread works.</summary>
internal static class OpeningBenchmark
{
    private const int Rounds = 5;

    public static int Measure(string index)
    {
        string generation;
        using (var first = ResolutionCatalog.Open(index)) generation = first.Generation;
        var bytes = new DirectoryInfo(Path.Combine(index, generation)).EnumerateFiles("*", SearchOption.AllDirectories).Sum(f => f.Length);
        var best = double.PositiveInfinity;
        for (var i = 0; i < Rounds; i++)
        {
            var start = ThreadClock.Nanoseconds;
            using var catalog = ResolutionCatalog.Open(index);
            best = Math.Min(best, (ThreadClock.Nanoseconds - start) / 1e9);
        }
        Console.WriteLine(FormattableString.Invariant(
            $"{generation}: {bytes / 1e6:f0} MB opened in {best:f3} s of processor time, {bytes / 1e9 / best:f2} GB/s, the authorities and the questions to its parts included"));
        return 0;
    }
}
