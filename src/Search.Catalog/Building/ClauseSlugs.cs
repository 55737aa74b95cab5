using System.Collections.Immutable;
using System.Globalization;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>A clause's label and address in URLs, and the other address under which it is found.</summary>
/// <param name="Label">As people read it: <c>OP5(b)</c>, <c>Annex II, art. 6 (3)</c>.</param>
/// <param name="Slug">In URLs: <c>op5-b</c>, <c>annex-ii/art-6/3</c>.</param>
/// <param name="Other">Of a clause in an annex the address that snapshots up to format 3 gave it (<c>annex.436</c>), of a target of a goal <c>target-5.2</c>; else null.</param>
internal readonly record struct ClauseSlug(string Label, string Slug, string? Other);

/// <summary>The form of clause labels in URLs, unique within a document: the second <c>front</c> is <c>front.2</c>, the second <c>annex/art-3</c> is <c>annex/art-3~2</c>.</summary>
internal static class ClauseSlugs
{
    /// <summary>One slug a clause.</summary>
    public static ImmutableArray<ClauseSlug> Of(ImmutableArray<Clause> clauses)
    {
        var labels = new Names('.');
        var provisions = new Names('~');
        var slugs = ImmutableArray.CreateBuilder<ClauseSlug>(clauses.Length);
        foreach (var clause in clauses)
        {
            var label = labels.Unique(clause.Label.Slug);
            var provision = clause.Provision is { Steps.Length: > 0 } address ? provisions.Unique(address.Slug) : null;
            slugs.Add(provision is not null && clause.Kind == ClauseKind.Annex
                ? new(clause.Provision!.Label, provision, label == provision ? null : label)
                : new(clause.Label.ToString(), label, provision));
        }
        return slugs.MoveToImmutable();
    }

    private sealed class Names(char separator)
    {
        private readonly Dictionary<string, int> _seen = [];
        private readonly HashSet<string> _taken = [];

        public string Unique(string name)
        {
            var n = _seen[name] = _seen.GetValueOrDefault(name) + 1;
            var unique = n == 1 ? name : Numbered(name, n);
            while (!_taken.Add(unique)) unique = Numbered(name, n = ++_seen[name]);
            return unique;
        }

        private string Numbered(string name, int n) => string.Create(CultureInfo.InvariantCulture, $"{name}{separator}{n}");
    }
}
