using Search.Catalog;

namespace Search.Api;

/// <summary>What the host was told: flag, then environment, then default.</summary>
internal sealed record ApiOptions
{
    /// <summary>The folder of snapshots.</summary>
    public required string Index { get; init; }

    /// <summary>The folder with works.tsv.</summary>
    public required string Authorities { get; init; }

    /// <summary>Documents to build from when there is no snapshot yet.</summary>
    public required string Sample { get; init; }

    /// <summary>How often the folder is looked at for a newer snapshot.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a question may take: <c>--timeout</c>, in seconds.</summary>
    public static TimeSpan Timeout(IConfiguration configuration) => TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("timeout", 10.0), 0.001, 3600));

    /// <summary>Reads <c>--index</c> and <c>--authorities</c>, or CLAUSEGRAPH_INDEX and CLAUSEGRAPH_AUTHORITIES, and <c>--watch</c> in seconds.</summary>
    public static ApiOptions From(IConfiguration configuration) => new()
    {
        Index = CatalogFolders.Index(configuration["index"]),
        Authorities = CatalogFolders.Authorities(configuration["authorities"]),
        Sample = CatalogFolders.Sample(),
        Watch = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("watch", 1.0), 0.01, 3600)),
    };
}
