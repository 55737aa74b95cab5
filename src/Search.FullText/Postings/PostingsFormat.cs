namespace Search.FullText.Postings;

/// <summary>Sizes and marks of postings on disk; see docs/formats/full-text-segment.md.</summary>
internal static class PostingsFormat
{
    /// <summary>Documents in a block. A term with fewer has no blocks but one list of varints.</summary>
    public const int BlockSize = 128;

    /// <summary>Bytes of a block entry: last document, body, positions (4 each), bound, three widths (1 each).</summary>
    public const int EntryLength = 16;

    /// <summary>Set in a width when exceptions follow the packed numbers.</summary>
    public const byte HasExceptions = 0x80;

    /// <summary>
    /// The number of bits that makes the numbers shortest, those that do not fit (or are all ones) going to a list of exceptions.
    /// </summary>
    /// <param name="values">At least 0.</param>
    /// <param name="exceptionCost">Bits that an exception costs.</param>
    public static (int Width, bool Exceptions) BestWidth(ReadOnlySpan<int> values, int exceptionCost)
    {
        Span<int> needing = stackalloc int[33];
        needing.Clear();
        var all = 0u;
        foreach (var v in values)
        {
            // A number fits below the mark of all ones in w bits when v + 1 has at most w bits.
            needing[32 - System.Numerics.BitOperations.LeadingZeroCount((uint)v + 1)]++;
            all |= (uint)v;
        }

        var plain = 32 - System.Numerics.BitOperations.LeadingZeroCount(all);
        var best = plain;
        var bestCost = (long)plain * values.Length;
        var beyond = 0;
        for (var width = 32; width > 0; width--)
        {
            if (width < 32) beyond += needing[width + 1];
            if (width >= plain) continue;
            if (beyond > 250) break;
            var cost = ((long)width * values.Length) + ((long)beyond * exceptionCost) + 8;
            if (cost >= bestCost) continue;
            best = width;
            bestCost = cost;
        }

        return (best, best < plain);
    }
}
