using System.Text.Json;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>The sample with and without its texts in other languages: everything that is counted, listed or drawn is the same.</summary>
public class Translations_change_no_count
{
    [Fact]
    public void Of_documents_works_edges_facets_neighbours_and_exports()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Places.Sample))
            if (!Path.GetFileNameWithoutExtension(file).StartsWith("a-res-s-27-901.", StringComparison.Ordinal))
            {
                Directory.CreateDirectory(folder.In("one"));
                File.Copy(file, Path.Combine(folder.In("one"), Path.GetFileName(file)));
            }
        Built.Build(folder.In("index-one"), folder.In("one"));
        Built.Build(folder.In("index-six"), Places.Sample);
        using var one = ResolutionCatalog.Open(folder.In("index-one"), Places.Authorities);
        using var six = ResolutionCatalog.Open(folder.In("index-six"), Places.Authorities);
        six.Counts.Translations.ShouldBe(5);
        six.Counts.ShouldBe(one.Counts with { Translations = 5 });
        foreach (var (question, ask) in Questions) ask(six).ShouldBe(ask(one), question);
        foreach (var part in (string[])["graph.bin", "reuse.bin"])
            File.ReadAllBytes(Path.Combine(folder.In("index-six"), six.Generation, part))
                .ShouldBe(File.ReadAllBytes(Path.Combine(folder.In("index-one"), one.Generation, part)), part);
    }

    private static readonly (string Question, Func<ResolutionCatalog, string> Ask)[] Questions =
    [
        ("documents", c => Json(c.Documents(new() { Take = 100 }))),
        ("most cited", c => Json(c.Works(new() { Take = 100 }))),
        ("influence", c => Json(c.Works(new() { Take = 100, Sort = "influence" }))),
        ("cited by", c => Json(c.CitedBy("crc", new EdgeQuery()))),
        ("cites", c => Json(c.Cites("a-res-s-27-901", new EdgeQuery()))),
        ("neighbours", c => Json(c.Neighbourhood("a-res-s-27-901", new NeighbourhoodQuery()))),
        ("facets", c => Json(c.Search(new() { Facets = [.. ResolutionCatalog.FacetNames.Where(f => f != "lang")],
            GroupBy = ["organ"] }).Facets)),
        ("lists of clauses", c => Json(c.Search(new() { Query = "children", Take = 100 }).Total)),
        ("lineages", c => Json(c.Lineage("a-res-s-27-901"))),
        ("reuse", c => Json(c.Reuse(new ReuseQuery()))),
        ("exports", c => Exported(c)),
    ];

    private static string Json<T>(T answer) => JsonSerializer.Serialize(answer);

    private static string Exported(ResolutionCatalog catalog)
    {
        using var stream = new MemoryStream();
        catalog.Export(new ExportQuery(), "graphml", stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
