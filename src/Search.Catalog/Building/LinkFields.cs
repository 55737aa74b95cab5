using System.Collections.Immutable;
using Search.Citations;

namespace Search.Catalog.Building;

/// <summary>A link as rows and answers show it.</summary>
internal static class LinkFields
{
    /// <summary>The status of a link as one word.</summary>
    public static string Status(this Link link) => link switch
    {
        Link.Linked => "linked",
        Link.Ambiguous => "ambiguous",
        Link.Collective => "collective",
        _ => "unknown",
    };

    /// <summary>What a link joins to, or null.</summary>
    public static WorkId? Target(this Link link) => (link as Link.Linked)?.Target;

    /// <summary>The instrument that a link's target and pinpoint together are, or null.</summary>
    public static WorkId? Instrument(this Link link) => (link as Link.Linked)?.Instrument;

    /// <summary>The ids that fit where a link is ambiguous.</summary>
    public static ImmutableArray<string> Candidates(this Link link) =>
        link is Link.Ambiguous ambiguous ? [.. ambiguous.Candidates.Select(c => c.Value)] : [];

    /// <summary>Why a link joins to no single work, or null.</summary>
    public static string? Reason(this Link link) => link switch
    {
        Link.Ambiguous ambiguous => ambiguous.Reason,
        Link.Unknown unknown => unknown.Reason,
        _ => null,
    };
}
