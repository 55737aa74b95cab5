namespace Search.FullText.Segments;

/// <summary>
/// The words of a collection with what their weights depend on: how many documents have them, and how long texts are. It is that of an
/// index, summed over its
/// segments, or that of the whole collection of which an index is a shard.
/// </summary>
internal sealed class Vocabulary
{
    private readonly IReadOnlyList<FieldTerms>[] _fields;
    private readonly long[] _documents;
    private readonly long[] _words;

    /// <summary>Sums up sources of terms.</summary>
    /// <param name="schema">Of all of them.</param>
    /// <param name="documents">Documents in all of them.</param>
    /// <param name="fields">The sources of a field, by its ordinal.</param>
    public Vocabulary(Schema schema, long documents, Func<int, IReadOnlyList<FieldTerms>> fields)
    {
        (Schema, Documents) = (schema, documents);
        _fields = [.. Enumerable.Range(0, schema.Fields.Count).Select(f => schema.Fields[f].Kind == FieldKind.Text ? fields(f) : [])];
        _documents = Array.ConvertAll(_fields, f => f.Sum(s => s.Documents));
        _words = Array.ConvertAll(_fields, f => f.Sum(s => s.Words));
    }

    public Schema Schema { get; }

    /// <summary>Documents, those deleted and not yet merged away included.</summary>
    public long Documents { get; }

    /// <summary>The dictionaries of a text field: the counts of a word add up over them.</summary>
    public IReadOnlyList<FieldTerms> this[int field] => _fields[field];

    /// <summary>
    /// How many of <see cref="Documents"/> have words in a text field: what is in other fields, such as those of other languages, does not
    /// change its scores.
    /// </summary>
    public long DocumentsOf(int field) => _documents[field];

    /// <summary>Words of a text field in all documents.</summary>
    public long WordsOf(int field) => _words[field];

    /// <summary>Ordinals of text fields; of all of them for null.</summary>
    /// <exception cref="ArgumentException">There is no such text field.</exception>
    public int[] TextFields(IReadOnlyCollection<string>? names) => names is not null
        ? [.. names.Select(n => Schema.OrdinalOf(n, FieldKind.Text))]
        : [.. Enumerable.Range(0, Schema.Fields.Count).Where(f => Schema.Fields[f].Kind == FieldKind.Text)];
}
