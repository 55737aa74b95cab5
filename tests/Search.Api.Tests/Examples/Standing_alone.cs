using System.Globalization;

namespace Search.Api.Tests.Examples;

/// <summary>A server that stands alone pays nothing for clusters: not even their assemblies are loaded.</summary>
[Collection(OneApi.Name)]
public class Standing_alone(Api api)
{
    [Fact]
    public async Task Assemblies_of_Orleans_are_loaded_by_a_server_of_a_cluster_alone()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("The files that a process has mapped are read from /proc.");
        (await Mapped([])).ShouldNotContain(f => f.Contains("Orleans", StringComparison.Ordinal)
            || f.Contains("Npgsql", StringComparison.Ordinal));
        using var free = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        free.Start();
        var address = free.LocalEndpoint.ToString()!;
        free.Stop();
        (await Mapped(["--cluster", address, "--cluster:address", address])).ShouldContain("Orleans.Runtime.dll");
    }

    /// <summary>The names of the assemblies that a server has mapped after it answered a search, a page and a probe.</summary>
    private async Task<List<string>> Mapped(string[] arguments)
    {
        using var process = Started.With(["--urls", "http://127.0.0.1:0", "--index", api.Index, "--timeout", "300", .. arguments]);
        try
        {
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{(await Started.Ports(process))[0]}") };
            await Started.Ready(client);
            foreach (var address in (string[])["/v1/search?q=children&facets=true", "/", "/health/ready", "/metrics"])
                (await client.GetAsync(address)).EnsureSuccessStatusCode();
            var mapped = (await File.ReadAllLinesAsync(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/maps")))
                .Where(l => l.EndsWith(".dll", StringComparison.Ordinal)).Select(l => Path.GetFileName(l)).Distinct().ToList();
            mapped.ShouldContain("Search.Catalog.dll");
            return mapped;
        }
        finally
        {
            process.Kill();
        }
    }
}
