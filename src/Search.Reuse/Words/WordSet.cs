using System.Numerics;

namespace Search.Reuse.Words;

/// <summary>The words of a text as bits: a bound for what two texts share that costs a few instructions.</summary>
internal readonly record struct WordSet(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>The set of words by their numbers.</summary>
    public static WordSet Of(ReadOnlySpan<int> words)
    {
        Span<ulong> bits = stackalloc ulong[4];
        bits.Clear();
        foreach (var word in words) bits[(word >> 6) & 3] |= 1ul << (word & 63);
        return new(bits[0], bits[1], bits[2], bits[3]);
    }

    /// <summary>At least that many words of this text are missing in the other one.</summary>
    public int MissingIn(in WordSet other) =>
        BitOperations.PopCount(A & ~other.A) + BitOperations.PopCount(B & ~other.B) + BitOperations.PopCount(C & ~other.C)
            + BitOperations.PopCount(D & ~other.D);
}
