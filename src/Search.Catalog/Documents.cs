using Search.Citations;

namespace Search.Catalog;

/// <summary>A document of the corpus in one line.</summary>
/// <param name="Id">Slug, for URLs.</param>
/// <param name="Symbol">Canonical symbol, or null where none is known.</param>
/// <param name="Title">Title without its number.</param>
/// <param name="Organ">Acronym of the adopting organ.</param>
/// <param name="Kind">The same as documentKind.</param>
/// <param name="Date">ISO date.</param>
/// <param name="IdentifiedBy">How the symbol is known: printed, stated, inferred or none.</param>
/// <param name="Clauses">Number of clauses.</param>
/// <param name="Cites">Number of edges that leave it, its annexes included.</param>
/// <param name="CitedBy">Number of edges that reach it or one of its parts, such as annexes.</param>
public sealed record DocumentSummary(
    string Id, string? Symbol, string? Title, string? Organ, [property: DeprecatedField("documentKind")] string Kind, string? Date, string IdentifiedBy, int Clauses, int Cites,
    int CitedBy)
{
    /// <summary>resolution, decision, draft, statement, report or document.</summary>
    public string DocumentKind => Kind;
}

/// <summary>A document with its fields; its clauses come from <see cref="ResolutionCatalog.Clauses(string, string?)"/>.</summary>
/// <param name="Summary">Identity and counts.</param>
/// <param name="Evidence">Why an inferred identity holds, or null.</param>
/// <param name="Session">As printed.</param>
/// <param name="Meeting">As printed.</param>
/// <param name="AgendaItem">As printed.</param>
/// <param name="Sponsors">As printed.</param>
/// <param name="CommitteeReport">As printed.</param>
/// <param name="Vote">As printed.</param>
/// <param name="Language">ISO 639-1.</param>
/// <param name="File">The source file, relative to the corpus folder.</param>
/// <param name="Diagnostics">What the parser wants said.</param>
public sealed record DocumentDetails(
    DocumentSummary Summary, string? Evidence, string? Session, string? Meeting, string? AgendaItem, string? Sponsors, string? CommitteeReport,
    string? Vote, string Language, string File, IReadOnlyList<ParsedDiagnostic> Diagnostics)
{
    /// <summary>The languages in which its text is here: that of the text that counts, then those of translations.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Session, subjects, goals, sponsors and votes; empty where neither symbol nor source say.</summary>
    public IReadOnlyList<TopicValue> Topics { get; init; } = [];
}

/// <summary>A clause with its citations.</summary>
/// <param name="Id">document/label, both as in URLs.</param>
/// <param name="Label">PP3, OP5(b)(ii), Annex II, art. 6 (3), front, back.</param>
/// <param name="Kind">The same as clauseKind.</param>
/// <param name="Number">As printed, or null.</param>
/// <param name="Head">The governing words as printed, or null.</param>
/// <param name="Text">Without number, note marks and line breaks.</param>
/// <param name="Start">UTF-16 offset into the source.</param>
/// <param name="End">UTF-16 offset into the source.</param>
/// <param name="Parent">Label of the clause that this is an item of, or null.</param>
/// <param name="CitedBy">Number of edges that cite this very paragraph.</param>
/// <param name="Marks">Footnote marks, in text order.</param>
/// <param name="Citations">Mentions in the text, in text order.</param>
/// <param name="OtherAddress">Another label in URLs under which it is found: that of an older snapshot, or a target's; null for most.</param>
/// <param name="CitedAs">As what others cite it; null for clauses that pinpoints do not name.</param>
public sealed record ClauseDetails(
    string Id, string Label, [property: DeprecatedField("clauseKind")] string Kind, string? Number, string? Head, string Text, int Start, int End, string? Parent, int CitedBy,
    IReadOnlyList<ClauseMark> Marks, IReadOnlyList<CitationDetails> Citations, string? OtherAddress, ProvisionName? CitedAs)
{
    /// <summary>preambular, operative, annex or other.</summary>
    public string ClauseKind => Kind;

    /// <summary>The language of the text.</summary>
    public string Language { get; init; } = "en";

    /// <summary>The languages in which the document has a clause with this address, as <c>lang</c> takes them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];
}

/// <summary>A provision by its work and pinpoint: what cites it is cited-by with this pinpoint.</summary>
/// <param name="Work">Id of the work: of an annexed treaty the treaty.</param>
/// <param name="Pinpoint">The provision, normalised.</param>
public sealed record ProvisionName(string Work, string Pinpoint);

/// <summary>The text of a provision.</summary>
/// <param name="Label">As people write it: Annex II, art. 6 (3).</param>
/// <param name="Clauses">Its paragraphs, in reading order.</param>
public sealed record ProvisionText(string Label, IReadOnlyList<ClauseDetails> Clauses);

/// <summary>A footnote mark in a clause.</summary>
/// <param name="Position">UTF-16 offset into the clause's text after which it is.</param>
/// <param name="Mark">Digits or signs.</param>
/// <param name="Note">The note, or null where the document has none.</param>
public sealed record ClauseMark(int Position, string Mark, NoteDetails? Note);

/// <summary>A footnote with its citations.</summary>
/// <param name="Mark">As printed.</param>
/// <param name="Text">The note.</param>
/// <param name="Citations">Mentions in it.</param>
public sealed record NoteDetails(string Mark, string Text, IReadOnlyList<CitationDetails> Citations);

/// <summary>A mention of a work, with its evidence.</summary>
/// <param name="Text">As printed.</param>
/// <param name="Start">UTF-16 offset into the text of the clause or note.</param>
/// <param name="End">UTF-16 offset into the text of the clause or note.</param>
/// <param name="SourceStart">UTF-16 offset into the source.</param>
/// <param name="SourceEnd">UTF-16 offset into the source.</param>
/// <param name="Form">full, bare, symbol, named, registered, ibid, demonstrative, definite, self or collective.</param>
/// <param name="Kind">instrument, resolution, decision, symbol, treaty-series, backreference or internal.</param>
/// <param name="Status">linked, ambiguous, unknown or collective.</param>
/// <param name="Target">What is cited, or null.</param>
/// <param name="Instrument">The instrument that target and pinpoint together are, or null.</param>
/// <param name="Pinpoint">The part cited, normalised, or empty.</param>
/// <param name="Treatment">What the clause does to it.</param>
/// <param name="Verb">The words that decided the treatment, or null.</param>
/// <param name="Evidence">How the link was made.</param>
/// <param name="Candidates">Where ambiguous: the ids that fit.</param>
/// <param name="Reason">Where not linked: why.</param>
public sealed record CitationDetails(
    string Text, int Start, int End, int SourceStart, int SourceEnd, string Form, string Kind, string Status, WorkName? Target, WorkName? Instrument,
    string Pinpoint, string Treatment, string? Verb, string Evidence, IReadOnlyList<string> Candidates, string? Reason)
{
    /// <summary>Why the treatment is what it is, or null in snapshots that do not say.</summary>
    public string? Why { get; init; }

    /// <summary>Where the clause renews: the day that it names as the end, or null.</summary>
    public string? Until { get; init; }

    /// <summary>Whether the treatment supports the work: positive, neutral or negative.</summary>
    public string Polarity => TreatmentWords.Strength(Treatment).Polarity;

    /// <summary>How much the treatment does: mentions, notes, affirms, urges or decides.</summary>
    public string Force => TreatmentWords.Strength(Treatment).Force;
}
