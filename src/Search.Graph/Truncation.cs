namespace Search.Graph;

/// <summary>Why an answer is shorter than the truth.</summary>
public enum TruncationReason
{
    /// <summary>The caller asked for no more works than this.</summary>
    Nodes,

    /// <summary>The caller asked for no more citations than this.</summary>
    Edges,

    /// <summary>The question would have looked at more citations than allowed.</summary>
    Work,
}

/// <summary>What was cut from an answer.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Shown">How many are in the answer.</param>
/// <param name="Total">How many there are; at least, where the work was limited.</param>
/// <param name="TotalIsExact">Whether <paramref name="Total"/> is all, not only what was seen.</param>
public sealed record Truncation(TruncationReason Reason, int Shown, int Total, bool TotalIsExact);
