using System.Diagnostics.CodeAnalysis;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions;

/// <summary>A body that adopts resolutions, written by its acronym: <c>GA</c>, <c>SC</c>, <c>ECOSOC</c>, <c>HRC</c>. Only bodies of the
/// vocabulary are organs.</summary>
public readonly record struct Organ : ISpanParsable<Organ>
{
    private Organ(Body body) => Body = body;

    /// <summary>Not known.</summary>
    public static Organ None => default;

    /// <summary>General Assembly.</summary>
    public static Organ GeneralAssembly => new(Bodies.GeneralAssembly);

    /// <summary>Security Council.</summary>
    public static Organ SecurityCouncil => new(Bodies.SecurityCouncil);

    /// <summary>Economic and Social Council.</summary>
    public static Organ EconomicAndSocialCouncil => new(Bodies.EconomicAndSocialCouncil);

    /// <summary>Human Rights Council.</summary>
    public static Organ HumanRightsCouncil => new(Bodies.HumanRightsCouncil);

    /// <summary>What is known about the body; null where no organ is known.</summary>
    public Body? Body { get; }

    /// <summary>The acronym; empty where no organ is known.</summary>
    public string Code => Body?.Code ?? "";

    /// <summary>Whether no organ is known.</summary>
    public bool IsNone => Body is null;

    /// <summary>A body as an organ.</summary>
    public static Organ Of(Body? body) => body is null ? None : new(body);

    /// <inheritdoc />
    public override string ToString() => Code;

    /// <inheritdoc />
    public static Organ Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var organ)
            ? organ
            : throw new FormatException($"'{s}' is not a body such as GA, UNSC or Human Rights Council.");

    /// <inheritdoc />
    public static Organ Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <summary>Reads an acronym, a name or an alias in any case: "ga", "UNGA", "General Assembly".</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Organ result)
    {
        result = Of(Bodies.Named(s.ToString()));
        return !result.IsNone;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out Organ)" />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Organ result) =>
        TryParse(s.AsSpan(), provider, out result);
}
