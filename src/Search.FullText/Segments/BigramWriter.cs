using Search.FullText.Postings;

namespace Search.FullText.Segments;

/// <summary>
/// Writes the postings of bigrams, which are two common words one after the other: a phrase of such words then reads one short list
/// instead of the long lists of its words and their positions.
/// </summary>
/// <param name="terms">The common words, in the order of their bytes; at most <see cref="MostCommon"/>.</param>
/// <param name="atOnce">Occurrences that are collected before they wait in a file, in ten bytes of memory each.</param>
internal sealed unsafe class BigramWriter(List<(byte[] Term, TermEntry Entry)> terms, int atOnce)
{
    /// <summary>Common words are in at least one document in this many of a segment.</summary>
    public const int CommonShare = 8;

    /// <summary>The most common words of a field: those in most documents.</summary>
    public const int MostCommon = 256;

    private readonly long[] _places = new long[16]; // position * 2^16 + number of the word
    private ushort[] _bigrams = new ushort[1 << 12]; // number of the first word * words + number of the second
    private int[] _documents = new int[1 << 12];
    private int _count;

    /// <summary>Writes the bigrams that occur, in the order of their bytes.</summary>
    /// <param name="postings">Where the postings of the words are mapped.</param>
    /// <param name="writer">Writes the postings of the bigrams.</param>
    /// <param name="into">Their dictionary.</param>
    public void Write(byte* postings, PostingsWriter writer, TermDictionaryWriter into)
    {
        using var runs = new BigramRuns(terms.Count * terms.Count);
        Collect(postings, runs);
        runs.Add(_bigrams.AsSpan(0, _count), _documents.AsSpan(0, _count));
        (_bigrams, _documents) = ([], []);
        for (var bigram = 0; bigram < runs.Bigrams; bigram++)
        {
            var any = false;
            foreach (var documents in runs.Documents(bigram))
            {
                any = true;
                Add(writer, documents.Span);
            }

            if (!any) continue;
            var (one, other) = (terms[bigram / terms.Count].Term, terms[bigram % terms.Count].Term);
            into.Add(Key(one, other), writer.Finish(into.Count));
        }
    }

    /// <summary>The key of a bigram in the dictionary.</summary>
    public static byte[] Key(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => [.. first, 0, .. second];

    /// <summary>Adds a document for each of its occurrences, which follow each other.</summary>
    private static void Add(PostingsWriter writer, ReadOnlySpan<int> documents)
    {
        for (var from = 0; from < documents.Length;)
        {
            var to = from + 1;
            while (to < documents.Length && documents[to] == documents[from]) to++;
            writer.Add(documents[from], to - from, []);
            from = to;
        }
    }

    /// <summary>Collects the bigrams document by document; a run of them ends where a document does.</summary>
    private void Collect(byte* postings, BigramRuns runs)
    {
        var cursors = terms.ConvertAll(t => new PostingsCursor(postings, t.Entry, hasPositions: true));
        try
        {
            foreach (var cursor in cursors) cursor.Next();
            var places = _places;
            while (true)
            {
                var document = PostingsCursor.End;
                foreach (var cursor in cursors) document = Math.Min(document, cursor.Document);
                if (document == PostingsCursor.End) return;
                var count = 0;
                for (var t = 0; t < cursors.Count; t++)
                {
                    if (cursors[t].Document != document) continue;
                    foreach (var position in cursors[t].Positions())
                    {
                        if (count == places.Length) Array.Resize(ref places, count * 2);
                        places[count++] = ((long)position << 16) | (uint)t;
                    }

                    cursors[t].Next();
                }

                Collect(document, places.AsSpan(0, count));
                if (_count < atOnce) continue;
                runs.Add(_bigrams.AsSpan(0, _count), _documents.AsSpan(0, _count));
                _count = 0;
            }
        }
        finally
        {
            foreach (var cursor in cursors) cursor.Dispose();
        }
    }

    private void Collect(int document, Span<long> places)
    {
        places.Sort();
        for (var i = 0; i < places.Length; i++)
        {
            var (position, term) = (places[i] >> 16, (int)(places[i] & ushort.MaxValue));
            for (var j = i + 1; j < places.Length && places[j] >> 16 <= position + 1; j++)
            {
                if (places[j] >> 16 == position) continue;
                if (_count == _bigrams.Length)
                {
                    Array.Resize(ref _bigrams, _count * 2);
                    Array.Resize(ref _documents, _count * 2);
                }

                _bigrams[_count] = (ushort)((term * terms.Count) + (int)(places[j] & ushort.MaxValue));
                _documents[_count++] = document;
            }
        }
    }
}
