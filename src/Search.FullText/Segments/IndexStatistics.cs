using Search.FullText.Impacts;

namespace Search.FullText.Segments;

/// <summary>
/// The segments of an index with what scores depend on, over all of them or over a whole collection: so that a document scores the same
/// however it is cut into segments and shards.
/// </summary>
internal sealed class IndexStatistics
{
    private readonly FieldScoring?[] _shipped;

    /// <summary>Prepares the tables of all text fields.</summary>
    /// <param name="schema">Of the index.</param>
    /// <param name="segments">All segments.</param>
    /// <param name="collection">The words of the collection of which the index is a part; null where it is the collection.</param>
    public IndexStatistics(Schema schema, IReadOnlyList<IndexSegment> segments, Vocabulary? collection = null)
    {
        (Schema, Segments, IsOfCollection) = (schema, segments, collection is not null);
        Vocabulary = collection ?? new(schema, segments.Sum(s => (long)s.DocumentCount), f => [.. segments.Select(s => s.Segment[f])]);
        TextFields = [.. Enumerable.Range(0, schema.Fields.Count).Where(f => schema.Fields[f].Kind == FieldKind.Text)];
        _shipped = new FieldScoring?[schema.Fields.Count];
        foreach (var f in TextFields) _shipped[f] = Make(f, Bm25.Default, 1f);
    }

    public Schema Schema { get; }

    public IReadOnlyList<IndexSegment> Segments { get; }

    /// <summary>Ordinals of all text fields.</summary>
    public int[] TextFields { get; }

    /// <summary>Words and their counts.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>Whether <see cref="Vocabulary"/> is that of a collection, and not the dictionaries of the segments.</summary>
    public bool IsOfCollection { get; }

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
        var documents = Vocabulary.DocumentsOf(field);
        var average = documents == 0 ? 0 : (double)Vocabulary.WordsOf(field) / documents;
        var impacts = new Bm25Cache(ranking, average, Schema.Fields[field].Weight * scale);
        var factors = new float[Segments.Count];
        for (var s = 0; s < factors.Length; s++) factors[s] = impacts.BoundFactor(Segments[s].Segment[field].WrittenImpacts!);
        return new FieldScoring(impacts, factors);
    }
}

/// <summary>How occurrences in one field count.</summary>
/// <param name="Impacts">Shares by occurrences and length.</param>
/// <param name="BoundFactors">By segment: see <see cref="Bm25Cache.BoundFactor"/>.</param>
internal sealed record FieldScoring(Bm25Cache Impacts, float[] BoundFactors);
