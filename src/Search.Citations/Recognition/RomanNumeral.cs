namespace Search.Citations.Recognition;

/// <summary>Numbers in roman capitals, as sessions to 1977, annexes, chapters and sections are counted.</summary>
internal static class RomanNumeral
{
    /// <summary>The value of roman capitals up to 399; 0 where the text is none.</summary>
    public static int Value(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text.Length > 9) return 0;
        var total = 0;
        var last = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            var value = text[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (value == 0) return 0;
            total += value < last ? -value : value;
            last = Math.Max(last, value);
        }
        return total > 0 && Format(total).AsSpan().SequenceEqual(text) ? total : 0;
    }

    private static string Format(int value)
    {
        Span<char> text = stackalloc char[16];
        var n = 0;
        foreach (var (size, letters) in Sizes)
            for (; value >= size; value -= size)
                foreach (var c in letters)
                    if (n < text.Length) text[n++] = c;
        return new(text[..n]);
    }

    private static readonly (int, string)[] Sizes =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
}
