using Search.Citations;

namespace Search.Catalog;

/// <summary>What every answer that shows a citation says of it.</summary>
public abstract record CitationFields
{
    /// <summary>As printed.</summary>
    public required string Text { get; init; }

    /// <summary>UTF-16 offset of its first character.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 offset of its end.</summary>
    public required int End { get; init; }

    /// <summary>full, bare, symbol, named, registered, ibid, demonstrative, definite, self or collective.</summary>
    public required string Form { get; init; }

    /// <summary>instrument, resolution, decision, symbol, treaty-series, backreference or internal.</summary>
    public required string Kind { get; init; }

    /// <summary>linked, ambiguous, unknown or collective.</summary>
    public required string Status { get; init; }

    /// <summary>What is cited, or null.</summary>
    public required WorkName? Target { get; init; }

    /// <summary>The instrument that target and pinpoint together are, or null.</summary>
    public required WorkName? Instrument { get; init; }

    /// <summary>The part cited, normalised, or empty.</summary>
    public required string Pinpoint { get; init; }

    /// <summary>What the clause does to it.</summary>
    public required string Treatment { get; init; }

    /// <summary>The words that decided the treatment, or null.</summary>
    public required string? Verb { get; init; }

    /// <summary>How the link was made.</summary>
    public required string Evidence { get; init; }

    /// <summary>Where ambiguous: the ids that fit.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>Where not linked: why.</summary>
    public required string? Reason { get; init; }

    /// <summary>Why the treatment is what it is, or null in snapshots that do not say.</summary>
    public required string? Why { get; init; }

    /// <summary>Where the clause renews: the day that it names as the end, ISO, or null.</summary>
    public required string? Until { get; init; }

    /// <summary>Whether the treatment supports the work: positive, neutral or negative.</summary>
    public string Polarity => TreatmentTraits.Strength(Treatment).Polarity;

    /// <summary>How much the treatment does: mentions, notes, affirms, urges or decides.</summary>
    public string Force => TreatmentTraits.Strength(Treatment).Force;
}
