using System.Runtime.InteropServices;
using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Scoring;

/// <summary>Turns stretches of postings into bits.</summary>
internal static unsafe class PostingsFill
{
    public static void Fill(PostingsCursor cursor, int from, int to, Span<ulong> bits)
    {
        if (cursor.Seek(from) >= to) return;
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
