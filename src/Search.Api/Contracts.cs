using Search.Catalog;
using Search.Catalog.Checking;
using Search.Catalog.Citing;
using Search.Catalog.Following;

namespace Search.Api;

/// <summary>How many there are in all.</summary>
/// <param name="Value">The count.</param>
/// <param name="Relation">eq when exact, gte when there are at least that many.</param>
public sealed record Total(long Value, string Relation)
{
    /// <summary>An exact count.</summary>
    public static Total Exactly(long value) => new(value, "eq");
}

/// <summary>An answer with a list whose entries can be counted by fields.</summary>
internal interface IGroupedAnswer
{
    /// <summary>The counts, or null where none were asked for.</summary>
    Grouping? Grouped { get; }
}

/// <summary>Ranked clauses.</summary>
public sealed record SearchAnswer : IGroupedAnswer
{
    /// <summary>Clauses that match.</summary>
    public required Total Total { get; init; }

    /// <summary>The page.</summary>
    public required IReadOnlyList<HitAnswer> Hits { get; init; }

    /// <summary>Counts over all that match, by field; null unless asked for.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<ValueCount>>? Facets { get; init; }

    /// <summary>How the query was read.</summary>
    public required QueryReading Query { get; init; }

    /// <summary>A query that finds something, where this one finds nothing.</summary>
    public required IReadOnlyList<string> Suggestions { get; init; }

    /// <summary>Works that the query names: shown first.</summary>
    public required IReadOnlyList<WorkSummary> Works { get; init; }

    /// <summary>Where more match than pages go: how many they show, and of how many; null where they show all.</summary>
    public required TruncationView? Truncated { get; init; }

    /// <summary>Cursor of the next page, or null.</summary>
    public required string? Next { get; init; }

    /// <summary>Counts over all that match, by the fields of groupBy; null unless asked for.</summary>
    public Grouping? Grouped { get; init; }

    /// <summary>With `partial=allow`, what of the index is missing from hits and counts; null where the answer is whole.</summary>
    public PartialView? Partial { get; init; }

    /// <summary>A page of what a search found.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="isCounted">Whether facets were asked for.</param>
    /// <param name="deepest">The hit after which no page begins.</param>
    /// <param name="next">The cursor of the next page, or null.</param>
    public static SearchAnswer Of(SearchResult found, bool isCounted, int deepest, string? next)
    {
        ArgumentNullException.ThrowIfNull(found);
        return Of(found, found.Hits.Count, isCounted, deepest, next);
    }

    /// <summary>The same, where the page has hits that are not read.</summary>
    internal static SearchAnswer Of(SearchResult found, int shown, bool isCounted, int deepest, string? next)
    {
        var cut = found.Stopped ? new TruncationView("work", shown, checked((int)found.Total), found.Exact)
            : found.Total > deepest ? new TruncationView("depth", deepest, checked((int)found.Total), found.Exact)
            : null;
        return new()
        {
            Total = new(found.Total, found.Exact ? "eq" : "gte"),
            Hits = [.. found.Hits.Select(Answers.Hit)],
            Facets = isCounted ? found.Facets : null,
            Query = found.Query,
            Suggestions = found.DidYouMean is null ? [] : [found.DidYouMean],
            Works = found.Recognised,
            Truncated = cut,
            Next = next,
            Grouped = found.Grouped,
            Partial = found.MissingShards.Count == 0 ? null : new(found.MissingShards),
        };
    }
}

/// <summary>What an answer lacks because no server of the cluster could be reached for it.</summary>
/// <param name="MissingShards">The numbers of the parts of the text index, from 0; `/health/ready` says how many there are.</param>
public sealed record PartialView(IReadOnlyList<int> MissingShards);

/// <summary>One clause that matches.</summary>
public sealed record HitAnswer
{
    /// <summary>The clause: document/label.</summary>
    public required string Id { get; init; }

    /// <summary>Its document's id.</summary>
    public required string Document { get; init; }

    /// <summary>The document's symbol, or null.</summary>
    public required string? Symbol { get; init; }

    /// <summary>The document's title.</summary>
    public required string Title { get; init; }

    /// <summary>PP3, OP5(b)(ii) ...</summary>
    public required string Label { get; init; }

    /// <summary>The same as clauseKind.</summary>
    [DeprecatedField("clauseKind")]
    public required string Kind { get; init; }

    /// <summary>Date of the document.</summary>
    public required string? Date { get; init; }

    /// <summary>Acronym of the adopting organ.</summary>
    public required string? Organ { get; init; }

    /// <summary>Comparable within one answer.</summary>
    public required float Score { get; init; }

    /// <summary>The whole clause.</summary>
    public required string Text { get; init; }

    /// <summary>Where the query's words are in the text.</summary>
    public required IReadOnlyList<Highlight> Highlights { get; init; }

    /// <summary>What the clause cites, and how.</summary>
    public required IReadOnlyList<CitedWorkAnswer> CitedWorks { get; init; }

    /// <summary>How many edges cite this very paragraph.</summary>
    public required int CitedByCount { get; init; }

    /// <summary>How the score came about, with explain=true.</summary>
    public required string? Explanation { get; init; }

    /// <summary>preambular, operative, annex or other.</summary>
    public string ClauseKind => Kind;

    /// <summary>ISO 639-1 code of the clause's language; other where it is none that is known.</summary>
    public required string Language { get; init; }

    /// <summary>Where its words are, itself included; null where the snapshot does not say.</summary>
    public SameWordsAnswer? SameWords { get; init; }
}

/// <summary>How many clauses have the same words in the same order.</summary>
/// <param name="Clauses">The clauses: the total of <paramref name="Search"/>.</param>
/// <param name="Documents">The documents that they are in.</param>
/// <param name="Search">The address of the list of them.</param>
public sealed record SameWordsAnswer(int Clauses, int Documents, string Search);

/// <summary>A work that a clause cites.</summary>
/// <param name="Id">The work's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Treatment">What the clause does to it.</param>
/// <param name="Pinpoint">The part cited, or empty.</param>
public sealed record CitedWorkAnswer(string Id, string Title, string Treatment, string Pinpoint);

/// <summary>A page of works.</summary>
/// <param name="Total">Works that match.</param>
/// <param name="Works">The page.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record WorksAnswer(Total Total, IReadOnlyList<WorkSummary> Works, string? Next) : IGroupedAnswer
{
    /// <summary>Counts over all that match, by the fields of groupBy; null unless asked for.</summary>
    public Grouping? Grouped { get; init; }
}

/// <summary>A work.</summary>
public sealed record WorkAnswer
{
    /// <summary>Its id in addresses.</summary>
    public required string Id { get; init; }

    /// <summary>A symbol, an instrument's id, or title: and a title.</summary>
    public required string Canonical { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The same as workKind.</summary>
    [DeprecatedField("workKind")]
    public required string Kind { get; init; }

    /// <summary>Date of adoption, as far as known.</summary>
    public required string? Date { get; init; }

    /// <summary>Whether its text is here.</summary>
    public required bool InCorpus { get; init; }

    /// <summary>Edges that reach it or one of its parts: the total of cited-by.</summary>
    public required int CitedBy { get; init; }

    /// <summary>Edges that reach the work itself: the total of cited-by with parts=false.</summary>
    public required int CitedByItself { get; init; }

    /// <summary>The same as citedBy.</summary>
    [DeprecatedField("citedBy")]
    public required int CitedByWithParts { get; init; }

    /// <summary>Edges that leave its text, parts included: the total of cites; null where its text is not here.</summary>
    public required int? Cites { get; init; }

    /// <summary>Its share of all influence, 0 to 1.</summary>
    public required double Influence { get; init; }

    /// <summary>The document that is its text, or null.</summary>
    public required string? Document { get; init; }

    /// <summary>Other names.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Where its text is.</summary>
    public required IReadOnlyList<string> Symbols { get; init; }

    /// <summary>United Nations Treaty Series references.</summary>
    public required IReadOnlyList<string> TreatySeries { get; init; }

    /// <summary>Number of articles, where known.</summary>
    public required int? Articles { get; init; }

    /// <summary>Structural relations, in both directions.</summary>
    public required IReadOnlyList<RelationDetails> Relations { get; init; }

    /// <summary>Dates and titles that citing texts give: those that they agree on, and open questions.</summary>
    public required IReadOnlyList<WorkFact> Facts { get; init; }

    /// <summary>What later resolutions and decisions here do to it.</summary>
    public required StatusAnswer Status { get; init; }

    /// <summary>treaty, protocol, declaration, resolution, decision, document ...</summary>
    public string WorkKind => Kind;

    /// <summary>Where its original, or that of the document that prints it, is on other sites; the server does not check them.</summary>
    public required IReadOnlyList<OriginalAnswer> Originals { get; init; }
}

/// <summary>What later resolutions and decisions here do to a work. It never says that a work is in force.</summary>
/// <param name="AsOf">The last day that counts, or null for all.</param>
/// <param name="Summary">The newest of each kind in a sentence; "No later text here ends it." where none ends it.</param>
/// <param name="Extended">What extends it or what it set up, newest first.</param>
/// <param name="Amended">What amends a part of it, newest first.</param>
/// <param name="Superseded">What replaces the whole of it, newest first.</param>
/// <param name="Terminated">What ends it, a part of it, or what it set up, newest first.</param>
public sealed record StatusAnswer(
    string? AsOf, string Summary, IReadOnlyList<StatusChangeAnswer> Extended, IReadOnlyList<StatusChangeAnswer> Amended,
    IReadOnlyList<StatusChangeAnswer> Superseded,
    IReadOnlyList<StatusChangeAnswer> Terminated);

/// <summary>One later text that changes a work's standing.</summary>
/// <param name="Until">The day that the clause names as the end, or null.</param>
/// <param name="Edge">The clause, with its words.</param>
public sealed record StatusChangeAnswer(string? Until, EdgeAnswer Edge);

/// <summary>What a citation means: one work, or several.</summary>
/// <param name="Citation">As asked.</param>
/// <param name="Works">One, or those that it can mean.</param>
/// <param name="Pinpoint">The part named, normalised, or empty.</param>
public sealed record ResolveAnswer(string Citation, IReadOnlyList<WorkSummary> Works, string Pinpoint);

/// <summary>A text whose citations are asked for.</summary>
/// <param name="Text">The text: at most 500,000 characters.</param>
public sealed record ExtractRequest(string? Text);

/// <summary>The citations of a text, in its order.</summary>
/// <param name="Length">UTF-16 code units of the text.</param>
/// <param name="Counts">By status.</param>
/// <param name="Citations">In the order of the text.</param>
public sealed record ExtractAnswer(int Length, ExtractCounts Counts, IReadOnlyList<ExtractedCitation> Citations);

/// <summary>How many citations are linked, ambiguous, unknown, collective.</summary>
/// <param name="Linked">Joined to one work.</param>
/// <param name="Ambiguous">Could be several works.</param>
/// <param name="Unknown">Nothing fits.</param>
/// <param name="Collective">Name no single work ("all relevant resolutions").</param>
public sealed record ExtractCounts(int Linked, int Ambiguous, int Unknown, int Collective);

/// <summary>What a check of a text found.</summary>
/// <param name="Length">UTF-16 code units of the text.</param>
/// <param name="Counts">How much was found.</param>
/// <param name="Findings">In the order of the text.</param>
/// <param name="Citations">Every citation, in the order of the text, with the form that the editorial style of
/// the United Nations gives it.</param>
/// <param name="NotChecked">What could not be checked, and why.</param>
/// <param name="Text">The text that was read from a file, in which spans count; null where the text itself was sent.</param>
public sealed record CheckAnswer(
    int Length, CheckCounts Counts, IReadOnlyList<CheckFinding> Findings, IReadOnlyList<CheckedCitation> Citations,
    IReadOnlyList<UncheckedPart> NotChecked, string? Text);

/// <summary>What first appeared after an earlier generation; a rebuild of the same sources adds nothing.</summary>
/// <param name="Since">The earlier generation.</param>
/// <param name="Until">The generation that answers.</param>
/// <param name="Counts">How much is new: the lengths of the three lists.</param>
/// <param name="Edges">A page of the new edges, where they are asked for.</param>
/// <param name="Clauses">A page of the new clauses, where they are asked for.</param>
/// <param name="Works">A page of the new works, where they are asked for.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record ChangesAnswer(
    GenerationStamp Since, GenerationStamp Until, ChangeCounts Counts, IReadOnlyList<EdgeAnswer> Edges, IReadOnlyList<NewClause> Clauses,
    IReadOnlyList<WorkSummary> Works, string? Next);

/// <summary>A citation of a work or of one of its clauses in every form.</summary>
/// <param name="Work">The work's id.</param>
/// <param name="Clause">Label of the clause, or null for the whole.</param>
/// <param name="Forms">United Nations editorial style, OSCOLA, Bluebook, APA, BibTeX, RIS, CSL JSON.</param>
public sealed record CitationAnswer(string Work, string? Clause, IReadOnlyList<ReferenceForm> Forms);

/// <summary>How much a check found.</summary>
/// <param name="Citations">Citations of the text.</param>
/// <param name="Mismatches">Findings that say that what is printed differs from what is known.</param>
/// <param name="Notices">Other findings.</param>
/// <param name="Kinds">Findings by kind.</param>
public sealed record CheckCounts(int Citations, int Mismatches, int Notices, IReadOnlyList<ValueCount> Kinds);

/// <summary>How the process is.</summary>
/// <param name="Status">live or ready.</param>
/// <param name="Generation">The snapshot that is served, where it is ready.</param>
/// <param name="Fingerprint">SHA-256 of its manifest, hex: servers with the same fingerprint give the same answers.</param>
/// <param name="Refused">A newer snapshot that is not served, and why; null where there is none.</param>
/// <param name="Cluster">The cluster as this server sees it; null for a server that stands alone.</param>
public sealed record HealthAnswer(string Status, string? Generation, string? Fingerprint, RefusedSnapshot? Refused, ClusterAnswer? Cluster);

/// <summary>The cluster as one of its servers sees it.</summary>
/// <param name="Server">The name of this server.</param>
/// <param name="Servers">The servers that are up.</param>
/// <param name="Membership">Whether the list of servers can be read: reachable or unreachable. The servers
/// that are up go on without it.</param>
/// <param name="Shards">How many shards the text index of the served snapshot has; 0 where every server has all of it.</param>
/// <param name="Replicas">How many replicas of the shards answer.</param>
/// <param name="Missing">The numbers of the shards of which no replica answers.</param>
public sealed record ClusterAnswer(string Server, IReadOnlyList<string> Servers, string Membership, int Shards, int Replicas,
    IReadOnlyList<int> Missing);

/// <summary>A snapshot that is not served.</summary>
/// <param name="Generation">Its name, where it is known.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record RefusedSnapshot(string? Generation, string Reason);

/// <summary>What is served.</summary>
/// <param name="Generation">Name of the snapshot.</param>
/// <param name="Built">When, ISO 8601, UTC.</param>
/// <param name="Corpus">SHA-256 over all sources.</param>
/// <param name="Counts">How much it holds.</param>
/// <param name="LeftOut">Files that were not indexed, and why.</param>
/// <param name="Sample">Whether the documents are the sample: invented, none of them a document of the United Nations.</param>
public sealed record IndexAnswer(string Generation, string Built, string Corpus, SnapshotCounts Counts, IReadOnlyList<LeftOutFile> LeftOut,
    bool Sample);
