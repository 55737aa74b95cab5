using System.Text;
using Search.Resolutions.Text;

namespace Search.Resolutions.Tests;

/// <summary>What holds of every parse of every text.</summary>
internal static class Law
{
    /// <summary>The laws that a parse breaks, each as a sentence.</summary>
    public static IEnumerable<string> Breaches(Resolution resolution)
    {
        var text = resolution.Source.Text;
        var covered = new bool[text.Length];
        foreach (var clause in resolution.Clauses)
        {
            if (!IsInside(clause.Span, text)) yield return $"{clause.Label} has the span {clause.Span}";
            Array.Fill(covered, true, clause.Span.Start, clause.Span.Length);
            for (var i = 0; i < clause.Text.Length; i++)
            {
                var at = clause.Text.ToSource(i);
                if (clause.Span.Contains(at)
                    && (text[at] == clause.Text.Text[i] || clause.Text.Text[i] == ' '
                        || Ligatures.Of(text[at]).Contains(clause.Text.Text[i])))
                    continue;
                yield return $"{clause.Label}: character {i} is mapped to {at}";
                break;
            }
            foreach (var mark in clause.Marks)
                if (mark.Position > clause.Text.Length || !clause.Span.Contains(mark.Span))
                    yield return $"{clause.Label}: mark {mark.Mark} at {mark.Span}, position {mark.Position} of {clause.Text.Length}, lies outside {clause.Span}";
        }
        foreach (var note in resolution.Notes)
        {
            if (!IsInside(note.Span, text)) yield return $"note {note.Mark} has the span {note.Span}";
            Array.Fill(covered, true, note.Span.Start, note.Span.Length);
            foreach (var anchor in note.Anchors)
                if (resolution.Clauses[anchor.Clause].Marks[anchor.Mark].Mark != note.Mark)
                    yield return $"note {note.Mark} is anchored at another mark";
        }
        foreach (var span in resolution.Furniture)
        {
            if (!IsInside(span, text)) yield return $"furniture has the span {span}";
            Array.Fill(covered, true, span.Start, span.Length);
        }
        for (var i = 0; i < text.Length; i++)
        {
            if (covered[i] || char.IsWhiteSpace(text[i]) || InvisibleSigns.Is(text[i])) continue;
            yield return $"'{text[i]}' at {i} is in no clause, note or furniture";
            break;
        }
        var labels = resolution.Clauses.Where(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative).Select(c => c.Label).ToList();
        if (labels.Distinct().Count() != labels.Count) yield return "two clauses have one label";
    }

    /// <summary>A parse as text, for comparing two.</summary>
    public static string Print(Resolution resolution)
    {
        var print = new StringBuilder();
        foreach (var c in resolution.Clauses)
            print.Append(c.Label).Append(c.Span).Append(c.Kind).Append(c.Number).Append(c.Head).Append(c.Text.Text).AppendJoin(',', c.Marks)
                .Append('\n');
        foreach (var n in resolution.Notes) print.Append(n.Mark).Append(n.Span).Append(n.Text.Text).AppendJoin(',', n.Anchors).Append('\n');
        print.AppendJoin(',', resolution.Furniture).AppendJoin('\n', resolution.Diagnostics).Append(resolution.Front);
        return print.ToString();
    }

    private static bool IsInside(TextSpan span, string text) => span.Start >= 0 && span.End <= text.Length && !span.IsEmpty;
}
