using System.Collections.Immutable;
using System.Globalization;
using Search.Catalog.Querying;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>A clause's label and address in URLs, and the other address under which it is found.</summary>
/// <param name="Label">As people read it: <c>OP5(b)</c>, <c>Annex II, art. 6 (3)</c>.</param>
/// <param name="Slug">In URLs: <c>op5-b</c>, <c>annex-ii/art-6/3</c>.</param>
/// <param name="Other">Of a clause in an annex the address that snapshots up to format 3 gave it (<c>annex.436</c>), of a target of a goal
/// <c>target-5.2</c>; else null.</param>
internal readonly record struct ClauseSlug(string Label, string Slug, string? Other);

/// <summary>The form of clause labels in URLs, unique within a document: the second <c>front</c> is <c>front.2</c>, the second
/// <c>annex/art-3</c> is <c>annex/art-3~2</c>.</summary>
internal static class ClauseSlugs
{
    /// <summary>What has to be stored of a slug beside its label: nothing, the number after it (<c>.2</c>,
    /// <c>~2</c>), or all of it.</summary>
    public static string? Stored(ClauseSlug slug)
    {
        var given = LabelSlugs.OfLabel(slug.Label);
        if (slug.Slug == given) return null;
        return slug.Slug.StartsWith(given, StringComparison.Ordinal) && slug.Slug[given.Length] is '.' or '~'
            ? slug.Slug[given.Length..]
            : slug.Slug;
    }

    /// <summary>The other address as it is stored: <c>.436</c> for <c>annex.436</c>.</summary>
    public static string? StoredOther(ClauseSlug slug) =>
        slug.Other is { } other && other.StartsWith(NumberedAnnex, StringComparison.Ordinal)
            ? other[(NumberedAnnex.Length - 1)..]
            : slug.Other;

    private const string NumberedAnnex = "annex.";

    /// <summary>One slug a clause.</summary>
    /// <param name="clauses">All clauses of the document.</param>
    /// <param name="kind">Its kind: the paragraphs of a report are no operative paragraphs, and are called by their number alone.</param>
    public static ImmutableArray<ClauseSlug> Of(ImmutableArray<Clause> clauses, DocumentKind kind)
    {
        var labels = new Names('.');
        var provisions = new Names('~');
        var slugs = ImmutableArray.CreateBuilder<ClauseSlug>(clauses.Length);
        foreach (var clause in clauses)
        {
            var label = labels.Unique(clause.Label.Slug);
            var address = clause.Provision is { Steps.Length: > 0 } stated ? stated : kind.IsAct() ? null : ParagraphOf(clause);
            var provision = address is null ? null : provisions.Unique(address.Slug);
            slugs.Add(provision is not null && (clause.Kind == ClauseKind.Annex || clause.Provision is null)
                ? new(address!.Label, provision, label == provision ? null : label)
                : new(clause.Label.ToString(), label, provision));
        }
        return slugs.MoveToImmutable();
    }

    /// <summary>Paragraph 12 (a) of a report as <c>para. 12 (a)</c>; null for clauses without a number of their own.</summary>
    private static ProvisionAddress? ParagraphOf(Clause clause)
    {
        var label = clause.Label.ToString();
        if (clause.Kind != ClauseKind.Operative || !label.StartsWith("OP", StringComparison.Ordinal)
            || label.AsSpan().ContainsAny('[', ':'))
            return null;
        var steps = label[2..].Split(['(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var address = ProvisionAddress.Whole.Then(PinpointUnit.Of("paragraph").Short, steps[0]);
        foreach (var item in steps.AsSpan(1)) address = address.Then("", item);
        return address;
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
