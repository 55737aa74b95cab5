using Search.Citations;

namespace Search.Catalog;

/// <summary>A work by its id and title.</summary>
/// <param name="Id">Slug, for URLs.</param>
/// <param name="Canonical">Canonical id: a symbol, an instrument's id, or title: and a title.</param>
/// <param name="Title">Its title.</param>
public sealed record WorkName(string Id, string Canonical, string Title);

/// <summary>A work in one line.</summary>
public sealed record WorkSummary
{
    /// <summary>Slug, for URLs.</summary>
    public required string Id { get; init; }

    /// <summary>Canonical id.</summary>
    public required string Canonical { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The same as workKind.</summary>
    [DeprecatedField("workKind")]
    public required string Kind { get; init; }

    /// <summary>Date of adoption, ISO, as far as known.</summary>
    public required string? Date { get; init; }

    /// <summary>Whether its text is here.</summary>
    public required bool InCorpus { get; init; }

    /// <summary>Number of edges that reach it or one of its parts: annexes, lettered parts, what it is the same as.</summary>
    public required int CitedBy { get; init; }

    /// <summary>Number of edges that leave its text, parts included; null where its text is not here, or not told apart from
    /// the document that prints it.</summary>
    public required int? Cites { get; init; }

    /// <summary>Its share of all influence, 0 to 1: what cites it counts by its own influence, and a
    /// citation in a long list little.</summary>
    public required double Influence { get; init; }

    /// <summary>treaty, protocol, declaration, resolution, decision, document ...</summary>
    public string WorkKind => Kind;

    /// <summary>Number of edges that reach the work itself, its parts not counted.</summary>
    public int CitedByItself { get; init; }
}

/// <summary>A work with its names and relations.</summary>
public sealed record WorkDetails
{
    /// <summary>Identity and counts.</summary>
    public required WorkSummary Summary { get; init; }

    /// <summary>Other names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Where its text is: symbols with their part.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>Treaty Series references.</summary>
    public required IReadOnlyList<string> TreatySeries { get; init; }

    /// <summary>Number of articles, or null where not known.</summary>
    public required int? Articles { get; init; }

    /// <summary>Structural relations in both directions.</summary>
    public required IReadOnlyList<RelationDetails> Relations { get; init; }

    /// <summary>Slug of the document that is its text, or null.</summary>
    public required string? Document { get; init; }

    /// <summary>Where in that document its text begins, as clause labels in URLs: <c>annex-ii</c>; empty for the whole,
    /// null where it is not certain.</summary>
    public required string? Place { get; init; }

    /// <summary>What citing texts say about its date and title.</summary>
    public required IReadOnlyList<WorkFact> Facts { get; init; }

    /// <summary>Its own symbol, else those of the documents that print it, as the Official Document System of the United Nations knows
    /// them: <c>A/RES/48/218B</c>.</summary>
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
public sealed record EdgeDetails
{
    /// <summary>Row of the table of edges.</summary>
    public required int Number { get; init; }

    /// <summary>The citing work: the document, or the treaty in whose text the clause is.</summary>
    public required WorkName Source { get; init; }

    /// <summary>The citing clause: document/label.</summary>
    public required string Clause { get; init; }

    /// <summary>Its label.</summary>
    public required string Label { get; init; }

    /// <summary>preambular, operative, annex or other.</summary>
    public required string ClauseKind { get; init; }

    /// <summary>The clause's text.</summary>
    public required string Quote { get; init; }

    /// <summary>The mention as printed.</summary>
    public required string Mention { get; init; }

    /// <summary>UTF-16 offset of the mention into the quote; null where it is in a footnote.</summary>
    public required int? MentionStart { get; init; }

    /// <summary>UTF-16 offset of the mention's end; null where it is in a footnote.</summary>
    public required int? MentionEnd { get; init; }

    /// <summary>The cited work.</summary>
    public required WorkName Work { get; init; }

    /// <summary>The part cited, or empty.</summary>
    public required string Pinpoint { get; init; }

    /// <summary>What the clause does to it.</summary>
    public required string Treatment { get; init; }

    /// <summary>The words that decided the treatment, or null.</summary>
    public required string? Verb { get; init; }

    /// <summary>title, preambular, operative, annex, footnote or other.</summary>
    public required string Place { get; init; }

    /// <summary>Date of the citing document.</summary>
    public required string? Date { get; init; }

    /// <summary>Organ of the citing document.</summary>
    public required string? Organ { get; init; }

    /// <summary>resolution, decision, draft ...</summary>
    public required string DocumentKind { get; init; }

    /// <summary>How the link was made.</summary>
    public required string Evidence { get; init; }

    /// <summary>The document that prints the clause.</summary>
    public required WorkName Document { get; init; }

    /// <summary>Why the treatment is what it is, or null in snapshots that do not say.</summary>
    public string? Why { get; init; }

    /// <summary>Where the clause renews: the day that it names as the end, ISO, or null.</summary>
    public string? Until { get; init; }

    /// <summary>Whether the treatment supports the work: positive, neutral or negative.</summary>
    public string Polarity => TreatmentTraits.Strength(Treatment).Polarity;

    /// <summary>How much the treatment does: mentions, notes, affirms, urges or decides.</summary>
    public string Force => TreatmentTraits.Strength(Treatment).Force;
}

/// <summary>Which edges, and in what order.</summary>
public sealed record EdgeQuery : EdgeListFilter
{
    /// <summary>Whether citations of a part (an annex, a lettered part) and citations in it count as the whole's.</summary>
    public bool Parts { get; init; } = true;

    /// <summary>Newest citing document first; otherwise oldest first.</summary>
    public bool NewestFirst { get; init; } = true;

    /// <summary>One or two of treatment, year, organ, session, documentKind and place, by which all that match are
    /// counted; none for no counts.</summary>
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
public sealed record EdgeGroups
{
    /// <summary>What the citing clauses do.</summary>
    public required IReadOnlyList<ValueCount> Treatment { get; init; }

    /// <summary>Where in the citing documents.</summary>
    public required IReadOnlyList<ValueCount> Place { get; init; }

    /// <summary>Whose documents cite.</summary>
    public required IReadOnlyList<ValueCount> Organ { get; init; }

    /// <summary>The same as documentKind.</summary>
    [DeprecatedField("documentKind")]
    public required IReadOnlyList<ValueCount> Kind { get; init; }

    /// <summary>When, oldest first.</summary>
    public required IReadOnlyList<ValueCount> Year { get; init; }

    /// <summary>What parts of the cited work.</summary>
    public required IReadOnlyList<ValueCount> Provision { get; init; }

    /// <summary>Which documents cite: ids.</summary>
    public required IReadOnlyList<ValueCount> Citing { get; init; }

    /// <summary>Which works are cited: ids.</summary>
    public required IReadOnlyList<ValueCount> Cited { get; init; }

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
