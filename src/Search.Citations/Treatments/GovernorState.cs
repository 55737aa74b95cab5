namespace Search.Citations.Treatments;

/// <summary>Where a clause's reader starts, and where it ends for the items of the clause.</summary>
/// <param name="Governor">What governs.</param>
/// <param name="Object">How far the object of an acting verb has been read.</param>
/// <param name="EndsInTo">Whether the clause ends in "to", so that its items begin with an infinitive.</param>
internal readonly record struct GovernorState(Governor Governor, ObjectReader Object, bool EndsInTo)
{
    public static GovernorState None { get; } = new(Governor.None, default, EndsInTo: false);
}
