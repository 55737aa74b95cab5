using Search.Resolutions;

namespace Search.Citations.Recognition;

/// <summary>The number of an act as a text prints it.</summary>
/// <param name="Act">The number.</param>
/// <param name="First">First token.</param>
/// <param name="End">Index after the last token.</param>
internal sealed record PrintedNumber(ActNumber Act, int First, int End)
{
    /// <summary>The last number of a range that begins here ("61/144–147"); 0 where there is none.</summary>
    public int RangeEnd { get; init; }

    /// <summary>How the number is built.</summary>
    public ActShape Shape => Act.Shape;
}
