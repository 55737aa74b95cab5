using System.Collections.Concurrent;

namespace Search.FullText.Postings;

/// <summary>
/// The documents of the most common words of a segment's field as bits, each made when it is first asked for and then kept: joining bits
/// costs a fraction of decoding a list.
/// </summary>
/// <param name="documents">Of the segment.</param>
internal sealed unsafe class PostingsBitmaps(int documents)
{
    /// <summary>Words in at least one document in this many have a bitmap.</summary>
    private const int CommonShare = 64;

    /// <summary>In smaller segments lists are decoded fast enough.</summary>
    private const int FewestDocuments = 1 << 15;

    /// <summary>Words with a bitmap, at most: 32 bytes for each document of the segment.</summary>
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<long, ulong[]> _kept = [];

    /// <summary>Whether a term's documents are kept as bits, or will be.</summary>
    public bool Has(in TermEntry term) =>
        documents >= FewestDocuments && term.Documents >= documents / CommonShare
        && (_kept.Count < MostKept || _kept.ContainsKey(term.Offset));

    /// <summary>The documents of a term for which <see cref="Has"/> holds, bit <c>d mod 64</c> of word <c>d / 64</c> for document d.</summary>
    /// <param name="postings">Where the section of postings is mapped.</param>
    /// <param name="term">The term.</param>
    public ulong[] Of(byte* postings, in TermEntry term) =>
        _kept.TryGetValue(term.Offset, out var bits) ? bits : _kept.GetOrAdd(term.Offset, Make(postings, term));

    private ulong[] Make(byte* postings, in TermEntry term)
    {
        var bits = new ulong[(documents + 63) >> 6];
        var units = WorkMeter.Units;
        using (var cursor = new PostingsCursor(postings, term, hasPositions: false))
        {
            while (cursor.Next() != PostingsCursor.End)
            {
                foreach (var document in cursor.TakeBelow(PostingsCursor.End, out _, wantFreqs: false))
                    bits[document >> 6] |= 1UL << (document & 63);
            }
        }

        WorkMeter.Add(units - WorkMeter.Units); // the work of a search does not depend on those before it
        return bits;
    }
}
