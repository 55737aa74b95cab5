using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.FullText.Scoring;

/// <summary>Joins sets of documents that are kept as bits, many words at a time. All sets of one call are of one length.</summary>
internal static class DocumentBitSet
{
    /// <summary>Adds the documents of a set.</summary>
    public static void Or(Span<ulong> into, ReadOnlySpan<ulong> added)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        var wideAdded = MemoryMarshal.Cast<ulong, Vector<ulong>>(added);
        for (var i = 0; i < wide.Length; i++) wide[i] |= wideAdded[i];
        for (var i = wide.Length * Vector<ulong>.Count; i < into.Length; i++) into[i] |= added[i];
    }

    /// <summary>Adds the documents that two sets share.</summary>
    public static void OrShared(Span<ulong> into, ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        var wideOne = MemoryMarshal.Cast<ulong, Vector<ulong>>(one);
        var wideOther = MemoryMarshal.Cast<ulong, Vector<ulong>>(other);
        for (var i = 0; i < wide.Length; i++) wide[i] |= wideOne[i] & wideOther[i];
        for (var i = wide.Length * Vector<ulong>.Count; i < into.Length; i++) into[i] |= one[i] & other[i];
    }

    /// <summary>Adds the documents of a set to <paramref name="seen"/>, and those that were there already to
    /// <paramref name="again"/>.</summary>
    public static void OrAgain(Span<ulong> again, Span<ulong> seen, ReadOnlySpan<ulong> added)
    {
        var wideAgain = MemoryMarshal.Cast<ulong, Vector<ulong>>(again);
        var wideSeen = MemoryMarshal.Cast<ulong, Vector<ulong>>(seen);
        var wideAdded = MemoryMarshal.Cast<ulong, Vector<ulong>>(added);
        for (var i = 0; i < wideAgain.Length; i++)
        {
            var (before, more) = (wideSeen[i], wideAdded[i]);
            wideAgain[i] |= before & more;
            wideSeen[i] = before | more;
        }

        for (var i = wideAgain.Length * Vector<ulong>.Count; i < again.Length; i++)
        {
            again[i] |= seen[i] & added[i];
            seen[i] |= added[i];
        }
    }

    /// <summary>Leaves the documents that a set has too.</summary>
    public static void And(Span<ulong> kept, ReadOnlySpan<ulong> other)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(kept);
        var wideOther = MemoryMarshal.Cast<ulong, Vector<ulong>>(other);
        for (var i = 0; i < wide.Length; i++) wide[i] &= wideOther[i];
        for (var i = wide.Length * Vector<ulong>.Count; i < kept.Length; i++) kept[i] &= other[i];
    }

    /// <summary>Keeps of documents those that a set has, and returns how many.</summary>
    /// <param name="set">Of all documents.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="chosen">Which of them are wanted; those kept are moved to the front.</param>
    /// <param name="count">Of those wanted.</param>
    public static unsafe int Keep(ReadOnlySpan<ulong> set, int* documents, int* chosen, int count)
    {
        var kept = 0;
        fixed (ulong* words = set)
        {
            for (var i = 0; i < count; i++)
            {
                var index = chosen[i];
                chosen[kept] = index;
                kept += (int)(words[documents[index] >> 6] >> documents[index]) & 1;
            }
        }

        return kept;
    }

    public static int Count(ReadOnlySpan<ulong> words)
    {
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return count;
    }
}
