using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>The links of the host that answers a request.</summary>
internal static class OriginalsOfRequest
{
    /// <summary>The originals of a work of the snapshot that answers; the documents of the sample are invented and have none.</summary>
    public static IReadOnlyList<OriginalAnswer> OriginalsOf(this HttpContext context, WorkDetails work) =>
        work.Document is not null && context.Catalog().IsSample ? [] : context.Links().Of(work);

    /// <summary>Where the host finds originals.</summary>
    public static OriginalLinks Links(this HttpContext context) => context.RequestServices.GetRequiredService<ApiOptions>().Originals;
}
