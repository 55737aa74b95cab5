namespace Search.Resolutions.Text;

/// <summary>Letters that print joins in one character: <c>ﬃ</c> is ffi.</summary>
internal static class Ligatures
{
    /// <summary>All that have a character of their own, from U+FB00.</summary>
    public const string All = "\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06";

    private static readonly string[] Letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    /// <summary>The letters of a ligature; empty for any other character.</summary>
    public static string Of(char c) => c is >= '\uFB00' and <= '\uFB06' ? Letters[c - '\uFB00'] : "";
}
