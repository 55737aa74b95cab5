using Search.FullText.Postings;

namespace Search.FullText.Segments;

/// <summary>
/// Writes the postings of bigrams, which are two common words one after the other: a phrase of such words then reads one short list
/// instead of the long lists of its words and their positions.
/// </summary>
/// <param name="terms">The common words, in the order of their bytes.</param>
internal sealed unsafe class BigramWriter(List<(byte[] Term, TermEntry Entry)> terms)
{
    /// <summary>Common words are in at least one document in this many of a segment.</summary>
    public const int CommonShare = 8;

    /// <summary>The most common words of a field: those in most documents.</summary>
    public const int MostCommon = 256;

    /// <summary>Occurrences of bigrams that are collected at once, in twelve bytes of memory each; for more the words are read
    /// again.</summary>
    private const int MostAtOnce = 1 << 24;

    private readonly long[] _places = new long[16]; // position * 2^16 + number of the word
    private int[] _bigrams = new int[1 << 12];
    private int[] _documents = new int[1 << 12];
    private int _count;

    /// <summary>Writes the bigrams that occur, in the order of their bytes.</summary>
    /// <param name="postings">Where the postings of the words are mapped.</param>
    /// <param name="writer">Writes the postings of the bigrams.</param>
    /// <param name="into">Their dictionary.</param>
    public void Write(byte* postings, PostingsWriter writer, TermDictionaryWriter into)
    {
        for (var first = 0; first < terms.Count;)
        {
            var (last, occurrences) = (first, 0L);
            do occurrences += terms[last++].Entry.Occurrences;
            while (last < terms.Count && occurrences + terms[last].Entry.Occurrences <= MostAtOnce);
            Collect(postings, first, last);
            WriteCollected(first, last, writer, into);
            first = last;
        }
    }

    /// <summary>The key of a bigram in the dictionary.</summary>
    public static byte[] Key(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second) => [.. first, 0, .. second];

    /// <summary>Collects the bigrams that begin with some of the words, document by document.</summary>
    private void Collect(byte* postings, int first, int last)
    {
        _count = 0;
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

                Collect(document, places.AsSpan(0, count), first, last);
            }
        }
        finally
        {
            foreach (var cursor in cursors) cursor.Dispose();
        }
    }

    private void Collect(int document, Span<long> places, int first, int last)
    {
        places.Sort();
        for (var i = 0; i < places.Length; i++)
        {
            var (position, term) = (places[i] >> 16, (int)(places[i] & ushort.MaxValue));
            if (term < first || term >= last) continue;
            for (var j = i + 1; j < places.Length && places[j] >> 16 <= position + 1; j++)
            {
                if (places[j] >> 16 == position) continue;
                if (_count == _bigrams.Length)
                {
                    Array.Resize(ref _bigrams, _count * 2);
                    Array.Resize(ref _documents, _count * 2);
                }

                _bigrams[_count] = ((term - first) * terms.Count) + (int)(places[j] & ushort.MaxValue);
                _documents[_count++] = document;
            }
        }
    }

    private void WriteCollected(int first, int last, PostingsWriter writer, TermDictionaryWriter into)
    {
        // A counting sort by bigram leaves documents in their order.
        var starts = new int[((last - first) * terms.Count) + 1];
        for (var i = 0; i < _count; i++) starts[_bigrams[i] + 1]++;
        for (var b = 1; b < starts.Length; b++) starts[b] += starts[b - 1];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        var documents = new int[_count];
        for (var i = 0; i < _count; i++) documents[next[_bigrams[i]]++] = _documents[i];
        for (var b = 0; b < starts.Length - 1; b++)
        {
            if (starts[b] == starts[b + 1]) continue;
            for (var from = starts[b]; from < starts[b + 1];)
            {
                var to = from + 1;
                while (to < starts[b + 1] && documents[to] == documents[from]) to++;
                writer.Add(documents[from], to - from, []);
                from = to;
            }

            var (one, other) = (terms[first + (b / terms.Count)].Term, terms[b % terms.Count].Term);
            into.Add(Key(one, other), writer.Finish(into.Count));
        }
    }
}
