namespace Search.FullText.Impacts;

/// <summary>Lengths of texts in one byte: exact to 64 words, within 4.5 % beyond, up to 262,144.</summary>
internal static class LengthNorm
{
    private static readonly int[] s_lengths = Build();

    /// <summary>The length a code stands for: the smallest that has it.</summary>
    public static int Decode(byte code) => s_lengths[code];

    public static byte Encode(int length)
    {
        if (length < 64) return (byte)length;
        var at = Array.BinarySearch(s_lengths, length);
        return (byte)Math.Min(255, at >= 0 ? at : ~at - 1);
    }

    private static int[] Build()
    {
        var lengths = new int[256];
        for (var i = 0; i < 64; i++) lengths[i] = i;

        // Sixteen steps to a doubling, in whole numbers so that no machine's rounding matters.
        ReadOnlySpan<int> steps =
            [65536, 68438, 71468, 74632, 77936, 81386, 84990, 88752, 92682, 96785, 101070, 105545, 110218, 115098, 120194, 125515];
        for (var i = 64; i < 256; i++)
        {
            var (doubling, step) = Math.DivRem(i - 64, 16);
            lengths[i] = (int)(((64L << doubling) * steps[step]) >> 16);
        }

        return lengths;
    }
}
