using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace Search.Api.Embedding;

/// <summary>The scripts that other sites load, out of the assembly: under a name that stays, and under one that changes with the content
/// and may be kept for ever.</summary>
internal static class EmbedScripts
{
    private const string Prefix = "embed/";
    private static readonly FrozenDictionary<string, (byte[] Bytes, bool Immutable)> ByName = Load();

    /// <summary>Answers <c>/embed/clause-search.js</c> and its like.</summary>
    public static IResult Get(HttpContext context, string name)
    {
        if (!ByName.TryGetValue(name, out var script)) return Results.StatusCode(StatusCodes.Status404NotFound);
        var tag = $"\"{Hash(script.Bytes)}\"";
        context.Response.Headers.CacheControl = script.Immutable
            ? "public, max-age=31536000, immutable"
            : "public, max-age=3600, stale-while-revalidate=86400";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch.ToString().Contains(tag, StringComparison.Ordinal))
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return Results.Bytes(script.Bytes, "text/javascript; charset=utf-8");
    }

    /// <summary>A script.</summary>
    public static byte[] Bytes(string name) => ByName[name].Bytes;

    private static FrozenDictionary<string, (byte[], bool)> Load()
    {
        var found = new Dictionary<string, (byte[], bool)>();
        var assembly = typeof(EmbedScripts).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var reader = new StreamReader(stream);
            // The compiler indents; every byte is sent to another site's readers.
            var bytes = Encoding.UTF8.GetBytes(string.Join('\n', reader.ReadToEnd().Split('\n').Select(l => l.TrimStart(' '))));
            var name = resource[Prefix.Length..];
            found.Add(name, (bytes, false));
            found.Add($"{Path.GetFileNameWithoutExtension(name)}.{Hash(bytes)}.js", (bytes, true));
        }
        return found.ToFrozenDictionary();
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6));
}
