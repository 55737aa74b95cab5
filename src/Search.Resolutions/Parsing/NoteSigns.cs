namespace Search.Resolutions.Parsing;

/// <summary>Characters that footnote marks are made of.</summary>
internal static class NoteSigns
{
    /// <summary>Digits of the longest mark, and signs of the longest: "****".</summary>
    public const int MostDigits = 3, MostSigns = 4;

    /// <summary>The digit that a superscript stands for, or -1.</summary>
    public static int SuperscriptDigit(char c) => c switch
    {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        >= '⁴' and <= '⁹' => c - '⁰',
        _ => -1,
    };

    /// <summary>Whether a character is a sign used as a mark.</summary>
    public static bool IsSign(char c) => c is '*' or '†' or '‡' or '§';

    private static readonly string[] Small =
        [.. Enumerable.Range(0, 1000).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    /// <summary>The mark in plain digits or signs.</summary>
    public static string Plain(ReadOnlySpan<char> mark)
    {
        if (LineShapes.IsDigits(mark, MostDigits) && mark[0] != '0') return Small[LineShapes.Value(mark)];
        Span<char> plain = stackalloc char[Math.Min(mark.Length, 16)];
        for (var i = 0; i < plain.Length; i++)
        {
            var digit = SuperscriptDigit(mark[i]);
            plain[i] = digit >= 0 ? (char)('0' + digit) : mark[i];
        }
        return RepeatedStrings.Of(plain);
    }
}
