using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Search.FullText.Tests.Oracle;

/// <summary>Counts the values of a keyword field over Lucene's matches.</summary>
internal sealed class LuceneFacet(FacetRequest request)
{
    private readonly Dictionary<string, long> _counts = [];
    private SortedSetDocValues? _values;

    public void Enter(AtomicReader segment) => _values = segment.GetSortedSetDocValues(request.Field);

    public void Count(int document)
    {
        if (_values is null) return;
        _values.SetDocument(document);
        var bytes = new BytesRef();
        for (long ordinal; (ordinal = _values.NextOrd()) != SortedSetDocValues.NO_MORE_ORDS;)
        {
            _values.LookupOrd(ordinal, bytes);
            var value = bytes.Utf8ToString();
            _counts[value] = _counts.GetValueOrDefault(value) + 1;
        }
    }

    public Facet ToFacet() => new(
        request.Field,
        [.. _counts.OrderByDescending(static count => count.Value).ThenBy(static count => count.Key, StringComparer.Ordinal)
            .Take(request.Max).Select(static count => new FacetValue(count.Key, count.Value))],
        _counts.Count);
}
