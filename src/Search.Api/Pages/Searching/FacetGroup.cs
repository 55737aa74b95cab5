using Search.Api.Pages.Words;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Pages.Searching;

/// <summary>A filter in force.</summary>
/// <param name="Name">What is filtered by, in words.</param>
/// <param name="Value">Its value, in words.</param>
/// <param name="Without">The address without it.</param>
public sealed record ActiveFilter(string Name, string Value, string Without);

/// <summary>A value that the matches can be narrowed to.</summary>
/// <param name="Value">In words.</param>
/// <param name="Count">How many matches have it.</param>
/// <param name="Address">The list of just those.</param>
public sealed record FacetLink(string Value, int Count, string Address)
{
    /// <summary>Of a work: those of the list that are its parts; what cites them counts as the whole's.</summary>
    public IReadOnlyList<FacetLink> Parts { get; init; } = [];
}

/// <summary>Values of one field by which matches can be narrowed.</summary>
/// <param name="Key">organ, clauseKind, documentKind, treatment, cites, year, firstUsed ...</param>
/// <param name="Links">The values, the most frequent first.</param>
public sealed record FacetGroup(string Key, IReadOnlyList<FacetLink> Links)
{
    private const int MostShown = 8;

    // Years are a chart of their own, before these.
    private static readonly string[] Shown =
        ["organ", "documentKind", "clauseKind", "treatment", "cites", "firstUsed", "lang", .. DocumentTopic.All.Select(t => t.Name)];

    internal static IReadOnlyList<FacetGroup> Of(Site site, IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> facets)
    {
        var groups = new List<FacetGroup>();
        foreach (var key in Shown)
        {
            if (!facets.TryGetValue(key, out var values) || key == "lang" && values.Count < 2) continue;
            var links = key == "cites"
                ? WholeWorks(site, values).Take(MostShown).ToList()
                : LinksOf(site, key, values).Take(MostShown).ToList();
            if (key == "firstUsed") links.Sort((a, b) => string.CompareOrdinal(b.Value, a.Value));
            if (links.Count > 0) groups.Add(new(key, links));
        }
        return groups;
    }

    private const int YearsShown = 5;

    /// <summary>The newest years as filters; all of them are in the chart.</summary>
    internal static IReadOnlyList<FacetLink> RecentYears(Site site, IReadOnlyList<ValueCount> years) =>
        [.. LinksOf(site, "year", years.OrderByDescending(y => y.Value, StringComparer.Ordinal)).Take(YearsShown)];

    private static IEnumerable<FacetLink> LinksOf(Site site, string key, IEnumerable<ValueCount> values) => values
        .Where(v => v.Value.Length > 0 && !IsActive(site, key, v.Value))
        .Select(v => new FacetLink(Word(site, key, v.Value), v.Count, site.To(Narrowed(site.Address.Without("page"), key, v.Value))));

    /// <summary>The works of a list, those that are parts of another in it below that.</summary>
    private static IEnumerable<FacetLink> WholeWorks(Site site, IReadOnlyList<ValueCount> values)
    {
        var parts = new PartsOfWorks(site.Catalog, values.Select(v => v.Value));
        return values.Where(v => parts.WholeOf(v.Value) == v.Value)
            .SelectMany(whole => LinksOf(site, "cites", [whole]).Select(link => link with
            {
                Parts = [.. LinksOf(site, "cites", values.Where(v => v != whole && parts.WholeOf(v.Value) == whole.Value))],
            }));
    }

    internal static IReadOnlyList<ActiveFilter> ActiveOf(Site site, SearchRequest request)
    {
        var here = site.Address.Without("page");
        var words = site.Words;
        var active = new List<ActiveFilter>();
        foreach (var (name, value) in here.Query)
        {
            var shown = name switch
            {
                "organ" when Organs.Code(value) is { } code => words.Named("organ", code),
                "kind" or "clauseKind" or "documentKind" => words.Named("kind", value),
                "treatment" => words.Named("treatment", value),
                "cites" => WorkTitle(site, value),
                "from" when request.From is not null => words.Date(request.From),
                "to" when request.To is not null => words.Date(request.To),
                "firstUsed" when request.FirstUsed is not null => value,
                "words" when request.Words is { } clause => clause,
                _ when DocumentTopic.Has(name) => Word(site, name, value),
                _ => null,
            };
            if (shown is not null)
                active.Add(new(words[(name is "clauseKind" or "documentKind"
                    ? "facet."
                    : "filter.") + name], shown, site.To(here.Without(name, value))));
        }
        return active;
    }

    private static bool IsActive(Site site, string key, string value) => key switch
    {
        "documentKind" or "clauseKind" => site.Address.Query.Contains((key, value)) || site.Address.Query.Contains(("kind", value)),
        "year" => site.Address["from"] == value && site.Address["to"] == value,
        _ => site.Address.Query.Contains((key, value)),
    };

    private static PageAddress Narrowed(PageAddress address, string key, string value) => key switch
    {
        "year" => address.With("from", value).With("to", value),
        "lang" => address.With("q", $"{address["q"]} lang:{value}".Trim()),
        "cites" or "treatment" or "firstUsed" => address.With(key, value),
        _ => address.And(key, value),
    };

    /// <summary>A value of a facet in words.</summary>
    internal static string Word(Site site, string key, string value) => key switch
    {
        "documentKind" or "clauseKind" => site.Words.Named("kind", value),
        "treatment" => site.Words.Named("treatment", value),
        "organ" => site.Words.Named("organ", value),
        "cites" => WorkTitle(site, value),
        "lang" => PageWords.Languages.FirstOrDefault(l => l.Code == value).Name ?? value,
        "vote" => site.Words.Named("vote", value),
        _ => DocumentTopic.Shown(key, value),
    };

    private static string WorkTitle(Site site, string work) => site.Catalog.Work(work) is { } found ? Naming.Short(found.Summary) : work;
}
