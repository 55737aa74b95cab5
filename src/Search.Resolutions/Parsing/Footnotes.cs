using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Joins footnotes to the places that carry their marks.</summary>
internal static class Footnotes
{
    /// <summary>The notes with their anchors. A mark that several notes share belongs, in each place, to the nearest note after it, else to
    /// the last one before.</summary>
    public static ImmutableArray<Footnote> Join(List<NoteDraft> drafts, Cleaning cleaning, ImmutableArray<Clause> clauses,
        List<Diagnostic> diagnostics)
    {
        if (drafts.Count == 0) return [];
        var byMark = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Count; i++)
        {
            if (drafts[i].Mark.Length == 0) continue;
            if (!byMark.TryGetValue(drafts[i].Mark, out var list)) byMark[drafts[i].Mark] = list = [];
            list.Add(i);
        }
        var marks = new List<(int Note, NoteAnchor Anchor)>(clauses.Sum(c => c.Marks.Length));
        var counts = new int[drafts.Count];
        for (var c = 0; c < clauses.Length; c++)
            for (var m = 0; m < clauses[c].Marks.Length; m++)
            {
                var mark = clauses[c].Marks[m];
                if (!byMark.TryGetValue(mark.Mark, out var list)) continue;
                var note = Nearest(drafts, list, mark.Span.Start);
                marks.Add((note, new(c, m)));
                counts[note]++;
            }
        var anchors = new NoteAnchor[drafts.Count][];
        foreach (var (note, anchor) in marks)
        {
            anchors[note] ??= new NoteAnchor[counts[note]];
            anchors[note][^counts[note]--] = anchor;
        }
        var notes = ImmutableArray.CreateBuilder<Footnote>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            var draft = drafts[i];
            var end = draft.Pieces.Count > 0 ? draft.Pieces[^1].End : draft.MarkEnd;
            var span = new TextSpan(draft.Start, end);
            if (anchors[i] is null)
                diagnostics.Add(new("note-without-mark", draft.Mark.Length == 0
                    ? "A note without a mark."
                    : $"No mark was found in the text for note {draft.Mark}.", span));
            notes.Add(new Footnote
            {
                Mark = draft.Mark,
                Text = cleaning.Clean(draft.Pieces, out _),
                Span = span,
                Anchors = anchors[i] is { } found ? ImmutableCollectionsMarshal.AsImmutableArray(found) : []
            });
        }
        return notes.MoveToImmutable();
    }

    /// <summary>The first note after a place, else the last before it.</summary>
    private static int Nearest(List<NoteDraft> drafts, List<int> candidates, int place)
    {
        var (low, high) = (0, candidates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (drafts[candidates[middle]].Start <= place) low = middle + 1;
            else high = middle;
        }
        return candidates[Math.Min(low, candidates.Count - 1)];
    }
}
