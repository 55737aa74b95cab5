using System.Collections.Immutable;
using System.Globalization;

namespace Search.Citations.Recognition;

/// <summary>How the number of a resolution or decision is built.</summary>
internal enum ActShape
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

/// <summary>The number of a resolution or decision as printed, without its organ.</summary>
internal sealed record ActNumber
{
    /// <summary>How it is built.</summary>
    public required ActShape Shape { get; init; }

    /// <summary>Session, year or meeting as in the symbol: <c>55</c>, <c>S-27</c>, <c>XXI</c>, <c>2000</c>, <c>CP.21</c>; empty for a plain number.</summary>
    public string Session { get; init; } = "";

    /// <summary>Session or year as a number; 0 where it has none.</summary>
    public int SessionValue { get; init; }

    /// <summary>The running number.</summary>
    public required int Number { get; init; }

    /// <summary>Letters of the parts cited; empty for the whole.</summary>
    public ImmutableArray<char> Letters { get; init; } = [];

    /// <summary>First token.</summary>
    public required int First { get; init; }

    /// <summary>Index behind the last token.</summary>
    public required int End { get; init; }

    /// <summary>Whether the session is a special or an emergency one.</summary>
    public bool IsSpecial => Session.StartsWith('S') || Session.StartsWith("ES", StringComparison.Ordinal);

    /// <summary>The number as symbols write it, behind <c>/RES/</c>.</summary>
    public string Canonical => Shape switch
    {
        ActShape.Session => string.Create(CultureInfo.InvariantCulture, $"{Session}/{Number}"),
        ActShape.Year or ActShape.Roman => string.Create(CultureInfo.InvariantCulture, $"{Number}({Session})"),
        ActShape.Party => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Session}"),
        ActShape.Health or ActShape.Meeting => string.Create(CultureInfo.InvariantCulture, $"{Session}.{Number}"),
        _ => Number.ToString(CultureInfo.InvariantCulture),
    };
}
