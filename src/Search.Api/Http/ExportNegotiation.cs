using Search.Catalog;
using Search.Catalog.Parameters;

namespace Search.Api.Http;

/// <summary>Which export format a request wants: <c>?format=</c> (a link cannot set a header), else <c>Accept</c>.</summary>
internal static class ExportNegotiation
{
    private static readonly string[] MediaTypes = [.. ResolutionCatalog.ExportFormats.Select(f => f.MediaType)];

    /// <summary>The format, or null where none that is offered is accepted.</summary>
    public static ExportFormatName? Choose(HttpRequest request, Parameters parameters)
    {
        var formats = ResolutionCatalog.ExportFormats;
        if (parameters.Get(GraphParameters.Format) is { } name) return formats.First(f => f.Name == name);
        return AcceptedMediaTypes.Best(request, MediaTypes) is >= 0 and var best ? formats[best] : null;
    }
}
