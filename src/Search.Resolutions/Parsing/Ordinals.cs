namespace Search.Resolutions.Parsing;

/// <summary>Letters and roman numbers as ordinals.</summary>
internal static class Ordinals
{
    /// <summary>The most that a lettered list is taken to have.</summary>
    private const int LetterLimit = 78;

    /// <summary>Whether a token can number an item: one letter, a letter doubled or tripled, or a roman number below 40.</summary>
    public static bool IsLetterOrRoman(ReadOnlySpan<char> token) => Letter(token) > 0 || Roman(token) > 0;

    /// <summary>a = 1 ... z = 26, aa = 27, bb = 28 ...; 0 for anything else. Case is ignored.</summary>
    public static int Letter(ReadOnlySpan<char> token)
    {
        if (token.Length is 0 or > 3) return 0;
        var first = char.ToLowerInvariant(token[0]);
        if (!char.IsAsciiLetterLower(first)) return 0;
        foreach (var c in token)
            if (char.ToLowerInvariant(c) != first) return 0;
        var value = first - 'a' + 1 + 26 * (token.Length - 1);
        return value <= LetterLimit ? value : 0;
    }

    /// <summary>i = 1, iv = 4 ... up to 39; 0 for anything else. Case is ignored.</summary>
    public static int Roman(ReadOnlySpan<char> token)
    {
        if (token.Length is 0 or > 7) return 0;
        var value = 0;
        var i = 0;
        while (i < token.Length && (token[i] | 0x20) == 'x') { value += 10; i++; }
        if (value > 30) return 0;
        var rest = token[i..];
        var unit = rest.Length switch
        {
            0 => 0,
            1 when Is(rest, "i") => 1,
            2 when Is(rest, "ii") => 2,
            3 when Is(rest, "iii") => 3,
            2 when Is(rest, "iv") => 4,
            1 when Is(rest, "v") => 5,
            2 when Is(rest, "vi") => 6,
            3 when Is(rest, "vii") => 7,
            4 when Is(rest, "viii") => 8,
            2 when Is(rest, "ix") => 9,
            _ => -1,
        };
        return unit < 0 ? 0 : value + unit;
    }

    /// <summary>Shapes that scans make of small letters and roman numbers: <c>(il)</c>, <c>(ti)</c>, <c>(lii)</c>.</summary>
    public static bool IsMisread(ReadOnlySpan<char> token)
    {
        if (token.Length is < 2 or > 4) return false;
        foreach (var c in token)
            if (c is not ('i' or 'l' or '1' or 't' or 'I' or 'v' or 'x' or 'j')) return false;
        return true;
    }

    private static bool Is(ReadOnlySpan<char> token, string value) => token.Equals(value, StringComparison.OrdinalIgnoreCase);
}
