namespace Search.FullText;

/// <summary>What a field holds and how it can be asked for.</summary>
public enum FieldKind
{
    /// <summary>Words with positions: ranked, quoted, prefixed.</summary>
    Text = 0,

    /// <summary>Any number of exact values a document: filtered, counted in facets.</summary>
    Keyword = 1,

    /// <summary>One 64-bit integer a document: filtered by range, sorted by.</summary>
    Number = 2,
}

/// <summary>One field of a <see cref="Schema"/>.</summary>
/// <param name="Name">Unique within the schema; case matters.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Weight">How much one occurrence counts beside an occurrence in a field of weight 1; text fields only.</param>
/// <param name="Language">Whose endings are ignored in unquoted words; text fields only.</param>
public sealed record Field(string Name, FieldKind Kind, float Weight = 1f, TextLanguage Language = TextLanguage.None)
{
    /// <summary>Whether unquoted words are compared by their stems.</summary>
    public bool Stemmed => Language != TextLanguage.None;
}

/// <summary>The fields of an index, fixed when it is created and stored in it.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, int> _ordinals;

    internal Schema(IReadOnlyList<Field> fields)
    {
        Fields = fields;
        _ordinals = new Dictionary<string, int>(fields.Count);
        for (var i = 0; i < fields.Count; i++)
        {
            if (!_ordinals.TryAdd(fields[i].Name, i))
                throw new ArgumentException($"The field '{fields[i].Name}' is declared twice.", nameof(fields));
        }
    }

    /// <summary>In the order of declaration.</summary>
    public IReadOnlyList<Field> Fields { get; }

    /// <summary>The field of that name, or null.</summary>
    public Field? Find(string name) => _ordinals.TryGetValue(name, out var i) ? Fields[i] : null;

    internal int OrdinalOf(string name) => _ordinals.TryGetValue(name, out var i) ? i : -1;

    internal int OrdinalOf(string name, FieldKind kind) =>
        _ordinals.TryGetValue(name, out var i) && Fields[i].Kind == kind
            ? i
            : throw new ArgumentException($"The index has no {kind} field '{name}'.", nameof(name));
}

/// <summary>Declares the fields of an index one after another.</summary>
public sealed class SchemaBuilder
{
    private readonly List<Field> _fields = [];

    /// <summary>A field of words.</summary>
    /// <param name="name">Unique within the schema.</param>
    /// <param name="weight">Above 0.</param>
    /// <param name="language">An unquoted word also finds its other forms in this language.</param>
    public SchemaBuilder Text(string name, float weight = 1f, TextLanguage language = TextLanguage.English)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        return Declare(new Field(name, FieldKind.Text, weight, language));
    }

    /// <summary>A field of exact values, any number a document.</summary>
    public SchemaBuilder Keyword(string name) => Declare(new Field(name, FieldKind.Keyword));

    /// <summary>A field of one integer a document; a document that gives none has 0.</summary>
    public SchemaBuilder Number(string name) => Declare(new Field(name, FieldKind.Number));

    /// <summary>The finished schema.</summary>
    /// <exception cref="ArgumentException">A name was declared twice.</exception>
    public Schema Build() => new([.. _fields]);

    private SchemaBuilder Declare(Field field)
    {
        if (string.IsNullOrEmpty(field.Name)) throw new ArgumentException("A field needs a name.", nameof(field));
        _fields.Add(field);
        return this;
    }
}
