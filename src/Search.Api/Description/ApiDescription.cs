using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Api.Http;
using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Description;

/// <summary>Completes the OpenAPI document: what the API is, and the parameters that handlers read themselves.</summary>
internal static class ApiDescription
{
    private const string About = """
        Which clause says this, and what cites what? Clauses of United Nations resolutions, ranked, and the citation graph between them.

        A **work** is anything that can be cited; `/v1/resolve` finds one under any of its names. An **edge** says that a clause cites a
        work, how (its *treatment*), which part (its *pinpoint*), and with which words. Every count equals the length of the list behind it.

        Lists are paged by `limit` and the `next` cursor (also sent as `Link: rel="next"`). Answers carry a weak `ETag`; a snapshot never
        changes, so a repeated question costs nothing. A page of a list is had as a table too: `format=csv`, or `Accept: text/csv`; `/v1/graph`
        has the formats of graph programs. A parameter that an address does not take is refused, so that no mistyped filter is passed over.
        Errors are problem documents (RFC 9457) with a `code`, the `parameter` at fault and
        `didYouMean` where there is one. What a visitor searches for never makes an error: odd syntax is read literally and reported in
        `query.warnings`, unless `strict=true`.
        """;

    /// <summary>Describes the query parameters of an address that answers with JSON; <c>fields</c> is one of them.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder route, params IEnumerable<Parameter> parameters) => route
        .WithMetadata(new QueryParameters([.. parameters, AnswerParameters.Fields])).ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>Describes the query parameters of an address that answers with a file.</summary>
    public static RouteHandlerBuilder WithFileQuery(this RouteHandlerBuilder route, params IEnumerable<Parameter> parameters) => route.WithMetadata(new QueryParameters([.. parameters]));

    /// <summary>Names a request that the sample answers, and as what the description shows it: <c>Examples/OPERATION.json</c>.</summary>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder route, string address, string? body = null) => route.WithMetadata(new ExampleRequest(address, body));

    /// <summary>Says which field of the answer is a list that can be had as CSV.</summary>
    public static RouteHandlerBuilder WithTable(this RouteHandlerBuilder route, string list) => route
        .WithMetadata(new ListOfAnswer(list), new QueryParameters([AnswerParameters.Format])).ProducesProblem(StatusCodes.Status406NotAcceptable);

    /// <summary>Adds what the framework cannot see.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Clausegraph", Version = "1", Description = About, License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" } };
            document.Servers = [new OpenApiServer { Url = context.ApplicationServices.GetRequiredService<ApiOptions>().PublicAddress ?? "/" }];
            if (document.Components?.Schemas is { } schemas && schemas.TryGetValue(nameof(ProblemDetails), out var problem) && problem is OpenApiSchema details) Complete(details);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Properties is not { Count: > 0 } properties || schema.Properties is null) return Task.CompletedTask;
            foreach (var property in properties)
                if (Replacement(property) is { } replacement && schema.Properties.TryGetValue(property.Name, out var described)) schema.Properties[property.Name] = Deprecated(described, replacement);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var segment in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path) ?? [])
                (segment.Description, segment.Example) = PathParameters[(segment.Name, context.Description.RelativePath!.Split('/')[1])];
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            if (operation.OperationId is { } id && OperationTexts.Of(id) is { } text) (operation.Summary, operation.Description) = (text.Summary, text.Description);
            foreach (var parameter in ParameterDescription.Of([.. metadata.OfType<QueryParameters>().SelectMany(q => q.All)], context.Document!)) (operation.Parameters ??= []).Add(parameter);
            var responses = operation.Responses ??= [];
            if (metadata.OfType<ListOfAnswer>().Any() && responses["200"].Content is { } content)
                content["text/csv"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The page as a table: a row an entry, a column a field." } };
            foreach (var (status, response) in responses)
                if (Problems.All.Where(p => p.Status.ToString(CultureInfo.InvariantCulture) == status).ToList() is { Count: > 0 } problems)
                    response.Description = string.Join("; ", problems.Select(p => $"`{p.Code}`: {p.Title}")) + ".";
            if (metadata.OfType<ExampleRequest>().FirstOrDefault() is { } example) AddExample(operation, example);
            responses["default"] = new OpenApiResponse
            {
                Description = "Any other error: 405, 429 with Retry-After, 503 while no snapshot is served.",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) } },
            };
            return Task.CompletedTask;
        });
    }

    private static readonly Dictionary<(string? Name, string Of), (string Description, JsonNode Example)> PathParameters = new()
    {
        [("id", "documents")] = ("The document's id: its symbol as a slug, `a-res-58-137` for A/RES/58/137; without a symbol that of its file's name.", "a-res-75-901"),
        [("id", "works")] = ("The work's id: a name such as `crc`, or its symbol as a slug, `a-res-58-137`. `/v1/resolve` finds it under any other name.", "palermo-protocol"),
        [("label", "documents")] = ("The clause's label as a slug: `pp3`, `op5-b-ii`.", "op1"),
    };

    private static void AddExample(OpenApiOperation operation, ExampleRequest request)
    {
        if (request.Body is not null && operation.RequestBody?.Content is { } bodies)
        {
            bodies["text/plain"].Example = request.Body;
            bodies["application/json"].Example = new JsonObject { ["text"] = request.Body };
        }
        using var file = typeof(ApiDescription).Assembly.GetManifestResourceStream($"examples/{operation.OperationId}.json");
        if (file is null || operation.Responses?["200"].Content?["application/json"] is not { } answer) return;
        answer.Examples = new Dictionary<string, IOpenApiExample>
        {
            ["sample"] = new OpenApiExample { Summary = $"{(request.Body is null ? "GET" : "POST")} {request.Address}, over the sample documents", Value = JsonNode.Parse(file) },
        };
    }

    private static string? Replacement(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(DeprecatedFieldAttribute), inherit: false) is [DeprecatedFieldAttribute { Replacement: var replacement }] ? replacement : null;

    private static IOpenApiSchema Deprecated(IOpenApiSchema schema, string replacement)
    {
        var text = $"The same as `{replacement}`.";
        if (schema is OpenApiSchema own) (own.Deprecated, own.Description) = (true, text);
        else if (schema is OpenApiSchemaReference reference) (reference.Deprecated, reference.Description) = (true, text);
        return schema;
    }

    /// <summary>What problem documents hold beyond the framework's own fields.</summary>
    private static void Complete(OpenApiSchema problem)
    {
        var fields = problem.Properties ??= new Dictionary<string, IOpenApiSchema>();
        fields["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The error, as programs tell it.", Enum = [.. Problems.All.Select(p => (JsonNode)p.Code)] };
        fields["parameter"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The parameter at fault." };
        fields["didYouMean"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String }, Description = "What may have been meant." };
        problem.Required = new HashSet<string> { "type", "title", "status", "code" };
        problem.Description = "An error (RFC 9457).";
    }
}

/// <summary>A request that the sample answers.</summary>
internal sealed record ExampleRequest(string Address, string? Body);
