using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations;

/// <summary>What is printed about a resolution or decision and cannot be true of the body that is named.</summary>
public enum ActConflictKind
{
    /// <summary>The body has no such number: its form, its session, or its place in the count of the session.</summary>
    Number,

    /// <summary>The number is one of the body's, and the day or year printed after it is outside its session.</summary>
    Date,
}

/// <summary>A numbered act that cannot be what is printed.</summary>
/// <param name="Kind">Which part of it contradicts the body.</param>
/// <param name="Act">The act as printed, which may not exist.</param>
/// <param name="Body">The body that is named, or that the text means.</param>
/// <param name="Number">Its number as printed.</param>
/// <param name="IsDecision">Whether it is printed as a decision.</param>
/// <param name="Reason">The contradiction, in a sentence for a reader.</param>
public sealed record ActConflict(ActConflictKind Kind, WorkId Act, Body Body, ActNumber Number, bool IsDecision, string Reason);
