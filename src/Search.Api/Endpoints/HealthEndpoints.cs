using Search.Api.Description;
using Search.Api.Http;
using Search.Api.Serving;

namespace Search.Api.Endpoints;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new HealthAnswer("live", null))).WithName("Live").WithDescription("For a supervisor: answers as long as the process runs.").WithExample("/health/live").WithTags("Health").WithSummary("The process is alive").Produces<HealthAnswer>();
        app.MapGet("/health/ready", (LiveCatalog live) =>
        {
            using var lease = live.Lease();
            return lease is null
                ? Problems.Result("not-ready", "No snapshot is mapped yet.")
                : Results.Ok(new HealthAnswer("ready", lease.Catalog.Generation));
        }).WithName("Ready").WithDescription("For a balancer: 503 until a snapshot is mapped.").WithExample("/health/ready").WithTags("Health").WithSummary("A snapshot is mapped and can be asked").Produces<HealthAnswer>().ProducesProblem(503);
    }
}
