using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Building;

/// <summary>Writes the clauses, notes, citations and diagnostics of texts.</summary>
/// <param name="db">The database.</param>
/// <param name="tables">Which tables.</param>
/// <param name="lastClause">The number that was last given to a clause.</param>
internal sealed class TextRows(DatabaseWriter db, TextTables tables, int lastClause)
{
    private readonly RepeatedTexts _texts = new();

    /// <summary>The number of the clause written last.</summary>
    public int Clauses { get; private set; } = lastClause;

    /// <summary>The number of the citation written last.</summary>
    public int Citations { get; private set; } = db.Last(tables.Prefix + "citation_rows");

    /// <summary>Lets go of what is only needed to write more clauses.</summary>
    public void Forget() => _texts.Forget();

    private int _notes = db.Last(tables.Prefix + "notes");

    /// <summary>Writes one text; its clauses and citations get the next numbers in their order.</summary>
    /// <param name="owner">The number of the document or translation.</param>
    /// <param name="text">The text and its citations.</param>
    /// <param name="slugs">Labels and addresses of its clauses.</param>
    /// <param name="own">Of each clause the value of the column that only these tables have, or null where they have none.</param>
    /// <param name="rowOf">The row of a cited work; null where only this text cites it.</param>
    public void Write(int owner, LinkedDocument text, ImmutableArray<ClauseSlug> slugs, Func<int, int?>? own, Func<WorkId, WorkRow?> rowOf)
    {
        var resolution = text.Resolution;
        foreach (var d in resolution.Diagnostics) Diagnose(owner, d);
        var (firstNote, firstClause) = (_notes + 1, Clauses + 1);
        var noteOfMark = new Dictionary<(int, int), int>();
        foreach (var (n, note) in resolution.Notes.Index())
        {
            db.Insert(tables.Prefix + "notes", ++_notes, owner, n, note.Mark, note.Text.Text, note.Span.Start, note.Span.End);
            foreach (var anchor in note.Anchors) noteOfMark.TryAdd((anchor.Clause, anchor.Mark), n);
        }
        foreach (var (i, clause) in resolution.Clauses.Index())
        {
            var row = ++Clauses;
            var same = _texts.Earlier(clause.Text.Text, row);
            object?[] values =
            [
                row, owner, slugs[i].Label, ClauseSlugs.Stored(slugs[i]), db.Code(clause.Kind.Word()), clause.Number, db.Code(clause.Head),
                (object?)same ?? clause.Text.Text,
                clause.Span.Start, clause.Span.Length, clause.Parent?.ToString(), .. own is null ? (object?[])[] : [own(i)],
                ClauseSlugs.StoredOther(slugs[i]), db.Code(clause.Language),
            ];
            db.Insert(tables.Prefix + "clause_rows", values);
            for (var m = 0; m < clause.Marks.Length; m++)
                db.Insert(tables.Prefix
                    + "marks", row, clause.Marks[m].Position, clause.Marks[m].Mark,
                    noteOfMark.TryGetValue((i, m), out var n) ? firstNote + n : null);
        }
        foreach (var citation in text.Citations) Add(citation, owner, resolution, firstClause, firstNote, rowOf);
    }

    /// <summary>Writes that something is to be said of a text.</summary>
    public void Diagnose(int owner, Diagnostic d) =>
        db.Insert(tables.Prefix + "diagnostics", owner, d.Code, d.Message, d.Span.Start, d.Span.End);

    private void Add(Citation citation, int owner, Resolution resolution, int firstClause, int firstNote, Func<WorkId, WorkRow?> rowOf)
    {
        var linked = citation.Link as Link.Linked;
        var target = linked is null ? null : rowOf(linked.Target);
        var instrument = linked?.Instrument is { } id ? rowOf(id) : null;
        var why = QuotedReason.Of(citation.Why, citation.Clause < 0
            ? null
            : resolution.Clauses[citation.Clause].Text.Text, citation.Note is null ? citation.Local.End : null);
        var isElsewhere = linked is not null && target is null; // the work has no row: nothing that counts cites it
        db.Insert(tables.Prefix + "citation_rows", ++Citations, owner, citation.Clause < 0 ? null : firstClause + citation.Clause,
            citation.Note is { } note ? firstNote + note : null,
            citation.Local.Start, citation.Local.Length == citation.Span.Length ? null : citation.Local.Length, citation.Span.Start,
            citation.Span.Length,
            db.Code(citation.Form.Word()), db.Code(citation.Kind.Word()), db.Code(isElsewhere ? "unknown" : citation.Link.Status()),
            target?.Number, instrument?.Number, citation.Pinpoint,
            db.Code(citation.Treatment.Word()), db.Code(citation.Verb?.Text), citation.Span.Start - citation.Verb?.Span.Start,
            citation.Verb?.Span.Length, db.Code(citation.Evidence),
            db.Code(why.Sentence), why.Start, why.Length, why.End, why.LastLength);
        string? text = IsReadByItsSpan(citation, resolution) ? null : citation.Text,
            until = citation.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var candidates = isElsewhere ? JsonSerializer.Serialize((string[])[linked!.Target.Value])
            : citation.Link is Link.Ambiguous ? JsonSerializer.Serialize(citation.Link.Candidates()) : null;
        var reason = isElsewhere ? "Only translations cite this work." : citation.Link.Reason();
        if ((text ?? candidates ?? reason ?? until) is not null)
            db.Insert(tables.Prefix + "citation_extras", Citations, text, candidates, db.Code(reason), until);
    }

    /// <summary>Whether SQLite's substr, which counts code points up to a NUL, finds the citation's text at its
    /// place in the clause or note.</summary>
    private static bool IsReadByItsSpan(Citation citation, Resolution resolution)
    {
        if (citation.Note is null && citation.Clause < 0) return false;
        var text = citation.Note is { } note ? resolution.Notes[note].Text.Text : resolution.Clauses[citation.Clause].Text.Text;
        var (start, end) = (citation.Local.Start, citation.Local.End);
        if (end > text.Length) return false;
        var before = text.AsSpan(0, end);
        return before.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !before.Contains('\0') && before[start..].SequenceEqual(citation.Text);
    }
}
