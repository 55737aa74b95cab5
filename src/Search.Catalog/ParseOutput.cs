using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Catalog.Building;
using Search.Citations;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

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

    internal static ParseOutput From(LinkedDocument linked, string id, string? symbol, Identification identifiedBy)
    {
        var resolution = linked.Resolution;
        var front = resolution.Front;
        var offset = resolution.Source.Offset;
        return new(
            1,
            new()
            {
                Id = id,
                Symbol = symbol,
                Title = front.Title,
                Organ = front.Organ.IsNone ? null : front.Organ.Code,
                Kind = front.Kind.Word(),
                Date = front.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IdentifiedBy = identifiedBy.Word(),
                Session = front.Session,
                Meeting = front.Meeting,
                AgendaItem = front.AgendaItem,
                Sponsors = front.Sponsors,
                CommitteeReport = front.CommitteeReport,
                Vote = front.Vote,
                Language = front.Language,
            },
            [.. resolution.Clauses.Select(c => new ParsedClause
            {
                Label = c.Label.ToString(),
                Kind = c.Kind.Word(),
                Number = c.Number,
                Text = c.Text.Text,
                Start = offset + c.Span.Start,
                End = offset + c.Span.End,
                Head = c.Head,
                Provision = c.Provision is { Steps.Length: > 0 } p ? p.Label : null,
                Language = c.Language ?? front.Language,
            })],
            // "all previous relevant resolutions" is kept in the graph, but is no row by the annotation guide
            [.. linked.Citations.Where(c => c.Link is not Link.Collective).Select(c => Citation(resolution, c))],
            [.. resolution.Notes.Select(n => new ParsedNote(n.Mark, n.Anchors.IsEmpty
                ? null
                : resolution.Clauses[n.Anchors[0].Clause].Label.ToString(), n.Text.Text, offset + n.Span.Start, offset + n.Span.End))],
            [.. resolution.Diagnostics.Select(d => new ParsedDiagnostic(d.Code, d.Message, offset + d.Span.Start, offset + d.Span.End))]);
    }

    /// <summary>A joint symbol as printed, both of its halves: the work goes by the first, and many cite it by the
    /// second. Null for any other symbol.</summary>
    private static string? Joint(string printed) =>
        DocumentSymbol.TryParseJoint(printed, out var first, out var second) ? $"{first}-{second}" : null;

    private static ParsedCitation Citation(Resolution resolution, Citation citation)
    {
        var linked = citation.Link as Link.Linked;
        var joint = linked is null || citation.Kind != CitationKind.Symbol ? null : Joint(citation.Text);
        var strength = TreatmentTraits.Strength(citation.Treatment.Word());
        return new()
        {
            Clause = citation.Clause < 0 ? "?" : resolution.Clauses[citation.Clause].Label.ToString(),
            Footnote = citation.Note is { } n ? resolution.Notes[n].Mark : null,
            Text = citation.Text,
            Kind = citation.Kind.Word(),
            Form = citation.Form.Word(),
            Target = joint ?? linked?.Target.Value,
            Instrument = (linked?.Instrument ?? (joint is null ? null : linked?.Target))?.Value,
            Pinpoint = citation.Pinpoint,
            Treatment = citation.Treatment.Word(),
            Status = citation.Link.Status(),
            Start = resolution.Source.Offset + citation.Span.Start,
            End = resolution.Source.Offset + citation.Span.End,
            Verb = citation.Verb?.Text,
            Evidence = citation.Evidence,
            Candidates = citation.Link.Candidates(),
            Reason = citation.Link.Reason(),
            Why = citation.Why,
            Polarity = strength.Polarity,
            Force = strength.Force,
            Until = citation.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }
}

/// <summary>The document as a whole.</summary>
public sealed record ParsedDocument
{
    /// <summary>Slug, for URLs.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical symbol, or null where none is known.</summary>
    public required string? Symbol { get; init; }

    /// <summary>Title without its number.</summary>
    public required string? Title { get; init; }

    /// <summary>Acronym of the adopting organ.</summary>
    public required string? Organ { get; init; }

    /// <summary>resolution, decision, draft, statement, report or document.</summary>
    public required string Kind { get; init; }

    /// <summary>ISO date.</summary>
    public required string? Date { get; init; }

    /// <summary>How the symbol is known: printed, stated, inferred or none.</summary>
    public required string IdentifiedBy { get; init; }

    /// <summary>As printed.</summary>
    public required string? Session { get; init; }

    /// <summary>As printed.</summary>
    public required string? Meeting { get; init; }

    /// <summary>As printed.</summary>
    public required string? AgendaItem { get; init; }

    /// <summary>As printed.</summary>
    public required string? Sponsors { get; init; }

    /// <summary>As printed.</summary>
    public required string? CommitteeReport { get; init; }

    /// <summary>As printed.</summary>
    public required string? Vote { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }
}

/// <summary>One clause in its language.</summary>
public sealed record ParsedClause
{
    /// <summary>PP3, OP5(b)(ii), Annex II, art. 6 (3), front, back.</summary>
    public required string Label { get; init; }

    /// <summary>preambular, operative, annex or other.</summary>
    public required string Kind { get; init; }

    /// <summary>As printed, or null.</summary>
    public required string? Number { get; init; }

    /// <summary>Without number, note marks and line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset into the source.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset of its end in the source.</summary>
    public required int End { get; init; }

    /// <summary>The governing words as printed, or null.</summary>
    public required string? Head { get; init; }

    /// <summary>As what others cite it, or null.</summary>
    public required string? Provision { get; init; }

    /// <summary>ISO 639-1.</summary>
    public required string Language { get; init; }
}

/// <summary>One citation.</summary>
public sealed record ParsedCitation
{
    /// <summary>Label of the clause that cites; ? where a note has no mark.</summary>
    public required string Clause { get; init; }

    /// <summary>Mark of the note it is in, or null.</summary>
    public required string? Footnote { get; init; }

    /// <summary>As printed.</summary>
    public required string Text { get; init; }

    /// <summary>instrument, resolution, decision, symbol, treaty-series, backreference or internal.</summary>
    public required string Kind { get; init; }

    /// <summary>full, bare, symbol, named, registered, ibid, demonstrative, definite, self or collective.</summary>
    public required string Form { get; init; }

    /// <summary>Canonical id of what is cited, or null.</summary>
    public required string? Target { get; init; }

    /// <summary>Where target and pinpoint together are another work of the index, its id; for a joint symbol the first
    /// half, by which the document goes.</summary>
    public required string? Instrument { get; init; }

    /// <summary>The part cited, normalised, or empty.</summary>
    public required string Pinpoint { get; init; }

    /// <summary>What the clause does to it.</summary>
    public required string Treatment { get; init; }

    /// <summary>linked, ambiguous or unknown.</summary>
    public required string Status { get; init; }

    /// <summary>UTF-16 offset into the source.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset of its end in the source.</summary>
    public required int End { get; init; }

    /// <summary>The words that decided the treatment, or null.</summary>
    public required string? Verb { get; init; }

    /// <summary>How the link was made.</summary>
    public required string Evidence { get; init; }

    /// <summary>Where ambiguous: the ids that fit.</summary>
    public required ImmutableArray<string> Candidates { get; init; }

    /// <summary>Where not linked: why.</summary>
    public required string? Reason { get; init; }

    /// <summary>Why the treatment is what it is.</summary>
    public required string Why { get; init; }

    /// <summary>positive, neutral or negative.</summary>
    public required string Polarity { get; init; }

    /// <summary>mentions, notes, affirms, urges or decides.</summary>
    public required string Force { get; init; }

    /// <summary>Where the clause renews: the day that it names as the end, ISO, or null.</summary>
    public required string? Until { get; init; }
}

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
