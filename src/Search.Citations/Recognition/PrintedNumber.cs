using Search.Resolutions;

namespace Search.Citations.Recognition;

/// <summary>The number of an act as a text prints it.</summary>
/// <param name="Act">The number.</param>
/// <param name="First">First token.</param>
/// <param name="End">Index behind the last token.</param>
internal sealed record PrintedNumber(ActNumber Act, int First, int End)
{
    /// <summary>How the number is built.</summary>
    public ActShape Shape => Act.Shape;
}
