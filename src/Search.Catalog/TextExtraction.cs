using Search.Catalog.Building;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Citations.Authorities;

namespace Search.Catalog;

/// <summary>Finds the citations of a text that somebody pastes.</summary>
public sealed class TextExtraction
{
    private readonly DocumentPipeline _pipeline;
    private readonly Database _db;

    internal TextExtraction(AuthorityList authorities, Database db)
    {
        _pipeline = new(authorities);
        _db = db;
    }

    /// <summary>The citations of a text in its order, each linked, ambiguous or unknown. Spans count UTF-16 code units of the text.</summary>
    public IReadOnlyList<ExtractedCitation> Extract(string text)
    {
        var linked = _pipeline.Link(DocumentPipeline.ParseText("text", text));
        var resolution = linked.Resolution;
        return [.. linked.Citations.OrderBy(c => c.Span).Select(c => new ExtractedCitation(
            c.Text, c.Span.Start, c.Span.End, c.Clause < 0 ? null : resolution.Clauses[c.Clause].Label.ToString(), c.Note is { } n ? resolution.Notes[n].Mark : null,
            c.Form.Word(), c.Kind.Word(), c.Link.Status(), Name((c.Link as Link.Linked)?.Target), Name((c.Link as Link.Linked)?.Instrument), c.Pinpoint,
            c.Treatment.Word(), c.Verb?.Text, c.Evidence,
            c.Link is Link.Ambiguous a ? [.. a.Candidates.Select(w => w.Value)] : [],
            c.Link switch { Link.Ambiguous m => m.Reason, Link.Unknown u => u.Reason, _ => null }))];
    }

    // A work that the snapshot does not know still has an id, a slug and a title.
    private WorkName? Name(WorkId? id) => id is not { } work ? null
        : _db.First("SELECT slug, id, title FROM works WHERE id = $1", r => new WorkName(r.GetString(0), r.GetString(1), r.GetString(2)), work.Value)
            ?? new WorkName(work.Slug, work.Value, work.IsTitle ? work.Value[6..] : work.Value);
}

/// <summary>A citation found in a pasted text; spans count UTF-16 code units of that text.</summary>
public sealed record ExtractedCitation(
    string Text, int Start, int End, string? Clause, string? Footnote, string Form, string Kind, string Status, WorkName? Target, WorkName? Instrument,
    string Pinpoint, string Treatment, string? Verb, string Evidence, IReadOnlyList<string> Candidates, string? Reason);
