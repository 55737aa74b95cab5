namespace Search.FullText.Segments;

/// <summary>The words of one text field, or the values of one keyword field, each with the number of documents that have it.</summary>
/// <param name="field">The field.</param>
internal abstract class FieldTerms(Field field)
{
    public Field Field { get; } = field;

    /// <summary>Words in all documents: with <see cref="Documents"/>, their average length.</summary>
    public long Words { get; protected init; }

    /// <summary>Documents that have words in this field.</summary>
    public long Documents { get; protected init; }

    /// <summary>The forms as written, or the values of a keyword field; null for a number field.</summary>
    public TermDictionary? Terms { get; protected init; }

    /// <summary>Stems whose forms are not only the stem itself.</summary>
    public TermDictionary? Stems { get; protected init; }
}
