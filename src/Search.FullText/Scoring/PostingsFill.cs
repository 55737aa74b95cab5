using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>Turns stretches of postings into bits.</summary>
internal static class PostingsFill
{
    public static void Fill(PostingsCursor cursor, int from, int to, Span<ulong> bits)
    {
        if (cursor.Seek(from) >= to) return;
        while (true)
        {
            foreach (var document in cursor.TakeBelow(to, out _, wantFreqs: false))
            {
                var at = document - from;
                bits[at >> 6] |= 1UL << (at & 63);
            }

            if (cursor.Next() >= to) return;
        }
    }
}
