using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Scoring;

/// <summary>Turns stretches of postings into bits.</summary>
internal static unsafe class PostingsFill
{
    /// <summary>Documents that are marked by a byte each before they become bits: few enough to stay in the
    /// processor's nearest caches.</summary>
    private const int Marks = 1 << 14;

    /// <summary>A list with less than one document in this many sets its bits directly: going through all marks costs more.</summary>
    private const int SparseShare = 24;

    /// <summary>All zero between calls.</summary>
    [ThreadStatic]
    private static byte[]? t_marks;

    public static void Fill(PostingsCursor cursor, int from, int to, Span<ulong> bits)
    {
        if (TryFillFromBits(cursor, from, bits) || cursor.Seek(from) >= to) return;
        if (Vector256.IsHardwareAccelerated && cursor.Documents * (long)SparseShare > cursor.LastDocument)
        {
            FillByMarks(cursor, from, to, bits);
            return;
        }

        var bytes = MemoryMarshal.AsBytes(bits); // neighbours wait for each other where they set bits of one address
        while (true)
        {
            foreach (var document in cursor.TakeBelow(to, out _, wantFreqs: false))
            {
                var at = document - from;
                bytes[at >> 3] |= (byte)(1 << (at & 7));
            }

            if (cursor.Next() >= to) return;
        }
    }

    /// <summary>The documents of any of several lists: marks of all become bits together.</summary>
    public static void FillAny(ReadOnlySpan<PostingsCursor> cursors, int from, int to, Span<ulong> bits)
    {
        var documents = 0L;
        var last = 0;
        foreach (var cursor in cursors)
        {
            if (!cursor.HasBits) (documents, last) = (documents + cursor.Documents, Math.Max(last, cursor.LastDocument));
        }

        if (!Vector256.IsHardwareAccelerated || documents * SparseShare <= last)
        {
            foreach (var cursor in cursors) Fill(cursor, from, to, bits);
            return;
        }

        foreach (var cursor in cursors)
        {
            if (!TryFillFromBits(cursor, from, bits)) cursor.Seek(from);
        }

        t_marks ??= new byte[Marks];
        fixed (byte* marks = t_marks)
        {
            for (var start = from; start < to; start += Marks)
            {
                var end = Math.Min(to, start + Marks);
                var any = false;
                foreach (var cursor in cursors)
                {
                    if (cursor.HasBits || cursor.Document >= end) continue;
                    Mark(cursor, end, marks - start);
                    any = true;
                }

                if (any) TakeMarks(marks, bits.Slice((start - from) >> 6, (end - start + 63) >> 6));
            }
        }
    }

    /// <summary>Adds the bits of a common term; false where it is none.</summary>
    private static bool TryFillFromBits(PostingsCursor cursor, int from, Span<ulong> bits)
    {
        if (!cursor.HasBits) return false;
        var all = cursor.Bits;
        var length = Math.Min(bits.Length, all.Length - (from >> 6));
        if (length <= 0) return true;
        DocumentBitSet.Or(bits[..length], all.Slice(from >> 6, length));
        WorkMeter.Add(length / WorkMeter.WordsOfUnit);
        return true;
    }

    private static void FillByMarks(PostingsCursor cursor, int from, int to, Span<ulong> bits)
    {
        t_marks ??= new byte[Marks];
        fixed (byte* marks = t_marks)
        {
            for (var document = cursor.Document; document < to;)
            {
                var start = from + ((document - from) & ~(Marks - 1));
                var end = (int)Math.Min(to, start + (long)Marks);
                document = Mark(cursor, end, marks - start);
                TakeMarks(marks, bits.Slice((start - from) >> 6, (end - start + 63) >> 6));
            }
        }
    }

    /// <summary>
    /// Marks the documents from the current one to before <paramref name="end"/>, and goes on to the next. A byte is
    /// stored without reading what is there, so that no document waits for the one before it.
    /// </summary>
    private static int Mark(PostingsCursor cursor, int end, byte* origin)
    {
        int document;
        do
        {
            var documents = cursor.TakeBelow(end, out _, wantFreqs: false);
            ref var first = ref MemoryMarshal.GetReference(documents);
            var i = 0;
            for (; i + 4 <= documents.Length; i += 4)
            {
                origin[Unsafe.Add(ref first, i)] = byte.MaxValue;
                origin[Unsafe.Add(ref first, i + 1)] = byte.MaxValue;
                origin[Unsafe.Add(ref first, i + 2)] = byte.MaxValue;
                origin[Unsafe.Add(ref first, i + 3)] = byte.MaxValue;
            }

            for (; i < documents.Length; i++) origin[Unsafe.Add(ref first, i)] = byte.MaxValue;
            document = cursor.Next();
        }
        while (document < end);
        return document;
    }

    /// <summary>Sets the bits of the marks and clears these.</summary>
    private static void TakeMarks(byte* marks, Span<ulong> bits)
    {
        for (var w = 0; w < bits.Length; w++, marks += 64)
        {
            var (low, high) = (Vector256.Load(marks), Vector256.Load(marks + 32));
            bits[w] |= low.ExtractMostSignificantBits() | ((ulong)high.ExtractMostSignificantBits() << 32);
            Vector256<byte>.Zero.Store(marks);
            Vector256<byte>.Zero.Store(marks + 32);
        }
    }

    /// <summary>The same for all of a list that is too short for blocks, without a cursor; false for longer ones.</summary>
    public static bool TryFillShort(byte* postings, in TermEntry entry, Span<ulong> bits)
    {
        if (entry.Documents >= PostingsFormat.BlockSize) return false;
        var reader = new ByteReader(postings + entry.Offset + (entry.Documents > 1 ? 1 : 0));
        var document = -1;
        for (var left = entry.Documents; left > 0; left--)
        {
            var value = reader.Varint();
            document += (int)(value >> 1) + 1;
            bits[document >> 6] |= 1UL << (document & 63);
            if ((value & 1) == 0) _ = reader.Varint();
        }

        return true;
    }
}
