using System.Globalization;
using Search.Catalog.Building;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog;

/// <summary>Finds the citations of a text that a user pastes.</summary>
public sealed class TextExtraction
{
    private readonly DocumentPipeline _pipeline;
    private readonly Database _db;

    internal TextExtraction(DocumentPipeline pipeline, Database db)
    {
        _pipeline = pipeline;
        _db = db;
    }

    /// <summary>The citations of a text in its order, each linked, ambiguous or unknown. Spans count UTF-16
    /// code units of the text.</summary>
    public IReadOnlyList<ExtractedCitation> Extract(string text)
    {
        var pasted = PastedText.Read(_pipeline, text);
        return [.. pasted.Citations.Select(c => new ExtractedCitation
        {
            Text = c.Text,
            Start = c.Span.Start,
            End = c.Span.End,
            Clause = pasted.Clause(c),
            Footnote = pasted.Note(c),
            Form = c.Form.Word(),
            Kind = c.Kind.Word(),
            Status = c.Link.Status(),
            Target = Name(c.Link.Target()),
            Instrument = Name(c.Link.Instrument()),
            Pinpoint = c.Pinpoint,
            Treatment = c.Treatment.Word(),
            Verb = c.Verb?.Text,
            Evidence = c.Evidence,
            Candidates = c.Link.Candidates(),
            Reason = c.Link.Reason(),
            Why = c.Why,
            Until = c.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        })];
    }

    // A work that the snapshot does not know still has an id, a slug and a title.
    private WorkName? Name(WorkId? id) => id is not { } work ? null
        : _db.First("SELECT slug, id, title FROM works WHERE id = $1", r =>
            new WorkName(r.GetString(0), r.GetString(1), r.GetString(2)), work.Value)
            ?? new WorkName(work.Slug, work.Value, work.Name);
}

/// <summary>A citation found in a pasted text; <see cref="CitationFields.Start"/> counts in that text.</summary>
public sealed record ExtractedCitation : CitationFields
{
    /// <summary>Label of the clause it was found in, or null.</summary>
    public required string? Clause { get; init; }

    /// <summary>Mark of the note it is in, or null.</summary>
    public required string? Footnote { get; init; }
}
