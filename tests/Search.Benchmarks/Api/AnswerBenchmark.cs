using System.Globalization;
using Search.Catalog;
using Search.Testing;

namespace Search.Benchmarks.Api;

/// <summary>Asks a snapshot what a server is asked, in this process: what finding and counting costs, and what
/// reading ten hits costs beyond it.</summary>
internal static class AnswerBenchmark
{
    private const int Rounds = 5;
    private const int Every = 400;

    public static int Measure(string index, string passages)
    {
        using var catalog = ResolutionCatalog.Open(index);
        string[] queries = [.. ApiBenchmark.Queries(passages, Every)];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{queries.Length} queries, microseconds of processor time and bytes allocated a query, round by round"));
        for (var round = 0; round <= Rounds; round++)
        {
            var counting = Ask(catalog, queries, 0);
            var answering = Ask(catalog, queries, 10);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"round {round}: counted {counting.Microseconds:f1} ({counting.Bytes} bytes), with ten hits {answering.Microseconds:f1} ({answering.Bytes} bytes)"));
        }

        foreach (var kind in queries.GroupBy(KindOf))
        {
            string[] of = [.. kind];
            var (counting, answering) = (Ask(catalog, of, 0), Ask(catalog, of, 10));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kind.Key} ({of.Length}): counted {counting.Microseconds:f1}, with one hit {Ask(catalog, of, 1).Microseconds:f1}, with ten hits {answering.Microseconds:f1}"));
        }

        return 0;
    }

    private static string KindOf(string query) => query.Contains('"', StringComparison.Ordinal) ? "phrase"
        : query.EndsWith('*') ? "word and beginning" : $"{query.Count(c => c == ' ') + 1} words";

    private static (double Microseconds, long Bytes) Ask(ResolutionCatalog catalog, string[] queries, int take)
    {
        var receiver = new Receiver();
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = ThreadClock.Nanoseconds;
        foreach (var query in queries) catalog.Find(new SearchRequest { Query = query, Take = take }).Read(receiver);
        return ((ThreadClock.Nanoseconds - start) / 1e3 / queries.Length, (GC.GetAllocatedBytesForCurrentThread()
            - bytes) / queries.Length);
    }

    /// <summary>What a server does with a hit is measured over HTTP.</summary>
    private sealed class Receiver : IHitReceiver
    {
        public void Take(in HitView hit)
        {
            // nothing is done with it
        }
    }
}
