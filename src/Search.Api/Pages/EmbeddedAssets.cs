using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Search.Api.Pages;

/// <summary>Style, script and icon out of the assembly, each under a name that changes with its content and
/// so may be kept for ever.</summary>
internal static class EmbeddedAssets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> ByAddress;
    private static readonly FrozenDictionary<string, string> Addresses;

    static EmbeddedAssets()
    {
        var scripts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var found = new List<(string Name, byte[] Bytes)>();
        var assembly = typeof(EmbeddedAssets).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            var name = resource[Prefix.Length..];
            if (name.EndsWith(".js", StringComparison.Ordinal)) scripts.Add(name, Encoding.UTF8.GetString(bytes.ToArray()));
            else found.Add((name, bytes.ToArray()));
        }
        // The scripts are plain scripts: one after the other they are one file, and one request.
        found.Add(("pages.js",
            Encoding.UTF8.GetBytes(string.Concat(scripts.Values.Select(s => s.Replace("\"use strict\";\n", "", StringComparison.Ordinal))
                .Prepend("\"use strict\";\n")))));
        var named = found.Select(f => (f.Name, Address: Hashed(f.Name, f.Bytes), f.Bytes)).ToList();
        ByAddress = named.ToFrozenDictionary(n => n.Address, n => new Asset(n.Bytes, TypeOf(n.Name)));
        Addresses = named.ToFrozenDictionary(n => n.Name, n => "/" + Prefix + n.Address);
    }

    /// <summary>Where an asset is served now.</summary>
    public static string Address(string name) => Addresses[name];

    /// <summary>Answers <c>/assets/…</c>.</summary>
    public static IResult Get(HttpContext context, string name)
    {
        if (!ByAddress.TryGetValue(name, out var asset)) return Results.StatusCode(StatusCodes.Status404NotFound);
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Bytes(asset.Bytes, asset.Type);
    }

    /// <summary>Answers with an asset under a name that stays.</summary>
    public static IResult Named(HttpContext context, string name)
    {
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.Bytes(Bytes(name), TypeOf(name));
    }

    /// <summary>An asset.</summary>
    public static byte[] Bytes(string name) => ByAddress[Addresses[name][(Prefix.Length + 1)..]].Bytes;

    private static string Hashed(string name, byte[] bytes)
    {
        var dot = name.LastIndexOf('.');
        return $"{name[..dot]}.{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}{name[dot..]}";
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".ico" => "image/x-icon",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, string Type);
}
