using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Catalog.Snapshots;
using Search.Testing;

namespace Search.Catalog.Tests;

/// <summary>Two corpora of a few sentences and a handful of authorities: quick enough to be built and opened some thousand times.</summary>
internal sealed class SmallCorpus : IDisposable
{
    private const string First =
        "The General Assembly,\n\nRecalling the Convention on the Rights of the Child,\n\n1. Calls upon States to protect children;\n\n2. Decides to remain seized of the matter.\n";
    private const string Second =
        "A/RES/99/902\n\nThe General Assembly,\n\nReaffirming its resolution 99/901,\n\n1. Urges States to ratify the Convention on the Rights of the Child;\n\n2. Requests a report.\n";

    private readonly TemporaryFolder _folder = new();

    public SmallCorpus()
    {
        _folder.Write("one/a.txt", First);
        _folder.Write("two/a.txt", "A/RES/99/901\n\n" + First);
        _folder.Write("two/b.txt", Second);
        foreach (var file in Directory.GetFiles(Places.Authorities, "*.tsv"))
        {
            var lines = File.ReadAllLines(file);
            var head = Array.FindIndex(lines, l => !l.StartsWith('#'));
            _folder.Write("authorities/"
                + Path.GetFileName(file), string.Join('\n', lines.Where((l, i) => i <= head || (i > head && IsKept(file, l)))) + "\n");
        }
    }

    /// <summary>Shards of the full-text index.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Threads that build.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>The folder with works.tsv: of it the Convention on the Rights of the Child.</summary>
    public string Authorities => _folder.In("authorities");

    /// <summary>The documents of a corpus: one or two.</summary>
    public string Sources(string corpus) => _folder.In(corpus);

    /// <summary>Builds a snapshot of one of the corpora.</summary>
    /// <param name="output">The folder of snapshots.</param>
    /// <param name="corpus">one or two.</param>
    /// <param name="disk">Where it is written.</param>
    /// <param name="progress">Called on the way.</param>
    public string Build(string output, string corpus, Disk? disk = null, Action<BuildProgress>? progress = null) => CatalogBuilder.Build(
        new BuildRequest
        {
            Sources = [Sources(corpus)],
            Output = output,
            Authorities = Authorities,
            Shards = Shards,
            Threads = Threads,
            Disk = disk ?? Disk.Real,
        },
        TimeProvider.System, progress).Generation!;

    /// <summary>Opens as the API does.</summary>
    public ResolutionCatalog Open(string index, Action<SnapshotDamagedException>? warn = null) =>
        ResolutionCatalog.Open(index, Authorities, warn);

    /// <summary>What a snapshot answers, in short: two snapshots of one corpus give the same.</summary>
    public static string Answers(ResolutionCatalog catalog)
    {
        var answers = JsonSerializer.Serialize(new object?[]
        {
            catalog.Counts, catalog.Corpus, catalog.Search(new SearchRequest { Query = "states", Take = 100 }),
            catalog.Search(new SearchRequest { Query = "\"remain seized\"" }),
            catalog.Documents(new()), catalog.Works(new() { Take = 100 }), catalog.Clauses("a-res-99-902"), catalog.Clauses("a"),
            catalog.Work("crc"), catalog.CitedBy("crc", new EdgeQuery()),
            catalog.Neighbourhood("crc", new NeighbourhoodQuery()), catalog.Suggest("ch"), catalog.Source("a"),
        });
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(answers)));
    }

    public void Dispose() => _folder.Dispose();

    private static bool IsKept(string file, string line) => Path.GetFileName(file) switch
    {
        var name when name == "works.tsv" || name.StartsWith("names.", StringComparison.Ordinal) =>
            line.StartsWith("crc\t", StringComparison.Ordinal),
        "parts.tsv" => false,
        _ => true,
    };
}
