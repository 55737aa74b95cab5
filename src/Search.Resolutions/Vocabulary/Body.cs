using System.Collections.Immutable;

namespace Search.Resolutions.Vocabulary;

/// <summary>A body whose resolutions and decisions are cited by number: a row of <c>bodies.tsv</c>.</summary>
public sealed record Body
{
    /// <summary>Acronym, as in identifiers.</summary>
    public required string Code { get; init; }

    /// <summary>The full name in English.</summary>
    public required string Name { get; init; }

    /// <summary>Other names and acronyms, each of which means this body wherever it is used.</summary>
    public required ImmutableArray<string> Names { get; init; }

    /// <summary>Names that other bodies have too.</summary>
    public required ImmutableArray<string> ShortNames { get; init; }

    /// <summary>Code of the body that set it up; empty for principal organs, <c>other</c> outside the United Nations.</summary>
    public required string Owner { get; init; }

    /// <summary>Whether it is a body of a treaty or of another organization, which the United Nations did not set up.</summary>
    public bool IsOutsideUnitedNations => Owner == "other";

    /// <summary>Beginning of its resolutions' symbols, without the last stroke; empty where it only takes decisions.</summary>
    public required string Resolution { get; init; }

    /// <summary>Beginning of its decisions' symbols.</summary>
    public required string Decision { get; init; }

    /// <summary>Beginnings of the symbols of its documents.</summary>
    public required ImmutableArray<string> Symbols { get; init; }

    /// <summary>Other ways in which its documents print the symbol of an act: <c>UNEP/EA.{session}/Res.{number}</c>.</summary>
    public required ImmutableArray<string> Printed { get; init; }

    /// <summary>The numbers that its acts can have.</summary>
    public required NumberForms Numbers { get; init; }

    /// <summary>Its sessions, as far as they are known.</summary>
    public required SessionCalendar Sessions { get; init; }

    /// <summary>First number of a decision where decisions are numbered apart from resolutions, else 1.</summary>
    public required int FirstDecision { get; init; }

    /// <summary>No session had more resolutions than this; null where that is not known.</summary>
    public required int? MostResolutions { get; init; }

    /// <summary>Whether a paragraph "The NAME decides ..." enacts, and its enacting line is known with one misread letter.</summary>
    public required bool Enacts { get; init; }

    /// <summary>Numbers that the body has, for tests.</summary>
    public required ImmutableArray<string> Examples { get; init; }

    /// <summary>The body as an organ.</summary>
    public Organ Organ => Organ.Of(this);

    /// <summary>Whether a number of this form can be one of this body's.</summary>
    public bool CanHave(ActNumber number) => Numbers.Allow(number);

    /// <summary>
    /// Whether the body can have adopted a resolution or decision with this number on a day: the form is one of its own, the running number
    /// is not beyond what any session reached, and the session was open then. True where the tables do not say.
    /// </summary>
    public bool MayAdopt(ActNumber number, bool decision, DateOnly? day = null)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (!CanHave(number)) return false;
        if (number.Shape == ActShape.Session && !decision && MostResolutions is { } most && number.Number > most) return false;
        if (number.Shape == ActShape.Year && !Sessions.Holds(number)) return false;
        return day is not { } date || IsInSession(number, date);
    }

    /// <summary>Whether the session of a number can have been in progress on a day; true where the tables do not say.</summary>
    public bool IsInSession(ActNumber number, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(number);
        if (Sessions.Find(number.Session) is null && Numbers.IsAnnual && number.Shape == ActShape.Session)
            return day.Year == number.SessionValue;
        return Sessions.Allows(number, day);
    }

    /// <summary>Whether the session or year of a number can have begun by a day; true where the tables do not say.</summary>
    public bool MayHaveMetBy(ActNumber number, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(number);
        var isYear = number.Shape == ActShape.Year || Numbers.IsAnnual && number.Shape == ActShape.Session && !number.IsSpecial;
        return isYear ? number.SessionValue <= day.Year : number.Session.Length == 0 || Sessions.MayHaveOpenedBy(number, day);
    }

    /// <summary>The canonical symbol of an act of this body.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="decision">Whether it is a decision.</param>
    /// <param name="letter">The letter of a part, or null for the whole.</param>
    public string Symbol(ActNumber number, bool decision, char? letter)
    {
        ArgumentNullException.ThrowIfNull(number);
        var prefix = decision || Resolution.Length == 0 ? Decision : Resolution;
        return letter is { } c ? $"{prefix}/{number.Canonical} {c}" : $"{prefix}/{number.Canonical}";
    }

    /// <summary>Compares by code.</summary>
    public bool Equals(Body? other) => other is not null && Code == other.Code;

    /// <inheritdoc />
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override string ToString() => Code;
}
