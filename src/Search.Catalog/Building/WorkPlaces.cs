using System.Collections.Immutable;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>Where in its document the text of a work begins: of an annexed treaty the annex, of a document the whole.</summary>
internal static class WorkPlaces
{
    /// <summary>Sets the place of every work whose text is here and whose place in it is certain.</summary>
    public static void Set(WorkTable works, ImmutableArray<StructuralRelation> relations, Corpus corpus)
    {
        foreach (var row in works.Rows)
            if (row.Document is { } own && corpus.Find(own)?.Id == row.Work.Id) row.Place = "";
        foreach (var relation in relations)
            if (relation.Kind == WorkRelationKind.SameAs && works.Rows[relation.Target - 1].Place == ""
                && works.Rows[relation.Source - 1] is { Place: null } same && same.Document == works.Rows[relation.Target - 1].Document)
                same.Place = "";

        var printed = relations.Where(r => r.Place is not null && works.Rows[r.Target - 1].Place == ""
            && works.Rows[r.Source - 1].Place is null)
            .Select(r => (Row: works.Rows[r.Source - 1], Document: works.Rows[r.Target - 1].Document!.Value, r.Place));
        foreach (var group in printed.GroupBy(p => p.Document))
        {
            var clauses = corpus.Load(corpus.Find(group.Key)!).Resolution.Clauses;
            var slugs = clauses.Where(c => c is { Kind: ClauseKind.Annex, Provision: not null }).Select(c => c.Provision!.Slug).ToHashSet();
            foreach (var sharing in group.Select(p => (p.Row, Slug: Slug(p.Place!, slugs))).Where(p => p.Slug is not null)
                .GroupBy(p => p.Slug!))
                Share(sharing.Key, [.. sharing.Select(p => p.Row).Distinct()], clauses, slugs);
        }
    }

    /// <summary>The letters over the parts of a resolution: "A", "B".</summary>
    public static IReadOnlyList<char> Letters(ImmutableArray<Clause> clauses)
    {
        var letters = new List<char>();
        foreach (var clause in clauses)
            if (clause.Label == ClauseLabel.Heading && clause.Text.Text.AsSpan().Trim("*_#. ") is [>= 'A' and <= 'Z' and var letter]
                && (letters.Count == 0 || letter == letters[^1] + 1))
                letters.Add(letter);
        return letters;
    }

    /// <summary>The works whose text a document prints within its own, the innermost first.</summary>
    public static ILookup<int, WorkRow> Within(WorkTable works) =>
        works.Rows.Where(r => r is { Document: not null, Place.Length: > 0 }).OrderByDescending(r => r.Place!.Length)
            .ToLookup(r => r.Document!.Value);

    /// <summary>The work that the clause with an address is text of: the innermost that holds it, else the document.</summary>
    public static WorkRow Of(string slug, IEnumerable<WorkRow> within, WorkRow document)
    {
        foreach (var work in within)
            if (slug.StartsWith(work.Place!, StringComparison.Ordinal)
                && (slug.Length == work.Place!.Length || slug[work.Place.Length] is '/' or '~'))
                return work;
        return document;
    }

    /// <summary>The annex as the document numbers it: where there is only one, "annex" and "annex I" are the same.</summary>
    private static string? Slug(string place, HashSet<string> slugs)
    {
        var slug = ProvisionAddress.Of(Pinpoint.Of(place)).Slug;
        if (slugs.Contains(slug)) return slug;
        var other = slug switch { "annex" => "annex-i", "annex-i" => "annex", _ => null };
        return other is not null && slugs.Contains(other) ? other : null;
    }

    /// <summary>Several instruments in one annex are told apart by their titles, in the order of which the parser counts their
    /// texts; else none has a place.</summary>
    private static void Share(string slug, List<WorkRow> rows, ImmutableArray<Clause> clauses, HashSet<string> slugs)
    {
        if (rows.Count == 1)
        {
            rows[0].Place = slug;
            return;
        }
        var found = new List<(int At, WorkRow Row)>();
        foreach (var row in rows)
        {
            var title = CitationResolver.Fold(row.Work.Title);
            var at = -1;
            for (var i = 0; i < clauses.Length && at < 0; i++)
                if (clauses[i].Kind == ClauseKind.Annex && clauses[i].Text.Length < row.Work.Title.Length * 2
                    && CitationResolver.Fold(clauses[i].Text.Text) == title)
                    at = i;
            if (at < 0) return;
            found.Add((at, row));
        }
        foreach (var (n, (_, row)) in found.OrderBy(f => f.At).Index())
            row.Place = n == 0 ? slug
                : $"{slug}/text-{n + 1}" is var text && slugs.Any(s => s.StartsWith(text, StringComparison.Ordinal)) ? text
                : null;
    }
}
