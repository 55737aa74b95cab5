using System.Collections.Immutable;
using Search.Citations;
using Search.Citations.Facts;

namespace Search.Catalog.Building;

/// <summary>The words that files and answers use for the closed families of the citation library.</summary>
internal static class CitationWords
{
    /// <summary>The kind in the words of the annotation guide.</summary>
    public static string Word(this CitationKind kind) => kind switch
    {
        CitationKind.Instrument => "instrument",
        CitationKind.Resolution => "resolution",
        CitationKind.Decision => "decision",
        CitationKind.Symbol => "symbol",
        CitationKind.TreatySeries => "treaty-series",
        CitationKind.Backreference => "backreference",
        _ => "internal",
    };

    /// <summary>The form as one word.</summary>
    public static string Word(this CitationForm form) => form.ToString().ToLowerInvariant();

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
    public static ImmutableArray<string> Candidates(this Link link) => link is Link.Ambiguous ambiguous ? [.. ambiguous.Candidates.Select(c => c.Value)] : [];

    /// <summary>Why a link joins to no single work, or null.</summary>
    public static string? Reason(this Link link) => link switch
    {
        Link.Ambiguous ambiguous => ambiguous.Reason,
        Link.Unknown unknown => unknown.Reason,
        _ => null,
    };

    /// <summary>What a learned fact says, as one word.</summary>
    public static string Word(this FactKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>The kind of a clause as one word.</summary>
    public static string Word(this Resolutions.ClauseKind kind) => kind.ToString().ToLowerInvariant();
}
