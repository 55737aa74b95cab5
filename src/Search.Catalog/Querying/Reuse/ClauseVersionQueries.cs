using Search.Citations;
using Search.Reuse.Comparison;

namespace Search.Catalog.Querying.Reuse;

/// <summary>The history of clauses: where their words were used before and after.</summary>
internal sealed class ClauseVersionQueries(Database db, ClausePassages passages, VerbStrength verbs)
{
    /// <summary>The versions of a clause, a page of them; null where there is no such clause.</summary>
    public ClauseVersions? Versions(string document, string label, int skip, int take)
    {
        if (Number(document, label) is not { } number) return null;
        var own = number - 1;
        var self = passages.Index.Document(own);
        var (cited, citing) = (passages.CitedBy(self), passages.Citing(self));
        var uses = passages.Uses(own);
        var order = passages.Index.Order(self);
        var itself = new PassageUse(own, self, order, 100, true);
        var all = uses.Where(u => u.Order > 0 && u.Order <= order).Append(itself).Concat(uses.Where(u => u.Order > order || u.Order == 0))
            .ToList();
        if (order == 0) all = [.. uses.Where(u => u.Order > 0), itself, .. uses.Where(u => u.Order == 0)];

        // the one before the page as well: the first is compared with it
        var page = all.Skip(Math.Max(0, skip - 1)).Take(skip > 0 ? take + 1 : take).ToList();
        var earlier = passages.Earlier(uses, order, passages.Kind(own), cited.Contains);
        var rows = passages.Rows([.. page.Select(u => u.Passage), .. earlier.Passages, own]);
        var versions = new List<ClauseVersion>();
        for (var i = skip > 0 ? 1 : 0; i < page.Count; i++)
        {
            var before = i > 0 ? rows[page[i - 1].Passage] : null;
            var row = rows[page[i].Passage];
            var isChanged = before is not null && before.Text != row.Text;
            versions.Add(new(Show(page[i]), isChanged
                ? Differences.Of(before!.Text, row.Text)
                : [], isChanged ? Differences.Verb(verbs, before!.Text, row.Text) : null));
        }
        return new(History(own, rows[own], uses, earlier, Show), all.Count, versions);

        ClauseUse Show(PassageUse use) =>
            ClausePassages.Shown(rows[use.Passage], use, use.Passage == own
                ? "itself"
                : When(use.Order, order), Cites(use, order, cited, citing));
    }

    /// <summary>The history of every clause of a document in a line, by label in URLs; clauses too short to compare, front
    /// and closing matter have none.</summary>
    public Dictionary<string, ClauseHistory> Histories(string document)
    {
        if (db.First("SELECT number FROM documents WHERE slug = $1", r => r.GetInt32(0), document) is not (> 0 and var number)) return [];
        var (begin, end) = passages.Index.Passages(number - 1);
        return Of(Enumerable.Range(begin, end - begin)).ToDictionary(h => h.Slug, h => h.History);
    }

    /// <summary>The histories of some clauses in a line, by their ids; clauses that are not here, or have none, are left out.</summary>
    public Dictionary<string, ClauseHistory> Histories(IEnumerable<string> clauses) => Of(clauses
        .Select(id => id.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Number(id[..slash], id[(slash + 1)..]) : null)
        .OfType<int>().Distinct().Select(n => n - 1))
        .ToDictionary(h => h.History.Clause, h => h.History);

    /// <summary>The same of hits.</summary>
    public Dictionary<string, ClauseHistory> Histories(IEnumerable<SearchHit> hits) =>
        Of(hits.Where(h => h.Number > 0).Select(h => h.Number - 1).Distinct()).ToDictionary(h => h.History.Clause, h => h.History);

    private List<(string Slug, ClauseHistory History)> Of(IEnumerable<int> clauses)
    {
        var cited = new Dictionary<int, HashSet<int>>();
        var found = new List<(int Passage, int Order, List<PassageUse> Uses, EarlierUses Earlier)>();
        foreach (var passage in clauses)
        {
            if (passages.Kind(passage) == "short") continue;
            var document = passages.Index.Document(passage);
            if (!cited.TryGetValue(document, out var cites)) cited.Add(document, cites = passages.CitedBy(document));
            var (order, uses) = (passages.Index.Order(document), passages.Uses(passage));
            found.Add((passage, order, uses, passages.Earlier(uses, order, passages.Kind(passage), cites.Contains)));
        }
        var rows = passages.Rows(found.SelectMany(f => f.Earlier.Passages.Append(f.Passage)));
        return found.ConvertAll(f => (rows[f.Passage].Slug, History(f.Passage, rows[f.Passage], f.Uses, f.Earlier,
            use => ClausePassages.Shown(rows[use.Passage], use, When(use.Order, f.Order),
                Cites(use, f.Order, cited[passages.Index.Document(f.Passage)], [])))));
    }

    private ClauseHistory History(int passage, PassageRow row, List<PassageUse> uses, EarlierUses earlier, Func<PassageUse, ClauseUse> show)
    {
        return new()
        {
            Clause = $"{row.DocumentSlug}/{row.Slug}",
            Kind = passages.Kind(passage),
            Documents = uses.Count,
            SameWords = uses.Count(u => u.SameWords),
            First = Shown(earlier.First),
            Source = Shown(earlier.Source),
            Draft = Shown(earlier.Draft),
            Silent = earlier.Silent,
            Wording = passages.Index.Wording(passage),
        };

        ClauseUse? Shown(PassageUse? use) => use is { } found ? show(found) : null;
    }

    private int? Number(string document, string label) => ClauseNumbers.Of(db, document, label);

    private static string When(int use, int order) =>
        use == 0 || order == 0 ? "undated" : use == order ? "same-day" : use < order ? "earlier" : "later";

    private static bool? Cites(PassageUse use, int order, HashSet<int> cited, HashSet<int> citing) => When(use.Order, order) switch
    {
        "earlier" => cited.Contains(use.Document),
        "later" => citing.Contains(use.Document),
        _ => null,
    };
}

/// <summary>What changed between two texts, as answers say it.</summary>
internal static class Differences
{
    public static List<ChangedText> Of(string before, string after) =>
        [.. WordDiff.Of(before, after)
            .Select(s => new ChangedText(s.Change switch { TextChange.Dropped => "dropped", TextChange.Added => "added",
                _ => "same" }, s.Text))];

    /// <summary>How the verb changed; null where both texts open with the same words.</summary>
    public static VerbChange? Verb(VerbStrength verbs, string before, string after) =>
        verbs.Opening(before) is { } from && verbs.Opening(after) is { } to && from != to
        ? new(from, to, verbs.Compare(before, after).ToString().ToLowerInvariant())
        : null;
}
