namespace Search.FullText;

/// <summary>What is added to an index under one key: text, keyword values and numbers by field name.</summary>
/// <param name="key">The caller's own identity of the document, unique within the index.</param>
public sealed class IndexDocument(long key)
{
    // as many as a clause has: longer lists grow
    private readonly List<(string Field, string Value)> _texts = new(4);
    private readonly List<(string Field, string Value)> _keywords = new(16);
    private readonly List<(string Field, long Value)> _numbers = new(2);

    /// <summary>The caller's own identity of the document.</summary>
    public long Key { get; } = key;

    internal List<(string Field, string Value)> Texts => _texts;

    internal List<(string Field, string Value)> Keywords => _keywords;

    internal List<(string Field, long Value)> Numbers => _numbers;

    /// <summary>Adds text to a text field. Several texts in one field follow each other at a distance no phrase bridges.</summary>
    public IndexDocument Text(string field, string value)
    {
        _texts.Add((field, value));
        return this;
    }

    /// <summary>Adds one exact value to a keyword field; a value given twice counts once.</summary>
    public IndexDocument Keyword(string field, string value)
    {
        _keywords.Add((field, value));
        return this;
    }

    /// <summary>Sets a number field; the last value given is the one kept.</summary>
    public IndexDocument Number(string field, long value)
    {
        _numbers.Add((field, value));
        return this;
    }
}
