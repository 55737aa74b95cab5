using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Search.Catalog;
using Search.Testing;

namespace Search.Browser.Tests;

/// <summary>The application over the sample documents.</summary>
public sealed class Site : ServedTexts
{
    protected override string Documents => Places.Sample;
}

/// <summary>The application over documents, listening on a port of this machine as long as the tests of a class or collection run. Without
/// a browser nothing is built or served.</summary>
public abstract class ServedTexts : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Server? _server;

    /// <summary>Where it listens, without a slash at the end; without a browser the test that asks skips.</summary>
    public string Address
    {
        get
        {
            Browser.IsNeeded();
            return _server!.Address;
        }
    }

    /// <summary>The folder of the documents.</summary>
    protected virtual string Documents => _folder.In("texts");

    public async ValueTask InitializeAsync()
    {
        if (!Browser.IsInstalled) return;
        foreach (var (name, text) in Texts()) _folder.Write("texts/" + name, text);
        _server = await Server.Over(_folder.In("built"), Documents);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_server is not null) await _server.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Documents to write before the snapshot is built.</summary>
    protected virtual IEnumerable<(string Name, string Text)> Texts() => [];
}

/// <summary>The application over some documents.</summary>
public sealed class Server : WebApplicationFactory<Program>
{
    private readonly string _index;
    private readonly (string Name, string Value)[] _settings;

    private Server(string index, (string Name, string Value)[] settings)
    {
        _index = index;
        _settings = settings;
        UseKestrel(0);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Builds a snapshot of the documents in a folder and serves it.</summary>
    public static async Task<Server> Over(string index, string documents, params (string Name, string Value)[] settings)
    {
        CatalogBuilder.Build(new BuildRequest
        {
            Sources = [documents],
            Output = index,
            Authorities = Places.Authorities
        }, TimeProvider.System);
        var server = Without(index, settings);
        using var client = new HttpClient();
        for (var i = 0; i < 1200; i++)
        {
            using var answer = await client.GetAsync(new Uri($"{server.Address}/health/ready"));
            if (answer.IsSuccessStatusCode) return server;
            await Task.Delay(100);
        }
        throw new TimeoutException("no snapshot was served in time");
    }

    /// <summary>Serves whatever lies in a folder of snapshots, and does not wait for it.</summary>
    public static Server Without(string index, params (string Name, string Value)[] settings)
    {
        var server = new Server(index, settings);
        server.StartServer();
        server.Address = server.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        return server;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("index", _index).UseSetting("authorities", Places.Authorities).UseSetting("Logging:LogLevel:Default", "Error");
        foreach (var (name, value) in _settings) builder.UseSetting(name, value);
    }
}

[CollectionDefinition(Name)]
public sealed class OneBrowser : ICollectionFixture<Browser>, ICollectionFixture<Site>
{
    public const string Name = "browser";
}
