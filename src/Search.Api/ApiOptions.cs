using System.Globalization;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api;

/// <summary>What the host knows about the catalog.</summary>
internal sealed record ApiOptions
{
    /// <summary>The folder of snapshots: the one that was named, or <c>index-data/built</c>.</summary>
    public required string Index { get; init; }

    /// <summary>The folder that the sample is built into and served from while <see cref="Index"/> has no generation; null where a folder
    /// was named: then only that is served.</summary>
    public required string? SampleIndex { get; init; }

    /// <summary>The folder with works.tsv.</summary>
    public required string Authorities { get; init; }

    /// <summary>The sample documents.</summary>
    public required string Sample { get; init; }

    /// <summary>How often the folder is looked at for a newer snapshot.</summary>
    public required TimeSpan Watch { get; init; }

    /// <summary>How long a question may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>How many exports are sent at once.</summary>
    public required int Exports { get; init; }

    /// <summary>Scheme and host that visitors use, or null when it is not set.</summary>
    public required string? PublicAddress { get; init; }

    /// <summary>The path that the site is served at; nothing for the root.</summary>
    public required PathString PathBase { get; init; }

    /// <summary>Host names that requests may be for; none for any.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    /// <summary>The address that <c>/metrics</c> has for itself, or null.</summary>
    public required string? MetricsAddress { get; init; }

    /// <summary>The port of <see cref="MetricsAddress"/>, or null.</summary>
    public int? MetricsPort => MetricsAddress is null ? null : BindingAddress.Parse(MetricsAddress).Port;

    /// <summary>The collector that metrics and traces are sent to, or null for none.</summary>
    public required OtlpOptions? Otlp { get; init; }

    /// <summary>Whether a proxy says where requests come from.</summary>
    public required bool BehindProxy { get; init; }

    /// <summary>How this server takes part in a cluster, or null where it serves alone.</summary>
    public required ClusterOptions? Cluster { get; init; }

    /// <summary>Where the originals of documents and treaties are.</summary>
    public required OriginalLinks Originals { get; init; }

    private static readonly string[] OtlpProtocols = ["http/protobuf", "grpc"];

    /// <summary>The folder to serve at this moment. A folder that holds any generation, whole or not, is never
    /// exchanged for the sample.</summary>
    public string ServedFolder() => SampleIndex is { } sample && !ResolutionCatalog.HasGenerations(Index) ? sample : Index;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them cannot be used.</exception>
    public static ApiOptions From(Settings settings) => new()
    {
        Index = CatalogFolders.Index(settings.Text("index")),
        SampleIndex = CatalogFolders.IsIndexNamed(settings.Text("index")) ? null : CatalogFolders.SampleIndex(),
        Authorities = CatalogFolders.Authorities(settings.Text("authorities")),
        Sample = CatalogFolders.Sample(),
        Watch = TimeSpan.FromSeconds(settings.Number("watch", 0.01, 3600, 1)),
        Timeout = TimeSpan.FromSeconds(settings.Number("timeout", 0.001, 3600, 10)),
        Exports = settings.Whole("exports", 1, 16),
        PublicAddress = settings.PublicOrigin("publicAddress"),
        PathBase = settings.Path("pathBase"),
        AllowedHosts = settings.List("hosts") is var named && named.Contains("*") ? [] : named,
        MetricsAddress = settings.ListeningAddress("metrics"),
        Otlp = settings.HttpAddress("otlp:endpoint") is { } endpoint
            ? new(endpoint, settings.OneOf("otlp:protocol", OtlpProtocols) == "grpc")
            : null,
        BehindProxy = settings.Flag("behindProxy"),
        Cluster = ClusterOf(settings),
        Originals = new()
        {
            Documents = settings.Template("originals:documents", OriginalLinks.Symbol, OriginalLinks.Language),
            Treaties = settings.Template("originals:treaties", OriginalLinks.Volume, OriginalLinks.Number),
            League = settings.Template("originals:league", OriginalLinks.Volume, OriginalLinks.Number),
        },
    };

    private static ClusterOptions? ClusterOf(Settings settings)
    {
        if (settings.Text("cluster") is not { } membership) return null;
        var address = settings.EndPoint("cluster:address");
        var name = settings.Text("cluster:name")
            ?? string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{address.Port}");
        return new(membership, address, name, settings.Whole("cluster:replicas", 1, 2), settings.Text("cluster:cache"));
    }
}
