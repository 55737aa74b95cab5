using System.Collections.Immutable;
using System.Globalization;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>The form of clause labels in URLs, unique within a document: the second <c>annex</c> is <c>annex.2</c>.</summary>
internal static class ClauseSlugs
{
    /// <summary>One slug a clause.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<Clause> clauses)
    {
        var seen = new Dictionary<string, int>();
        var slugs = ImmutableArray.CreateBuilder<string>(clauses.Length);
        var taken = new HashSet<string>();
        foreach (var clause in clauses)
        {
            var slug = clause.Label.Slug;
            var n = seen[slug] = seen.GetValueOrDefault(slug) + 1;
            var unique = n == 1 ? slug : string.Create(CultureInfo.InvariantCulture, $"{slug}.{n}");
            while (!taken.Add(unique)) unique = string.Create(CultureInfo.InvariantCulture, $"{slug}.{n = ++seen[slug]}");
            slugs.Add(unique);
        }
        return slugs.ToImmutable();
    }
}
