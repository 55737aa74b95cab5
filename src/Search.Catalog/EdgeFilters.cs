namespace Search.Catalog;

/// <summary>Which citations a walk through the graph follows.</summary>
public abstract record WalkFilter
{
    /// <summary>Treatments, any of them; empty for all.</summary>
    public IReadOnlyList<string> Treatments { get; init; } = [];

    /// <summary>Places in the citing document; empty for all.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>Earliest ISO date of the citing document, or null.</summary>
    public string? From { get; init; }

    /// <summary>Latest ISO date of the citing document, or null: the graph as of that day.</summary>
    public string? To { get; init; }
}

/// <summary>Which edges a list holds.</summary>
public abstract record EdgeListFilter : WalkFilter
{
    /// <summary>A provision of the cited work as people write it ("article 6", "art. 6, para. 2"), or null.</summary>
    public string? Provision { get; init; }

    /// <summary>Kinds of the citing document; empty for all.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Organs of the citing document; empty for all.</summary>
    public IReadOnlyList<string> Organs { get; init; } = [];

    /// <summary>Sessions of the citing document's symbol, any of them, in lower case; empty for all.</summary>
    public IReadOnlyList<string> Sessions { get; init; } = [];

    /// <summary>Only what this document says (a slug), or null.</summary>
    public string? Citing { get; init; }

    /// <summary>Only what one clause says, by its label as in URLs (<c>op5-b</c>), or null.</summary>
    public string? Clause { get; init; }

    /// <summary>Only what reaches this work itself (a slug), or null.</summary>
    public string? Cited { get; init; }
}
