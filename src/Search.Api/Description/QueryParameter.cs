using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Search.Catalog;

namespace Search.Api.Description;

/// <summary>A query parameter as the OpenAPI document describes it. Handlers read parameters themselves, so that a wrong one is named in the answer.</summary>
/// <param name="Name">As in the address.</param>
/// <param name="Description">What it does.</param>
/// <param name="Type">string, integer or boolean.</param>
internal sealed record QueryParameter(string Name, string Description, JsonSchemaType Type = JsonSchemaType.String)
{
    /// <summary>A value that answers something on the sample.</summary>
    public string? Example { get; init; }

    /// <summary>What holds where it is left out.</summary>
    public string? Default { get; init; }

    /// <summary>Whether the answer is a problem without it.</summary>
    public bool Required { get; init; }

    /// <summary>The words it may be, or null.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Least and most, for numbers.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>Whether it may be given several times or hold several values separated by commas.</summary>
    public bool Several { get; init; }

    /// <summary>Whether it may be given several times, a value each: values can hold commas.</summary>
    public bool Repeated { get; init; }

    /// <summary>The parameter in the document's terms.</summary>
    public OpenApiParameter ToOpenApi()
    {
        var value = new OpenApiSchema { Type = Type };
        if (Words is not null) value.Enum = [.. Words.Select(w => (JsonNode)w)];
        if (Range is var (least, most))
        {
            value.Minimum = least.ToString(CultureInfo.InvariantCulture);
            value.Maximum = most.ToString(CultureInfo.InvariantCulture);
        }
        if (Default is not null) value.Default = Value(Default);
        return new OpenApiParameter
        {
            Name = Name,
            In = ParameterLocation.Query,
            Description = Description,
            Required = Required,
            Explode = !Several,
            Style = Several ? ParameterStyle.Form : null,
            Schema = Several || Repeated ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            Example = Example is null ? null : Several || Repeated ? new JsonArray(Value(Example)) : Value(Example),
        };
    }

    private JsonNode Value(string text) => Type switch
    {
        JsonSchemaType.Integer => int.Parse(text, CultureInfo.InvariantCulture),
        JsonSchemaType.Boolean => bool.Parse(text),
        _ => text,
    };
}

/// <summary>The parameters that several addresses share, each described once.</summary>
internal static class Query
{
    public static readonly QueryParameter Cursor = new("cursor", "Where the page begins: the `next` of the page before, with all other parameters unchanged. After a newer snapshot it answers 410.");
    public static readonly QueryParameter Fields = new("fields", "Only these fields of the answer, with a point between outer and inner: `total,hits.id`. The others are left out, required or not.") { Several = true };
    public static readonly QueryParameter Format = new("format", "The page as `json`, or as a table in `csv`; without it `Accept` decides.") { Words = ["json", "csv"], Default = "json" };
    public static readonly QueryParameter From = new("from", "Earliest date of the document: 2003-12-22, 2003-12 or 2003.") { Example = "2000" };
    public static readonly QueryParameter To = new("to", "Latest date of the document.") { Example = "2025-12-31" };
    public static readonly QueryParameter Organ = new("organ", "The adopting organ by acronym or name: GA, UNSC, ECOSOC, Human Rights Council ...") { Several = true, Example = "GA" };
    public static readonly QueryParameter Parts = new("parts", "Whether citations of a part (an annex, a lettered part), and citations in it, count as the whole's.", JsonSchemaType.Boolean) { Default = "true" };
    public static readonly QueryParameter Newest = new("sort", "Order by date of the citing document.") { Words = ["newest", "oldest"], Default = "newest" };
    public static readonly QueryParameter Treatment = new("treatment", "What the citing clause does to what it cites; any of these.") { Several = true, Words = ResolutionCatalog.TreatmentWords, Example = "recalls" };
    public static readonly QueryParameter Place = new("place", "Where in the citing document the citation stands; any of these.") { Several = true, Words = ResolutionCatalog.PlaceWords };

    /// <summary>What documents can be narrowed by beyond organ, kind and date.</summary>
    public static readonly QueryParameter[] Topics = [.. DocumentTopic.All.Select(t => new QueryParameter(t.Name, t.Description + " Any of the values given.") { Repeated = true, Example = t.Example })];

    /// <summary>How many a page holds.</summary>
    public static QueryParameter Limit(int most, int otherwise) =>
        new("limit", "How many the page holds.", JsonSchemaType.Integer) { Range = (1, most), Default = otherwise.ToString(CultureInfo.InvariantCulture) };
}
