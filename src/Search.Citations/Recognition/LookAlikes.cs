namespace Search.Citations.Recognition;

/// <summary>Capitals of the Cyrillic alphabet that look like Latin ones: Russian texts print either in numbers and symbols.</summary>
internal static class LookAlikes
{
    private const string Cyrillic = "АВСЕНКМОРТХ", Latin = "ABCEHKMOPTX";

    /// <summary>The Latin capital that a character looks like; the character itself where it looks like none.</summary>
    public static char Of(char c) => Cyrillic.IndexOf(c, StringComparison.Ordinal) is >= 0 and var place ? Latin[place] : c;
}
