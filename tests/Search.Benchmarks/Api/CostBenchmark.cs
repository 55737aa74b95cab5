using Search.Catalog;
using Search.Testing;

namespace Search.Benchmarks.Api;

/// <summary>Asks a snapshot a thousand queries that are meant to cost much, with all facets, and compares the processor time
/// of each with its measured work.</summary>
internal static class CostBenchmark
{
    private const int Queries = 1000;
    private const double Most = 250;

    public static int Measure(string index)
    {
        using var catalog = ResolutionCatalog.Open(index);
        Console.WriteLine($"{catalog.Counts.Clauses} clauses; the usual limit is {SearchRequest.UsualWork:N0} units");
        for (var i = 0; i < 36; i++) Ask(catalog, i); // until what is used most is compiled
        var asked = Enumerable.Range(0, Queries).Select(n => Ask(catalog, n)).ToList();
        Console.WriteLine("| kind | queries | cut | median ms | worst ms | most work, millions of units | ns a unit, median |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var kind in HostileQueries.Kinds.Append("all"))
        {
            var of = asked.Where(a => kind == "all" || a.Kind == kind).ToList();
            Console.WriteLine(FormattableString.Invariant(
                $"| {kind} | {of.Count} | {of.Count(a => a.Cut)} | {Median(of.Select(a => a.Milliseconds)):f1} | {of.Max(a => a.Milliseconds):f0} | {of.Max(a => a.Work) / 1e6:f1} | {Median(of.Select(a => a.Milliseconds * 1e6 / Math.Max(1, a.Work))):f1} |"));
        }
        var above = asked.Where(a => a.Milliseconds > Most).ToList();
        Console.WriteLine($"{above.Count} of {Queries} above {Most} ms, {above.Count(a => !a.Cut)} of them without being cut");
        foreach (var (kind, query, milliseconds, work, cut) in asked.OrderByDescending(a => a.Milliseconds).Take(8))
            Console.WriteLine(FormattableString.Invariant(
                $"{milliseconds:f0} ms, {work / 1e6:f1} M units{(cut ? ", cut" : "")}: {kind}: {query[..Math.Min(100, query.Length)]}"));
        return above.Count == 0 ? 0 : 1;
    }

    private static (string Kind, string Query, double Milliseconds, long Work, bool Cut) Ask(ResolutionCatalog catalog, int number)
    {
        var (kind, query) = HostileQueries.Make(number);
        var request = new SearchRequest
        {
            Query = query,
            Facets = number % 2 == 0 ? ResolutionCatalog.FacetNames : [],
            Take = number % 5 == 0 ? 100 : 10,
            Explain = number % 7 == 0,
            Sort = number % 11 == 0 ? "newest" : "relevance"
        };
        var start = ThreadClock.Nanoseconds;
        var found = catalog.Search(request);
        return (kind, query, (ThreadClock.Nanoseconds - start) / 1e6, found.Work, found.Query.Warnings.Any(w => w.Code == "work-limit"));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }
}
