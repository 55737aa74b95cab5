using System.Globalization;
using System.Text.Json;

namespace Search.Api.Tests;

/// <summary>The OpenAPI document as a judge: whether an answer is one that the document describes, in status,
/// media type and every field.</summary>
public sealed class Contract
{
    private readonly List<(string[] Segments, JsonElement Operations)> _paths;
    private readonly JsonSchema _schemas;
    private readonly StandardSchema _standard;
    private int _judged;

    public Contract(JsonElement document)
    {
        _paths = [.. document.GetProperty("paths").EnumerateObject().Select(p => (p.Name.Split('/'), p.Value))];
        var components = document.GetProperty("components").GetProperty("schemas");
        _schemas = new(components);
        _standard = new(components);
    }

    /// <summary>How many answers were judged.</summary>
    public int Judged => _judged;

    /// <summary>The document's operation for a request, or null where it describes none.</summary>
    public JsonElement? Operation(string method, string path)
    {
        var segments = path.Split('/');
        var name = method == "HEAD" ? "get" : method.ToLowerInvariant();
        var matches = _paths.Where(p => p.Segments.Length == segments.Length
            && p.Segments.Zip(segments).All(s => s.First == s.Second || (s.First.StartsWith('{') && s.Second.Length > 0)));
        foreach (var (_, operations) in matches.OrderBy(m => m.Segments.Count(s => s.StartsWith('{'))))
            if (operations.TryGetProperty(name, out var operation)) return operation;
        return null;
    }

    /// <summary>What of an answer is not as the document says; empty where all is, or where the document says
    /// nothing of such a request.</summary>
    public IReadOnlyList<string> Differences(string method, string path, string query, int status, string? media, string body)
    {
        if (Operation(method, path) is not { } operation || status == 304) return [];
        Interlocked.Increment(ref _judged);
        var responses = operation.GetProperty("responses");
        if (!responses.TryGetProperty(status.ToString(CultureInfo.InvariantCulture), out var response)
            && (status < 400 || !responses.TryGetProperty("default", out response)))
            return [$"status {status} is not described"];
        // A list that is asked for as a table is described under its own path.
        if (media == "text/csv" && status == 200 && Operation(method, path + ".csv") is { } table)
            responses = table.GetProperty("responses");
        if (status == 200 && media == "text/csv") response = responses.GetProperty("200");
        if (media is null) return body.Length == 0 ? [] : ["a body without a media type"];
        if (!response.TryGetProperty("content", out var content) || !content.TryGetProperty(media, out var described))
            return [$"{media} is not described for status {status}"];
        if (method == "HEAD" || !(media == "application/json" || media.EndsWith("+json", StringComparison.Ordinal))
            || !described.TryGetProperty("schema", out var schema))
            return [];
        if (schema.TryGetProperty("format", out var format) && format.GetString() == "binary") return [];
        using var json = JsonDocument.Parse(body);
        var partial = query.Contains("fields=", StringComparison.Ordinal);
        var differences = _schemas.Differences(json.RootElement, schema, partial);
        // which knows no value of which parts may be missing
        if (!partial) differences = differences.Concat(_standard.Differences(json.RootElement, schema));
        return [.. differences.Take(10)];
    }

    /// <summary>Judges every answer that passes through a client.</summary>
    internal sealed class Judge(Contract contract) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            var uri = request.RequestUri!;
            contract.Differences(request.Method.Method, uri.AbsolutePath, uri.Query, (int)answer.StatusCode,
                answer.Content.Headers.ContentType?.MediaType, body)
                .ShouldBeEmpty($"{request.Method} {uri} answers {(int)answer.StatusCode} {(body.Length > 2000 ? body[..2000] : body)}");
            return answer;
        }
    }
}
