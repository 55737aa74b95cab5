using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>The text or file that the body of a request is, or the problem to answer with. A file is kept
/// while the request is answered.</summary>
internal sealed class SentText : IDisposable
{
    private static readonly FrozenDictionary<string, string> Files = new Dictionary<string, string>
    {
        ["application/pdf"] = ".pdf",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ".docx",
        ["text/html"] = ".html",
        ["text/markdown"] = ".md",
        ["application/xml"] = ".xml",
        ["text/xml"] = ".xml",
        ["application/akn+xml"] = ".xml",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private SentText(IResult? problem, string? text, string? file) => (Problem, Text, File) = (problem, text, file);

    /// <summary>Media types of the files that are read.</summary>
    public static IEnumerable<string> FileTypes => Files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The problem to answer with, or null.</summary>
    public IResult? Problem { get; }

    /// <summary>The text, or null where a file was sent.</summary>
    public string? Text { get; }

    /// <summary>The path of the file, or null where a text was sent.</summary>
    public string? File { get; }

    /// <summary>Reads the body: <c>text/plain</c>, <c>application/json</c> with a field <c>text</c>, or,
    /// where they are taken, a file.</summary>
    public static async Task<SentText> ReadAsync(HttpContext context, bool files)
    {
        var type = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var stated) ? stated : null;
        if (files && type is not null && Files.TryGetValue(type.MediaType.Value ?? "", out var extension))
            return await ReadFileAsync(context, context.Request.Body, extension);
        if (type is null || !Is(type, "text/plain") && !Is(type, "application/json"))
            return Refused("unsupported-media-type",
                $"Send text/plain, or application/json {{\"text\": \"...\"}}{(files ? $", or a file as {string.Join(", ", FileTypes)}" : "")}.");
        if (EncodingOf(type) is not { } encoding)
            return Refused("unsupported-media-type", $"The character set '{type.Charset}' is not known here: send utf-8.");
        string? text;
        try
        {
            using var reader = new StreamReader(context.Request.Body, encoding);
            text = await reader.ReadToEndAsync(context.RequestAborted);
            if (Is(type, "application/json")) text = JsonSerializer.Deserialize<ExtractRequest>(text, JsonSerializerOptions.Web)?.Text;
        }
        catch (JsonException)
        {
            return Refused("bad-parameter", "The body is not JSON of the form {\"text\": \"...\"}.", "text");
        }
        if (string.IsNullOrWhiteSpace(text))
            return Refused("missing-parameter", "Send {\"text\": \"...\"}, or the text itself as text/plain.", "text");
        if (text.Length > Uploads.LongestText)
            return Refused("too-large", $"The text may have at most {Uploads.LongestText} characters.", "text");
        return new(null, text, null);
    }

    /// <summary>Lets the body be as large as a file.</summary>
    public static void AllowFile(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Uploads.LargestFile;
    }

    /// <summary>Keeps a file that was sent, under a name of its own with the extension of its format.</summary>
    public static async Task<SentText> ReadFileAsync(HttpContext context, Stream from, string extension)
    {
        AllowFile(context);
        var path = Path.Combine(Path.GetTempPath(),
            $"clausegraph-{Guid.NewGuid():N}{(Uploads.Formats.Contains(extension) ? extension : ".unknown")}");
        try
        {
            await using var to = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            await from.CopyToAsync(to, context.RequestAborted);
        }
        catch
        {
            System.IO.File.Delete(path);
            throw;
        }
        return new(null, null, path);
    }

    public void Dispose()
    {
        if (File is not null) System.IO.File.Delete(File);
    }

    private static SentText Refused(string code, string detail, string? parameter = null) =>
        new(Problems.Result(code, detail, parameter), null, null);

    private static bool Is(MediaTypeHeaderValue type, string name) => type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding that a media type names, UTF-8 where it names none, null where it is not known.</summary>
    private static Encoding? EncodingOf(MediaTypeHeaderValue type)
    {
        if (!type.Charset.HasValue) return Encoding.UTF8;
        try
        {
            return Encoding.GetEncoding(type.Charset.Value.Trim('"'));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
