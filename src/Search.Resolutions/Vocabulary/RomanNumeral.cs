namespace Search.Resolutions.Vocabulary;

/// <summary>Roman numerals, as sessions to 1977, annexes, chapters, sections and items are counted.</summary>
public static class RomanNumeral
{
    /// <summary>Characters of the longest numeral up to 399 (<c>CCCLXXXVIII</c>).</summary>
    public const int Longest = 11;

    /// <summary>The largest number that has a numeral.</summary>
    private const int Largest = 3999;

    private static readonly (int Value, string Sign)[] Signs =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
        (4, "IV"), (1, "I"),
    ];

    /// <summary>The value of roman capitals up to 399; 0 for any other text.</summary>
    public static int Value(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > Longest) return 0;
        var total = 0;
        var last = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var value = text[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (value == 0) return 0;
            total += value < last ? -value : value;
            last = Math.Max(last, value);
        }
        Span<char> printed = stackalloc char[2 * Longest];
        return total > 0 && Write(total, printed) is var length && printed[..length].SequenceEqual(text) ? total : 0;
    }

    /// <summary>The same for capitals or small letters.</summary>
    public static int ValueOfAnyCase(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > Longest) return 0;
        Span<char> upper = stackalloc char[Longest];
        text.ToUpperInvariant(upper);
        return Value(upper[..text.Length]);
    }

    /// <summary>The numeral of a number from 1 to 3999 in capitals; null for others.</summary>
    public static string? Of(int number)
    {
        if (number is < 1 or > Largest) return null;
        Span<char> text = stackalloc char[2 * Longest];
        return text[..Write(number, text)].ToString();
    }

    private static int Write(int number, Span<char> text)
    {
        var n = 0;
        foreach (var (value, sign) in Signs)
            for (; number >= value; number -= value)
                foreach (var c in sign) text[n++] = c;
        return n;
    }
}
