namespace Search.Resolutions;

/// <summary>A body that adopts resolutions, by the acronym used in identifiers (<c>GA</c>, <c>SC</c>, <c>ECOSOC</c>, <c>HRC</c>, <c>CHR</c>, <c>CCPCJ</c>, <c>CND</c> ...).</summary>
/// <param name="Code">The acronym, upper case.</param>
public readonly record struct Organ(string Code)
{
    /// <summary>Not known.</summary>
    public static Organ None { get; } = new("");

    /// <summary>General Assembly.</summary>
    public static Organ GeneralAssembly { get; } = new("GA");

    /// <summary>Security Council.</summary>
    public static Organ SecurityCouncil { get; } = new("SC");

    /// <summary>Economic and Social Council.</summary>
    public static Organ EconomicAndSocialCouncil { get; } = new("ECOSOC");

    /// <summary>Human Rights Council.</summary>
    public static Organ HumanRightsCouncil { get; } = new("HRC");

    /// <summary>Whether no organ is known.</summary>
    public bool IsNone => string.IsNullOrEmpty(Code);

    /// <inheritdoc />
    public override string ToString() => Code ?? "";
}
