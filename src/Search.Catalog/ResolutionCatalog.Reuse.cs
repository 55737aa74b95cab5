namespace Search.Catalog;

/// <content>Which clauses have words of others.</content>
public sealed partial class ResolutionCatalog
{
    /// <summary>Whether the snapshot says which clauses share their words; older ones do not, and have no histories and lineages.</summary>
    public bool HasReuse => _reuse is not null;

    /// <summary>The versions of a clause through time; null where there is no such clause, or the snapshot has no histories.</summary>
    public ClauseVersions? Versions(string document, string label, int skip = 0, int take = 20) =>
        _versions?.Versions(document, label, skip, take);

    /// <summary>The history of every clause of a document in a line, by label in URLs.</summary>
    public IReadOnlyDictionary<string, ClauseHistory> Histories(string document) => _versions?.Histories(document) ?? [];

    /// <summary>
    /// The histories of some clauses in a line, by their ids; those that are not here, or are too short to compare, are left out.
    /// </summary>
    public IReadOnlyDictionary<string, ClauseHistory> HistoriesOf(IEnumerable<string> clauses) => _versions?.Histories(clauses) ?? [];

    /// <summary>The same of clauses that a search of this snapshot found: they need not be looked up by their ids.</summary>
    public IReadOnlyDictionary<string, ClauseHistory> HistoriesOf(IEnumerable<SearchHit> hits) => _versions?.Histories(hits) ?? [];

    /// <summary>
    /// Where a document comes from and what became of it; null where there is no such document, or the snapshot has no lineages.
    /// </summary>
    public DocumentLineage? Lineage(string document) => _lineages?.Of(document);

    /// <summary>Clauses with an earlier version, the newest first, and how many there are.</summary>
    public (int Total, IReadOnlyList<ReuseEdge> Page) Reuse(ReuseQuery query) => _reuse?.List(query) ?? (0, []);

    /// <summary>Documents whose clauses <see cref="Reuse"/> gives, those with most silent ones first, and how many there are.</summary>
    public (int Total, IReadOnlyList<RepeatingDocument> Page) RepeatingDocuments(ReuseQuery query) => _reuse?.Documents(query) ?? (0, []);

    /// <summary>Where the words of a text come from, clause by clause.</summary>
    public IReadOnlyList<PastedClause> ReuseIn(string text) => _pasted?.Of(text) ?? [];

    /// <summary>Two documents clause by clause; null where one of them is not here.</summary>
    public DocumentComparison? Compare(string source, string target) => _comparisons.Of(source, target);
}
