namespace Search.Graph;

/// <summary>One citation in the graph: a clause of one work cites another work.</summary>
/// <param name="Source">The citing work's node.</param>
/// <param name="Target">The cited work's node.</param>
/// <param name="Treatment">What the citing text does to the cited work: a number below 32 whose meaning is the caller's.</param>
/// <param name="Place">Where in the citing work it is: a number below 8 whose meaning is the caller's.</param>
/// <param name="Clause">The citing clause's number, as the caller counts; at least 0.</param>
/// <param name="HasPinpoint">Whether a part of the cited work is named (an article, a paragraph).</param>
/// <param name="ListSize">How many works the same clause cites, this one included; kept exactly up to
/// <see cref="MaxListSize"/>, then as that.</param>
public readonly record struct GraphEdge(
    int Source,
    int Target,
    int Treatment = 0,
    int Place = 0,
    int Clause = 0,
    bool HasPinpoint = false,
    int ListSize = 1)
{
    /// <summary>Lists longer than this are kept as this long: a difference that no weight sees.</summary>
    public const int MaxListSize = 127;
}

/// <summary>Which way citations are followed.</summary>
[Flags]
public enum CitationDirection
{
    /// <summary>From the citing to the cited work: back in time, to ancestors.</summary>
    Cites = 1,

    /// <summary>From the cited to the citing work: forward in time, to descendants.</summary>
    CitedBy = 2,

    /// <summary>Both ways.</summary>
    Both = Cites | CitedBy,
}
