using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Parameters;

/// <summary>The words that a value may be, under the name by which clients know the type.</summary>
/// <param name="Name">A type's name: Treatment, ClauseKind.</param>
/// <param name="Words">All of them, in lower case or as they are written.</param>
public sealed record Vocabulary(string Name, IReadOnlyList<string> Words)
{
    /// <summary>What a citing clause does to what it cites.</summary>
    public static Vocabulary Treatments { get; } = new("Treatment", ResolutionCatalog.TreatmentWords);

    /// <summary>Where in the citing document a citation is.</summary>
    public static Vocabulary Places { get; } = new("Place", ResolutionCatalog.PlaceWords);

    /// <summary>Kinds of clauses.</summary>
    public static Vocabulary ClauseKinds { get; } = new("ClauseKind", ResolutionCatalog.ClauseKinds);

    /// <summary>Kinds of documents.</summary>
    public static Vocabulary DocumentKinds { get; } = new("DocumentKind", ResolutionCatalog.DocumentKinds);

    /// <summary>Kinds of clauses and of documents together.</summary>
    public static Vocabulary AnyKinds { get; } =
        new("ClauseOrDocumentKind", [.. ResolutionCatalog.ClauseKinds, .. ResolutionCatalog.DocumentKinds]);

    /// <summary>Languages of clauses.</summary>
    public static Vocabulary Languages { get; } = new("Language", [.. Language.All.Select(l => l.Code)]);

    /// <summary>Which way citations are followed.</summary>
    public static Vocabulary Directions { get; } = new("Direction", ["both", "cites", "cited-by"]);

    /// <summary>The order by date.</summary>
    public static Vocabulary DateOrders { get; } = new("DateOrder", ["newest", "oldest"]);

    /// <summary>The word of the vocabulary that a text is, whatever its case; null where it is none.</summary>
    public string? Find(string text)
    {
        foreach (var word in Words)
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase)) return word;
        return null;
    }

    /// <summary>That a text is none of the words, and which it may have been meant for.</summary>
    public RefusedValue Refuse(Parameter parameter, string text) =>
        new(parameter, text, $"must be of {string.Join(", ", Words)}.", Spelling.Near(text, Words));
}
