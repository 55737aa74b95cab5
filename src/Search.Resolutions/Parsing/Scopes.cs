namespace Search.Resolutions.Parsing;

/// <summary>Final labels: whether a paragraph belongs to a draft inside the document, and which of several with one label it is.</summary>
internal static class Scopes
{
    /// <summary>Sets scopes and occurrences. Parts, sections and neighbours on a page are no scopes: where they repeat a
    /// label, it gets its occurrence.</summary>
    public static void Apply(List<ClauseDraft> clauses)
    {
        Outer(clauses);
        var outer = clauses.Exists(c => c is { IsNumbered: true, IsDraft: false });
        // how often a label was seen, and the last clause that opened it, for its items
        var seen = new Dictionary<ClauseLabel, (int Count, ClauseLabel? Latest)>();
        foreach (var clause in clauses)
        {
            if (clause.Label == ClauseLabel.Front || clause.Label == ClauseLabel.Back || clause.Label == ClauseLabel.Annex
                || clause.Label == ClauseLabel.Heading)
                continue;
            if (clause.IsDraft && outer) (clause.Label, clause.Parent) = (clause.Label.In("draft"), clause.Parent?.In("draft"));
            if (clause.Parent is { } parent) clause.Parent = seen.GetValueOrDefault(parent).Latest ?? parent;
            ref var entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, clause.Label, out _);
            entry.Count++;
            if (entry.Count > 1) clause.Label = clause.Label.Occurrence(entry.Count);
            if (!clause.Continues) entry.Latest = clause.Label;
        }
    }

    /// <summary>
    /// A text that only recommends another ("The Council recommends ... the following draft resolution:")
    /// has no numbered clauses of its own: what it says is front matter to the draft.
    /// </summary>
    private static void Outer(List<ClauseDraft> clauses)
    {
        if (!clauses.Exists(c => c.IsDraft)) return;
        var outer = clauses.Where(c => c is { IsDraft: false, IsNumbered: true }).ToList();
        if (outer.Count == 0 || outer.Exists(c => c.Kind == ClauseKind.Preambular || c.Number is not null)) return;
        foreach (var clause in clauses.TakeWhile(c => !c.IsDraft))
        {
            if (!clause.IsNumbered) continue;
            clause.Kind = ClauseKind.Other;
            clause.Label = ClauseLabel.Front;
            clause.Parent = null;
        }
    }
}
