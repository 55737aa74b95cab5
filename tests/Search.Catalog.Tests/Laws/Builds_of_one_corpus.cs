using System.Security.Cryptography;
using Search.Catalog.Building.Parses;
using Search.Catalog.Snapshots;
using Search.Testing;

namespace Search.Catalog.Tests.Laws;

/// <summary>A snapshot depends on its sources alone: not on threads, on the order in which files were written, nor
/// on what earlier builds left.</summary>
public class Builds_of_one_corpus
{
    private static readonly string[] Sentences =
    [
        "Recalling the Convention on the Rights of the Child,", "Recalling its resolution 99/901,",
        "Reaffirming resolution 99/902, and article 3 of the Convention on the Rights of the Child,",
        "Noting A/RES/99/903 and the Havana Plan,1", "Recalling resolution 1325 (2000) of 31 October 2000 on women and peace and security,",
    ];

    private static readonly string[] Decisions =
    [
        "Urges States to protect children;", "Decides to extend the mandate set out in resolution 99/901 until 30 June 2045;",
        "Requests a report on the matter;",
        "Calls upon States to carry out the Havana Plan;", "Decides to remain seized of the matter.",
    ];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    public void Threads_order_and_earlier_builds_change_no_byte(int seed, int shards)
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var files = Corpus(new Random(seed));
        foreach (var (name, text) in files) folder.Write("forth/" + name, text);
        foreach (var (name, text) in files.Reverse()) folder.Write("back/" + name, text);
        var expected = Build("forth", "one", threads: 1);
        Build("back", "many", threads: 4).ShouldBe(expected);

        // A part, then all of it; the part's files are not read again.
        foreach (var (name, text) in files.Take(5)) folder.Write("part/" + name, text);
        Build("part", "grown", threads: 2).ShouldNotBe(expected);
        foreach (var (name, text) in files.Skip(5)) folder.Write("part/" + name, text);
        Build("part", "grown", threads: 2).ShouldBe(expected);

        // A file changes and changes back.
        folder.Write("part/" + files[0].Name, "A/RES/99/909\n\nThe General Assembly,\n\n1. Decides otherwise.\n");
        Build("part", "grown", threads: 2).ShouldNotBe(expected);
        folder.Write("part/" + files[0].Name, files[0].Text);
        Build("part", "grown", threads: 2).ShouldBe(expected);

        // What was stored is damaged, one entry in each way.
        var random = new Random(seed);
        foreach (var entry in Directory.GetFiles(Path.Combine(folder.In("grown"), DocumentStore.FolderName)))
        {
            var bytes = File.ReadAllBytes(entry);
            if (random.Next(2) == 0) bytes[random.Next(bytes.Length)] ^= 0x10;
            else bytes = bytes[..random.Next(bytes.Length)];
            File.WriteAllBytes(entry, bytes);
        }
        Build("part", "grown", threads: 2).ShouldBe(expected);

        string Build(string sources, string output, int threads)
        {
            var generation = CatalogBuilder.Build(
                new BuildRequest
                {
                    Sources = [folder.In(sources)],
                    Output = folder.In(output),
                    Authorities = corpus.Authorities,
                    Shards = shards,
                    Threads = threads,
                },
                TimeProvider.System).Generation!;
            return Bytes(folder.In(output + "/" + generation));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_build_that_is_stopped_anywhere_ends_with_the_same_bytes_when_it_is_started_again(int shards)
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in Corpus(new Random(4))) folder.Write("in/" + name, text);
        var steps = 0;
        var expected = Bytes(folder.In("whole/" + Build("whole", _ => steps++, CancellationToken.None)));
        for (var stop = 1; stop < steps; stop += 9)
        {
            using var stopping = new CancellationTokenSource();
            var reported = 0;
            try
            {
                Build("stopped", _ => { if (++reported == stop) stopping.Cancel(); }, stopping.Token);
            }
            catch (OperationCanceledException)
            {
                // as it should; what comes after the last check is published
            }
            Bytes(folder.In("stopped/" + Build("stopped", null, CancellationToken.None)))
                .ShouldBe(expected, $"stopped at {stop} of {steps}");
        }

        string Build(string output, Action<BuildProgress>? progress, CancellationToken cancellation) => CatalogBuilder.Build(
            new BuildRequest
            {
                Sources = [folder.In("in")],
                Output = folder.In(output),
                Authorities = corpus.Authorities,
                Shards = shards,
                Threads = 2,
            },
            TimeProvider.System, progress, cancellation).Generation!;
    }

    [Fact]
    public void A_file_that_did_not_change_is_not_read_again_and_what_is_gone_is_forgotten()
    {
        using var corpus = new SmallCorpus();
        using var folder = new TemporaryFolder();
        var files = Corpus(new Random(5));
        foreach (var (name, text) in files) folder.Write("in/" + name, text);
        Build().FilesRead.ShouldBe(files.Length);
        Build().FilesRead.ShouldBe(0);
        folder.Write("in/new.txt", "A/RES/99/909\n\nThe General Assembly,\n\n1. Decides otherwise.\n");
        Build().FilesRead.ShouldBe(1);
        folder.Write("in/" + files[0].Name.Replace(".txt", ".meta.json", StringComparison.Ordinal), """{ "title": "Another title" }""");
        Build().FilesRead.ShouldBe(1);
        foreach (var (name, _) in files) File.Delete(folder.In("in/" + name));
        Build();
        Directory.GetFiles(folder.In("out/" + DocumentStore.FolderName)).Length.ShouldBe(1);

        BuildReport Build() => CatalogBuilder.Build(
            new BuildRequest { Sources = [folder.In("in")], Output = folder.In("out"), Authorities = corpus.Authorities },
            TimeProvider.System);
    }

    /// <summary>A dozen documents that cite each other, by symbols that only the corpus vouches for too, by names that one of them teaches,
    /// and without symbols.</summary>
    internal static (string Name, string Text)[] Corpus(Random random) =>
    [
        .. Enumerable.Range(901, 12).Select(n =>
        {
            var symbol = random.Next(5) == 0 ? "" : $"A/RES/99/{n}\n\n";
            var preamble = string.Concat(random.GetItems(Sentences, 3).Distinct().Select(s => s + "\n\n"));
            var operative = string.Concat(random.GetItems(Decisions, 3).Distinct().Select((s, i) => $"{i + 1}. {s}\n\n"));
            var note = preamble.Contains(",1", StringComparison.Ordinal) ? "_______________\n1 A/79/500, annex.\n" : "";
            return ($"{random.Next(100):00}-{n}.txt", $"{symbol}The General Assembly,\n\n{preamble}{operative}{note}");
        }),
    ];

    /// <summary>The names and hashes of a generation's files but the manifest, which names the generation and the time.</summary>
    private static string Bytes(string generation) =>
        string.Join('\n', Directory.GetFiles(generation, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        .Where(f => Path.GetFileName(f) != Manifest.FileName)
        .Select(f => $"{Path.GetRelativePath(generation, f)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))}"));
}
