using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Search.Cluster.Tests;

/// <summary>The application as one server of a cluster, in this process, on ports of this machine.</summary>
internal sealed class ClusterServer : WebApplicationFactory<Program>
{
    private readonly SharedMembership _membership;
    private readonly Dictionary<string, string> _settings;

    private ClusterServer(SharedMembership membership, Dictionary<string, string> settings)
    {
        (_membership, _settings) = (membership, settings);
        UseKestrel(0);
        StartServer();
        Client = new() { BaseAddress = new($"http://127.0.0.1:{ClientOptions.BaseAddress.Port.ToString(CultureInfo.InvariantCulture)}") };
    }

    public HttpClient Client { get; }

    /// <summary>Starts a server and waits until it serves a snapshot.</summary>
    public static async Task<ClusterServer> Start(SharedMembership membership, string name, string index, int replicas =
        2, string? cache = null)
    {
        var port = FreePort();
        var settings = new Dictionary<string, string>
        {
            ["index"] = index,
            ["watch"] = "0.05",
            ["timeout"] = "300",
            ["rateLimit:burst"] = "0",
            ["cluster"] = "127.0.0.1:1", // replaced by the list that the servers of this process share
            ["cluster:address"] = $"127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}",
            ["cluster:name"] = name,
            ["cluster:replicas"] = replicas.ToString(CultureInfo.InvariantCulture),
            ["Logging:LogLevel:Default"] = "Critical",
        };
        if (cache is not null) settings.Add("cluster:cache", cache);
        var server = new ClusterServer(membership, settings);
        await server.Until("/health/ready", _ => true);
        return server;
    }

    /// <summary>Waits until an answer is 200 and as it should be.</summary>
    public async Task<JsonElement> Until(string address, Func<JsonElement, bool> isSo)
    {
        for (var i = 0; i < 2400; i++)
        {
            using var answer = await Client.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.StatusCode == HttpStatusCode.OK
                && JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement is var json && isSo(json))
                return json;
            await Task.Delay(50);
        }
        throw new TimeoutException($"{address} did not become what it should");
    }

    /// <summary>Waits until this server sees so many servers, and every replica answers.</summary>
    public Task Sees(int servers, int replicas) => Until("/health/ready", health => health.GetProperty("cluster") is var cluster
        && cluster.GetProperty("servers").GetArrayLength() == servers && cluster.GetProperty("replicas").GetInt32() == replicas);

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
        builder.ConfigureTestServices(services => services.AddSingleton<IMembershipTable>(_membership));
    }

    public override async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await base.DisposeAsync();
    }
}
