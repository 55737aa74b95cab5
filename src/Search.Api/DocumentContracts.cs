using Search.Catalog;

namespace Search.Api;

/// <summary>A page of documents.</summary>
/// <param name="Total">Documents that match.</param>
/// <param name="Documents">The page.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record DocumentsAnswer(Total Total, IReadOnlyList<DocumentSummary> Documents, string? Next);

/// <summary>A document.</summary>
public sealed record DocumentAnswer
{
    /// <summary>Its id in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>Its symbol, or null where it has none.</summary>
    public required string? Symbol { get; init; }

    /// <summary>Its title.</summary>
    public required string? Title { get; init; }

    /// <summary>Acronym of the adopting organ.</summary>
    public required string? Organ { get; init; }

    /// <summary>The same as documentKind.</summary>
    [DeprecatedField("documentKind")]
    public required string Kind { get; init; }

    /// <summary>Date of adoption, or printed.</summary>
    public required string? Date { get; init; }

    /// <summary>printed, stated, inferred or none: where the symbol comes from.</summary>
    public required string IdentifiedBy { get; init; }

    /// <summary>Why an inferred symbol holds.</summary>
    public required string? Evidence { get; init; }

    /// <summary>Number of clauses.</summary>
    public required int Clauses { get; init; }

    /// <summary>Number of edges that leave it.</summary>
    public required int Cites { get; init; }

    /// <summary>Number of edges that reach it or one of its parts, such as annexes: the total of cited-by.</summary>
    public required int CitedBy { get; init; }

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

    /// <summary>The file that it was read from.</summary>
    public required string File { get; init; }

    /// <summary>Structural relations, in both directions.</summary>
    public required IReadOnlyList<RelationDetails> Relations { get; init; }

    /// <summary>What the parser could not place or wants said.</summary>
    public required IReadOnlyList<ParsedDiagnostic> Diagnostics { get; init; }

    /// <summary>The languages in which it is here, as lang takes them: first that of the text whose citations count.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>resolution, decision, draft, statement, report or document.</summary>
    public string DocumentKind => Kind;

    /// <summary>Where its original is, on other sites; the server does not check them.</summary>
    public required IReadOnlyList<OriginalAnswer> Originals { get; init; }

    /// <summary>Session, subjects, goals and vote: the values by which search finds it.</summary>
    public required IReadOnlyList<TopicValue> Topics { get; init; }
}

/// <summary>An original of a document or treaty.</summary>
/// <param name="Kind">document (by its symbol), treaty-series (the volume), or akn (its Akoma Ntoso IRI, as the source states it).</param>
/// <param name="Name">The symbol, the reference or the IRI.</param>
/// <param name="Language">ISO 639-1, or null where the address is for all languages.</param>
/// <param name="Url">Its address, or null for an IRI, which only identifies.</param>
public sealed record OriginalAnswer(string Kind, string Name, string? Language, string? Url);

/// <summary>The clauses of a document, in reading order.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Total">How many match.</param>
/// <param name="Clauses">The page; all of them where no limit was given.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record ClausesAnswer(string Document, Total Total, IReadOnlyList<ClauseDetails> Clauses, string? Next)
{
    /// <summary>The language of the text.</summary>
    public required string Language { get; init; }

    /// <summary>The languages in which the document is here, as lang takes them.</summary>
    public required IReadOnlyList<string> Languages { get; init; }
}
