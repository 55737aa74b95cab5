using Search.Api.Http;
using Search.Api.Pages.Layout;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Pages.Searching;

/// <summary>A search as its page shows it.</summary>
public sealed record SearchView
{
    // In the address of a page, lang is the language of the page: that of clauses is part of the query.
    private static readonly IReadOnlyList<Parameter> Taken =
        [.. SearchParameters.OfFilters.Where(p => p != SearchParameters.Lang), SearchParameters.Sort];

    /// <summary>Hits on a page.</summary>
    public const int PageSize = 10;

    private const int MostShown = 6, MostRead = 24;

    /// <summary>What was typed.</summary>
    public required string Query { get; init; }

    /// <summary>The answer; null before anything was asked.</summary>
    public SearchResult? Result { get; init; }

    /// <summary>relevance, newest or oldest.</summary>
    public required string Sort { get; init; }

    /// <summary>The page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>What of the address could not be read.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>The part of the recognised work that the query names, normalised, or empty.</summary>
    public string Provision { get; init; } = "";

    /// <summary>The histories of the hits' clauses, by their ids.</summary>
    public IReadOnlyDictionary<string, ClauseHistory> Histories { get; init; } = new Dictionary<string, ClauseHistory>();

    /// <summary>Whether clauses with the same words are shown once.</summary>
    public bool IsFolded { get; init; }

    /// <summary>Filters in force, each with the address without it.</summary>
    public IReadOnlyList<ActiveFilter> Active { get; init; } = [];

    /// <summary>Values by which the matches can be narrowed.</summary>
    public IReadOnlyList<FacetGroup> Facets { get; init; } = [];

    /// <summary>All years of the matches and how many each has.</summary>
    public IReadOnlyList<ValueCount> Years { get; init; } = [];

    /// <summary>The newest of the years, as filters.</summary>
    public IReadOnlyList<FacetLink> RecentYears { get; init; } = [];

    /// <summary>Whether the query was read as something else than was typed.</summary>
    public bool IsReadOtherwise =>
        Result is not null && Query.Length > 0 && !Words(Query).SequenceEqual(Words(Result.Query.Parsed), StringComparer.OrdinalIgnoreCase);

    // Spaces and brackets around the whole say nothing new.
    private static string[] Words(string query) => query.Trim(' ', '(', ')').Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Filters that a new query keeps.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept { get; init; } = [];

    /// <summary>First of the snapshot's most cited works, shown before anything was asked.</summary>
    public IReadOnlyList<WorkSummary> MostCited { get; init; } = [];

    internal static SearchView Of(Site site)
    {
        var catalog = site.Catalog;
        var words = site.Words;
        var query = new PageQuery(site.Context.Request, words);
        var read = Read(query);
        var request = read with
        {
            Fold = read.Words is null,
            EveryYear = true,
            Facets = ResolutionCatalog.FacetNames,
            Skip = (query.Page - 1) * PageSize,
            Take = PageSize,
            Cancellation = site.Context.RequestAborted
        };
        var active = FacetGroup.ActiveOf(site, request);
        var asked = request.Query.Length > 0 || active.Count > 0;
        var result = asked ? catalog.Search(request) : null;
        site.Context.Charge(result?.Work ?? 0);
        return new()
        {
            Query = request.Query,
            Result = result,
            Sort = request.Sort,
            Page = query.Page,
            Notices = query.Notices,
            IsFolded = request.Fold,
            Histories = result is null ? new Dictionary<string, ClauseHistory>() : catalog.HistoriesOf(result.Hits),
            Provision = result is { Recognised.Count: 1 } ? catalog.Resolve(request.Query).Pinpoint : "",
            Active = active,
            Facets = result is null ? [] : FacetGroup.Of(site, result.Facets),
            Years = result?.Facets.GetValueOrDefault("year") ?? [],
            RecentYears = result is null ? [] : FacetGroup.RecentYears(site, result.Facets.GetValueOrDefault("year") ?? []),
            Kept = [.. site.Address.Query.Where(q => Taken.Any(p => p.Name == q.Name))],
            MostCited = asked ? [] : Apart(catalog.Works(new() { Take = MostRead }).Page, catalog),
        };
    }

    /// <summary>The first works of a list of which none is a part of another, or the same by another symbol: a document and its annex count
    /// the same citations.</summary>
    private static List<WorkSummary> Apart(IEnumerable<WorkSummary> works, ResolutionCatalog catalog)
    {
        var apart = new List<WorkSummary>();
        foreach (var work in works)
        {
            if (apart.Count == MostShown) break;
            var relations = catalog.Work(work.Id)?.Relations ?? [];
            if (!relations.Any(r => r.Kind is "annexed-to" or "part-of" or "same-as" && apart.Exists(listed => listed.Id == r.Work.Id)))
                apart.Add(work);
        }
        return apart;
    }

    /// <summary>The question that an address asks.</summary>
    internal static SearchRequest Read(PageQuery query) => query.Values.Search() with { Languages = [] };

    internal PageFrame Frame(Site site)
    {
        var read = new PageQuery(site.Context.Request, site.Words);
        _ = Read(read);
        var call = read.ApiCall(site.Address.At("/v1/search"), [SearchParameters.Query, .. Taken]).With("limit", "10")
            .With("fold", site.Address["words"] is { Length: > 0 } ? null : "true");
        return new()
        {
            Title = Query.Length > 0 ? Query : "Clausegraph",
            Section = "search",
            Query = null,
            Wide = true,
            Feed = call.At("/search").Without("limit").Without("fold"),
            ApiCall = Result is null ? PageAddress.Of("v1", "index") : call,
            Formats = Result is null
                ? []
                : [new("CSV", "text/csv", call.At("/search.csv").Without("limit").Without("fold")), new("JSON", "application/json", call)],
        };
    }
}
