using Search.Catalog.Querying;
using Search.Citations;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Catalog.Building.Parses;

/// <summary>
/// The bytes of a document's clauses, notes and citations: all that the parts of a snapshot are written from. The
/// source itself is kept as the edits that make it from these texts; layout, links and the places of single characters, which only parsing
/// and linking need, are not kept.
/// </summary>
internal static class TextFormat
{
    /// <summary>Writes a document as it was parsed and linked.</summary>
    public static void Write(StoreWriter to, LinkedDocument document)
    {
        var (resolution, citations) = document;
        to.List(resolution.Clauses, clause => Write(to, clause));
        to.List(resolution.Notes, note => Write(to, note));
        to.List(resolution.Diagnostics, diagnostic =>
        {
            to.Text(diagnostic.Code);
            to.Text(diagnostic.Message);
            Write(to, diagnostic.Span);
        });
        to.List(citations, citation => Write(to, citation));
        to.Block(SourceEdits.Of(resolution.Source.Text,
            [.. resolution.Clauses.Select(c => c.Text), .. resolution.Notes.Select(n => n.Text)]));
    }

    /// <summary>Reads a document.</summary>
    public static LinkedDocument Read(StoreReader from, DocumentSheet sheet)
    {
        var resolution = new Resolution
        {
            Source = new SourceText { Name = sheet.Name, Text = "", Stated = sheet.Stated },
            Front = sheet.Front,
            Clauses = from.List(() => ReadClause(from)),
            Notes = from.List(() => ReadNote(from)),
            Diagnostics = from.List(() => new Diagnostic(from.Required(), from.Required(), ReadSpan(from))),
        };
        return new(resolution, from.List(() => ReadCitation(from))) { SourceEdits = from.Block() };
    }

    private static void Write(StoreWriter to, Clause clause)
    {
        to.Text(clause.Label.ToString());
        to.Number((int)clause.Kind);
        to.Text(clause.Number);
        to.Text(clause.Text.Text);
        Write(to, clause.Span);
        to.Text(clause.Head);
        to.List(clause.Marks, mark =>
        {
            to.Text(mark.Mark);
            to.Number(mark.Position);
            Write(to, mark.Span);
        });
        to.Text(clause.Parent?.ToString());
        to.Text(clause.Language);
        to.Number(clause.Provision is null ? 0 : 1);
        if (clause.Provision is { } provision)
            to.List(provision.Steps, step =>
            {
                to.Text(step.Unit);
                to.Text(step.Number);
            });
    }

    private static Clause ReadClause(StoreReader from) => new()
    {
        Label = ClauseLabel.Of(from.Required()),
        Kind = (ClauseKind)from.Number(),
        Number = from.Text(),
        Text = MappedText.Identity(from.Required()),
        Span = ReadSpan(from),
        Head = from.Text(),
        Marks = from.List(() => new NoteMark(from.Required(), from.Number(), ReadSpan(from))),
        Parent = from.Text() is { } parent ? ClauseLabel.Of(parent) : null,
        Language = from.Text(),
        Provision = from.Number() == 0 ? null : ProvisionAddress.Of(from.List(() => new ProvisionStep(from.Required(), from.Required()))),
    };

    private static void Write(StoreWriter to, Footnote note)
    {
        to.Text(note.Mark);
        to.Text(note.Text.Text);
        Write(to, note.Span);
        to.List(note.Anchors, anchor =>
        {
            to.Number(anchor.Clause);
            to.Number(anchor.Mark);
        });
    }

    private static Footnote ReadNote(StoreReader from) => new()
    {
        Mark = from.Required(),
        Text = MappedText.Identity(from.Required()),
        Span = ReadSpan(from),
        Anchors = from.List(() => new NoteAnchor(from.Number(), from.Number())),
    };

    private static void Write(StoreWriter to, Citation citation)
    {
        to.Number(citation.Clause + 1);
        to.Optional(citation.Note);
        to.Text(citation.Text);
        Write(to, citation.Local);
        Write(to, citation.Span);
        to.Number((int)citation.Form);
        to.Number((int)citation.Kind);
        Write(to, citation.Link);
        to.Text(citation.Pinpoint);
        to.Number((int)citation.Treatment);
        to.Text(citation.Verb?.Text);
        if (citation.Verb is { } verb) Write(to, verb.Span);
        to.Text(citation.Why);
        to.Optional(citation.Until?.DayNumber);
        to.Text(citation.Evidence);
    }

    private static Citation ReadCitation(StoreReader from) => new()
    {
        Clause = from.Number() - 1,
        Note = from.Optional(),
        Text = from.Required(),
        Local = ReadSpan(from),
        Span = ReadSpan(from),
        Form = (CitationForm)from.Number(),
        Kind = (CitationKind)from.Number(),
        Link = ReadLink(from),
        Pinpoint = from.Required(),
        Treatment = (Treatment)from.Number(),
        Verb = from.Text() is { } verb ? new GoverningVerb(verb, ReadSpan(from)) : null,
        Why = from.Required(),
        Until = from.Optional() is { } day ? DateOnly.FromDayNumber(day) : null,
        Evidence = from.Required(),
    };

    private static void Write(StoreWriter to, Link link)
    {
        switch (link)
        {
            case Link.Linked linked:
                to.Number(0);
                SheetFormat.Write(to, linked);
                break;
            case Link.Ambiguous ambiguous:
                to.Number(1);
                to.List(ambiguous.Candidates, candidate => to.Text(candidate.Value));
                to.Text(ambiguous.Reason);
                break;
            case Link.Unknown unknown:
                to.Number(2);
                to.Text(unknown.Reason);
                break;
            default:
                to.Number(3);
                break;
        }
    }

    private static Link ReadLink(StoreReader from) => from.Number() switch
    {
        0 => SheetFormat.ReadLinked(from),
        1 => new Link.Ambiguous(from.List(() => new WorkId(from.Required())), from.Required()),
        2 => new Link.Unknown(from.Required()),
        _ => new Link.Collective(),
    };

    private static void Write(StoreWriter to, TextSpan span)
    {
        to.Number(span.Start);
        to.Number(span.End - span.Start);
    }

    private static TextSpan ReadSpan(StoreReader from)
    {
        var start = from.Number();
        return new(start, start + from.Number());
    }
}
