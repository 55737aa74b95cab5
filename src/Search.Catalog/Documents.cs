namespace Search.Catalog;

/// <summary>A document of the corpus in one line.</summary>
public sealed record DocumentSummary
{
    /// <summary>Slug, for URLs.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical symbol, or null where none is known.</summary>
    public required string? Symbol { get; init; }

    /// <summary>Title without its number.</summary>
    public required string? Title { get; init; }

    /// <summary>Acronym of the adopting organ.</summary>
    public required string? Organ { get; init; }

    /// <summary>The same as documentKind.</summary>
    [DeprecatedField("documentKind")]
    public required string Kind { get; init; }

    /// <summary>ISO date.</summary>
    public required string? Date { get; init; }

    /// <summary>How the symbol is known: printed, stated, inferred or none.</summary>
    public required string IdentifiedBy { get; init; }

    /// <summary>Number of clauses.</summary>
    public required int Clauses { get; init; }

    /// <summary>Number of edges that leave it, its annexes included.</summary>
    public required int Cites { get; init; }

    /// <summary>Number of edges that reach it or one of its parts, such as annexes.</summary>
    public required int CitedBy { get; init; }

    /// <summary>resolution, decision, draft, statement, report or document.</summary>
    public string DocumentKind => Kind;
}

/// <summary>A document with its fields; its clauses come from <see cref="ResolutionCatalog.Clauses(string, string?)"/>.</summary>
public sealed record DocumentDetails
{
    /// <summary>Identity and counts.</summary>
    public required DocumentSummary Summary { get; init; }

    /// <summary>Why an inferred identity holds, or null.</summary>
    public required string? Evidence { get; init; }

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

    /// <summary>The language of the text: en, fr, es, ru, zh, ar, or other.</summary>
    public required string Language { get; init; }

    /// <summary>The source file, relative to the corpus folder.</summary>
    public required string File { get; init; }

    /// <summary>What the parser wants said.</summary>
    public required IReadOnlyList<ParsedDiagnostic> Diagnostics { get; init; }

    /// <summary>The languages in which its text is here: that of the text that counts, then those of translations.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Session, subjects, goals, sponsors and votes; empty where neither symbol nor source say.</summary>
    public IReadOnlyList<TopicValue> Topics { get; init; } = [];
}

/// <summary>A clause with its citations.</summary>
public sealed record ClauseDetails
{
    /// <summary>document/label, both as in URLs.</summary>
    public required string Id { get; init; }

    /// <summary>PP3, OP5(b)(ii), Annex II, art. 6 (3), front, back.</summary>
    public required string Label { get; init; }

    /// <summary>The same as clauseKind.</summary>
    [DeprecatedField("clauseKind")]
    public required string Kind { get; init; }

    /// <summary>As printed, or null.</summary>
    public required string? Number { get; init; }

    /// <summary>The governing words as printed, or null.</summary>
    public required string? Head { get; init; }

    /// <summary>Without number, note marks and line breaks.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset into the source.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset into the source.</summary>
    public required int End { get; init; }

    /// <summary>Label of the clause that this is an item of, or null.</summary>
    public required string? Parent { get; init; }

    /// <summary>Number of edges that cite this very paragraph.</summary>
    public required int CitedBy { get; init; }

    /// <summary>Footnote marks, in text order.</summary>
    public required IReadOnlyList<ClauseMark> Marks { get; init; }

    /// <summary>Mentions in the text, in text order.</summary>
    public required IReadOnlyList<CitationDetails> Citations { get; init; }

    /// <summary>Another label in URLs under which it is found: that of an older snapshot, or a target's; null for most.</summary>
    public required string? OtherAddress { get; init; }

    /// <summary>As what others cite it; null for clauses that pinpoints do not name.</summary>
    public required ProvisionName? CitedAs { get; init; }

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

/// <summary>A mention of a work in a document, with its evidence; <see cref="CitationFields.Start"/> counts in the
/// text of its clause or note.</summary>
public sealed record CitationDetails : CitationFields
{
    /// <summary>UTF-16 offset into the source.</summary>
    public required int SourceStart { get; init; }

    /// <summary>UTF-16 offset of its end in the source.</summary>
    public required int SourceEnd { get; init; }
}
