using System.Runtime.CompilerServices;
using Search.Catalog;

namespace Search.Api.Pages.Searching;

/// <summary>A question that finds something in the corpus that is served.</summary>
/// <param name="Address">Where it is answered.</param>
/// <param name="Key">The word that says what kind of question it is.</param>
/// <param name="Clauses">How many clauses are found.</param>
public sealed record HomeExample(PageAddress Address, string Key, long Clauses)
{
    /// <summary>The question as a reader would type it; null where it is one of filters alone.</summary>
    public string? Query => Address["q"];
}

/// <summary>Three questions made from what a snapshot holds, each tried: for a provision or a symbol, for a
/// phrase, and through the citations.</summary>
internal static class HomeExamples
{
    private const int MostTried = 30, LongestName = 40, ShortestPhrase = 8, LongestPhrase = 40;

    private const string Article = "art. ";

    // A snapshot does not change: the questions are found once.
    private static readonly ConditionalWeakTable<ResolutionCatalog, IReadOnlyList<HomeExample>> Found = [];

    /// <summary>The questions for a snapshot; fewer where nothing of a kind is there.</summary>
    public static IReadOnlyList<HomeExample> Of(ResolutionCatalog catalog) => Found.GetValue(catalog, Find);

    private static List<HomeExample> Find(ResolutionCatalog catalog)
    {
        var works = catalog.Works(new() { Cited = true, Take = MostTried }).Page;
        return [.. new[] { OfProvision(catalog, works)
            ?? OfSymbol(catalog, works), OfPhrase(catalog), OfTreatment(catalog) ?? OfCitations(catalog, works) }.OfType<HomeExample>()];
    }

    private static HomeExample? OfProvision(ResolutionCatalog catalog, IEnumerable<WorkSummary> works)
    {
        foreach (var work in works.Where(w => !Naming.IsSymbol(w.Canonical)))
        {
            var article = catalog.CitedBy(work.Id, new() { Take = 0 })!.Groups.Provision.Select(p => p.Value).FirstOrDefault(IsArticle);
            if (article is null) continue;
            var names = (catalog.Work(work.Id)?.Names ?? []).Prepend(work.Title)
                .Where(n => n.Length < LongestName && !n.Contains('"', StringComparison.Ordinal));
            foreach (var name in names)
                if (catalog.Resolve(name) is { Works: [var one] } && one.Id == work.Id
                    && Tried(catalog, $"cites:\"{name}\" article:{article[Article.Length..]}", "home.try.provision") is { } tried)
                    return tried;
        }
        return null;
    }

    /// <summary>"art. 16": an article without a paragraph.</summary>
    private static bool IsArticle(string provision) =>
        provision.StartsWith(Article, StringComparison.Ordinal) && int.TryParse(provision.AsSpan(Article.Length), out _);

    private static HomeExample? OfSymbol(ResolutionCatalog catalog, IEnumerable<WorkSummary> works) =>
        works.FirstOrDefault(w => w.InCorpus && Naming.IsSymbol(w.Canonical) && catalog.Resolve(w.Canonical).Works is [var one]
            && one.Id == w.Id) is { } work
            ? Tried(catalog, work.Canonical, "home.try.symbol") : null;

    // Of the titles of what was adopted last those words that most clauses have.
    private static HomeExample? OfPhrase(ResolutionCatalog catalog) => catalog.Documents(new() { Take = MostTried }).Page
        .Select(d => d.Title?.Split(',', ':', ';', '(')[0].Trim().Trim('"', '“', '”') ?? "")
        .Where(t => t.Length is >= ShortestPhrase and <= LongestPhrase && t.Contains(' ', StringComparison.Ordinal)
            && !t.Contains('"', StringComparison.Ordinal))
        .Select(t => $"\"{char.ToLowerInvariant(t[0])}{t[1..]}\"").Distinct()
        .Select(q => Tried(catalog, q, "home.try.phrase")).OfType<HomeExample>().MaxBy(e => e.Clauses);

    private static HomeExample? OfTreatment(ResolutionCatalog catalog) =>
        Tried(catalog, new() { Treatments = ["terminates"], ClauseKinds = ["operative"] }, PageAddress.Of().With("treatment", "terminates")
            .With("clauseKind", "operative"), "home.try.ended");

    private static HomeExample? OfCitations(ResolutionCatalog catalog, IEnumerable<WorkSummary> works) => works
        .Select(w => Tried(catalog, new() { Cites = w.Id, ClauseKinds = ["operative"] }, PageAddress.Of().With("cites", w.Id)
            .With("clauseKind", "operative"), "home.try.graph"))
        .FirstOrDefault(e => e is not null);

    private static HomeExample? Tried(ResolutionCatalog catalog, string query, string key) =>
        Tried(catalog, new() { Query = query }, PageAddress.Of().With("q", query), key);

    private static HomeExample? Tried(ResolutionCatalog catalog, SearchRequest request, PageAddress address, string key) =>
        catalog.Search(request with { Take = 0 }) is { Total: > 0, Query.Warnings.Count: 0 } found ? new(address, key, found.Total) : null;
}
