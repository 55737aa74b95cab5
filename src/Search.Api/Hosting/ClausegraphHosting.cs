using System.Diagnostics.CodeAnalysis;

namespace Search.Api.Hosting;

/// <summary>Serves Clausegraph within another ASP.NET Core application.</summary>
public static class ClausegraphHosting
{
    /// <summary>Adds Clausegraph, which starts and stops with the application.</summary>
    /// <param name="services">The application's.</param>
    /// <param name="configure">What to serve, and how; null for the defaults.</param>
    public static IServiceCollection AddClausegraph(this IServiceCollection services, Action<ClausegraphOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(s => s.ServiceType == typeof(ClausegraphApplication)))
            throw new InvalidOperationException("AddClausegraph was already called. Call it once.");
        services.AddOptions<ClausegraphOptions>().Configure(o => configure?.Invoke(o));
        services.AddSingleton<ClausegraphApplication>();
        services.AddHostedService(s => s.GetRequiredService<ClausegraphApplication>());
        return services;
    }

    /// <summary>Serves pages, API, embedding, feeds and their description below a path of the application.</summary>
    /// <param name="endpoints">The application's.</param>
    /// <param name="prefix">The path, such as <c>/clauses</c>.</param>
    /// <returns>A builder for conventions of the application, such as <c>RequireAuthorization</c>.</returns>
    public static IEndpointConventionBuilder MapClausegraph(this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string prefix)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        var at = new PathString("/" + prefix.Trim('/'));
        var application = endpoints.ServiceProvider.GetService<ClausegraphApplication>()
            ?? throw new InvalidOperationException("Call AddClausegraph on the services first.");
        var below = at.Value == "/" ? PathString.Empty : at;
        return endpoints.Map(below + "/{**path}", (RequestDelegate)(context => application.AnswerAsync(context, below)))
            .WithDisplayName($"Clausegraph at {at}");
    }
}
