using Microsoft.Data.Sqlite;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>Searches read clauses past the views, which researchers read: both show the same.</summary>
public class Hits_show_what_the_views_show
{
    private const int All = 10_000;

    [Fact]
    public void Every_clause_of_the_sample()
    {
        using var folder = new TemporaryFolder();
        Built.Build(folder.In("index"), Places.Sample);
        using var catalog = ResolutionCatalog.Open(folder.In("index"), Places.Authorities);
        var hits = catalog.Search(new() { Take = All }).Hits
            .ToDictionary(h => h.Id, h => (h.Label, h.Kind, h.Text, h.Date, h.Organ, h.CitedByCount));
        var cited = catalog.Search(new() { Take = All }).Hits
            .SelectMany(h => h.CitedWorks.Select(c => (h.Id, c.Work.Id, c.Work.Title, c.Treatment, c.Pinpoint))).ToList();

        using var connection = new SqliteConnection($"Data Source={folder.In("index", catalog.Generation, "catalog.db")};Pooling=False");
        connection.Open();
        Rows(connection, "SELECT d.slug || '/' || c.slug, c.label, c.kind, c.text, d.date, d.organ, c.cited_by FROM clauses c JOIN documents d ON d.number = c.document"
            + " WHERE c.label NOT IN ('front', 'back')",
            r => (r.GetString(0), (r.GetString(1), r.GetString(2), r.GetString(3), Text(r, 4), Text(r, 5), r.GetInt32(6))))
            .ShouldBe(hits.Select(h => (h.Key, h.Value)), ignoreOrder: true);
        Rows(connection, "SELECT d.slug || '/' || c.slug, w.slug, w.title, e.treatment, e.pinpoint FROM edges e JOIN clauses c ON c.number = e.clause"
            + " JOIN documents d ON d.number = c.document JOIN works w ON w.number = e.work WHERE c.label NOT IN ('front', 'back')",
            r => (r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4))).ShouldBe(cited, ignoreOrder: true);
        (hits.Count, cited.Count).ShouldSatisfyAllConditions(c => c.Item1.ShouldBeGreaterThan(100), c => c.Item2.ShouldBeGreaterThan(30));
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are those above
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }
}
