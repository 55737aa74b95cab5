namespace Search.Citations;

/// <summary>A structural relation of one work to another, which needs no verb.</summary>
public enum WorkRelationKind
{
    /// <summary>It is an addendum to the other.</summary>
    AddsTo,

    /// <summary>It was adopted by the other.</summary>
    AdoptedBy,

    /// <summary>It changes the other's text.</summary>
    Amends,

    /// <summary>It is printed in an annex to the other.</summary>
    AnnexedTo,

    /// <summary>It is a corrigendum to the other.</summary>
    Corrects,

    /// <summary>It became the other.</summary>
    DraftOf,

    /// <summary>It comes back to the other.</summary>
    FollowsUp,

    /// <summary>It carries the other out.</summary>
    Implements,

    /// <summary>It was adopted on the other, a report.</summary>
    OnReportOf,

    /// <summary>It is a part of the other.</summary>
    PartOf,

    /// <summary>It takes the other's place.</summary>
    Replaces,

    /// <summary>It is a later version of the other.</summary>
    Revises,

    /// <summary>It is the other under another id.</summary>
    SameAs,

    /// <summary>It is a protocol or the like to the other.</summary>
    Supplements,
}

/// <summary>What structural relations mean for counts.</summary>
public static class WorkRelationKinds
{
    /// <summary>Whether what cites the one counts as citing the other: a part and its whole, or two ids of one work.</summary>
    public static bool IsOfWhole(this WorkRelationKind kind) =>
        kind is WorkRelationKind.AnnexedTo or WorkRelationKind.PartOf or WorkRelationKind.SameAs;
}
