using System.Text.Json;
using System.Text.Json.Serialization;
using ModelContextProtocol;
using Search.Api.Http;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Assistants;

/// <summary>The tools over the Model Context Protocol: under <c>/mcp</c> of the server, or on standard input and output.</summary>
public static class AssistantServer
{
    /// <summary>Where a server answers assistants.</summary>
    internal const string Path = "/mcp";

    /// <summary>Adds the tools to a server; they keep no state between calls.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<CatalogAccess, CatalogAccess.Served>();
        Tools(services).WithHttpTransport(o => o.Stateless = true);
    }

    /// <summary>Maps the address; a call costs as much as a long text.</summary>
    internal static void Map(WebApplication app) => app.MapMcp(Path).WithCost(RequestCosts.Long);

    /// <summary>Serves one snapshot on standard input and output until the input ends.</summary>
    /// <param name="catalog">The snapshot.</param>
    /// <param name="origin">Scheme and host of the server whose pages the addresses lead to.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task ServeAsync(ResolutionCatalog catalog, string origin, CancellationToken cancellation)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<CatalogAccess>(new CatalogAccess.Opened(catalog, origin.TrimEnd('/')));
        Tools(builder.Services).WithStdioServerTransport();
        using var host = builder.Build();
        await host.RunAsync(cancellation);
    }

    private static IMcpServerBuilder Tools(IServiceCollection services) => services
        .AddMcpServer(o => o.ServerInfo = new() { Name = "clausegraph", Version = CommandLine.Version })
        .WithRequestFilters(filters => filters.AddCallToolFilter(ToolArguments.Checked))
        // schemas ask for every field
        .WithTools<CatalogTools>(new JsonSerializerOptions(McpJsonUtilities.DefaultOptions)
        {
            DefaultIgnoreCondition =
            JsonIgnoreCondition.Never
        });
}
