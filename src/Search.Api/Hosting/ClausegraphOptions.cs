namespace Search.Api.Hosting;

/// <summary>How Clausegraph is served within another application.</summary>
public sealed class ClausegraphOptions
{
    /// <summary>The folder of snapshots; <c>index-data/built</c> beside the application where it is null.</summary>
    public string? Index { get; set; }

    /// <summary>The folder with <c>works.tsv</c>; the one that comes with the package where it is null.</summary>
    public string? Authorities { get; set; }

    /// <summary>Scheme and host that visitors use, such as <c>https://www.example.org</c>; links for other sites begin with it.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>Any other setting under the name that it has in docs/running.md: <c>["rateLimit:burst"] = "0"</c>.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
}
