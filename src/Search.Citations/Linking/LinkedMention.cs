using Search.Citations.Recognition;

namespace Search.Citations.Linking;

/// <summary>A mention with what it was joined to, before it becomes a <see cref="Citation"/>.</summary>
/// <param name="Mention">The mention.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Kind">What it is.</param>
internal sealed record LinkedMention(Mention Mention, CitationForm Form, CitationKind Kind)
{
    /// <summary>What it was joined to.</summary>
    public Link Link { get; set; } = new Link.Unknown("not linked");

    /// <summary>The part cited.</summary>
    public string Pinpoint { get; set; } = Mention.Pinpoint;

    /// <summary>How the link was made.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>What is printed about a numbered act and cannot be true, or null.</summary>
    public ActConflict? Conflict { get; init; }

    /// <summary>The node it was joined to, or null.</summary>
    public WorkId? Node => (Link as Link.Linked)?.Node;

    /// <summary>The document or work named, or null.</summary>
    public WorkId? Target => (Link as Link.Linked)?.Target;
}
