using System.Globalization;
using Search.Catalog.Building;
using Search.Catalog.Querying;
using Search.Citations;

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

    /// <summary>The citations of a text in its order, each linked, ambiguous or unknown. Spans count UTF-16 code units of the text.</summary>
    public IReadOnlyList<ExtractedCitation> Extract(string text)
    {
        var pasted = PastedText.Read(_pipeline, text);
        return [.. pasted.Citations.Select(c => new ExtractedCitation(
            c.Text, c.Span.Start, c.Span.End, pasted.Clause(c), pasted.Note(c),
            c.Form.Word(), c.Kind.Word(), c.Link.Status(), Name((c.Link as Link.Linked)?.Target), Name((c.Link as Link.Linked)?.Instrument), c.Pinpoint,
            c.Treatment.Word(), c.Verb?.Text, c.Evidence,
            c.Link is Link.Ambiguous a ? [.. a.Candidates.Select(w => w.Value)] : [],
            c.Link switch { Link.Ambiguous m => m.Reason, Link.Unknown u => u.Reason, _ => null })
        {
            Why = c.Why,
            Until = c.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        })];
    }

    // A work that the snapshot does not know still has an id, a slug and a title.
    private WorkName? Name(WorkId? id) => id is not { } work ? null
        : _db.First("SELECT slug, id, title FROM works WHERE id = $1", r => new WorkName(r.GetString(0), r.GetString(1), r.GetString(2)), work.Value)
            ?? new WorkName(work.Slug, work.Value, work.IsTitle ? work.Value[6..] : work.Value);
}

/// <summary>A citation found in a pasted text; spans count UTF-16 code units of that text.</summary>
/// <param name="Text">As written.</param>
/// <param name="Start">UTF-16 offset.</param>
/// <param name="End">UTF-16 offset.</param>
/// <param name="Clause">Label of the clause it was found in, or null.</param>
/// <param name="Footnote">Mark of the note it is in, or null.</param>
/// <param name="Form">full, bare, symbol, named, registered, ibid, demonstrative, definite, self or collective.</param>
/// <param name="Kind">instrument, resolution, decision, symbol, treaty-series, backreference or internal.</param>
/// <param name="Status">linked, ambiguous, unknown or collective.</param>
/// <param name="Target">The work it means, or null.</param>
/// <param name="Instrument">The instrument that is at the place cited, or null.</param>
/// <param name="Pinpoint">The part cited, normalised, or empty.</param>
/// <param name="Treatment">What the clause does to it.</param>
/// <param name="Verb">The words that decided it, or null.</param>
/// <param name="Evidence">How the link was made.</param>
/// <param name="Candidates">Works it can mean, where ambiguous.</param>
/// <param name="Reason">Why it is ambiguous or unknown.</param>
public sealed record ExtractedCitation(
    string Text, int Start, int End, string? Clause, string? Footnote, string Form, string Kind, string Status, WorkName? Target, WorkName? Instrument,
    string Pinpoint, string Treatment, string? Verb, string Evidence, IReadOnlyList<string> Candidates, string? Reason)
{
    /// <summary>Why the treatment is what it is.</summary>
    public string Why { get; init; } = "";

    /// <summary>Where the clause renews: the day that it names as the end, or null.</summary>
    public string? Until { get; init; }

    /// <summary>Whether the treatment supports the work: positive, neutral or negative.</summary>
    public string Polarity => TreatmentWords.Strength(Treatment).Polarity;

    /// <summary>How much the treatment does: mentions, notes, affirms, urges or decides.</summary>
    public string Force => TreatmentWords.Strength(Treatment).Force;
}
