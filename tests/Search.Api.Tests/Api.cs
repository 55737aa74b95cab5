using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Search.Catalog;
using Search.Testing;

namespace Search.Api.Tests;

/// <summary>The application over the sample documents, hosted in process, for all tests of a run.</summary>
public sealed class Api : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplicationFactory<Program>? _factory;
    private Task<Listening>? _listening;

    /// <summary>The folder of snapshots that is served.</summary>
    public string Index => _folder.In("built");

    /// <summary>A client of which every answer is held against the OpenAPI document.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>The host itself, for requests that no client would send.</summary>
    public TestServer Server => _factory!.Server;

    /// <summary>The same snapshots served on a port of this machine, once for all tests.</summary>
    public Task<Listening> Listening() => _listening ??= Tests.Listening.Over(Index);

    public Contract Contract { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Build();
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("index", Index)
            .UseSetting("timeout", "300").UseSetting("Logging:LogLevel:Default", "Error"));
        using (var plain = _factory.CreateDefaultClient())
            Contract = new(JsonDocument.Parse(await plain.GetStringAsync("/openapi/v1.json")).RootElement);
        Client = _factory.CreateDefaultClient(new Contract.Judge(Contract));
        await Ready();
    }

    /// <summary>Publishes one more generation of the same documents.</summary>
    public string Build() => CatalogBuilder.Build(
        new BuildRequest
        {
            Sources = [Places.Sample],
            Output = Index,
            Authorities = Places.Authorities,
        },
        TimeProvider.System).Generation!;

    /// <summary>Waits until the application serves a snapshot, of this generation where one is named.</summary>
    public async Task Ready(string? generation = null)
    {
        for (var i = 0; i < 2400; i++)
        {
            using var answer = await Client.GetAsync("/health/ready");
            if (answer.IsSuccessStatusCode && (generation is null || (await answer.Content.ReadAsStringAsync()).Contains(generation)))
                return;
            await Task.Delay(100);
        }
        throw new TimeoutException("no snapshot was served in time");
    }

    /// <summary>An answer's JSON; fails unless it has this status.</summary>
    public async Task<JsonElement> Json(string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await Client.GetAsync(address);
        var body = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(status, $"{address}: {body}");
        return JsonDocument.Parse(body).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (_factory is not null) await _factory.DisposeAsync();
        if (_listening is not null) await (await _listening).DisposeAsync();
        _folder.Dispose();
    }
}

[CollectionDefinition(Name)]
public sealed class OneApi : ICollectionFixture<Api>
{
    public const string Name = "api";
}
