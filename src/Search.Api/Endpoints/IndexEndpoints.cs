using Search.Api.Description;
using Search.Api.Http;

namespace Search.Api.Endpoints;

/// <summary>What is served.</summary>
internal static class IndexEndpoints
{
    public static void Map(RouteGroupBuilder v1) =>
        v1.MapGet("/index", (HttpContext context) =>
        {
            var catalog = context.Catalog();
            return Results.Ok(new IndexAnswer(catalog.Generation, catalog.Built, catalog.Corpus, catalog.Counts, catalog.LeftOut,
                catalog.IsSample));
        }).WithName("Index").WithExample("/v1/index").WithTags("Index").WithQuery().Produces<IndexAnswer>();
}
