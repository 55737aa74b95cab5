namespace Search.Resolutions.Parsing;

/// <summary>A clause before its label is final: labels depend on what else the document holds.</summary>
internal sealed class ClauseDraft
{
    /// <summary>The paragraph it is.</summary>
    public required Paragraph Paragraph { get; init; }

    /// <summary>Its kind.</summary>
    public ClauseKind Kind { get; set; }

    /// <summary>Its label without scope and occurrence.</summary>
    public ClauseLabel Label { get; set; }

    /// <summary>The label that it is an item of, without scope, or null.</summary>
    public ClauseLabel? Parent { get; set; }

    /// <summary>Which resolution of the document it belongs to: 0 for the first, counted up at each enacting line.</summary>
    public int Resolution { get; set; }

    /// <summary>The part's letter or number, or null.</summary>
    public string? Part { get; set; }

    /// <summary>Its number as printed, or null.</summary>
    public string? Number { get; set; }

    /// <summary>Whether the label counts among those that must be unique.</summary>
    public bool IsNumbered => Kind is ClauseKind.Preambular or ClauseKind.Operative;
}
