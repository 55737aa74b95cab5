using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Search.FullText.Postings;

/// <summary>Finds numbers among the ascending documents of one block. After the documents lie numbers that none reaches, up to
/// <see cref="PostingsFormat.BlockSize"/> and a vector more.</summary>
internal static unsafe class BlockSearch
{
    /// <summary>Looking one number up costs less than making ready to look up many.</summary>
    private const int FewestForVectors = 4;

    /// <summary>The first index from <paramref name="index"/> on whose number is at least <paramref name="target"/>; one is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstAtLeast(int* block, int index, int target)
    {
        if (block[index] >= target) return index;
        if (Vector256.IsHardwareAccelerated)
        {
            var wanted = Vector256.Create(target - 1);
            for (index++; ; index += 8)
            {
                var found = Vector256.GreaterThan(Vector256.Load(block + index), wanted).ExtractMostSignificantBits();
                if (found != 0) return index + BitOperations.TrailingZeroCount(found);
            }
        }

        while (block[index] < target) index++;
        return index;
    }

    /// <summary>Keeps of ascending numbers those that the block has, and returns how many.</summary>
    /// <param name="numbers">None that is chosen is greater than the last number of the block.</param>
    /// <param name="chosen">Which of the numbers are wanted; those kept are moved to the front.</param>
    /// <param name="count">Of those wanted.</param>
    /// <param name="block">128 numbers.</param>
    /// <param name="slots">By index of the number: where in the block it is.</param>
    public static int Keep(int* numbers, int* chosen, int count, int* block, int* slots)
    {
        if (!Vector256.IsHardwareAccelerated || count < FewestForVectors) return KeepOneByOne(numbers, chosen, count, block, slots);

        // The last numbers of sixteen groups of eight give the group, without a branch that could be mispredicted.
        var lows = Vector256.Create(block[7], block[15], block[23], block[31], block[39], block[47], block[55], block[63]);
        var highs = Vector256.Create(block[71], block[79], block[87], block[95], block[103], block[111], block[119], block[127]);
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var index = chosen[i];
            var number = Vector256.Create(numbers[index]);
            var before = Vector256.LessThan(lows, number)
                .ExtractMostSignificantBits() | (Vector256.LessThan(highs, number).ExtractMostSignificantBits() << 8);
            var group = BitOperations.PopCount(before) * 8;
            var found = Vector256.Equals(Vector256.Load(block + group), number).ExtractMostSignificantBits();
            slots[index] = group + BitOperations.TrailingZeroCount(found);
            chosen[kept] = index;
            kept += Unsafe.BitCast<bool, byte>(found != 0);
        }

        return kept;
    }

    /// <summary>The plain form of <see cref="Keep"/>.</summary>
    internal static int KeepOneByOne(int* numbers, int* chosen, int count, int* block, int* slots)
    {
        var (kept, at) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var index = chosen[i];
            at = FirstAtLeast(block, at, numbers[index]);
            if (block[at] != numbers[index]) continue;
            slots[index] = at;
            chosen[kept++] = index;
        }

        return kept;
    }
}
