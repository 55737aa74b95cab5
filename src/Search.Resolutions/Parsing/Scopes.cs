namespace Search.Resolutions.Parsing;

/// <summary>Final labels: which part or draft a paragraph belongs to, and which of several with one label it is.</summary>
internal static class Scopes
{
    /// <summary>Sets scopes and occurrences on the drafts.</summary>
    public static void Apply(List<ClauseDraft> clauses)
    {
        Outer(clauses);
        var parts = HaveOwnNumbering(clauses);
        var first = clauses.Find(c => c.IsNumbered)?.Resolution ?? 0;
        var seen = new Dictionary<ClauseLabel, int>();
        foreach (var clause in clauses)
        {
            if (clause.Label == ClauseLabel.Front || clause.Label == ClauseLabel.Back || clause.Label == ClauseLabel.Annex || clause.Label == ClauseLabel.Heading) continue;
            if (parts && clause.Part is { } part) (clause.Label, clause.Parent) = (clause.Label.In(part), clause.Parent?.In(part));
            else if (clause.Resolution > first) (clause.Label, clause.Parent) = (clause.Label.In("draft"), clause.Parent?.In("draft"));
            ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, clause.Label, out _);
            count++;
            if (count > 1) clause.Label = clause.Label.Occurrence(count);
        }
    }

    /// <summary>
    /// A text that only recommends another ("The Council recommends ... the following draft resolution:") has no numbered clauses of its own:
    /// what it says is front matter to the draft.
    /// </summary>
    private static void Outer(List<ClauseDraft> clauses)
    {
        if (clauses.Count == 0 || clauses[^1].Resolution == 0 && !clauses.Exists(c => c.Resolution > 0)) return;
        var outer = clauses.TakeWhile(c => c.Resolution == 0).Where(c => c.IsNumbered).ToList();
        if (outer.Count == 0 || outer.Exists(c => c.Kind == ClauseKind.Preambular || c.Number is not null)) return;
        foreach (var clause in clauses.TakeWhile(c => c.Resolution == 0))
        {
            if (!clause.IsNumbered) continue;
            clause.Kind = ClauseKind.Other;
            clause.Label = ClauseLabel.Front;
            clause.Parent = null;
        }
    }

    /// <summary>Whether two parts use the same labels, so that the letter must tell them apart.</summary>
    private static bool HaveOwnNumbering(List<ClauseDraft> clauses)
    {
        var owner = new Dictionary<ClauseLabel, string?>();
        foreach (var clause in clauses)
        {
            if (!clause.IsNumbered || clause.Part is null) continue;
            if (!owner.TryAdd(clause.Label, clause.Part) && owner[clause.Label] != clause.Part) return true;
        }
        return false;
    }
}
