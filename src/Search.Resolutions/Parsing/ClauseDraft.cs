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

    /// <summary>Whether it is in a draft inside the document.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether it continues the paragraph whose label it has.</summary>
    public bool Continues { get; init; }

    /// <summary>Where it is in an annex or treaty, or null.</summary>
    public ProvisionAddress? Provision { get; set; }

    /// <summary>Its number as printed, or null.</summary>
    public string? Number { get; set; }

    /// <summary>Whether the label counts among those that must be unique.</summary>
    public bool IsNumbered => Kind is ClauseKind.Preambular or ClauseKind.Operative;
}
