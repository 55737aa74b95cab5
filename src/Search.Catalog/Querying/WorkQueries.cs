using System.Text.Json;
using Microsoft.Data.Sqlite;
using Search.Resolutions;

namespace Search.Catalog.Querying;

/// <summary>Works, their relations, and the edges between them, out of the tables.</summary>
internal sealed class WorkQueries(Database db, WorkSummaries summaries, bool hasFacts, bool hasProvisions)
{
    public bool Exists(string slug) => db.First("SELECT 1 FROM works WHERE slug = $1", r => r.GetInt32(0), slug) == 1;

    public WorkDetails? Details(string slug)
    {
        var found = db.First(
            $"SELECT {summaries.Columns}, w.articles FROM works w WHERE w.slug = $1",
            r => (Summary: summaries.Read(r), Number: r.GetInt32(9), Articles: r.Number(WorkSummaries.Width)), slug);
        if (found.Summary is null) return null;
        var names = db.Rows("SELECT name, kind FROM names WHERE work = $1 ORDER BY rowid", r =>
            (Name: r.GetString(0), Kind: r.GetString(1)), found.Number);
        var place = hasFacts ? "r.place" : "NULL";
        var relations = db.Rows(
            $"SELECT r.kind, 1, w.slug, w.id, w.title, {place} FROM relations r JOIN works w ON w.number = r.target WHERE r.source = $1"
            + $" UNION ALL SELECT r.kind, 0, w.slug, w.id, w.title, {place} FROM relations r JOIN works w ON w.number = r.source WHERE r.target = $1",
            r => new RelationDetails(r.GetString(0), r.GetInt32(1) == 1, new(r.GetString(2), r.GetString(3), r.GetString(4)), r.Text(5)),
            found.Number);
        var facts = !hasFacts ? [] : db.Rows(
            "SELECT kind, value, accepted, sources, documents FROM facts WHERE work = $1 ORDER BY kind, accepted DESC, sources DESC, value",
            r => new WorkFact(r.GetString(0), r.GetString(1), r.GetInt32(2) == 1, r.GetInt32(3),
                JsonSerializer.Deserialize<List<string>>(r.GetString(4))!), found.Number);
        var document = db.First("SELECT d.slug FROM documents d JOIN works w ON w.document = d.number WHERE w.number = $1", r =>
            r.GetString(0), found.Number);
        return new()
        {
            Summary = found.Summary,
            Names = Named("name"),
            Symbols = Named("symbol"),
            TreatySeries = Named("treaty-series"),
            Articles = found.Articles,
            Relations = relations,
            Document = document,
            Place = document is null ? null : Place(slug)?.Place,
            Facts = facts,
            IssuedAs = IssuedAs(found.Summary, relations),
            Iris = Named("iri"),
        };

        List<string> Named(string kind) => [.. names.Where(n => n.Kind == kind).Select(n => n.Name)];
    }

    /// <summary>The document in which to look for a provision of a work, and where: an annex of a part that is not told
    /// apart is an annex of its document.</summary>
    public (string Document, string Place)? Place(string slug, string asked) => Place(slug) is { } place ? place
        : Pinpoint.Asked(asked).Unit is not { Name: "annex" } ? null
        : db.First("SELECT d.slug FROM works w JOIN documents d ON d.number = w.document WHERE w.slug = $1", r => r.GetString(0), slug)
            is { } document ? (document, "") : null;

    private static List<string> IssuedAs(WorkSummary work, List<RelationDetails> relations)
    {
        var printedIn = relations.Where(r => r is { Outgoing: true, Kind: "annexed-to" or "part-of" or "same-as" })
            .Select(r => Issued(r.Work.Canonical));
        return Issued(work.Canonical) is { } own ? [own] : [.. printedIn.OfType<string>().Distinct()];

        static string? Issued(string canonical) => DocumentSymbol.TryParse(canonical, null, out var symbol) ? symbol.Issued : null;
    }

    /// <summary>The document that holds a work's text, and where; null where the text is not here or its place not certain.</summary>
    public (string Document, string Place)? Place(string slug)
    {
        var found = hasProvisions
            ? db.First("SELECT d.slug, w.place FROM works w JOIN documents d ON d.number = w.document WHERE w.slug = $1 AND w.place IS NOT NULL", r => (Document: r.GetString(0), Place: r.GetString(1)), slug)
            : db.First("SELECT d.slug, '' FROM works w JOIN documents d ON d.work = w.number WHERE w.slug = $1", r =>
                (Document: r.GetString(0), Place: r.GetString(1)), slug);
        return found.Document is null ? null : found;
    }

    public WorksPage List(WorkQuery query)
    {
        var order = query.Sort switch
        {
            "title" => "w.title COLLATE NOCASE, w.number",
            "date" => "w.adopted IS NULL, w.adopted DESC, w.number",
            "cites" => "w.cites DESC, w.number",
            "influence" => "w.influence DESC, w.number",
            _ => "w.cited_by DESC, w.number",
        };
        // A date of which only the year or month is known is in a time that it may be in.
        const string where =
            " FROM works w WHERE ($1 IS NULL OR (w.document IS NOT NULL) = $1) AND ($2 IS NULL OR (w.cited_by > 0) = $2) AND ($3 IS NULL OR w.kind IN (SELECT value FROM json_each($3)))"
            + " AND ($4 IS NULL OR " + OrganOfWork + " IN (SELECT value FROM json_each($4)))"
            + " AND ($5 IS NULL OR " + SqlFunctions.SessionOf + "(w.id) IN (SELECT value FROM json_each($5)))"
            + " AND ($6 IS NULL OR w.adopted >= substr($6, 1, length(w.adopted))) AND ($7 IS NULL OR w.adopted <= $7)"
            + " AND ($8 IS NULL OR " + SqlFunctions.HasWords + "(w.title, $8))"
            + " AND ($9 IS NULL OR substr(w.id, 1, length($9)) = $9 COLLATE NOCASE"
            + " OR EXISTS (SELECT 1 FROM names n WHERE n.work = w.number AND n.kind = 'symbol' AND substr(n.name, 1, length($9)) = $9 COLLATE NOCASE))";
        object?[] asked = [query.InCorpus, query.Cited, AnyOf(query.Kinds), AnyOf(query.Organs), AnyOf(query.Sessions), query.From,
            query.To, query.TitleWords, query.SymbolPrefix];
        return new(
            db.First("SELECT count(*)" + where, r => r.GetInt32(0), asked),
            db.Rows($"SELECT {summaries.Columns}{where} ORDER BY {order} LIMIT $10 OFFSET $11", summaries.Read,
                [.. asked, query.Take, query.Skip]))
        {
            Grouped = query.GroupBy.Count == 0 ? null : Grouped(query.GroupBy, WorkColumn, where, asked),
        };

        static string? AnyOf(IReadOnlyList<string> values) => values.Count == 0 ? null : JsonSerializer.Serialize(values);
    }

    /// <summary>Works by number, in the order asked.</summary>
    public Dictionary<int, WorkSummary> ByNumber(IEnumerable<int> numbers) => summaries.ByNumber(numbers);

    /// <summary>Row number of a work, or null.</summary>
    public int? Number(string slug) => db.First("SELECT number FROM works WHERE slug = $1", r => (int?)r.GetInt32(0), slug);

    /// <summary>Rows of a work and, where asked, of its parts.</summary>
    public List<int> Numbers(string slug, bool parts) => parts
        ? db.Rows(WorkSummaries.WithParts + " SELECT number FROM parts", r => r.GetInt32(0), slug)
        : db.Rows("SELECT number FROM works WHERE slug = $1", r => r.GetInt32(0), slug);

    public EdgePage CitedBy(string slug, EdgeQuery query) =>
        Edges(new EdgeConditions(query, db).Reaching(Numbers(slug, query.Parts)), query);

    /// <summary>Edges wherever they lead.</summary>
    public EdgePage All(EdgeQuery query) => Edges(new EdgeConditions(query, db), query);

    /// <summary>The edges that reach a work itself, newest first, without counts.</summary>
    public List<EdgeDetails> Reaching(string slug, EdgeQuery query)
    {
        var conditions = new EdgeConditions(query, db).Reaching(Numbers(slug, parts: false));
        return db.Rows($"{_edgeColumns.Value}{conditions.Where}{NewestFirst}", ReadEdge, conditions.Values);
    }

    /// <summary>Of some works those that an operative clause of a resolution or decision ends, replaces or amends by a day.</summary>
    public List<string> ChangedAmong(IEnumerable<int> works, string until) => db.Rows(
        "SELECT DISTINCT w.slug FROM json_each($1) j CROSS JOIN edges e ON e.work = j.value JOIN documents d ON d.number = e.document JOIN works w ON w.number = e.work"
        + " WHERE e.treatment IN ('amends', 'terminates') AND e.place = 'operative' AND d.kind IN ('resolution', 'decision') AND d.date <= $2 ORDER BY w.number",
        r => r.GetString(0), JsonSerializer.Serialize(works), until);

    /// <summary>The numbers of the edges that reach a work, with the dates of their documents.</summary>
    public List<(int Number, string? Date)> DatedNumbers(string slug, EdgeQuery query)
    {
        var conditions = new EdgeConditions(query, db).Reaching(Numbers(slug, query.Parts));
        return db.Rows($"SELECT e.number, d.date{EdgeTables}{conditions.Where}", r => (r.GetInt32(0), r.Text(1)), conditions.Values);
    }

    public EdgePage Cites(string slug, EdgeQuery query) => Edges(new EdgeConditions(query, db).Leaving(Numbers(slug, query.Parts)), query);

    /// <summary>Edges by number, with their quotes, in number order.</summary>
    public Dictionary<int, EdgeDetails> EdgesByNumber(IEnumerable<int> numbers) =>
        db.Rows(_edgeColumns.Value + " WHERE e.number IN (SELECT value FROM json_each($1))", ReadEdge, JsonSerializer.Serialize(numbers))
            .ToDictionary(e => e.Number);

    private const string EdgeTables = " FROM edges e JOIN documents d ON d.number = e.document";

    private readonly Lazy<string> _edgeColumns = new(() =>
        "SELECT e.number, s.slug, s.id, CASE WHEN e.source = d.work THEN coalesce(d.title, s.title) ELSE s.title END, d.slug || '/' || c.slug, c.label, c.kind, c.text, m.text, m.note, m.local_start, m.local_end,"
        + " w.slug, w.id, w.title, e.pinpoint, e.treatment, m.verb, e.place, d.date, d.organ, d.kind, m.evidence, "
            + db.OptionalColumns("citations", "m", "why", "until") + ", dw.slug, dw.id, coalesce(d.title, dw.title)"
        + EdgeTables + " JOIN clauses c ON c.number = e.clause JOIN works s ON s.number = e.source JOIN works dw ON dw.number = d.work JOIN works w ON w.number = e.work JOIN citations m ON m.number = e.citation");

    private EdgePage Edges(EdgeConditions conditions, EdgeQuery query)
    {
        var (filter, asked) = (conditions.Where, conditions.Values);
        // What has few values is counted in one pass, by all of them together.
        var counts = db.Rows(
            $"SELECT e.treatment, e.place, d.organ, d.kind, substr(d.date, 1, 4), count(*){EdgeTables}{filter} GROUP BY 1, 2, 3, 4, 5",
            r => (Treatment: r.GetString(0), Place: r.GetString(1), Organ: r.Text(2), Kind: r.GetString(3), Year: r.Text(4),
                Count: r.GetInt32(5)), asked);
        var page = query.Take == 0 ? [] : db.Rows(
            $"{_edgeColumns.Value}{filter}{(query.NewestFirst ? NewestFirst : OldestFirst)} LIMIT ${asked.Length + 1} OFFSET ${asked.Length + 2}", ReadEdge, [.. asked, query.Take, query.Skip]);
        return new(
            counts.Sum(c => c.Count),
            new()
            {
                Treatment = [.. By(c => c.Treatment)],
                Place = [.. By(c => c.Place)],
                Organ = [.. By(c => c.Organ)],
                Kind = [.. By(c => c.Kind)],
                Year = [.. By(c => c.Year).OrderBy(y => y.Value, StringComparer.Ordinal)],
                Provision = MostFrequent("p.provision", " JOIN provisions p ON p.edge = e.number"),
                Citing = MostFrequent("s.slug", " JOIN works s ON s.number = e.source"),
                Cited = MostFrequent("t.slug", " JOIN works t ON t.number = e.work"),
            },
            page)
        {
            Grouped = query.GroupBy.Count == 0 ? null : Grouped(query.GroupBy, EdgeColumn, EdgeTables + filter, asked),
        };

        IEnumerable<ValueCount> By(Func<(string Treatment, string Place, string? Organ, string Kind, string? Year,
            int Count), string?> of) => counts
            .Where(c => of(c) is not null)
            .GroupBy(c => of(c)!, c => c.Count)
            .Select(g => new ValueCount(g.Key, g.Sum()))
            .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal);

        List<ValueCount> MostFrequent(string column, string join) => db.Rows(
            $"SELECT {column}, count(DISTINCT e.number){EdgeTables}{join}{filter} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 100",
            r => new ValueCount(r.GetString(0), r.GetInt32(1)), asked);
    }

    private Grouping Grouped(IReadOnlyList<string> by, Func<string, string> columnOf, string rows, object?[] asked)
    {
        var inner = by.Count > 1 ? columnOf(by[1]) : "NULL";
        return Grouping.Of(by,
            db.Rows($"SELECT {columnOf(by[0])}, {inner}, count(*){rows} GROUP BY 1, 2", r => (r.Text(0), r.Text(1), r.GetInt32(2)), asked));
    }

    private static string EdgeColumn(string field) => field switch
    {
        "treatment" => "e.treatment",
        "place" => "e.place",
        "year" => "substr(d.date, 1, 4)",
        "organ" => "d.organ",
        "session" => $"{SqlFunctions.SessionOf}(d.symbol)",
        "documentKind" => "d.kind",
        _ => throw new ArgumentException($"Edges are not counted by {field}.", nameof(field)),
    };

    private static string WorkColumn(string field) => field switch
    {
        "workKind" => "w.kind",
        "year" => "substr(w.adopted, 1, 4)",
        "organ" => OrganOfWork,
        "session" => $"{SqlFunctions.SessionOf}(w.id)",
        _ => throw new ArgumentException($"Works are not counted by {field}.", nameof(field)),
    };

    private const string OrganOfWork =
        "coalesce((SELECT o.organ FROM documents o WHERE o.work = w.number), " + SqlFunctions.OrganOf + "(w.id))";

    /// <summary>What cites a work, by year, with the first and the last.</summary>
    public CitationHistory History(string slug, EdgeQuery query)
    {
        var conditions = new EdgeConditions(query, db).Reaching(Numbers(slug, query.Parts));
        var (filter, asked) = (conditions.Where, conditions.Values);
        var (total, documents) =
            db.First("SELECT count(*), count(DISTINCT e.document)" + EdgeTables + filter, r => (r.GetInt32(0), r.GetInt32(1)), asked);
        var years = db.Rows(
            $"SELECT CAST(substr(d.date, 1, 4) AS INTEGER), count(*), count(DISTINCT e.document){EdgeTables}{filter} AND d.date IS NOT NULL GROUP BY 1 ORDER BY 1",
            r => new CitationYear(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)), asked);
        return new(total, documents, years, End(OldestFirst), End(NewestFirst));

        EdgeDetails? End(string order) => db.First($"{_edgeColumns.Value}{filter} AND d.date IS NOT NULL{order} LIMIT 1", ReadEdge, asked);
    }

    private const string NewestFirst = " ORDER BY d.date DESC, e.number";

    private const string OldestFirst = " ORDER BY d.date IS NULL, d.date, e.number";

    private static EdgeDetails ReadEdge(SqliteDataReader r)
    {
        var inNote = !r.IsDBNull(9);
        return new()
        {
            Number = r.GetInt32(0),
            Source = new(r.GetString(1), r.GetString(2), r.GetString(3)),
            Clause = r.GetString(4),
            Label = r.GetString(5),
            ClauseKind = r.GetString(6),
            Quote = r.GetString(7),
            Mention = r.GetString(8),
            MentionStart = inNote ? null : r.GetInt32(10),
            MentionEnd = inNote ? null : r.GetInt32(11),
            Work = new(r.GetString(12), r.GetString(13), r.GetString(14)),
            Pinpoint = r.GetString(15),
            Treatment = r.GetString(16),
            Verb = r.Text(17),
            Place = r.GetString(18),
            Date = r.Text(19),
            Organ = r.Text(20),
            DocumentKind = r.GetString(21),
            Evidence = r.GetString(22),
            Document = new(r.GetString(25), r.GetString(26), r.GetString(27)),
            Why = r.Text(23),
            Until = r.Text(24),
        };
    }
}
