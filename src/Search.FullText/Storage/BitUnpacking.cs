using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Search.FullText.Storage;

/// <summary>
/// Reads numbers packed at a fixed number of bits. Eight numbers of w bits are exactly w bytes, so that one byte shuffle and
/// one shift a lane unpack them; single numbers can be read anywhere. Up to 31 bytes after the numbers may be read.
/// </summary>
internal static unsafe class BitUnpacking
{
    /// <summary>The widest numbers that the vector path takes: four of them and an offset fit sixteen bytes,
    /// one and an offset four.</summary>
    private const int WidestVector = 25;

    private static readonly Vector256<byte>[] s_shuffles = BuildShuffles();
    private static readonly Vector256<uint>[] s_shifts = BuildShifts();

    /// <summary>Unpacks numbers; <paramref name="into"/> has room for the next multiple of eight.</summary>
    public static void Unpack(byte* from, int width, int count, int* into)
    {
        if (width == 0)
        {
            new Span<int>(into, count).Clear();
            return;
        }

        if (Avx2.IsSupported && width <= WidestVector)
        {
            var shuffle = s_shuffles[width];
            var shift = s_shifts[width];
            var mask = Vector256.Create((1u << width) - 1);
            var upper = (4 * width) >> 3;
            for (var i = 0; i < count; i += 8)
            {
                var bytes = Vector256.Create(Vector128.Load(from), Vector128.Load(from + upper));
                var lanes = Avx2.ShiftRightLogicalVariable(Avx2.Shuffle(bytes, shuffle).AsUInt32(), shift);
                (lanes & mask).AsInt32().Store(into + i);
                from += width;
            }

            return;
        }

        for (var i = 0; i < count; i++) into[i] = (int)Get(from, width, i);
    }

    /// <summary>Turns gaps less one into ascending numbers that follow <paramref name="before"/>.</summary>
    public static void SumGaps(int* values, int count, int before)
    {
        var i = 0;
        if (Avx2.IsSupported)
        {
            var carry = Vector256.Create(before);
            var ones = Vector256.Create(1);
            var last = Vector256.Create(7);
            var middle = Vector256.Create(0, 0, 0, 0, 3, 3, 3, 3);
            var upper = Vector256.Create(0, 0, 0, 0, -1, -1, -1, -1);
            for (; i < count; i += 8)
            {
                var x = Vector256.Load(values + i) + ones;
                x += Avx2.ShiftLeftLogical128BitLane(x, 4);
                x += Avx2.ShiftLeftLogical128BitLane(x, 8);
                x += Avx2.PermuteVar8x32(x, middle) & upper;
                (x + carry).Store(values + i);
                carry += Avx2.PermuteVar8x32(x, last); // of the gaps alone: the next eight do not wait for these
            }

            return;
        }

        for (; i < count; i++) values[i] = before += values[i] + 1;
    }

    /// <summary>The number at <paramref name="index"/>, of at most 57 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Get(byte* from, int width, long index)
    {
        var bit = index * width;
        return (Unsafe.ReadUnaligned<ulong>(from + (bit >> 3)) >> (int)(bit & 7)) & ((1UL << width) - 1);
    }

    /// <summary>Copies numbers with <paramref name="addend"/> added to each.</summary>
    public static void Add(int* values, int count, int addend, int* into)
    {
        var i = 0;
        for (; i + 8 <= count; i += 8) (Vector256.Load(values + i) + Vector256.Create(addend)).Store(into + i);
        for (; i < count; i++) into[i] = values[i] + addend;
    }

    private static Vector256<byte>[] BuildShuffles()
    {
        var shuffles = new Vector256<byte>[WidestVector + 1];
        Span<byte> bytes = stackalloc byte[32];
        for (var width = 1; width <= WidestVector; width++)
        {
            for (var lane = 0; lane < 8; lane++)
            {
                var first = ((lane * width) >> 3) - (lane < 4 ? 0 : (4 * width) >> 3);
                for (var b = 0; b < 4; b++) bytes[(lane * 4) + b] = (byte)(first + b);
            }

            shuffles[width] = Vector256.Create<byte>(bytes);
        }

        return shuffles;
    }

    private static Vector256<uint>[] BuildShifts()
    {
        var shifts = new Vector256<uint>[WidestVector + 1];
        Span<uint> lanes = stackalloc uint[8];
        for (var width = 1; width <= WidestVector; width++)
        {
            for (var lane = 0; lane < 8; lane++) lanes[lane] = (uint)((lane * width) & 7);
            shifts[width] = Vector256.Create<uint>(lanes);
        }

        return shifts;
    }
}
