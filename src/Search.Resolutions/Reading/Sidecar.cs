using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>The file <c>NAME.meta.json</c> beside a document: <c>{"symbol": ..., "title": ..., "date": "2003-12-22"}</c>.</summary>
internal static class Sidecar
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>What every code of a warning about a sidecar begins with.</summary>
    private const string CodePrefix = "sidecar-";

    /// <summary>The path of the sidecar that a document may have.</summary>
    public static string PathFor(string documentPath) => Path.ChangeExtension(documentPath, ".meta.json");

    /// <summary>SHA-256 of the sidecar of a document, hex; empty where there is none, null where it is a link.</summary>
    /// <exception cref="RejectedException">It is empty or too large.</exception>
    public static string? Hash(string documentPath)
    {
        var file = new FileInfo(PathFor(documentPath));
        if (RegularFile.IsLink(file)) return null;
        return file.Exists ? Convert.ToHexStringLower(SHA256.HashData(RegularFile.Read(file.FullName, MaxBytes))) : "";
    }

    /// <summary>What the sidecar of a document states, and its bytes; nulls where there is none or it cannot be
    /// used, which is a warning.</summary>
    public static (StatedFields? Fields, byte[]? Bytes) For(string documentPath, Action<ReadWarning> warn)
    {
        var file = new FileInfo(PathFor(documentPath));
        if (!file.Exists && !RegularFile.IsLink(file)) return default;
        if (RegularFile.IsLink(file)) return Ignored("link", "it is a symbolic link, which is not followed; copy the file");
        try
        {
            var bytes = RegularFile.Read(file.FullName, MaxBytes);
            return (Parse(bytes), bytes);
        }
        catch (JsonException e)
        {
            return Ignored("malformed", $"{e.Message.TrimEnd('.')}; it should be an object with the strings symbol, title and date");
        }
        catch (RejectedException e)
        {
            return Ignored("malformed", e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Ignored("unreadable", $"it could not be read ({e.Message.TrimEnd('.')}); check its permissions");
        }

        (StatedFields?, byte[]?) Ignored(string code, string why)
        {
            warn(new(CodePrefix + code, $"{file.Name} was ignored: {why}."));
            return default;
        }
    }

    private static StatedFields Parse(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip
        });
        if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("it is not an object");
        return new StatedFields(Text(json.RootElement, "symbol"), Text(json.RootElement, "title"), Date(Text(json.RootElement, "date")));
    }

    private static string? Text(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new JsonException($"{name} is not a string");
        try
        {
            var text = value.GetString();
            return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        }
        catch (InvalidOperationException e) // an escape that is half a surrogate pair
        {
            throw new JsonException($"{name} is not a string", e);
        }
    }

    private static DateOnly? Date(string? text)
    {
        if (text is null) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new JsonException("date is not of the form 2003-12-22");
    }
}
