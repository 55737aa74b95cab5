using System.Collections.Immutable;

namespace Search.Citations;

/// <summary>Anything that can be cited, as the authorities or the corpus know it.</summary>
public sealed record Work
{
    /// <summary>Its one id.</summary>
    public required WorkId Id { get; init; }

    /// <summary>Its title, or its id where no title is known.</summary>
    public required string Title { get; init; }

    /// <summary>treaty, protocol, declaration, resolution, decision, document ...</summary>
    public required string Kind { get; init; }

    /// <summary>Other names it is known under.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>Canonical symbols with their part (<c>A/RES/55/25 annex II</c>).</summary>
    public ImmutableArray<string> Symbols { get; init; } = [];

    /// <summary>Second halves of joint symbols, each with the first, by which the document goes:
    /// <c>S/24111</c> for <c>A/47/277</c>.</summary>
    public ImmutableArray<(string Second, string First)> JointSymbols { get; init; } = [];

    /// <summary>Treaty Series references (<c>vol. 2237, No. 39574</c>).</summary>
    public ImmutableArray<string> TreatySeries { get; init; } = [];

    /// <summary>Date of adoption, ISO, as far as known (year, year-month or day); null where unknown.</summary>
    public string? Adopted { get; init; }

    /// <summary>Number of articles, for treaties where it is known.</summary>
    public int? Articles { get; init; }

    /// <summary>What texts mean it by without a name: <c>charter</c>, <c>sdg-agenda</c>, <c>rules-of:GA</c>; null for most works.</summary>
    public string? Role { get; init; }

    /// <summary>Structural relations to other works.</summary>
    public ImmutableArray<WorkRelation> Relations { get; init; } = [];
}

/// <summary>A structural relation to another work.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Target">The other work.</param>
public sealed record WorkRelation(WorkRelationKind Kind, WorkId Target);
