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
        changes, so a repeated question costs nothing. A page of a list is also a table: the same path with `.csv`, or `format=csv`, or
        `Accept: text/csv`; `/v1/graph` has the formats of graph programs. A parameter that an address does not take is refused, so that no mistyped filter is passed over.
        Errors are problem documents (RFC 9457) with a `code`, the `parameter` at fault and
        `didYouMean` where there is one. What a visitor searches for never makes an error: odd syntax is read literally and reported in
        `query.warnings`, unless `strict=true`.
        """;

    /// <summary>Describes the query parameters of an address that answers with JSON; <c>fields</c> is one of them.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder route, params IEnumerable<Parameter> parameters) => route
        .WithMetadata(new QueryParameters([.. parameters, AnswerParameters.Fields])).ProducesProblem(StatusCodes.Status400BadRequest);

    /// <summary>Describes the query parameters of an address that answers with a file.</summary>
    public static RouteHandlerBuilder WithFileQuery(this RouteHandlerBuilder route, params IEnumerable<Parameter> parameters) =>
        route.WithMetadata(new QueryParameters([.. parameters]));

    /// <summary>Names a request that the sample answers, and as what the description shows it: <c>Examples/OPERATION.json</c>.</summary>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder route, string address, string? body = null) =>
        route.WithMetadata(new ExampleRequest(address, body));

    /// <summary>Adds what the framework cannot see.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Clausegraph",
                Version = "1",
                Description = About,
                License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" }
            };
            document.Servers = [new OpenApiServer { Url = Server(context.ApplicationServices) }];
            InOrder(document);
            document.Components?.Schemas?.Remove(nameof(Stream)); // described in place, as files are
            if (document.Components?.Schemas is { } schemas && schemas.TryGetValue(nameof(ProblemDetails), out var problem)
                && problem is OpenApiSchema details)
                Complete(details);
            foreach (var schema in document.Components?.Schemas?.Values ?? [])
                foreach (var described in schema.Properties?.Values.Append(schema) ?? [schema]) OnOneLine(described);
            return Task.CompletedTask;
        });
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Properties is not { Count: > 0 } properties || schema.Properties is null) return Task.CompletedTask;
            foreach (var property in properties)
                if (Replacement(property) is { } replacement && schema.Properties.TryGetValue(property.Name, out var described))
                    schema.Properties[property.Name] = Deprecated(described, replacement);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            var request = metadata.OfType<ExampleRequest>().FirstOrDefault();
            var values = request?.Values(context.Description.RelativePath!) ?? [];
            foreach (var segment in operation.Parameters?.OfType<OpenApiParameter>().Where(p => p.In == ParameterLocation.Path) ?? [])
                (segment.Description, segment.Example) =
                    (PathParameters[(segment.Name, context.Description.RelativePath!.Split('/')[1])],
                        values.GetValueOrDefault(segment.Name!));
            if (operation.OperationId is { } id && OperationTexts.Of(id, metadata.OfType<ListOfAnswer>().Any(l => l.IsTable)) is { } text)
                (operation.Summary, operation.Description) = (text.Summary, text.Description);
            foreach (var parameter in ParameterDescription.Of([.. metadata.OfType<QueryParameters>()
                .SelectMany(q => q.All)], values, context.Document!))
                (operation.Parameters ??= []).Add(parameter);
            var responses = operation.Responses ??= [];
            foreach (var (status, response) in responses)
                if (Problems.All.Where(p => p.Status.ToString(CultureInfo.InvariantCulture) == status).ToList() is { Count: > 0 } problems)
                    response.Description =
                        $"A problem, whose `detail` says more: {string.Join("; ", problems.Select(p => $"`{p.Code}`: {p.Title}"))}.";
            foreach (var file in responses.Values.SelectMany(r => r.Content?.Values ?? [])
                .Where(c => c.Schema is OpenApiSchemaReference { Reference.Id: nameof(Stream) }))
                file.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            if (request is { IsShown: true }) AddExample(operation, request);
            responses["default"] = new OpenApiResponse
            {
                Description = "The request was not answered; the problem says why: 405, 429 with Retry-After, 503 while no snapshot is served.",
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] =
                    new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) }
                },
            };
            return Task.CompletedTask;
        });
    }

    /// <summary>Joins the lines of a description, which is a comment of the code, broken where lines of code end.</summary>
    private static void OnOneLine(IOpenApiSchema schema)
    {
        if (schema.Description is { } text && text.Contains('\n', StringComparison.Ordinal))
            schema.Description = string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries));
    }

    private static string Server(IServiceProvider services)
    {
        var below = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request.PathBase.ToUriComponent() ?? "";
        return services.GetRequiredService<ApiOptions>().PublicAddress is { } address ? address + below : below.Length > 0 ? below : "/";
    }

    /// <summary>The parts of the API, in the order in which a reader meets them.</summary>
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Search", "Clauses by their words, and what completes a query."),
        ("Citations", "What a citation means, and the citations of a text."),
        ("Documents", "Documents, their clauses and their text."),
        ("Works", "Everything that can be cited, and what cites it."),
        ("Reuse", "Where the words of clauses come from."),
        ("Graph", "Walks through the citation graph, and the graph as a file."),
        ("Index", "The snapshot that answers."),
        ("Health", "The process."),
    ];

    private static readonly Dictionary<(string? Name, string Of), string> PathParameters = new()
    {
        [("id", "documents")] =
            "The document's id: its symbol as a slug, `a-res-58-137` for A/RES/58/137; without a symbol that of its file's name.",
        [("id", "works")] = "The work's id: a name such as `crc`, or its symbol as a slug, `a-res-58-137`. `/v1/resolve` finds it under any other name.",
        [("label", "documents")] = "The clause's label as a slug: `pp3`, `op5-b-ii`.",
    };

    /// <summary>Tags and paths in the order of <see cref="Tags"/>, others after them.</summary>
    private static void InOrder(OpenApiDocument document)
    {
        int Place(string? tag) => Array.FindIndex(Tags, t => t.Name == tag) is >= 0 and var at ? at : Tags.Length;
        var used = document.Paths.SelectMany(p => p.Value.Operations ?? [])
            .SelectMany(o => o.Value.Tags ?? new HashSet<OpenApiTagReference>()).Select(t => t.Name!).ToHashSet();
        document.Tags = used.OrderBy(Place).ThenBy(name => name, StringComparer.Ordinal)
            .Select(name => new OpenApiTag { Name = name, Description = Array.Find(Tags, t => t.Name == name).Description }).ToHashSet();
        var paths = document.Paths.OrderBy(p => Place(p.Value.Operations?.Values.FirstOrDefault()?.Tags?.FirstOrDefault()?.Name)).ToList();
        document.Paths = [];
        foreach (var (path, item) in paths) document.Paths.Add(path, item);
    }

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
            ["sample"] = new OpenApiExample
            {
                Summary =
                $"{(request.Body is null ? "GET" : "POST")} {request.Address}, over the sample documents",
                Value = JsonNode.Parse(file)
            },
        };
    }

    private static string? Replacement(JsonPropertyInfo property) =>
        property.AttributeProvider?.GetCustomAttributes(typeof(DeprecatedFieldAttribute), inherit: false)
            is [DeprecatedFieldAttribute { Replacement: var replacement }] ? replacement : null;

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
        if (fields.TryGetValue("detail", out var detail) && detail is OpenApiSchema message)
        {
            message.Description = "What is wrong, and what to do.";
            // the message of generated exceptions
            (message.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-ms-primary-error-message"] =
                new JsonNodeExtension(true);
        }
        fields["code"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "The error, for programs.",
            Enum = [.. Problems.All.Select(p => (JsonNode)p.Code)]
        };
        fields["parameter"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The parameter at fault." };
        fields["didYouMean"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
            Description = "What may have been meant."
        };
        problem.Required = new HashSet<string> { "type", "title", "status", "code" };
        problem.Description = "An error (RFC 9457).";
    }
}
