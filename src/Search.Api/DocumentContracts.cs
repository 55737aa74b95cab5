using Search.Catalog;

namespace Search.Api;

/// <summary>A page of documents.</summary>
/// <param name="Total">Documents that match.</param>
/// <param name="Documents">The page.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record DocumentsAnswer(Total Total, IReadOnlyList<DocumentSummary> Documents, string? Next);

/// <summary>A document.</summary>
/// <param name="Id">Its id in addresses.</param>
/// <param name="Symbol">Its symbol, or null where it has none.</param>
/// <param name="Title">Its title.</param>
/// <param name="Organ">Acronym of the adopting organ.</param>
/// <param name="Kind">The same as documentKind.</param>
/// <param name="Date">Date of adoption, or printed.</param>
/// <param name="IdentifiedBy">printed, stated, inferred or none: where the symbol comes from.</param>
/// <param name="Evidence">Why an inferred symbol holds.</param>
/// <param name="Clauses">Number of clauses.</param>
/// <param name="Cites">Number of edges that leave it.</param>
/// <param name="CitedBy">Number of edges that reach it or one of its parts, such as annexes: the total of cited-by.</param>
/// <param name="Session">As printed.</param>
/// <param name="Meeting">As printed.</param>
/// <param name="AgendaItem">As printed.</param>
/// <param name="Sponsors">As printed.</param>
/// <param name="CommitteeReport">As printed.</param>
/// <param name="Vote">As printed.</param>
/// <param name="Language">The language of the text: en, fr, es, ru, zh, ar, or other.</param>
/// <param name="File">The file that it was read from.</param>
/// <param name="Relations">Structural relations, in both directions.</param>
/// <param name="Diagnostics">What the parser could not place or wants said.</param>
public sealed record DocumentAnswer(
    string Id, string? Symbol, string? Title, string? Organ, [property: DeprecatedField("documentKind")] string Kind, string? Date, string IdentifiedBy, string? Evidence, int Clauses, int Cites, int CitedBy,
    string? Session, string? Meeting, string? AgendaItem, string? Sponsors, string? CommitteeReport, string? Vote, string Language, string File,
    IReadOnlyList<RelationDetails> Relations, IReadOnlyList<ParsedDiagnostic> Diagnostics)
{
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
