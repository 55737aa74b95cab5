using Search.Catalog;

namespace Search.Api.Http;

/// <summary>Which export format a request wants: <c>?format=</c> (a link cannot set a header), else <c>Accept</c>.</summary>
internal static class ExportNegotiation
{
    private static readonly string[] MediaTypes = [.. ResolutionCatalog.ExportFormats.Select(f => f.MediaType)];

    /// <summary>The format, or null where none that is offered is accepted.</summary>
    public static ExportFormatName? Choose(HttpRequest request)
    {
        var formats = ResolutionCatalog.ExportFormats;
        if (request.Query.TryGetValue("format", out var asked) && asked is [.., { Length: > 0 } name])
            return formats.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        return AcceptedMediaTypes.Best(request, MediaTypes) is >= 0 and var best ? formats[best] : null;
    }
}
