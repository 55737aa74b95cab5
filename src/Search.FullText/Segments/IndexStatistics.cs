using Search.FullText.Impacts;

namespace Search.FullText.Segments;

/// <summary>What scores depend on, over all segments: so that a document scores the same however the index is cut into segments.</summary>
internal sealed class IndexStatistics
{
    private readonly IReadOnlyList<IndexSegment> _segments;
    private readonly FieldScoring?[] _shipped;
    private readonly long[] _documents;

    public IndexStatistics(Schema schema, IReadOnlyList<IndexSegment> segments)
    {
        (Schema, _segments) = (schema, segments);
        foreach (var s in segments) Documents += s.DocumentCount;
        _documents = new long[schema.Fields.Count];
        for (var f = 0; f < _documents.Length; f++) _documents[f] = segments.Sum(s => (long)s.Segment[f].Documents);
        _shipped = new FieldScoring?[schema.Fields.Count];
        for (var f = 0; f < _shipped.Length; f++)
        {
            if (schema.Fields[f].Kind == FieldKind.Text) _shipped[f] = Make(f, Bm25.Default, 1f);
        }
    }

    public Schema Schema { get; }

    public IReadOnlyList<IndexSegment> Segments => _segments;

    /// <summary>Documents in all segments, those deleted and not yet merged away included.</summary>
    public long Documents { get; }

    /// <summary>How many of <see cref="Documents"/> have words in a text field: what is in other fields, such as those of other languages, does not change its scores.</summary>
    public long DocumentsOf(int field) => _documents[field];

    /// <summary>The tables of a field for given constants.</summary>
    /// <param name="field">Its ordinal.</param>
    /// <param name="ranking">The constants.</param>
    /// <param name="scale">What one occurrence counts beside the field's weight.</param>
    public FieldScoring Scoring(int field, Bm25 ranking, float scale) =>
        scale == 1f && (ReferenceEquals(ranking, Bm25.Default) || ranking == Bm25.Default) ? _shipped[field]! : Make(field, ranking, scale);

    /// <summary>The weight of a term: rarer is more distinctive.</summary>
    /// <param name="documents">How many documents have it.</param>
    /// <param name="of">How many documents have words in its field.</param>
    public static float Idf(long documents, long of) => (float)Math.Log(1 + ((of - documents + 0.5) / (documents + 0.5)));

    private FieldScoring Make(int field, Bm25 ranking, float scale)
    {
        var words = 0L;
        foreach (var s in _segments) words += s.Segment[field].Words;
        var average = _documents[field] == 0 ? 0 : (double)words / _documents[field];
        var impacts = new Bm25Cache(ranking, average, Schema.Fields[field].Weight * scale);
        var factors = new float[_segments.Count];
        for (var s = 0; s < factors.Length; s++) factors[s] = impacts.BoundFactor(_segments[s].Segment[field].WrittenImpacts!);
        return new FieldScoring(impacts, factors);
    }
}

/// <summary>How occurrences in one field count.</summary>
/// <param name="Impacts">Shares by occurrences and length.</param>
/// <param name="BoundFactors">By segment: see <see cref="Bm25Cache.BoundFactor"/>.</param>
internal sealed record FieldScoring(Bm25Cache Impacts, float[] BoundFactors);
