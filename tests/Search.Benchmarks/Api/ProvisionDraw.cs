using Search.Catalog;
using Search.Testing;

namespace Search.Benchmarks.Api;

/// <summary>Draws citations that name a provision of a text in the snapshot, and opens what they name.</summary>
internal static class ProvisionDraw
{
    private const int Drawn = 300;

    public static int Measure(string index, int seed)
    {
        using var catalog = ResolutionCatalog.Open(index, Places.Authorities);
        var named = new List<(string Work, string Pinpoint, string Clause)>();
        foreach (var work in catalog.Works(new() { InCorpus = true, Cited = true, Take = int.MaxValue }).Page)
            named.AddRange(catalog.CitedBy(work.Id, new EdgeQuery { Parts = false, Take = int.MaxValue })!.Edges.Where(e =>
                e.Pinpoint.Length > 0).Select(e => (work.Id, e.Pinpoint, e.Clause)));
        var drawn = named.ToArray();
        new Random(seed).Shuffle(drawn);
        Report("all", drawn, catalog, list: false);
        Report($"{Drawn} drawn with seed {seed}", drawn.AsSpan(0, Math.Min(Drawn, drawn.Length)), catalog, list: true);
        return 0;
    }

    private static void Report(string which, ReadOnlySpan<(string Work, string Pinpoint,
        string Clause)> named, ResolutionCatalog catalog, bool list)
    {
        var opened = 0;
        foreach (var (work, pinpoint, clause) in named)
            if (ResolutionCatalog.ProvisionAsked(pinpoint).All(p => catalog.Provision(work, p) is not null)) opened++;
            else if (list) Console.WriteLine($"not opened: {work} {pinpoint}, cited by {clause}");
        Console.WriteLine($"{which}: {opened} of {named.Length} open ({(double)opened / Math.Max(1, named.Length):f4})");
    }
}
