using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Search.Api.Hosting;

/// <summary>A server that listens nowhere: its requests are those of another application. Connection, request and response are the same;
/// services, route and items are not.</summary>
internal sealed class HandedRequests : IServer
{
    // What a server gives to an application. Whatever the other application has added (its services, its
    // endpoint, its user's items) is its own.
    private static readonly Type[] OfServers =
    [
        typeof(IHttpRequestFeature), typeof(IHttpResponseFeature), typeof(IHttpResponseBodyFeature),
        typeof(IHttpRequestBodyDetectionFeature), typeof(IHttpConnectionFeature),
        typeof(IHttpRequestLifetimeFeature), typeof(IHttpRequestIdentifierFeature), typeof(IHttpMaxRequestBodySizeFeature),
        typeof(IHttpBodyControlFeature),
        typeof(IHttpResetFeature), typeof(IRequestBodyPipeFeature), typeof(ITlsConnectionFeature), typeof(IConnectionItemsFeature),
    ];

    private Func<IFeatureCollection, Task>? _process;

    /// <inheritdoc />
    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>Answers a request of another application.</summary>
    /// <param name="context">The request and its response.</param>
    /// <param name="at">The path that the application is served at; empty for the root.</param>
    public async Task AnswerAsync(HttpContext context, PathString at)
    {
        var process = _process ?? throw new InvalidOperationException("Clausegraph is not started.");
        var request = context.Request;
        var (pathBase, path) = (request.PathBase, request.Path);
        if (!path.StartsWithSegments(at, StringComparison.OrdinalIgnoreCase, out var matched, out var within))
            throw new InvalidOperationException($"{path} is not below {at}.");
        var features = new FeatureCollection();
        foreach (var type in OfServers)
            if (context.Features[type] is { } feature) features[type] = feature;
        (request.PathBase, request.Path) = (pathBase + matched, within);
        try
        {
            await process(features);
        }
        finally
        {
            (request.PathBase, request.Path) = (pathBase, path);
        }
    }

    /// <inheritdoc />
    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        _process = features => ProcessAsync(application, features);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        _process = null;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static async Task ProcessAsync<TContext>(IHttpApplication<TContext> application, IFeatureCollection features)
        where TContext : notnull
    {
        var context = application.CreateContext(features);
        try
        {
            await application.ProcessRequestAsync(context);
            // What is to be done before the first byte is done now, while there is a context: an answer
            // without a body would begin after it.
            if (features.Get<IHttpResponseFeature>() is { HasStarted: false } && features.Get<IHttpResponseBodyFeature>() is { } body)
                await body.StartAsync();
            application.DisposeContext(context, exception: null);
        }
        catch (Exception e)
        {
            application.DisposeContext(context, e);
            throw;
        }
    }
}
