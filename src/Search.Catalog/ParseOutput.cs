using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Catalog.Building;
using Search.Citations;
using Search.Resolutions;

namespace Search.Catalog;

/// <summary>The output of the parse command, schema 1: what outside checks and scoring read.</summary>
public sealed record ParseOutput(
    int Schema,
    ParsedDocument Document,
    ImmutableArray<ParsedClause> Clauses,
    ImmutableArray<ParsedCitation> Citations,
    ImmutableArray<ParsedNote> Notes,
    ImmutableArray<ParsedDiagnostic> Diagnostics)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is read as JSON, never placed in a page
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };

    /// <summary>All documents of a file that holds several, in text order; null for a file with one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ParseOutput>? Documents { get; init; }

    /// <summary>The output as JSON text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    internal static ParseOutput From(LinkedDocument linked, string id, string? symbol, string identifiedBy)
    {
        var resolution = linked.Resolution;
        var front = resolution.Front;
        var offset = resolution.Source.Offset;
        return new(
            1,
            new(id, symbol, front.Title, front.Organ.IsNone ? null : front.Organ.Code, front.Kind, front.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), identifiedBy,
                front.Session, front.Meeting, front.AgendaItem, front.Sponsors, front.CommitteeReport, front.Vote, front.Language),
            [.. resolution.Clauses.Select(c => new ParsedClause(
                c.Label.ToString(), c.Kind.Word(), c.Number, c.Text.Text, offset + c.Span.Start, offset + c.Span.End, c.Head, c.Provision is { Steps.Length: > 0 } p ? p.Label : null, c.Language ?? front.Language))],
            // "all previous relevant resolutions" is kept in the graph, but is no row by the annotation guide
            [.. linked.Citations.Where(c => c.Link is not Link.Collective).Select(c => Citation(resolution, c))],
            [.. resolution.Notes.Select(n => new ParsedNote(n.Mark, n.Anchors.IsEmpty ? null : resolution.Clauses[n.Anchors[0].Clause].Label.ToString(), n.Text.Text, offset + n.Span.Start, offset + n.Span.End))],
            [.. resolution.Diagnostics.Select(d => new ParsedDiagnostic(d.Code, d.Message, offset + d.Span.Start, offset + d.Span.End))]);
    }

    /// <summary>A joint symbol as printed, both of its halves: the work goes by the first, and many cite it by the second. Null for any other symbol.</summary>
    private static string? Joint(string printed) => DocumentSymbol.TryParseJoint(printed, out var first, out var second) ? $"{first}-{second}" : null;

    private static ParsedCitation Citation(Resolution resolution, Citation citation)
    {
        var linked = citation.Link as Link.Linked;
        var joint = linked is null || citation.Kind != CitationKind.Symbol ? null : Joint(citation.Text);
        var strength = TreatmentWords.Strength(citation.Treatment.Word());
        return new(
            citation.Clause < 0 ? "?" : resolution.Clauses[citation.Clause].Label.ToString(),
            citation.Note is { } n ? resolution.Notes[n].Mark : null,
            citation.Text,
            citation.Kind.Word(),
            citation.Form.Word(),
            joint ?? linked?.Target.Value,
            (linked?.Instrument ?? (joint is null ? null : linked?.Target))?.Value,
            citation.Pinpoint,
            citation.Treatment.Word(),
            citation.Link.Status(),
            resolution.Source.Offset + citation.Span.Start,
            resolution.Source.Offset + citation.Span.End,
            citation.Verb?.Text,
            citation.Evidence,
            citation.Link switch
            {
                Link.Ambiguous a => [.. a.Candidates.Select(c => c.Value)],
                _ => [],
            },
            citation.Link switch
            {
                Link.Ambiguous a => a.Reason,
                Link.Unknown u => u.Reason,
                _ => null,
            },
            citation.Why,
            strength.Polarity,
            strength.Force,
            citation.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}

/// <summary>The document as a whole.</summary>
public sealed record ParsedDocument(
    string Id, string? Symbol, string? Title, string? Organ, string Kind, string? Date, string IdentifiedBy,
    string? Session, string? Meeting, string? AgendaItem, string? Sponsors, string? CommitteeReport, string? Vote, string Language);

/// <summary>One clause in its language; <paramref name="Start"/> and <paramref name="End"/> are UTF-16 offsets into the source.</summary>
public sealed record ParsedClause(string Label, string Kind, string? Number, string Text, int Start, int End, string? Head, string? Provision, string Language);

/// <summary>
/// One citation; <paramref name="Start"/> and <paramref name="End"/> are UTF-16 offsets into the source. Where target and pinpoint together are
/// another work of the index, <paramref name="Instrument"/> is its id; for a joint symbol that is the first half, by which the document goes.
/// </summary>
public sealed record ParsedCitation(
    string Clause, string? Footnote, string Text, string Kind, string Form, string? Target, string? Instrument, string Pinpoint,
    string Treatment, string Status, int Start, int End, string? Verb, string Evidence, ImmutableArray<string> Candidates, string? Reason,
    string Why, string Polarity, string Force, string? Until);

/// <summary>A note at the foot of a page or at the end; its place is the whole note, number included.</summary>
/// <param name="Number">Its number or sign as printed, in plain digits; empty where it has none.</param>
/// <param name="Clause">The label of the first clause that carries its mark, or null.</param>
/// <param name="Text">Its text without the number.</param>
/// <param name="Start">UTF-16 offset into the source.</param>
/// <param name="End">UTF-16 offset into the source.</param>
public sealed record ParsedNote(string Number, string? Clause, string Text, int Start, int End);

/// <summary>Something a reader of the result should know.</summary>
/// <param name="Code">A stable word.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Start">UTF-16 offset into the source.</param>
/// <param name="End">UTF-16 offset into the source.</param>
public sealed record ParsedDiagnostic(string Code, string Message, int Start, int End);
