namespace Search.Resolutions.Text;

/// <summary>Characters that print nothing: joiners, marks of direction, zero-width spaces.</summary>
internal static class InvisibleSigns
{
    /// <summary>All of them, the soft hyphen aside, which prints at the end of a line.</summary>
    public const string All =
        "\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\uFEFF\u061C";

    /// <summary>Whether a character is one of them.</summary>
    public static bool Is(char c) => c >= '\u061C' && All.Contains(c);
}
