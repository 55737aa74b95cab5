using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>Marks an endpoint whose answer is a page of a list and is also available as CSV.</summary>
/// <param name="Name">The answer's field that holds the list.</param>
/// <param name="IsTable">Whether it is always a table; else the request says.</param>
internal sealed record ListOfAnswer(string Name, bool IsTable);

/// <summary>
/// Answers a page of a list as CSV where <c>format=csv</c> or <c>Accept</c> asks for it: one row per entry and one
/// column per field; nested fields are joined by a dot (<c>mention.text</c>); what repeats within an
/// entry is in one cell with "; " between; with <c>groupBy</c> one row per group. <c>fields</c> chooses columns;
/// the next page is in the Link header.
/// </summary>
internal sealed class ListAsTable(IOptions<JsonOptions> options) : IEndpointFilter
{
    private static readonly string[] Formats = ["json", "csv"];
    private static readonly string[] MediaTypes = ["application/json", "text/csv"];

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.GetEndpoint()!.Metadata.GetMetadata<ListOfAnswer>() is not { } list) return await next(context);
        var p = Parameters.Of(http);
        var isTable = list.IsTable
            || (p.Get(AnswerParameters.Format) ?? Formats[Math.Max(0, AcceptedMediaTypes.Best(http.Request, MediaTypes))]) == "csv";
        if (p.Problem is { } problem) return problem;

        var result = await next(context);
        if (!isTable || result is not IValueHttpResult { Value: { } answer }
            || result is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK })
            return result;
        if (answer is IGroupedAnswer { Grouped: { } grouped }) return Groups(grouped).Send(http, NameOf(http));
        var json = options.Value.SerializerOptions;
        var type = json.GetTypeInfo(answer.GetType());
        var entries = json.GetTypeInfo(type.Properties.First(f => f.Name == list.Name).PropertyType);
        var chosen = p.Get(AnswerParameters.Fields);
        if ((p.Problem ?? FieldSelection.Refusal(json, type, chosen)) is { } refusal) return refusal;
        string[] columns = [.. Columns(json, json.GetTypeInfo(entries.ElementType!), "")
            .Where(c => chosen.Count == 0 || chosen.Any(f => Holds(f, $"{list.Name}.{c}")))];
        var table = new CsvText(columns);
        foreach (var entry in JsonSerializer.SerializeToNode(answer, type)![list.Name]!.AsArray())
            table.Add([.. columns.Select(c => string.Join("; ", Values(entry, c.Split('.')).Where(v => v.Length > 0)))]);
        return table.Send(http, NameOf(http));
    }

    private static string NameOf(HttpContext http) =>
        string.Join('-', Path.ChangeExtension(http.Request.Path.Value!, null).Split('/', StringSplitOptions.RemoveEmptyEntries).Skip(1));

    /// <summary>A row a group of the inner field, or of the only one.</summary>
    private static CsvText Groups(Grouping grouped)
    {
        var table = new CsvText([.. grouped.By, "count"]);
        foreach (var outer in grouped.Groups)
        {
            if (grouped.By.Count == 1) table.Add(outer.Value, Number(outer.Count));
            foreach (var inner in outer.Groups) table.Add(outer.Value, inner.Value, Number(inner.Count));
        }
        return table;

        static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
    }

    private static bool Holds(string field, string column) => column == field || column.StartsWith(field + ".", StringComparison.Ordinal);

    private static IEnumerable<string> Columns(JsonSerializerOptions json, JsonTypeInfo type, string prefix)
    {
        foreach (var property in type.Properties)
        {
            var within = json.GetTypeInfo(property.PropertyType);
            if (within.Kind == JsonTypeInfoKind.Enumerable) within = json.GetTypeInfo(within.ElementType!);
            if (within.Kind != JsonTypeInfoKind.Object) yield return prefix + property.Name;
            else
                foreach (var column in Columns(json, within, $"{prefix}{property.Name}.")) yield return column;
        }
    }

    private static IEnumerable<string> Values(JsonNode? node, ReadOnlyMemory<string> path) => node switch
    {
        null => [],
        JsonArray list => list.SelectMany(item => Values(item, path)),
        JsonObject fields when !path.IsEmpty => Values(fields[path.Span[0]], path[1..]),
        _ => [node.ToString()],
    };
}
