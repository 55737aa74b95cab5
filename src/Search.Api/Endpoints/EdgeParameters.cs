using Search.Api.Description;
using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>The filters of citations, as addresses take them: each described and read in one place.</summary>
internal static class EdgeParameters
{
    private static readonly QueryParameter Pinpoint = new("pinpoint", "Only this provision of the cited work, as people write it: article 6, art. 6(2), paragraph 4.") { Example = "article 6" };
    private static readonly QueryParameter Kind = new("kind", "Kind of the citing document; any of these.") { Several = true, Words = ResolutionCatalog.DocumentKinds, Example = "resolution" };
    private static readonly QueryParameter Citing = new("citing", "Only what this document says: a work's id.");
    private static readonly QueryParameter Clause = new("clause", "Only what the clause of this label says: pp3, op5-b-ii.");
    private static readonly QueryParameter Cited = new("cited", "Only what reaches this very work: an id, where parts or all that a text cites are listed.");
    private static readonly QueryParameter To = new("to", "Latest date of the citing document: the graph as of that day.") { Example = "2025-12-31" };

    /// <summary>What a walk through the graph can be narrowed by.</summary>
    public static QueryParameter[] OfWalks { get; } = [Query.Treatment, Query.Place, Query.From, To];

    /// <summary>What a list of edges can be narrowed by.</summary>
    public static QueryParameter[] OfLists { get; } = [Query.Treatment, Pinpoint, Kind, Query.Place, Query.Organ, Query.From, To, Citing, Clause, Cited];

    /// <summary>Reads <see cref="OfWalks"/> into a question.</summary>
    public static T Walk<T>(this Parameters p, T query)
        where T : WalkFilter => query with
        {
            Treatments = p.AnyOf("treatment", ResolutionCatalog.TreatmentWords),
            Places = p.AnyOf("place", ResolutionCatalog.PlaceWords),
            From = p.Date("from", end: false),
            To = p.Date("to", end: true),
        };

    /// <summary>Reads <see cref="OfLists"/> into a question.</summary>
    public static T List<T>(this Parameters p, T query)
        where T : EdgeListFilter => p.Walk(query) with
        {
            Provision = p.Text("pinpoint"),
            Kinds = p.AnyOf("kind", ResolutionCatalog.DocumentKinds),
            Organs = p.List("organ"),
            Citing = p.Text("citing"),
            Clause = p.Text("clause")?.ToLowerInvariant(),
            Cited = p.Text("cited"),
        };
}
