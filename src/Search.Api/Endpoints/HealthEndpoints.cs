using Search.Api.Description;
using Search.Api.Http;
using Search.Api.Serving;

namespace Search.Api.Endpoints;

/// <summary>Whether the process lives, and whether it can answer.</summary>
internal static class HealthEndpoints
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new HealthAnswer("live", null, null, null, null))).WithName("Live")
            .WithCost(RequestCosts.Free).WithExample("/health/live").WithTags("Health").Produces<HealthAnswer>();
        app.MapGet("/health/ready", (HttpContext context, LiveCatalog live, SnapshotState state, IEnumerable<ReadCluster> cluster) =>
        {
            using var lease = live.Lease();
            if (lease is not null)
                return Results.Ok(new HealthAnswer("ready", lease.Catalog.Generation, lease.Catalog.Fingerprint, state.Refused,
                    cluster.FirstOrDefault()?.Invoke()));
            context.Response.Headers.RetryAfter = "1";
            return Problems.Result("not-ready", (state.Opening, state.Refused) switch
            {
                ({ } opening, _) => $"Snapshot {opening} is being verified.",
                (_, { } refused) => $"Snapshot {refused.Generation ?? "CURRENT"} is refused: {refused.Reason}",
                _ => "No snapshot is served yet.",
            });
        }).WithName("Ready").WithCost(RequestCosts.Free).WithExample("/health/ready").WithTags("Health").Produces<HealthAnswer>()
            .ProducesProblem(503);
    }
}
