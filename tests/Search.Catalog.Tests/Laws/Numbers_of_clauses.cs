using Search.Catalog.Querying;
using Search.Catalog.Querying.Reuse;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A clause is found by each of its names in the views.</summary>
public class Numbers_of_clauses
{
    [Fact]
    public void Every_clause_of_the_sample()
    {
        using var folder = new TemporaryFolder();
        Built.Build(folder.In("index"), Places.Sample);
        var generation = ResolutionCatalog.Live(folder.In("index"))!.Generation;
        using var db = new Database(folder.In("index", generation, "catalog.db"));
        var names = db.Rows(
            "SELECT d.slug, c.slug, c.other_slug, c.number FROM clauses c JOIN documents d ON d.number = c.document ORDER BY c.number",
            r => (Document: r.GetString(0), Slug: r.GetString(1), Other: r.Text(2), Number: r.GetInt32(3)));
        names.Count.ShouldBeGreaterThan(100);
        foreach (var of in names.GroupBy(n => (n.Document, n.Slug)))
            ClauseNumbers.Of(db, of.Key.Document, of.Key.Slug).ShouldBe(of.First().Number, $"{of.Key}");
        foreach (var of in names.Where(n => n.Other is not null && !names.Exists(o => o.Document == n.Document && o.Slug == n.Other))
            .GroupBy(n => (n.Document, n.Other)))
            ClauseNumbers.Of(db, of.Key.Document, of.Key.Other!).ShouldBe(of.First().Number, $"{of.Key}");
        ClauseNumbers.Of(db, names[0].Document, "no-such-label").ShouldBeNull();
        ClauseNumbers.Of(db, "no-such-document", names[0].Slug).ShouldBeNull();
    }
}
