using System.Diagnostics;
using System.Globalization;
using Search.Catalog;
using Search.Catalog.Tests.Oracle;

namespace Search.Benchmarks.Shards;

/// <summary>Whether a snapshot in shards answers as one that is not, and what either costs.</summary>
internal static class ShardBenchmark
{
    private const int ClausesDrawn = 6000;
    private const int MostShown = 5;
    private const int Context = 60;

    /// <summary>Asks random searches of two snapshots of the same documents, and for beginnings of words, and
    /// counts the answers that differ.</summary>
    public static int Equal(string one, string sharded, int searches, int seed)
    {
        using var whole = ResolutionCatalog.Open(one);
        using var shards = ResolutionCatalog.Open(sharded);
        var draw = new RandomSearches(whole, seed, ClausesDrawn);
        var (different, found, suggested, explained, faceted) = (0, 0, 0, 0, 0);
        for (var i = 0; i < searches; i++)
        {
            var request = draw.Next(i);
            var expected = RandomSearches.Answer(whole, request);
            var beginning = draw.Beginning();
            var answer = RandomSearches.Answer(shards, request);
            var isSame = answer == expected;
            if (!isSame && different < MostShown) ShowDifference(expected, answer);
            isSame &= whole.Suggest(beginning).Words.SequenceEqual(shards.Suggest(beginning).Words);
            if (!isSame && ++different <= MostShown) Console.WriteLine($"search {i} differs: {request}; beginning {beginning}");
            if (!expected.Contains("\"Hits\":[]", StringComparison.Ordinal)) found++;
            if (!expected.Contains("\"DidYouMean\":null,\"Grouped\"", StringComparison.Ordinal)) suggested++;
            if (request.Explain) explained++;
            if (request.Facets.Count > 0) faceted++;
        }
        Console.WriteLine($"{searches} searches: {searches - different} equal, {different} different");
        Console.WriteLine($"{found} with hits, {faceted} with facets, {explained} explained, {suggested} with a suggestion (did you mean)");
        return different == 0 ? 0 : 1;
    }

    /// <summary>Times of the searches of a draw without those that are meant to cost much, on each of
    /// several snapshots, in turns.</summary>
    public static int Times(string[] indexes, int searches)
    {
        ResolutionCatalog[] catalogs = Array.ConvertAll(indexes, i => ResolutionCatalog.Open(i));
        var draw = new RandomSearches(catalogs[0], 1, ClausesDrawn);
        SearchRequest[] requests = [.. Enumerable.Range(0, searches).Select(draw.Next)];
        var times = Array.ConvertAll(catalogs, _ => new double[searches]);
        var work = new long[catalogs.Length];
        for (var round = 0; round < 2; round++) // the first reads the files in and has methods compiled
        {
            Array.Clear(work);
            for (var i = 0; i < searches; i++)
            {
                for (var c = 0; c < catalogs.Length; c++)
                {
                    var began = Stopwatch.GetTimestamp();
                    work[c] += catalogs[c].Search(requests[i]).Work;
                    times[c][i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                }
            }
        }
        Console.WriteLine("index | p50 ms | p90 ms | p99 ms | sum s | work");
        for (var c = 0; c < catalogs.Length; c++)
        {
            var sum = times[c].Sum() / 1000;
            Array.Sort(times[c]);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{indexes[c]} | {At(times[c], 50):0.00} | {At(times[c], 90):0.00} | {At(times[c], 99):0.00} | {sum:0.0} | {work[c]}"));
            catalogs[c].Dispose();
        }
        return 0;
    }

    private static void ShowDifference(string expected, string answer)
    {
        var at = Math.Max(0, expected.AsSpan().CommonPrefixLength(answer) - Context);
        Console.WriteLine($"  one:    {expected.AsSpan(at, Math.Min(2 * Context, expected.Length - at))}");
        Console.WriteLine($"  shards: {answer.AsSpan(at, Math.Min(2 * Context, answer.Length - at))}");
    }

    private static double At(double[] sorted, int percent) => sorted[sorted.Length * percent / 100];
}
