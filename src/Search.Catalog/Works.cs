using Search.Citations;

namespace Search.Catalog;

/// <summary>A work by its id and title.</summary>
/// <param name="Id">Slug, for URLs.</param>
/// <param name="Canonical">Canonical id: a symbol, an instrument's id, or title: and a title.</param>
/// <param name="Title">Its title.</param>
public sealed record WorkName(string Id, string Canonical, string Title);

/// <summary>A work in one line.</summary>
/// <param name="Id">Slug, for URLs.</param>
/// <param name="Canonical">Canonical id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">The same as workKind.</param>
/// <param name="Date">Date of adoption, ISO, as far as known.</param>
/// <param name="InCorpus">Whether its text is here.</param>
/// <param name="CitedBy">Number of edges that reach it or one of its parts: annexes, lettered parts, what it is the same as.</param>
/// <param name="Cites">Number of edges that leave its text, parts included; null where its text is not here, or not told apart from the document that prints it.</param>
/// <param name="Influence">Its share of all influence, 0 to 1: what cites it counts by its own influence, and a citation in a long list little.</param>
public sealed record WorkSummary(string Id, string Canonical, string Title, [property: DeprecatedField("workKind")] string Kind, string? Date, bool InCorpus, int CitedBy, int? Cites, double Influence)
{
    /// <summary>treaty, protocol, declaration, resolution, decision, document ...</summary>
    public string WorkKind => Kind;

    /// <summary>Number of edges that reach the work itself, its parts not counted.</summary>
    public int CitedByItself { get; init; }
}

/// <summary>A work with its names and relations.</summary>
/// <param name="Summary">Identity and counts.</param>
/// <param name="Names">Other names.</param>
/// <param name="Symbols">Where its text is: symbols with their part.</param>
/// <param name="TreatySeries">Treaty Series references.</param>
/// <param name="Articles">Number of articles, or null where not known.</param>
/// <param name="Relations">Structural relations in both directions.</param>
/// <param name="Document">Slug of the document that is its text, or null.</param>
/// <param name="Place">Where in that document its text begins, as clause labels in URLs: <c>annex-ii</c>; empty for the whole, null where it is not certain.</param>
/// <param name="Facts">What citing texts say about its date and title.</param>
public sealed record WorkDetails(
    WorkSummary Summary, IReadOnlyList<string> Names, IReadOnlyList<string> Symbols, IReadOnlyList<string> TreatySeries, int? Articles,
    IReadOnlyList<RelationDetails> Relations, string? Document, string? Place, IReadOnlyList<WorkFact> Facts)
{
    /// <summary>Its own symbol, else those of the documents that print it, as the Official Document System of the United Nations knows them: <c>A/RES/48/218B</c>.</summary>
    public required IReadOnlyList<string> IssuedAs { get; init; }

    /// <summary>Akoma Ntoso IRIs that sources state for it.</summary>
    public required IReadOnlyList<string> Iris { get; init; }
}

/// <summary>A structural relation.</summary>
/// <param name="Kind">annexed-to, adopted-by, supplements, part-of, revises, adds-to, corrects, same-as ...</param>
/// <param name="Outgoing">True when this work is the one annexed; false when the other is annexed to it.</param>
/// <param name="Work">The other work.</param>
/// <param name="Place">Where the text of the part is printed in the whole: <c>annex II</c>; null where that is not known.</param>
public sealed record RelationDetails(string Kind, bool Outgoing, WorkName Work, string? Place);

/// <summary>A date or title that citing texts give for a work.</summary>
/// <param name="Kind">date or title.</param>
/// <param name="Value">An ISO date, month or year; or a title.</param>
/// <param name="Accepted">Whether the texts agree on it; false for an open question, of which nothing is chosen.</param>
/// <param name="Sources">How many citing works say so.</param>
/// <param name="Documents">The first of them, canonical ids in order.</param>
public sealed record WorkFact(string Kind, string Value, bool Accepted, int Sources, IReadOnlyList<string> Documents);

/// <summary>That a clause cites a work, with the words.</summary>
/// <param name="Number">Row of the table of edges.</param>
/// <param name="Source">The citing work: the document, or the treaty in whose text the clause is.</param>
/// <param name="Clause">The citing clause: document/label.</param>
/// <param name="Label">Its label.</param>
/// <param name="ClauseKind">preambular, operative, annex or other.</param>
/// <param name="Quote">The clause's text.</param>
/// <param name="Mention">The mention as printed.</param>
/// <param name="MentionStart">UTF-16 offset of the mention into the quote; null where it is in a footnote.</param>
/// <param name="MentionEnd">UTF-16 offset of the mention's end; null where it is in a footnote.</param>
/// <param name="Work">The cited work.</param>
/// <param name="Pinpoint">The part cited, or empty.</param>
/// <param name="Treatment">What the clause does to it.</param>
/// <param name="Verb">The words that decided the treatment, or null.</param>
/// <param name="Place">title, preambular, operative, annex, footnote or other.</param>
/// <param name="Date">Date of the citing document.</param>
/// <param name="Organ">Organ of the citing document.</param>
/// <param name="DocumentKind">resolution, decision, draft ...</param>
/// <param name="Evidence">How the link was made.</param>
public sealed record EdgeDetails(
    int Number, WorkName Source, string Clause, string Label, string ClauseKind, string Quote, string Mention, int? MentionStart, int? MentionEnd,
    WorkName Work, string Pinpoint, string Treatment, string? Verb, string Place, string? Date, string? Organ, string DocumentKind, string Evidence)
{
    /// <summary>The document that prints the clause.</summary>
    public required WorkName Document { get; init; }

    /// <summary>Why the treatment is what it is, or null in snapshots that do not say.</summary>
    public string? Why { get; init; }

    /// <summary>Where the clause renews: the day that it names as the end, ISO, or null.</summary>
    public string? Until { get; init; }

    /// <summary>Whether the treatment supports the work: positive, neutral or negative.</summary>
    public string Polarity => TreatmentWords.Strength(Treatment).Polarity;

    /// <summary>How much the treatment does: mentions, notes, affirms, urges or decides.</summary>
    public string Force => TreatmentWords.Strength(Treatment).Force;
}

/// <summary>Which edges, and in what order.</summary>
public sealed record EdgeQuery : EdgeListFilter
{
    /// <summary>Whether citations of a part (an annex, a lettered part) and citations in it count as the whole's.</summary>
    public bool Parts { get; init; } = true;

    /// <summary>Newest citing document first; otherwise oldest first.</summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>One or two of treatment, year, organ, session, documentKind and place, by which all that match are counted; none for no counts.</summary>
    public IReadOnlyList<string> GroupBy { get; init; } = [];

    /// <summary>Edges left out at the start.</summary>
    public int Skip { get; init; }

    /// <summary>The most edges returned.</summary>
    public int Take { get; init; } = 20;
}

/// <summary>One page of edges, with counts over all that match.</summary>
/// <param name="Total">How many match: the length of the whole list.</param>
/// <param name="Groups">Counts by treatment, place, organ, kind and year, each the length of the list with that filter added.</param>
/// <param name="Edges">The page.</param>
public sealed record EdgePage(int Total, EdgeGroups Groups, IReadOnlyList<EdgeDetails> Edges)
{
    /// <summary>Counts by the fields asked for, or null.</summary>
    public Grouping? Grouped { get; init; }
}

/// <summary>Counts over the edges that match; of provisions and works the hundred most frequent.</summary>
/// <param name="Treatment">What the citing clauses do.</param>
/// <param name="Place">Where in the citing documents.</param>
/// <param name="Organ">Whose documents cite.</param>
/// <param name="Kind">The same as documentKind.</param>
/// <param name="Year">When, oldest first.</param>
/// <param name="Provision">What parts of the cited work.</param>
/// <param name="Citing">Which documents cite: ids.</param>
/// <param name="Cited">Which works are cited: ids.</param>
public sealed record EdgeGroups(
    IReadOnlyList<ValueCount> Treatment, IReadOnlyList<ValueCount> Place, IReadOnlyList<ValueCount> Organ,
    [property: DeprecatedField("documentKind")] IReadOnlyList<ValueCount> Kind,
    IReadOnlyList<ValueCount> Year, IReadOnlyList<ValueCount> Provision, IReadOnlyList<ValueCount> Citing, IReadOnlyList<ValueCount> Cited)
{
    /// <summary>What kinds of document cite.</summary>
    public IReadOnlyList<ValueCount> DocumentKind => Kind;
}

/// <summary>How citations came about over time.</summary>
/// <param name="Total">Edges that match: the length of the list of edges under the same filter.</param>
/// <param name="Documents">Documents that hold them.</param>
/// <param name="Years">By year of the citing documents, oldest first; undated ones are in no year.</param>
/// <param name="First">The first edge by date, or null where none is dated.</param>
/// <param name="Latest">The last edge by date, or null.</param>
public sealed record CitationHistory(int Total, int Documents, IReadOnlyList<CitationYear> Years, EdgeDetails? First, EdgeDetails? Latest);

/// <summary>The citations of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Edges">Edges.</param>
/// <param name="Documents">Documents that hold them.</param>
public sealed record CitationYear(int Year, int Edges, int Documents);

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How often.</param>
public sealed record ValueCount(string Value, int Count);
