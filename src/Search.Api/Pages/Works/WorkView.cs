using Search.Api.Pages.Citing;
using Search.Api.Pages.Layout;
using Search.Catalog;
using Search.Catalog.Citing;
using Search.Catalog.Parameters;

namespace Search.Api.Pages.Works;

/// <summary>Edges with one treatment, and how many there are.</summary>
/// <param name="Treatment">Its word.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Edges">The first of them.</param>
/// <param name="All">The address of all of them.</param>
public sealed record EdgeGroup(string Treatment, int Total, IReadOnlyList<EdgeDetails> Edges, string All);

/// <summary>A value that edges can be narrowed to.</summary>
/// <param name="Text">In words.</param>
/// <param name="Count">How many have it.</param>
/// <param name="Address">The list of just those, or without the filter where it is in force.</param>
/// <param name="Active">Whether the filter is in force.</param>
public sealed record EdgeFilter(string Text, int Count, string Address, bool Active);

/// <summary>A work as its page shows it.</summary>
public sealed record WorkView
{
    /// <summary>Edges on a page of a plain list.</summary>
    public const int PageSize = 20;

    private const int InGroup = 4;

    private static readonly string[] TableFields = ["year", "treatment"];

    /// <summary>The work.</summary>
    public required WorkDetails Work { get; init; }

    /// <summary>What later texts do to it, as of the last day asked for.</summary>
    public required WorkStatus Status { get; init; }

    /// <summary>cited-by or cites.</summary>
    public required string Direction { get; init; }

    /// <summary>newest or oldest.</summary>
    public required string Sort { get; init; }

    /// <summary>The page of a plain list, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Counts over all edges that match, and the page of a plain list.</summary>
    public required EdgePage Edges { get; init; }

    /// <summary>The edges by treatment; empty where a plain list is shown.</summary>
    public required IReadOnlyList<EdgeGroup> Groups { get; init; }

    /// <summary>The edges counted by year and treatment, where that table is asked for.</summary>
    public Grouping? Table { get; init; }

    /// <summary>What of the address could not be read.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    /// <summary>The part of the work that was asked for, or empty.</summary>
    public required string Provision { get; init; }

    /// <summary>The text of that part, where it is in the corpus.</summary>
    public required ProvisionText? Quoted { get; init; }

    /// <summary>How the work is cited.</summary>
    public Reference? Reference { get; init; }

    /// <summary>Filters by name: treatment, place, organ, documentKind, provision.</summary>
    public required IReadOnlyList<(string Key, IReadOnlyList<EdgeFilter> Filters)> Filters { get; init; }

    /// <summary>Whether any filter is in force.</summary>
    public required bool Filtered { get; init; }

    internal static WorkView? Of(Site site, string id)
    {
        var catalog = site.Catalog;
        if (catalog.Work(id) is not { } work) return null;
        var query = new PageQuery(site.Context.Request, site.Words);
        var direction = query.OneOf("view", "cited-by", "cites");
        var edgeQuery = Read(query) with { Skip = (query.Page - 1) * PageSize, Take = PageSize };
        EdgePage Ask(EdgeQuery q) => (direction == "cites" ? catalog.Cites(id, q) : catalog.CitedBy(id, q))!;
        var isTable = query.Text("list") == "table";
        var page = Ask(isTable ? edgeQuery with { Take = 0, GroupBy = TableFields } : edgeQuery);
        var grouped = !isTable && edgeQuery.Treatments.Count == 0 && query.Text("list") != "plain" && page.Groups.Treatment.Count > 1;
        var here = site.Address.Without("page");
        return new()
        {
            Work = work,
            Reference = catalog.Cite(id, clause: null, site.Absolute(site.ToWork(id))),
            Status = catalog.Status(id, edgeQuery.To)!,
            Direction = direction,
            Sort = edgeQuery.NewestFirst ? "newest" : "oldest",
            Page = query.Page,
            Edges = page,
            Table = isTable ? page.Grouped : null,
            Groups = !grouped ? [] :
            [
                .. page.Groups.Treatment.Select(t => new EdgeGroup(
                    t.Value, t.Count, Ask(edgeQuery with { Treatments = [t.Value], Skip = 0, Take = InGroup }).Edges,
                    site.To(here.And("treatment", t.Value)))),
            ],
            Notices = query.Notices,
            Provision = edgeQuery.Provision ?? "",
            Quoted = edgeQuery.Provision is { } asked ? catalog.Provision(id, asked) : null,
            Filters =
            [
                .. new[]
                {
                    ("treatment", FiltersOf(site, "treatment", "treatment", page.Groups.Treatment)),
                    ("provision", FiltersOf(site, "pinpoint", null, page.Groups.Provision)),
                    ("place", FiltersOf(site, "place", "place", page.Groups.Place)),
                    ("organ", FiltersOf(site, "organ", "organ", page.Groups.Organ)),
                    ("documentKind", FiltersOf(site, "documentKind", "kind", page.Groups.Kind)),
                }.Where(f => f.Item2.Count > 0),
            ],
            Filtered = here.Query.Any(q => EdgeParameters.OfEdges.Any(p => p.OldNames.Prepend(p.Name).Contains(q.Name))),
        };
    }

    /// <summary>The filters and the order that an address asks for.</summary>
    internal static EdgeQuery Read(PageQuery query) => query.Values.List();

    internal PageFrame Frame(Site site)
    {
        var read = new PageQuery(site.Context.Request, site.Words);
        _ = Read(read);
        var call = read.ApiCall(site.Address.At($"/v1/works/{Uri.EscapeDataString(Work.Summary.Id)}/{Direction}"), EdgeParameters.OfLists);
        if (Table is not null) call = TableAsData(call, null);
        var graph = call.Without("groupBy").At("/v1/graph").Without("sort").With("work", Work.Summary.Id).With("direction", Direction);
        return new()
        {
            Title = Work.Summary.Title,
            Metadata = Reference is null ? null : PageMetadata.Of(Reference, site.Originals(Work)),
            ApiCall = call,
            Feed = call.At($"/works/{Uri.EscapeDataString(Work.Summary.Id)}/cited-by").Without("sort"),
            Formats =
            [
                new("CSV", "text/csv", Table is null
                    ? call.At($"/works/{Uri.EscapeDataString(Work.Summary.Id)}/{Direction}.csv")
                    : TableAsData(call, "csv")), new("JSON", "application/json", call), .. DataFormat.OfGraph(graph),
            ],
            Wide = true,
        };
    }

    private static PageAddress TableAsData(PageAddress call, string? format) =>
        call.Without("sort").With("groupBy", string.Join(',', TableFields)).With("format", format);

    private static List<EdgeFilter> FiltersOf(Site site, string parameter, string? list, IReadOnlyList<ValueCount> values)
    {
        const int most = 24;
        var here = site.Address.Without("page");
        var filters = values.Where(v => v.Value.Length > 0).Take(most).Select(v =>
        {
            var chosen = here.Query.FirstOrDefault(q => q.Name == parameter && Same(parameter, q.Value, v.Value));
            var active = chosen.Name is not null;
            var address = active ? here.Without(parameter, chosen.Value)
                : parameter == "pinpoint" ? here.With(parameter, v.Value)
                : here.And(parameter, v.Value);
            return new EdgeFilter(list is null ? v.Value : site.Words.Named(list, v.Value), v.Count, site.To(address), active);
        }).ToList();
        // A filter that nothing passes can still be taken away.
        foreach (var (name, value) in here.Query.Where(q => q.Name == parameter && !values.Any(v => Same(parameter, q.Value, v.Value))))
            filters.Insert(0, new(list is null ? value : site.Words.Named(list, value), 0, site.To(here.Without(name, value)), true));
        return filters;
    }

    // "article 9 (5)" and "art. 9, para. 5" are one provision.
    private static bool Same(string parameter, string asked, string value) =>
        asked == value || parameter == "pinpoint" && ResolutionCatalog.ProvisionAsked(asked).Contains(value);
}
