using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Linking;

/// <summary>What the number of an act was understood to mean.</summary>
/// <param name="Body">The body whose act it is, or null.</param>
/// <param name="Id">The act, once its number is complete; null where none or several are left.</param>
/// <param name="Candidates">Acts that it may be where the evidence does not decide; empty otherwise.</param>
/// <param name="Reason">Why, for a person.</param>
/// <param name="IsFound">Whether the act is one of <paramref name="Body"/>; otherwise the body, where there is one, only
/// serves the list that continues.</param>
internal readonly record struct ActReading(Body? Body, WorkId? Id, ImmutableArray<WorkId> Candidates, string Reason, bool IsFound)
{
    /// <summary>Whether nothing was found that the number could mean.</summary>
    public bool IsNone => !IsFound && Candidates.IsEmpty;

    /// <summary>What is printed and contradicts the body that is named, or null.</summary>
    public ActConflict? Conflict { get; init; }

    /// <summary>An act of a body.</summary>
    public static ActReading Of(Body body, string reason) => new(body, null, [], reason, true);

    /// <summary>No body is left.</summary>
    public static ActReading None(string reason) => new(null, null, [], reason, false);

    /// <summary>Several bodies are left.</summary>
    public static ActReading OneOf(ImmutableArray<WorkId> candidates, string reason) => new(null, null, candidates, reason, false);

    /// <summary>The body is certain, but what is printed contradicts itself: the act as printed is a
    /// candidate where it can exist.</summary>
    public static ActReading Contradicted(ActConflict conflict, bool exists) =>
        new(conflict.Body, null, exists ? [conflict.Act] : [], conflict.Reason, false) { Conflict = conflict };

    /// <summary>The body that is named cannot have such a number at all.</summary>
    public static ActReading Impossible(ActConflict conflict) => None(conflict.Reason) with { Conflict = conflict };
}
