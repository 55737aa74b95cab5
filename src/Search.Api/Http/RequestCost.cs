namespace Search.Api.Http;

/// <summary>What a request to an endpoint costs its client beforehand, in units of the rate limit; 1 where
/// an endpoint does not say.</summary>
/// <param name="Units">0 for what is free.</param>
internal sealed record RequestCost(int Units)
{
    /// <summary>The cost of a request to the endpoint that was routed to.</summary>
    public static int Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<RequestCost>()?.Units ?? 1;
}

/// <summary>Sets the cost of endpoints.</summary>
internal static class RequestCosts
{
    /// <summary>For probes, and for assets, which browsers keep.</summary>
    public const int Free = 0;

    /// <summary>For a walk through the graph.</summary>
    public const int Walk = 5;

    /// <summary>For reading a text, chains, and long tables.</summary>
    public const int Long = 10;

    /// <summary>For exports.</summary>
    public const int Export = 50;

    /// <summary>Says what a request costs.</summary>
    public static TBuilder WithCost<TBuilder>(this TBuilder endpoint, int units)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new RequestCost(units));
}
