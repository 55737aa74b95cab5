using Microsoft.Net.Http.Headers;
using Search.Catalog;

namespace Search.Api.Http;

/// <summary>Which export format a request wants: <c>?format=</c> (a link cannot set a header), else <c>Accept</c>.</summary>
internal static class ExportNegotiation
{
    /// <summary>The format, or null where none that is offered is accepted.</summary>
    public static ExportFormatName? Choose(HttpRequest request)
    {
        var formats = ResolutionCatalog.ExportFormats;
        if (request.Query.TryGetValue("format", out var asked) && asked is [.., { Length: > 0 } name])
            return formats.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.OrdinalIgnoreCase));
        var accept = request.GetTypedHeaders().Accept;
        if (accept.Count == 0) return formats[0];
        foreach (var wanted in accept.OrderByDescending(a => a.Quality ?? 1))
        {
            if (wanted.Quality == 0) continue;
            if (formats.FirstOrDefault(f => new MediaTypeHeaderValue(f.MediaType).IsSubsetOf(wanted)) is { } format) return format;
        }
        return null;
    }
}
