using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions;

/// <summary>How the number of a resolution or decision is built.</summary>
public enum ActShape
{
    /// <summary>One number: "resolution 7".</summary>
    Plain,

    /// <summary>Session or year and number: 55/25, 1996/26, S-27/2, ES-10/22, XIV/8.</summary>
    Session,

    /// <summary>Running number and year: 1325 (2000).</summary>
    Year,

    /// <summary>Running number and session in roman numerals: 2200 A (XXI), 3362 (S-VII).</summary>
    Roman,

    /// <summary>Number and meeting of a conference of parties: 1/CP.21.</summary>
    Party,

    /// <summary>Meeting in roman numerals, a full stop, and number: XIII.13.</summary>
    Meeting,

    /// <summary>World Health Assembly: WHA67.1.</summary>
    Health,
}

/// <summary>The number of a resolution or decision without its body: <c>55/25</c>, <c>2200(XXI)</c>, <c>1325(2000)</c>,
/// <c>S-27/2</c>, <c>1/CP.21</c>.</summary>
public sealed record ActNumber : ISpanParsable<ActNumber>
{
    /// <summary>How it is built.</summary>
    public required ActShape Shape { get; init; }

    /// <summary>Session, year or meeting as in the symbol: <c>55</c>, <c>S-27</c>, <c>XXI</c>, <c>2000</c>,
    /// <c>CP.21</c>; empty for a plain number.</summary>
    public string Session { get; init; } = "";

    /// <summary>Session or year as a number; 0 where it has none.</summary>
    public int SessionValue { get; init; }

    /// <summary>The running number.</summary>
    public required int Number { get; init; }

    /// <summary>Letters of the parts cited; empty for the whole.</summary>
    public ImmutableArray<char> Letters { get; init; } = [];

    /// <summary>Whether the session is a special or an emergency one.</summary>
    public bool IsSpecial => Session.StartsWith('S') || Session.StartsWith("ES", StringComparison.Ordinal);

    /// <summary>The number as symbols write it, without the letters of parts.</summary>
    public string Canonical => Shape switch
    {
        ActShape.Session => string.Create(CultureInfo.InvariantCulture, $"{Session}/{Number}"),
        ActShape.Year or ActShape.Roman => string.Create(CultureInfo.InvariantCulture, $"{Number}({Session})"),
        ActShape.Party => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Session}"),
        ActShape.Health or ActShape.Meeting => string.Create(CultureInfo.InvariantCulture, $"{Session}.{Number}"),
        _ => Number.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Compares by the canonical form and the letters.</summary>
    public bool Equals(ActNumber? other) =>
        other is not null && Shape == other.Shape && Canonical == other.Canonical && Letters.SequenceEqual(other.Letters);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Shape, Session, Number);

    /// <summary>The canonical form, with the letter of a single part: <c>2200(XXI) A</c>.</summary>
    public override string ToString() => Letters is [var letter] ? $"{Canonical} {letter}" : Canonical;

    /// <summary>Reads the number that <paramref name="text"/> begins with: "2200 A (XXI)", "55/25",
    /// "WHA67.1"; not a number alone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="number">The number.</param>
    /// <param name="length">Its length in the text.</param>
    public static bool TryRead(ReadOnlySpan<char> text, [NotNullWhen(true)] out ActNumber? number, out int length) =>
        new ActNumberGrammar(text).TryRead(out number, out length);

    /// <inheritdoc />
    public static ActNumber Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var number)
            ? number
            : throw new FormatException($"'{s}' is not the number of a resolution or decision such as 55/25 or 1325 (2000).");

    /// <inheritdoc />
    public static ActNumber Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActNumber result)
    {
        result = null;
        return s is not null && TryParse(s.AsSpan(), provider, out result);
    }

    /// <summary>Reads a number and nothing else, in any printed form.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ActNumber result)
    {
        s = s.Trim();
        return TryRead(s, out result, out var length) && length == s.Length || ActNumberGrammar.TryReadAlone(s, out result);
    }
}
