using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Search.Api.Assistants;
using Search.Api.Description;
using Search.Api.Embedding;
using Search.Api.Endpoints;
using Search.Api.Feeds;
using Search.Api.Http;
using Search.Api.Pages;
using Search.Api.Pages.Problem;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api;

/// <summary>Puts the application together.</summary>
internal static class ApiApplication
{
    /// <summary>Where it listens by default.</summary>
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The application of a process of its own.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static WebApplication Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddEnvironmentVariables(Settings.Prefix).AddCommandLine(args);
        return Create(builder);
    }

    /// <summary>The application with what a builder is configured with.</summary>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    internal static WebApplication Create(WebApplicationBuilder builder)
    {
        var settings = new Settings(builder.Configuration);
        var options = ApiOptions.From(settings);
        if (string.IsNullOrEmpty(builder.Configuration["urls"])) builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1 << 20;
            kestrel.Limits.MaxRequestLineSize = 16 << 10;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning); // the framework's request lines hold what people search for
        foreach (var loud in (string[])["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel",
            "Microsoft.AspNetCore.Http.Timeouts"])
            // why a start fails, or a request took too long, is said without a trace of calls
            builder.Logging.AddFilter(loud, LogLevel.None);
        builder.Logging.AddFilter("ModelContextProtocol", LogLevel.None); // the answer already says why a call failed
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(RateLimitOptions.From(settings));
        Telemetry.Configure(builder.Services, options.Otlp);
        builder.Services.AddSingleton<StreamingExports>();
        builder.Services.AddSingleton<LiveCatalog>();
        builder.Services.AddSingleton<SnapshotState>();
        builder.Services.AddSingleton<Invitation>();
        // the invitation is the last line of a start
        builder.Services.Configure<ConsoleLifetimeOptions>(o => o.SuppressStatusMessages = true);
        if (options.Cluster is { } cluster) JoinedCluster.AddTo(builder, cluster, options.Index);
        else builder.Services.AddSingleton<OpenCatalog>(_ => ResolutionCatalog.OpenNewer);
        builder.Services.AddHostedService<CatalogWatcher>();
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = false);
        builder.Services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            o.SerializerOptions.NumberHandling = JsonNumberHandling.Strict; // numbers are numbers, in the answers and in their description
        });
        builder.Services.AddOpenApi("v1", ApiDescription.Configure);
        builder.Services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. ResolutionCatalog.ExportFormats.Select(f => f.MediaType)
                .Distinct(), "application/problem+json"];
        });
        // half the bytes of a long page for a few milliseconds
        builder.Services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        builder.Services.AddRequestTimeouts(o => o.DefaultPolicy = new()
        {
            Timeout = options.Timeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => Problems.Result("too-busy", "Ask for less, or again in a moment.").ExecuteAsync(context),
        });
        builder.Services.AddSingleton<AskedBefore>();
        builder.Services.AddOutputCache(SearchOutputCachePolicy.Configure);
        builder.Services.AddPages();
        AssistantServer.AddTo(builder.Services);
        builder.Services.AddCors(o => o.AddDefaultPolicy(Cors.Policy));

        var app = builder.Build();
        app.Logger.Starting(CommandLine.Version);
        if (options.BehindProxy)
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        if (options.PathBase.HasValue) app.Use(Below(options.PathBase));
        app.UseMiddleware<HeadMiddleware>();
        app.UseResponseCompression();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<AddressGuard>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<AllowedMethods>();
        app.UseRouting();
        app.UseCors();
        app.UseRequestTimeouts();
        app.UseMiddleware<RateLimit>();
        app.UseMiddleware<SnapshotMiddleware>();
        app.UseOutputCache();
        app.MapOpenApi("/openapi/v1.json");
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = "docs";
            ui.SwaggerEndpoint("../openapi/v1.json", "Clausegraph v1");
            ui.DocumentTitle = "Clausegraph API";
        });
        EmbedEndpoints.Map(app);
        HealthEndpoints.Map(app);
        ProblemReference.Map(app);
        app.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Collect(), PrometheusText.MediaType)).WithName("Metrics")
            .Produces<string>(200, "text/plain").WithTags("Health");
        var v1 = app.MapGroup("/v1").AddEndpointFilter<KnownParameters>().AddEndpointFilter<FieldSelection>()
            .AddEndpointFilter<ListAsTable>();
        SearchEndpoints.Map(v1);
        DocumentEndpoints.Map(v1);
        ReuseEndpoints.Map(v1);
        WorkEndpoints.Map(v1);
        GraphEndpoints.Map(v1);
        CitationEndpoints.Map(v1);
        IndexEndpoints.Map(v1);
        ChangeEndpoints.Map(v1);
        FeedEndpoints.Map(app);
        AssistantServer.Map(app);
        PageRoutes.Map(app);
        Crawling.Map(app);
        if (options.MetricsAddress is { } metricsAddress)
            foreach (var address in (string[])[.. settings.List("urls").DefaultIfEmpty(DefaultUrl), metricsAddress]) app.Urls.Add(address);
        return app;
    }

    // A proxy that passes the path on sends it along with the rest; one that does not, only the rest.
    private static Func<RequestDelegate, RequestDelegate> Below(PathString pathBase) => next => context =>
    {
        if (context.Request.Path.StartsWithSegments(pathBase, StringComparison.OrdinalIgnoreCase, out var within))
            context.Request.Path = within;
        context.Request.PathBase += pathBase;
        return next(context);
    };
}
