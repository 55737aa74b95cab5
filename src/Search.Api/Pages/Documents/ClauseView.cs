using Search.Catalog;

namespace Search.Api.Pages.Documents;

/// <summary>A stretch of a clause or note as it is printed.</summary>
public abstract record Piece
{
    private Piece()
    {
    }

    /// <summary>Plain words.</summary>
    public sealed record Words(string Text) : Piece;

    /// <summary>The words that govern a clause, which are printed in italics.</summary>
    public sealed record Head(string Text) : Piece;

    /// <summary>A mention of a work.</summary>
    /// <param name="Text">As printed.</param>
    /// <param name="Citation">What it was joined to.</param>
    /// <param name="Id">Of the evidence on the page.</param>
    public sealed record Mention(string Text, CitationFields Citation, string Id) : Piece;

    /// <summary>The mark of a footnote.</summary>
    /// <param name="Mark">As printed.</param>
    /// <param name="Id">Of the note on the page, or null where the document has none.</param>
    public sealed record NoteMark(string Mark, string? Id) : Piece;
}

/// <summary>A footnote as printed.</summary>
public sealed record NoteView(string Id, string Mark, IReadOnlyList<Piece> Pieces);

/// <summary>A clause as printed: number, indent, pieces, and the notes beside it.</summary>
public sealed record ClauseView
{
    /// <summary>The clause.</summary>
    public required ClauseDetails Clause { get; init; }

    /// <summary>Its name in URLs.</summary>
    public required string Slug { get; init; }

    /// <summary>0 for a paragraph, 1 for its items, and so on.</summary>
    public required int Depth { get; init; }

    /// <summary>Its text.</summary>
    public required IReadOnlyList<Piece> Pieces { get; init; }

    /// <summary>Its footnotes.</summary>
    public required IReadOnlyList<NoteView> Notes { get; init; }

    /// <summary>The line that opens the part which begins here ("The General Assembly,"), or null.</summary>
    public required string? Opening { get; init; }

    /// <summary>Whether it is a heading of an annex or the like.</summary>
    public required bool IsHeading { get; init; }

    /// <summary>Whether its label distinguishes it from its neighbours.</summary>
    public required bool IsNamed { get; init; }

    private const int LongestOpening = 90;

    /// <summary>Whether it is the heading over an annex.</summary>
    public bool IsAnnex => IsHeading && (Clause.Language == "en" ? Clause.Text.StartsWith("Annex", StringComparison.OrdinalIgnoreCase)
        : Slug.StartsWith("annex", StringComparison.Ordinal) && Slug.AsSpan().IndexOfAny('/', '~') < 0);

    /// <summary>All mentions of clause and notes, in order.</summary>
    public IEnumerable<Piece.Mention> Mentions => Pieces.Concat(Notes.SelectMany(n => n.Pieces)).OfType<Piece.Mention>();

    /// <summary>The clauses of a text.</summary>
    /// <param name="clauses">All of them.</param>
    /// <param name="source">The text that they are spans of.</param>
    /// <param name="mark">Added to ids on the page, where it shows two texts.</param>
    internal static IReadOnlyList<ClauseView> Of(IReadOnlyList<ClauseDetails> clauses, string source, string mark = "")
    {
        var depths = new Dictionary<string, int>();
        var outline = new Outline();
        var views = new List<ClauseView>(clauses.Count);
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            var slug = clause.Id[(clause.Id.IndexOf('/', StringComparison.Ordinal) + 1)..];
            var beside = clause.Kind is "annex" or "other";
            var heading = beside && clause is { Number: null, Label: not ("front" or "back") } && Outline.IsHeading(clause.Text);
            var depth = clause.Parent is { } parent && depths.TryGetValue(parent, out var above) ? Math.Min(above + 1, 6)
                : beside ? outline.Next(clause.Number)
                : 0;
            depths[clause.Label] = depth;
            var id = slug + mark;
            // A note that a clause marks twice is beside it once.
            var notes = new List<NoteView?>();
            foreach (var (sign, n) in clause.Marks.Select((m, n) => (m, n)))
                notes.Add(sign.Note is not { } note ? null
                    : notes.Find(v => v?.Mark == sign.Mark) ?? new NoteView($"n-{id}-{n + 1}", sign.Mark, InNote(note, $"{id}-{n + 1}")));
            var opening = i > 0 && Opens(clauses[i - 1], clause) ? OpeningLine(source, clauses[i - 1].End, clause.Start) : null;
            var text = (heading || clause.Label is "front" or "back") && clause.Start >= 0 && clause.Start < clause.End
                && clause.End <= source.Length
                ? PrintedLines.Of(clause.Text, source[clause.Start..clause.End]) : clause.Text;
            var named = clause.Label != "back" && (i == 0 || clauses[i - 1].Label != clause.Label);
            views.Add(new()
            {
                Clause = clause,
                Slug = slug,
                Depth = depth,
                Pieces = InClause(clause with { Text = text }, id, notes),
                Notes = [.. notes.OfType<NoteView>().Distinct()],
                Opening = opening,
                IsHeading = heading,
                IsNamed = named,
            });
        }
        return views;
    }

    private static bool Opens(ClauseDetails before, ClauseDetails clause) =>
        before.Kind == "other" && clause.Kind is "preambular" or "operative" || before.Kind == "operative" && clause.Kind == "preambular";

    // The enacting line is no clause; it is alone between the title and the preamble.
    private static string? OpeningLine(string source, int from, int to)
    {
        if (from < 0 || to > source.Length || to <= from || to - from > 2000) return null;
        foreach (var line in source[from..to].Split('\n').Reverse())
        {
            var text = line.Trim().Trim('*', '_');
            if (text.Length is > 2 and <= LongestOpening && text[^1] is ',' or ':' or '،' or '，' or '：' && Outline.BeginsLine(text[0]))
                return text;
        }
        return null;
    }

    private static List<Piece> InClause(ClauseDetails clause, string slug, List<NoteView?> notes)
    {
        var pieces = new List<Piece>();
        var head = clause is { Head: { Length: > 0 } h, Kind: "preambular" or "operative" }
            && clause.Text.StartsWith(h, StringComparison.Ordinal) ? h.Length : 0;
        var marks = clause.Marks.Select((m, i) => (m.Position, Piece: new Piece.NoteMark(m.Mark, notes[i]?.Id))).OrderBy(m => m.Position)
            .ToList();
        var next = 0;
        var at = 0;
        foreach (var segment in Segments.Cut(clause.Text,
            clause.Citations.Select((c, i) => (c.Start, c.End, new Piece.Mention(c.Text, c, $"e-{slug}-{i + 1}")))))
        {
            var end = at + segment.Text.Length;
            if (segment.Mark is { } mention)
            {
                pieces.Add(mention with { Text = segment.Text });
                for (; next < marks.Count && marks[next].Position <= end; next++) pieces.Add(marks[next].Piece);
            }
            else
            {
                for (; next < marks.Count && marks[next].Position <= end; next++)
                {
                    Plain(pieces, clause.Text, at, Math.Max(at, marks[next].Position), head);
                    at = Math.Max(at, marks[next].Position);
                    pieces.Add(marks[next].Piece);
                }
                Plain(pieces, clause.Text, at, end, head);
            }
            at = end;
        }
        for (; next < marks.Count; next++) pieces.Add(marks[next].Piece);
        return pieces;
    }

    private static void Plain(List<Piece> pieces, string text, int from, int to, int head)
    {
        if (from < head)
        {
            pieces.Add(new Piece.Head(text[from..Math.Min(head, to)]));
            from = Math.Min(head, to);
        }
        if (from < to) pieces.Add(new Piece.Words(text[from..to]));
    }

    private static List<Piece> InNote(NoteDetails note, string id) =>
    [
        .. Segments.Cut(note.Text, note.Citations.Select((c, i) => (c.Start, c.End, new Piece.Mention(c.Text, c, $"e-n{id}-{i + 1}"))))
            .Select(s => s.Mark is { } mention ? mention with { Text = s.Text } : (Piece)new Piece.Words(s.Text)),
    ];
}
