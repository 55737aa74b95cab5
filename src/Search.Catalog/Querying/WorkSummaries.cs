using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Search.Catalog.Querying;

/// <summary>Works in one line, out of the tables.</summary>
/// <param name="db">The tables.</param>
/// <param name="hasPlaces">Whether they say where in a document the text of a work is.</param>
/// <param name="countsParts">Whether their counts include those of a work's parts.</param>
internal sealed class WorkSummaries(Database db, bool hasPlaces, bool countsParts)
{
    /// <summary>A work's parts and itself. A part counts as its whole along these relations, from the part to the whole.</summary>
    public const string WithParts =
        "WITH RECURSIVE parts(number) AS (SELECT number FROM works WHERE slug = $1"
        + " UNION SELECT r.source FROM relations r JOIN parts p ON r.target = p.number WHERE r.kind IN ('annexed-to', 'part-of', 'same-as')"
        + " UNION SELECT r.target FROM relations r JOIN parts p ON r.source = p.number WHERE r.kind = 'same-as')";

    private readonly Lazy<Dictionary<int, (int CitedBy, int Cites)>> _sums = new(() => countsParts ? [] : Sums(db));

    /// <summary>Columns of <c>works w</c> as <see cref="Read"/> takes them.</summary>
    public string Columns { get; } =
        "w.slug, w.id, w.title, w.kind, w.adopted, w.document IS NOT NULL, w.cited_by, w.cites, w.influence, w.number, "
        + (countsParts ? "w.cited_by_itself" : "w.cited_by") + ", " + (hasPlaces
            ? "w.place IS NOT NULL"
            : "EXISTS (SELECT 1 FROM documents d WHERE d.number = w.document AND d.work = w.number)");

    /// <summary>How many columns they are.</summary>
    public const int Width = 12;

    /// <summary>A work out of the first columns of a row.</summary>
    public WorkSummary Read(SqliteDataReader row)
    {
        var (citedBy, cites) = Counts(row.GetInt32(9), row.GetInt32(6), row.GetInt32(7));
        return new()
        {
            Id = row.GetString(0),
            Canonical = row.GetString(1),
            Title = row.GetString(2),
            Kind = row.GetString(3),
            Date = row.Text(4),
            InCorpus = row.GetInt32(5) == 1,
            CitedBy = citedBy,
            Cites = row.GetInt32(11) == 1 ? cites : null,
            Influence = row.GetDouble(8),
            CitedByItself = row.GetInt32(10),
        };
    }

    /// <summary>A work's counts with its parts, of those that its row has.</summary>
    public (int CitedBy, int Cites) Counts(int number, int citedBy, int cites) =>
        _sums.Value.TryGetValue(number, out var sum) ? sum : (citedBy, cites);

    /// <summary>Works by number, in the order asked.</summary>
    public Dictionary<int, WorkSummary> ByNumber(IEnumerable<int> numbers) => db.Rows(
        $"SELECT {Columns} FROM works w WHERE w.number IN (SELECT value FROM json_each($1))",
        r => (Number: r.GetInt32(9), Summary: Read(r)), JsonSerializer.Serialize(numbers))
        .ToDictionary(r => r.Number, r => r.Summary);

    /// <summary>Formats up to 4 count a work without its parts: the counts of those that have some.</summary>
    private static Dictionary<int, (int CitedBy, int Cites)> Sums(Database db)
    {
        var wholes = db.Rows(
            "SELECT DISTINCT w.number, w.slug FROM relations r JOIN works w ON w.number IN (r.source, r.target) WHERE r.kind IN ('annexed-to', 'part-of', 'same-as')", r => (Number: r.GetInt32(0), Slug: r.GetString(1)));
        return wholes.ToDictionary(w =>
            w.Number, w => db.First(WithParts
                + " SELECT sum(cited_by), sum(cites) FROM works WHERE number IN (SELECT number FROM parts)",
                r => (r.GetInt32(0), r.GetInt32(1)), w.Slug));
    }
}
