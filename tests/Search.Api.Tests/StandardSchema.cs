using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Json.Schema;

namespace Search.Api.Tests;

/// <summary>What JsonSchema.Net finds wrong with a value, by the standard's own reading.</summary>
internal sealed partial class StandardSchema
{
    private const string Components = "https://clausegraph.example/components";

    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    private readonly BuildOptions _build = new() { SchemaRegistry = new() };
    private readonly ConcurrentDictionary<string, Json.Schema.JsonSchema> _built = new();
    private readonly Lock _gate = new();

    public StandardSchema(JsonElement components)
    {
        var named = Json.Schema.JsonSchema.FromText($"{{\"$id\":\"{Components}\",\"$defs\":{Standard(components)}}}", _build);
        _build.SchemaRegistry.Register(named);
    }

    /// <summary>The differences, each with its place; none where the value is as described.</summary>
    public IEnumerable<string> Differences(JsonElement value, JsonElement schema)
    {
        var built = _built.GetOrAdd(schema.GetRawText(), _ => Build(schema));
        var found = built.Evaluate(value, Options);
        if (found.IsValid) return [];
        var errors = (found.Details ?? []).Where(d => d.Errors is not null)
            .SelectMany(d => d.Errors!.Select(e => $"${d.InstanceLocation} {e.Key}: {e.Value} (JsonSchema.Net)"));
        return errors.DefaultIfEmpty("is not as described (JsonSchema.Net)");
    }

    private Json.Schema.JsonSchema Build(JsonElement schema)
    {
        lock (_gate)
            return Json.Schema.JsonSchema.FromText(Standard(schema)
                .Replace("\"#/$defs/", $"\"{Components}#/$defs/", StringComparison.Ordinal), _build);
    }

    /// <summary>Where OpenAPI keeps its schemas, and its extensions, are nothing that JSON Schema knows.</summary>
    private static string Standard(JsonElement schema) =>
        Extension().Replace(schema.GetRawText(), "").Replace("\"#/components/schemas/", "\"#/$defs/", StringComparison.Ordinal);

    [GeneratedRegex(@",\s*""x-[a-z-]+"":\s*true")]
    private static partial Regex Extension();
}
