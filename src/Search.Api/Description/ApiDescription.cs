using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Api.Http;

namespace Search.Api.Description;

/// <summary>Completes the OpenAPI document: what the API is, and the parameters that handlers read themselves.</summary>
internal static class ApiDescription
{
    private const string About = """
        Which clause says this, and what cites what? Clauses of United Nations resolutions, ranked, and the citation graph between them.

        A **work** is anything that can be cited; `/v1/resolve` finds one under any of its names. An **edge** says that a clause cites a
        work, how (its *treatment*), which part (its *pinpoint*), and with which words. Every count equals the length of the list behind it.

        Lists are paged by `limit` and the `next` cursor (also sent as `Link: rel="next"`). Answers carry a weak `ETag`; a snapshot never
        changes, so a repeated question costs nothing. Errors are problem documents (RFC 9457) with a `code`, the `parameter` at fault and
        `didYouMean` where there is one. What a visitor searches for never makes an error: odd syntax is read literally and reported in
        `query.warnings`, unless `strict=true`.
        """;

    /// <summary>Describes the query parameters of an address.</summary>
    public static RouteHandlerBuilder WithQuery(this RouteHandlerBuilder route, params QueryParameter[] parameters) => route.WithMetadata(new QueryParameters(parameters));

    /// <summary>Adds what the framework cannot see.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo { Title = "Clausegraph", Version = "1", Description = About, License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" } };
            document.Servers = [new OpenApiServer { Url = "/" }];
            if (document.Components?.Schemas is { } schemas && schemas.TryGetValue(nameof(ProblemDetails), out var problem) && problem is OpenApiSchema details) Complete(details);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            foreach (var described in context.Description.ActionDescriptor.EndpointMetadata.OfType<QueryParameters>())
                foreach (var parameter in described.All) (operation.Parameters ??= []).Add(parameter.ToOpenApi());
            var responses = operation.Responses ??= [];
            if (context.Description is { HttpMethod: "GET", RelativePath: { } path } && path.StartsWith("v1/", StringComparison.Ordinal) && path != "v1/graph"
                && responses.TryGetValue("200", out var answer) && answer.Content?.ContainsKey("application/json") == true)
                (operation.Parameters ??= []).Add(Query.Fields.ToOpenApi());
            responses["default"] = new OpenApiResponse
            {
                Description = "Any other error: 405, 429 with Retry-After, 503 while no snapshot is served.",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document) } },
            };
            return Task.CompletedTask;
        });
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

    private sealed record QueryParameters(IReadOnlyList<QueryParameter> All);
}
