using System.Net;

namespace Search.Api.Serving;

/// <summary>
/// The scheme and host that links for other sites begin with. What a client writes into <c>Host</c> is repeated
/// only where the setting <c>hosts</c> names it, or where the connection comes from this machine and the name means this machine; otherwise
/// the address that the client is connected to is used.
/// </summary>
internal static class PublicAddress
{
    private const string Key = "origin";

    /// <summary>The origin of a request, without a slash at the end.</summary>
    public static string Origin(this HttpContext context)
    {
        if (context.Items[Key] is string known) return known;
        var origin = Of(context, context.RequestServices.GetRequiredService<ApiOptions>());
        context.Items[Key] = origin;
        return origin;
    }

    /// <summary>The origin with the path that the site is served at, without a slash at the end.</summary>
    public static string Root(this HttpContext context) => context.Origin() + context.Request.PathBase.ToUriComponent();

    /// <summary>Whether requests for this host are answered.</summary>
    public static bool IsAllowed(this HttpContext context, ApiOptions options) =>
        options.AllowedHosts.Count == 0 || IsNamed(context.Request.Host, options) || IsThisMachine(context);

    private static string Of(HttpContext context, ApiOptions options)
    {
        if (options.PublicAddress is { } stated) return stated;
        // A proxy may pass on any text as the scheme.
        var scheme = context.Request.Scheme == "https" ? "https" : "http";
        var host = context.Request.Host;
        if (host.HasValue && (IsNamed(host, options) || IsThisMachine(context))) return $"{scheme}://{host}";
        return $"{scheme}://{new IPEndPoint(Plain(context.Connection.LocalIpAddress ?? IPAddress.Loopback), context.Connection.LocalPort)}";
    }

    private static bool IsNamed(HostString host, ApiOptions options) =>
        options.AllowedHosts.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsThisMachine(HttpContext context) =>
        (context.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address))
        && (context.Request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)));

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
