using System.Text.Json;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Search.Catalog.Parameters;

namespace Search.Api.Assistants;

/// <summary>Holds the arguments of a call against the schema of its tool, so that a wrong one is named; the library would
/// only say that an error occurred.</summary>
internal static class ToolArguments
{
    private const int LongestShown = 80;

    /// <summary>Answers a call whose arguments do not fit with what is wrong; passes on the others.</summary>
    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Checked(
        McpRequestHandler<CallToolRequestParams, CallToolResult> next) => (request, cancellation) =>
        request.MatchedPrimitive is McpServerTool tool
            && Problem(tool.ProtocolTool, request.Params?.Arguments ?? new Dictionary<string, JsonElement>()) is { } problem
            ? ValueTask.FromResult(new CallToolResult { IsError = true, Content = [new TextContentBlock { Text = problem }] })
            : next(request, cancellation);

    /// <summary>What is wrong with the arguments, or null.</summary>
    private static string? Problem(Tool tool, IDictionary<string, JsonElement> arguments)
    {
        if (!tool.InputSchema.TryGetProperty("properties", out var properties)) return null;
        string[] known = [.. properties.EnumerateObject().Select(p => p.Name)];
        foreach (var (name, value) in arguments)
        {
            if (!properties.TryGetProperty(name, out var schema))
            {
                var near = Spelling.Near(name, known);
                var shown = name.Length > LongestShown ? name[..LongestShown] + "…" : name;
                return $"'{shown}' is not an argument of {tool.Name}. {(near.Count > 0 ? $"Did you mean {string.Join(" or ", near)}? " : "")}It takes {string.Join(", ", known)}.";
            }
            string[] types = [.. TypesOf(schema)];
            if (types.Length > 0 && !types.Any(type => IsOf(value, type)))
                return $"'{name}' of {tool.Name} must be of type {string.Join(" or ", types.Where(t => t != "null"))}.";
        }
        if (!tool.InputSchema.TryGetProperty("required", out var required)) return null;
        string[] missing = [.. required.EnumerateArray().Select(r => r.GetString()!).Where(r => !arguments.ContainsKey(r))];
        return missing.Length == 0 ? null : $"{tool.Name} needs {string.Join(" and ", missing)}.";
    }

    private static IEnumerable<string> TypesOf(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()!)
        : [type.GetString()!];

    private static bool IsOf(JsonElement value, string type) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "number" => value.ValueKind == JsonValueKind.Number,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };
}
