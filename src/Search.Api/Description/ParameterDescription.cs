using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Search.Catalog.Parameters;

namespace Search.Api.Description;

/// <summary>Parameters in the terms of the OpenAPI document.</summary>
internal static class ParameterDescription
{
    /// <summary>The parameters of an operation: first those in use, then former names and what is deprecated.</summary>
    /// <param name="parameters">All of them.</param>
    /// <param name="example">The values of a request that the sample answers, by names: only together they
    /// are sure to find something.</param>
    /// <param name="document">The document.</param>
    public static IEnumerable<OpenApiParameter> Of(IReadOnlyList<Parameter> parameters, Dictionary<string, string> example,
        OpenApiDocument document)
    {
        foreach (var parameter in parameters.Where(p => p.Replacement is null))
            yield return Described(parameter, document, example.GetValueOrDefault(parameter.Name));
        foreach (var parameter in parameters.Where(p => p.Replacement is not null))
            yield return Former(Described(parameter, document), $"Use {parameter.Replacement}. {parameter.Description}");
        foreach (var parameter in parameters)
            foreach (var old in parameter.OldNames.Where(old => !parameters.Any(p => p.Name == old)))
            {
                var former = Former(Described(parameter, document), $"Former name of `{parameter.Name}`.");
                former.Name = old;
                yield return former;
            }
    }

    /// <summary>The type of the words of a vocabulary, described once under its name.</summary>
    public static IOpenApiSchema SchemaOf(Vocabulary words, OpenApiDocument document)
    {
        var components = document.Components ??= new();
        var schemas = components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        if (!schemas.ContainsKey(words.Name))
            document.AddComponent(words.Name, new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Enum = [.. words.Words.Select(w => (JsonNode)w)]
            });
        return new OpenApiSchemaReference(words.Name, document);
    }

    private static OpenApiParameter Former(OpenApiParameter parameter, string description)
    {
        (parameter.Deprecated, parameter.Description, parameter.Example, parameter.Required) = (true, description, null, false);
        return parameter;
    }

    private static OpenApiParameter Described(Parameter parameter, OpenApiDocument document, string? example = null)
    {
        var type = parameter.Type switch
        {
            ParameterType.Number => JsonSchemaType.Integer,
            ParameterType.Flag => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        };
        var isList = parameter.Count != ParameterValueCount.One;
        // NSwag writes no valid code for a list that must be there and is joined
        var isJoined = parameter.Count == ParameterValueCount.Several && !parameter.Required;
        return new()
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Description = DescriptionOf(parameter),
            Required = parameter.Required,
            Explode = !isJoined,
            Style = isJoined ? ParameterStyle.Form : null,
            Schema = isList
                ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = ValueOf(parameter, type, document) }
                : ValueOf(parameter, type, document),
            Example = example is null ? null
                : isList ? new JsonArray([.. example.Split(',').Select(v => Value(v, type))])
                : Value(example, type),
        };
    }

    // Beside a reference to a vocabulary many readers heed nothing, so that its default is said in words.
    private static string DescriptionOf(Parameter parameter)
    {
        var text = parameter is { Words: not null, DefaultText: { } otherwise }
            ? $"{parameter.Description} Without it `{otherwise}`."
            : parameter.Description;
        return parameter is { Example: { } value, Words: null } ? $"{text} For example `{value}`." : text;
    }

    private static IOpenApiSchema ValueOf(Parameter parameter, JsonSchemaType type, OpenApiDocument document)
    {
        if (parameter.Words is { } words) return SchemaOf(words, document);
        var value = new OpenApiSchema { Type = type };
        if (parameter.Range is var (least, most))
        {
            value.Minimum = least.ToString(CultureInfo.InvariantCulture);
            value.Maximum = most.ToString(CultureInfo.InvariantCulture);
        }
        if (parameter.DefaultText is { } otherwise) value.Default = Value(otherwise, type);
        return value;
    }

    private static JsonNode Value(string text, JsonSchemaType type) => type switch
    {
        JsonSchemaType.Integer => int.Parse(text, CultureInfo.InvariantCulture),
        JsonSchemaType.Boolean => bool.Parse(text),
        _ => text,
    };
}
