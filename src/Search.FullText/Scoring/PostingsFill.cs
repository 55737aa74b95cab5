using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>Turns stretches of postings into bits.</summary>
internal static class PostingsFill
{
    public static void Fill(PostingsCursor cursor, int from, int to, Span<ulong> bits)
    {
        if (cursor.Seek(from) >= to) return;
        ref var bytes = ref MemoryMarshal.GetReference(MemoryMarshal.AsBytes(bits));
        while (true)
        {
            foreach (var document in cursor.TakeBelow(to, out _, wantFreqs: false))
            {
                var at = document - from;
                Unsafe.Add(ref bytes, at >> 3) |= (byte)(1 << (at & 7));
            }

            if (cursor.Next() >= to) return;
        }
    }
}
