using Search.Testing;

namespace Search.Browser.Tests;

/// <summary>The application over some documents of the reference corpora, or over a snapshot that <see cref="Variable" /> names, such as
/// one of all of them.</summary>
public sealed class RealDocuments : IAsyncLifetime
{
    /// <summary>Names a folder of snapshots to serve instead.</summary>
    private const string Variable = "CLAUSEGRAPH_TASKS_INDEX";

    /// <summary>Documents in which the answers are: the Protocol and what urges its ratification, versions of
    /// paragraphs, endings, a chain, votes.</summary>
    private static readonly string[] Names =
    [
        "A_RES_55_25", "A_RES_44_25", "001_0a6c0084fe207540", "E_RES_2003_20", "A_HRC_RES_44_4", "A_RES_75_196", "A_RES_64_293",
        "A_RES_77_194",
        "A_RES_78_215", "A_RES_79_175", "A_RES_79_1", "A_HRC_RES_45_18", "A_HRC_RES_48_4", "A_HRC_RES_57_33",
        "A_RES_78_4", "A_RES_79_165", "S_RES_460(1979)", "S_RES_0460_1979_EN_GOLD", "S_RES_2444(2018)", "S_RES_2715(2023)",
        "S_RES_2758(2024)",
    ];

    private readonly TemporaryFolder _folder = new();
    private Server? _server;

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address => _server!.Address;

    /// <summary>Skips the test where there are no documents.</summary>
    public void AreNeeded() => Assert.SkipWhen(_server is null, CorpusTexts.Absent);

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } index)
        {
            _server = Server.Without(index);
            return;
        }
        var texts = Names.Select(n => (Name: n, Text: CorpusTexts.Find(n))).Where(t => t.Text is not null).ToList();
        if (texts.Count == 0) return;
        foreach (var (name, text) in texts) _folder.Write($"documents/{name}.txt", text!);
        _server = await Server.Over(_folder.In("built"), _folder.In("documents"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }
}
