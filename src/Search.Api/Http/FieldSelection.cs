using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Search.Catalog.Parameters;

namespace Search.Api.Http;

/// <summary>Keeps of an answer what <c>fields</c> names: <c>fields=total,hits.id,hits.text</c>. What a name holds is kept
/// whole; lists are passed through.</summary>
internal sealed class FieldSelection(IOptions<JsonOptions> options) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is not IValueHttpResult of || result is not IStatusCodeHttpResult { StatusCode: { } status and (200 or 300) })
            return result;
        var p = Parameters.Of(context.HttpContext);
        var asked = p.Get(AnswerParameters.Fields);
        if (p.Problem is not null) return p.Problem;
        if (asked.Count == 0 || of.Value is not { } value) return result;
        var json = options.Value.SerializerOptions;
        var type = json.GetTypeInfo(value.GetType());
        if (Refusal(json, type, asked) is { } refusal) return refusal;
        var kept = new Names();
        foreach (var path in asked) kept.Add(path);
        var node = JsonSerializer.SerializeToNode(value, type)!;
        Prune(node, kept);
        return Results.Json(node, statusCode: status);
    }

    /// <summary>The problem with names that answers of this type do not have, or null.</summary>
    public static IResult? Refusal(JsonSerializerOptions json, JsonTypeInfo type, IReadOnlyList<string> asked)
    {
        foreach (var path in asked)
            if (Offered(json, type, path) is { } offered)
                return Problems.Result("bad-parameter",
                    $"fields: '{(path.Length > 80 ? path[..80] + "…" : path)}' is not in this answer. There are {string.Join(", ", offered)}.", "fields", Spelling.Near(path.Split('.')[^1], offered));
        return null;
    }

    /// <summary>Null where the path is in answers of this type, else the names that could be where it fails.</summary>
    private static IEnumerable<string>? Offered(JsonSerializerOptions json, JsonTypeInfo type, string path)
    {
        foreach (var name in path.Split('.'))
        {
            while (type.Kind is JsonTypeInfoKind.Enumerable) type = json.GetTypeInfo(type.ElementType!);
            if (type.Kind is JsonTypeInfoKind.Dictionary)
            {
                type = json.GetTypeInfo(type.ElementType!); // its names are data
                continue;
            }
            if (type.Properties.FirstOrDefault(p => p.Name == name) is not { } property)
                return type.Properties.Select(p => p.Name).DefaultIfEmpty("no names within");
            type = json.GetTypeInfo(property.PropertyType);
        }
        return null;
    }

    private static void Prune(JsonNode node, Names kept)
    {
        if (kept.Count == 0) return;
        if (node is JsonArray list)
        {
            foreach (var item in list)
                if (item is not null) Prune(item, kept);
        }
        else if (node is JsonObject fields)
        {
            foreach (var (name, value) in fields.ToList())
            {
                if (!kept.TryGetValue(name, out var within)) fields.Remove(name);
                else if (value is not null) Prune(value, within);
            }
        }
    }

    /// <summary>Names and the names within; none within stands for all.</summary>
    private sealed class Names : Dictionary<string, Names>
    {
        public void Add(string path)
        {
            var at = this;
            foreach (var name in path.Split('.'))
            {
                if (!at.TryGetValue(name, out var within)) at.Add(name, within = []);
                at = within;
            }
        }
    }
}
