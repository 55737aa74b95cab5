using Search.Catalog.Citing;
using Search.Catalog.Following;
using Search.Catalog.Querying;

namespace Search.Catalog;

/// <content>Works, what cites them, and the graph.</content>
public sealed partial class ResolutionCatalog
{
    /// <summary>A page of works, and how many match.</summary>
    public WorksPage Works(WorkQuery query) => _works.List(query);

    /// <summary>The kinds of works that there are.</summary>
    public IReadOnlyList<string> WorkKinds => _values.WorkKinds;

    /// <summary>Whether there is a work with this slug.</summary>
    public bool HasWork(string id) => _works.Exists(id);

    /// <summary>A work by its slug, or null.</summary>
    public WorkDetails? Work(string id) => _works.Details(id);

    /// <summary>What later texts here do to a work, as of a day (ISO) or of all; null where there is no such work.</summary>
    public WorkStatus? Status(string work, string? asOf = null) =>
        _works.Exists(work) ? WorkStatuses.Of(_works.Reaching(work, WorkStatuses.Query(asOf)), asOf) : null;

    /// <summary>Edges wherever they lead: who terminated what.</summary>
    public EdgePage Edges(EdgeQuery query) => _works.All(query);

    /// <summary>What cites a work; null where there is no such work.</summary>
    public EdgePage? CitedBy(string work, EdgeQuery query) => _works.Exists(work) ? _works.CitedBy(work, query) : null;

    /// <summary>What cites a work, by year, with the first and the last; null where there is no such work.</summary>
    public CitationHistory? History(string work, EdgeQuery query) => _works.Exists(work) ? _works.History(work, query) : null;

    /// <summary>What a work's text cites; null where there is no such work.</summary>
    public EdgePage? Cites(string work, EdgeQuery query) => _works.Exists(work) ? _works.Cites(work, query) : null;

    /// <summary>What a citation of a work or one of its clauses is made from; null where there is no such work or clause.</summary>
    /// <param name="work">Its id.</param>
    /// <param name="clause">The label of a clause of its document, as in URLs; null for the whole.</param>
    /// <param name="address">The address at which it is read.</param>
    public Reference? Cite(string work, string? clause, string address)
    {
        if (Work(work) is not { } details) return null;
        var document = details.Document == work ? Document(work) : null;
        var cited = clause is null || details.Document is null ? null : Clause(details.Document, clause);
        return clause is not null && cited is null ? null : Reference.Of(details, document, cited?.Label, address);
    }

    /// <summary>The generations since which changes can be asked for, the oldest first.</summary>
    public IReadOnlyList<GenerationStamp> Generations => _changes.Generations;

    /// <summary>What first appeared after a generation; null where the generation is not known.</summary>
    /// <param name="generation">Its name.</param>
    /// <param name="list">edges, clauses or works: of which there is a page.</param>
    /// <param name="skip">Entries left out at the start.</param>
    /// <param name="take">The most entries returned.</param>
    public Changes? ChangesSince(string generation, string list = "edges", int skip = 0, int take = 100) =>
        _changes.Since(generation, list, skip, take);

    /// <summary>What cites a work, what appeared last first; null where there is no such work.</summary>
    public IReadOnlyList<SeenEdge>? NewestCitedBy(string work, EdgeQuery query, int most) => _changes.CitedBy(work, query, most);

    /// <summary>Clauses that a search finds, what appeared last first.</summary>
    public IReadOnlyList<SeenHit> NewestOf(IReadOnlyList<SearchHit> hits, int most) => _changes.Newest(hits, most);

    /// <summary>The works around a work and the edges among them; null where there is no such work.</summary>
    public NeighbourhoodView? Neighbourhood(string work, NeighbourhoodQuery query) => _graphs.Neighbourhood(work, query);

    /// <summary>The shortest chains of citations from one work to another; null where one of them is not known.</summary>
    public PathsView? Paths(string from, string to, PathQuery query) => _graphs.Paths(from, to, query);

    /// <summary>Works cited together with a work or citing the same; null where there is no such work.</summary>
    public RelatedView? Related(string work, RelatedQuery query) => _graphs.Related(work, query);

    /// <summary>What in the graph contradicts the order of time: a pass over all of it, made once.</summary>
    public TimeView CheckTime() => _time.Value;
}
