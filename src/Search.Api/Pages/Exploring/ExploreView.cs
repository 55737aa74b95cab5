using Search.Api.Pages.Layout;
using Search.Api.Pages.Words;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Pages.Exploring;

/// <summary>The surroundings of a work as their page shows them.</summary>
public sealed record ExploreView
{
    /// <summary>How many works a drawing may have.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [60, 150, 300, 1000, 2000];

    private static readonly NumberParameter Depth = GraphParameters.Depth with { Most = 4 };
    private static readonly NumberParameter Nodes = GraphParameters.Nodes with { Least = 10, Most = Sizes[^1], Default = Sizes[0] };

    /// <summary>What the lanes of the drawing can be.</summary>
    public static IReadOnlyList<string> LaneFields { get; } = ["organ", "kind"];

    /// <summary>What was asked for, as written.</summary>
    public required string Asked { get; init; }

    /// <summary>What the box for the work says: the name as it was typed; for an id out of a link the work's own.</summary>
    public string Shown => Work is null || Asked != Work.Id ? Asked : Usual ?? Naming.Short(Work);

    /// <summary>What the work is usually called, or null.</summary>
    public string? Usual { get; init; }

    /// <summary>What the box for the other end of a chain says.</summary>
    public string ShownEnd => End is null || To != End.Id ? To : Naming.Short(End);

    /// <summary>What the lanes of the drawing are: organ or kind.</summary>
    public string Lanes { get; init; } = LaneFields[0];

    /// <summary>Whether many works of one lane and time are one box.</summary>
    public bool Folds { get; init; } = true;

    /// <summary>The work in the middle, or null where none was named or found.</summary>
    public WorkSummary? Work { get; init; }

    /// <summary>Works that may have been meant.</summary>
    public IReadOnlyList<WorkSummary> Candidates { get; init; } = [];

    /// <summary>What was looked for around it.</summary>
    public required NeighbourhoodQuery Query { get; init; }

    /// <summary>What was found, or null.</summary>
    public NeighbourhoodView? Found { get; init; }

    /// <summary>The drawing, or null where a table is shown.</summary>
    public TimelineLayout? Drawing { get; init; }

    /// <summary>The other end of a chain, as written; empty where none was asked for.</summary>
    public string To { get; init; } = "";

    /// <summary>The other end, or null where it is not known.</summary>
    public WorkSummary? End { get; init; }

    /// <summary>The works between the ends of the one chain that is shown, as the address has them; empty for all chains.</summary>
    public string Via { get; init; } = "";

    /// <summary>Chains to the other end, or null where none was asked for or the end is not known.</summary>
    public PathsView? Chains { get; init; }

    /// <summary>Works that the same texts cite.</summary>
    public IReadOnlyList<RelatedWorkView> Together { get; init; } = [];

    /// <summary>What of the address could not be read.</summary>
    public required IReadOnlyList<string> Notices { get; init; }

    internal static ExploreView Of(Site site)
    {
        var catalog = site.Catalog;
        var read = new PageQuery(site.Context.Request, site.Words);
        var asked = read.Text("work", 300);
        var query = read.Values.Walk(new NeighbourhoodQuery
        {
            Depth = read.Nearest(Depth),
            Direction = read.Values.Get(GraphParameters.Direction),
            Nodes = read.Nearest(Nodes),
            Edges = GraphParameters.Edges.Most,
        });
        var view = new ExploreView { Asked = asked, Query = query, Notices = read.Notices };
        if (asked.Length == 0) return view with { Candidates = catalog.Works(new() { Take = 10 }).Page };
        var (work, candidates) = Meant(catalog, asked);
        if (work is null) return view with { Candidates = candidates };

        var chainTo = read.Text("chain", 300);
        var found = catalog.Neighbourhood(work.Id, query);
        var end = chainTo.Length == 0 ? null : Meant(catalog, chainTo).Work;
        var lanes = read.OneOf("lanes", [.. LaneFields]);
        var folds = read.Text("fold") != "none";
        return view with
        {
            Work = work,
            Found = found,
            Usual = UsualName(catalog, work),
            Lanes = lanes,
            Folds = folds,
            Drawing = found is null || read.Text("view") == "table" ? null : TimelineLayout.Of(found.Nodes, found.Edges, new()
            {
                Lane = lanes == "kind" ? w => w.Kind : OrganLane,
                Name = w => UsualName(catalog, w),
                Folds = folds,
                Open = site.Address.Query.Where(q => q.Name == "open").Select(q => q.Value).ToHashSet(),
            }),
            To = chainTo,
            End = end,
            Via = read.Text("via"),
            Chains = end is null ? null : ShortestChains.Between(catalog, work.Id, end.Id, read.Text("via")),
            Together = catalog.Related(work.Id, new RelatedQuery { Take = 12 })?.Works ?? [],
        };
    }

    internal PageFrame Frame(Site site)
    {
        if (Work is null)
            return new()
            {
                Title = site.Words["nav.explore"],
                Section = "explore",
                Wide = true,
                ApiCall = PageAddress.Of("v1", "works").With("sort", "cited-by")
            };
        var call = PageAddress.Of("v1", "works", Work.Id, "neighbourhood")
            .With("depth", Query.Depth.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("direction", Query.Direction == "both" ? null : Query.Direction)
            .With("nodes", Math.Min(Query.Nodes, 1000).ToString(System.Globalization.CultureInfo.InvariantCulture)).With("from", Query.From)
            .With("to", Query.To);
        foreach (var treatment in Query.Treatments) call = call.And("treatment", treatment);
        return new()
        {
            Title = $"{site.Words["nav.explore"]}: {Work.Title}",
            Section = "explore",
            Wide = true,
            ApiCall = call,
            Formats = [new("JSON", "application/json", call), .. DataFormat.OfGraph(PageAddress.Of("v1", "graph").With("work", Work.Id))]
        };
    }

    /// <summary>The work that is meant by a name or id, or those that may be.</summary>
    internal static (WorkSummary? Work, IReadOnlyList<WorkSummary> Candidates) Meant(ResolutionCatalog catalog, string asked)
    {
        if (catalog.Work(asked) is { } known) return (known.Summary, []);
        var resolved = catalog.Resolve(asked);
        return resolved.Works is [var one] && catalog.Work(one.Id) is { } work
            ? (work.Summary, [])
            : (null, [.. resolved.Works.Concat(resolved.Nearest).Take(10)]);
    }

    // The lists of words that name lanes, in the order in which they are tried.
    private static readonly string[] LaneNames = ["lane", "organ", "kind"];

    /// <summary>A lane in words.</summary>
    internal static string LaneName(PageWords words, string lane) =>
        LaneNames.Select(list => words.Named(list, lane)).FirstOrDefault(name => name != lane, lane);

    // Without a symbol no organ is known; treaties and the like are a lane of their own.
    private static string OrganLane(WorkSummary work) => Organs.OfSymbol(work.Canonical)
        ?? (Naming.IsSymbol(work.Canonical) || NotInstruments.Contains(work.Kind) ? TimelineCells.Others : "instrument");

    private static readonly string[] NotInstruments = [.. ResolutionCatalog.DocumentKinds, "unknown", "agenda", "collection"];

    // An instrument's title is a sentence; its first other name is what people say.
    private static string? UsualName(ResolutionCatalog catalog, WorkSummary work) =>
        Naming.IsSymbol(work.Canonical) || work.Title.Length < 28
            ? null
            : catalog.Work(work.Id)?.Names.FirstOrDefault(n => n.Length is > 2 and < 32);
}
