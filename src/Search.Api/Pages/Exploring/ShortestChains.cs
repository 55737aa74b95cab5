using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Pages.Exploring;

/// <summary>The shortest chains between two works: several only where none is shorter.</summary>
internal static class ShortestChains
{
    private const int Most = 8;

    /// <summary>Chains from a work to another, or back where none leads there; null where a work is unknown.</summary>
    /// <param name="catalog">Where they are looked for.</param>
    /// <param name="from">The citing end.</param>
    /// <param name="to">The cited end.</param>
    /// <param name="via">The ids of the works between, with commas, of the one chain that is wanted; empty for all.</param>
    public static PathsView? Between(ResolutionCatalog catalog, string from, string to, string via)
    {
        var query = new PathQuery { Max = Most };
        var found = catalog.Paths(from, to, query);
        if (found is { Paths.Count: 0 } && catalog.Paths(to, from, query) is { Paths.Count: > 0 } back) found = back;
        if (found is not { Paths: [var first, ..] }) return found;
        var shortest = found.Paths.Where(p => p.Hops.Count == first.Hops.Count).ToList();
        return found with { Paths = shortest.Find(p => Via(p) == via) is { } one && via.Length > 0 ? [one] : shortest };
    }

    /// <summary>The works between the ends of a chain, as an address has them.</summary>
    public static string Via(PathView chain) => string.Join(',', chain.Hops.Skip(1).Select(h => h.From.Id));

    /// <summary>The chains that an address asks for as a table: a row for each citation that makes a step.</summary>
    public static IResult Table(HttpContext context)
    {
        var site = Site.Of(context);
        var query = new PageQuery(context.Request, site.Words);
        var (work, end) = (ExploreView.Meant(site.Catalog, query.Text("work", 300)).Work,
            ExploreView.Meant(site.Catalog, query.Text("chain", 300)).Work);
        if (work is null || end is null || Between(site.Catalog, work.Id, end.Id, query.Text("via")) is not { } found)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        var table = new CsvText("chain", "step", "from", "from_title", "from_date", "treatment", "to", "to_title", "to_date", "clause",
            "label", "pinpoint", "quote");
        foreach (var (c, chain) in found.Paths.Index())
            foreach (var (h, hop) in chain.Hops.Index())
                foreach (var edge in hop.Edges)
                    table.Add(Number(c + 1), Number(h
                        + 1), hop.From.Canonical, hop.From.Title, hop.From.Date, edge.Treatment, hop.To.Canonical, hop.To.Title,
                        hop.To.Date, edge.Clause, edge.Label, edge.Pinpoint, edge.Quote);
        return table.Send(context, $"{found.From.Id}-{found.To.Id}");
    }

    private static string Number(int n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
