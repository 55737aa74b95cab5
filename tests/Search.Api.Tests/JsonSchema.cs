using System.Text.Json;
using System.Text.RegularExpressions;

namespace Search.Api.Tests;

/// <summary>
/// Says where a JSON value is not as its schema (JSON Schema 2020-12, as OpenAPI 3.1 uses it) says. Stricter in two ways: a property that
/// an object's schema does not name is an error, and so is a keyword that this does not know: what is described is described in full.
/// </summary>
internal sealed class JsonSchema(JsonElement components)
{
    private const string Reference = "#/components/schemas/";

    // What tells people something and asks nothing of values.
    private static readonly HashSet<string> Annotations =
        ["description", "title", "default", "example", "examples", "format", "deprecated"];

    /// <summary>The differences, each with its place; none where the value is as described.</summary>
    /// <param name="value">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="partial">Whether required properties may be missing, as where the caller chose the fields.</param>
    public IEnumerable<string> Differences(JsonElement value, JsonElement schema, bool partial = false) =>
        Check(value, schema, "$", partial);

    private IEnumerable<string> Check(JsonElement value, JsonElement schema, string at, bool partial)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var wanted = keyword.Value;
            var errors = keyword.Name switch
            {
                "$ref" => Check(value, components.GetProperty(wanted.GetString()![Reference.Length..]), at, partial),
                "type" => IsOfType(value, wanted) ? [] : [$"{at} is {value.ValueKind} and should be {wanted}"],
                "enum" =>
                    wanted.EnumerateArray().Any(w => JsonElement.DeepEquals(w, value))
                        ? []
                        : [$"{at} is {value}, which is not among {wanted}"],
                "pattern" =>
                    value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, wanted.GetString()!)
                        ? []
                        : [$"{at} does not match {wanted}"],
                "minimum" =>
                    value.ValueKind != JsonValueKind.Number || value.GetDouble() >= wanted.GetDouble()
                        ? []
                        : [$"{at} is less than {wanted}"],
                "maximum" =>
                    value.ValueKind != JsonValueKind.Number || value.GetDouble() <= wanted.GetDouble()
                        ? []
                        : [$"{at} is more than {wanted}"],
                "items" =>
                    value.ValueKind != JsonValueKind.Array
                        ? []
                        : value.EnumerateArray().SelectMany((item, i) => Check(item, wanted, $"{at}[{i}]", partial)),
                "oneOf" =>
                    wanted.EnumerateArray().Count(s => !Check(value, s, at, partial).Any()) == 1
                        ? []
                        : [$"{at} is not one of its kinds: {string.Join("; ", wanted.EnumerateArray().SelectMany(s => Check(value, s, at, partial)).Take(4))}"],
                "required" =>
                    partial || value.ValueKind != JsonValueKind.Object
                        ? []
                        : wanted.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _))
                            .Select(name => $"{at}.{name} is missing"),
                "properties" or "additionalProperties" =>
                    keyword.Name == "additionalProperties" && schema.TryGetProperty("properties", out _)
                        ? []
                        : Properties(value, schema, at, partial),
                var name when Annotations.Contains(name) || name.StartsWith("x-", StringComparison.Ordinal) => [],
                var name => [$"{at}: the schema's keyword {name} is not known to this check"],
            };
            foreach (var error in errors) yield return error;
        }
    }

    private IEnumerable<string> Properties(JsonElement value, JsonElement schema, string at, bool partial)
    {
        if (value.ValueKind != JsonValueKind.Object) yield break;
        schema.TryGetProperty("properties", out var named);
        var others = schema.TryGetProperty("additionalProperties", out var additional) && additional.ValueKind == JsonValueKind.Object;
        foreach (var property in value.EnumerateObject())
        {
            var place = $"{at}.{property.Name}";
            if (named.ValueKind == JsonValueKind.Object && named.TryGetProperty(property.Name, out var own))
                foreach (var error in Check(property.Value, own, place, partial)) yield return error;
            else if (others)
                foreach (var error in Check(property.Value, additional, place, partial)) yield return error;
            else yield return $"{place} is not described";
        }
    }

    private static bool IsOfType(JsonElement value, JsonElement type) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(t => IsOfType(value, t))
        : value.ValueKind switch
        {
            JsonValueKind.Object => type.ValueEquals("object"),
            JsonValueKind.Array => type.ValueEquals("array"),
            JsonValueKind.String => type.ValueEquals("string"),
            JsonValueKind.True or JsonValueKind.False => type.ValueEquals("boolean"),
            JsonValueKind.Null => type.ValueEquals("null"),
            _ => type.ValueEquals("number") || (type.ValueEquals("integer") && value.TryGetInt64(out _)),
        };
}
