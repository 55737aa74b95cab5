namespace Search.Resolutions.Parsing;

/// <summary>Final labels: which part or draft a paragraph belongs to, and which of several with one label it is.</summary>
internal static class Scopes
{
    /// <summary>Sets scopes and occurrences on the drafts.</summary>
    public static void Apply(List<ClauseDraft> clauses)
    {
        Outer(clauses);
        var drafts = Drafts(clauses);
        var seen = new Dictionary<ClauseLabel, int>();
        foreach (var clause in clauses)
        {
            if (clause.Label == ClauseLabel.Front || clause.Label == ClauseLabel.Back || clause.Label == ClauseLabel.Annex || clause.Label == ClauseLabel.Heading) continue;
            if (drafts.Contains(clause.Resolution)) (clause.Label, clause.Parent) = (clause.Label.In("draft"), clause.Parent?.In("draft"));
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

    /// <summary>
    /// The resolutions of a document that are drafts which another resolution before them recommends: in quotation marks, or announced as one.
    /// A further part, or a neighbour on the same page, is none: where it repeats a label, the label gets its occurrence.
    /// </summary>
    private static HashSet<int> Drafts(List<ClauseDraft> clauses)
    {
        var drafts = new HashSet<int>();
        var first = clauses.Find(c => c.IsNumbered)?.Resolution ?? 0;
        for (var i = 1; i < clauses.Count; i++)
        {
            var resolution = clauses[i].Resolution;
            if (resolution <= first || resolution == clauses[i - 1].Resolution) continue;
            var before = clauses[i - 1].Paragraph.Text.Text;
            if (clauses[i].Paragraph.Quoted || drafts.Contains(resolution - 1)
                || before.Contains("draft resolution", StringComparison.OrdinalIgnoreCase) || before.Contains("following resolution", StringComparison.OrdinalIgnoreCase)) drafts.Add(resolution);
        }
        return drafts;
    }
}
