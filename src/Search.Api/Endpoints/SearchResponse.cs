using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Search.Api.Http;
using Search.Catalog;

namespace Search.Api.Endpoints;

/// <summary>
/// The answer to a search. As JSON its hits are written as they are read out of the snapshot; objects are made of them only where
/// <see cref="Value"/> is asked for, to choose fields or to make a table.
/// </summary>
/// <param name="found">The clauses.</param>
/// <param name="answer">The answer but for its hits.</param>
internal sealed class SearchResponse(FoundClauses found, SearchAnswer answer) : IResult, IValueHttpResult, IStatusCodeHttpResult
{
    private const string HitsName = "hits";

    /// <inheritdoc />
    public object Value => answer with { Hits = [.. found.WithHits().Hits.Select(Answers.Hit)] };

    /// <inheritdoc />
    public int? StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        using var buffer = new PooledBuffer();
        Write(buffer, httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = "application/json; charset=utf-8";
        try
        {
            await response.BodyWriter.WriteAsync(buffer.Written, httpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer.
        }
    }

    private void Write(PooledBuffer to, JsonSerializerOptions options)
    {
        using var json = new Utf8JsonWriter(to, new() { Encoder = options.Encoder ?? JavaScriptEncoder.Default, SkipValidation = true });
        json.WriteStartObject();
        foreach (var property in options.GetTypeInfo(typeof(SearchAnswer)).Properties)
        {
            json.WritePropertyName(property.Name);
            if (property.Name != HitsName)
            {
                Write(json, property, options);
                continue;
            }
            json.WriteStartArray();
            found.Read(new HitJson(json));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, JsonPropertyInfo property, JsonSerializerOptions options)
    {
        if (property.Get!(answer) is { } value) JsonSerializer.Serialize(json, value, options.GetTypeInfo(property.PropertyType));
        else json.WriteNullValue();
    }
}
