using Microsoft.Net.Http.Headers;

namespace Search.Api.Http;

/// <summary>What <c>Accept</c> says of the media types that could be sent (RFC 9110, 12.5.1).</summary>
internal static class AcceptedMediaTypes
{
    /// <summary>
    /// Index of the best of the types offered, -1 where none is accepted. The most specific range that fits a type gives
    /// its weight; of equal weights wins what is named more specifically, then what is named first, then what is offered first. Who sends
    /// no Accept, or one that cannot be read, takes what is offered first.
    /// </summary>
    public static int Best(HttpRequest request, IReadOnlyList<string> offered)
    {
        var ranges = request.GetTypedHeaders().Accept;
        if (ranges.Count == 0) return 0;
        return Enumerable.Range(0, offered.Count)
            .Select(i => (Index: i, Fit: Fit(ranges, new MediaTypeHeaderValue(offered[i]))))
            .Where(o => o.Fit.Weight > 0)
            .OrderByDescending(o => o.Fit.Weight).ThenByDescending(o => o.Fit.Specificity).ThenBy(o => o.Fit.Place)
            .Select(o => o.Index)
            .DefaultIfEmpty(-1)
            .First();
    }

    private static (double Weight, int Specificity, int Place) Fit(IList<MediaTypeHeaderValue> ranges, MediaTypeHeaderValue type) => ranges
        .Select((range, place) => (Range: range, Place: place))
        .Where(r => type.IsSubsetOf(r.Range))
        .Select(r => (Weight: r.Range.Quality ?? 1, Specificity: r.Range.MatchesAllTypes ? 0 : r.Range.MatchesAllSubTypes ? 1 : 2, r.Place))
        .OrderByDescending(r => r.Specificity)
        .FirstOrDefault();
}
