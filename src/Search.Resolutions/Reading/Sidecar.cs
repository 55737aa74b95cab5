using System.Globalization;
using System.Text.Json;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>The file <c>NAME.meta.json</c> beside a document: <c>{"symbol": ..., "title": ..., "date": "2003-12-22"}</c>.</summary>
internal static class Sidecar
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>What the sidecar of a document states, or null where there is none or it cannot be understood, which is a warning.</summary>
    public static StatedFields? For(string documentPath, Action<ReadWarning> warn)
    {
        var path = Path.Combine(Path.GetDirectoryName(documentPath) ?? "", Path.GetFileNameWithoutExtension(documentPath) + ".meta.json");
        var file = new FileInfo(path);
        if (!file.Exists) return null;
        try
        {
            if (file.Length is 0 or > MaxBytes) throw new JsonException($"it has {file.Length:N0} bytes");
            return Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            warn(new("sidecar-malformed", $"{Path.GetFileName(path)} was ignored: {e.Message.TrimEnd('.')}; it should be an object with the strings symbol, title and date."));
            return null;
        }
    }

    private static StatedFields Parse(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
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
