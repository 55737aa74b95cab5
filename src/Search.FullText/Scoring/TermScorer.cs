using System.Runtime.CompilerServices;
using Search.FullText.Impacts;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>One term in one field: weight × BM25 share.</summary>
internal sealed unsafe class TermScorer : Scorer
{
    private readonly PostingsCursor _cursor;
    private readonly float _weight;
    private readonly float _boundScale;
    private readonly float[] _saturation;
    private readonly byte* _lengths;

    /// <summary>Scores the postings of a term.</summary>
    /// <param name="cursor">The term's postings, owned from now on.</param>
    /// <param name="weight">The most a document can score.</param>
    /// <param name="impacts">For the statistics of the whole index.</param>
    /// <param name="boundFactor">See <see cref="Bm25Cache.BoundFactor"/>.</param>
    /// <param name="lengths">Length codes of the field by document.</param>
    public TermScorer(PostingsCursor cursor, float weight, Bm25Cache impacts, float boundFactor, byte* lengths)
    {
        (_cursor, _weight, _saturation) = (cursor, weight, impacts.Saturation);
        _lengths = lengths;
        _boundScale = weight * boundFactor / 255f * RoundingSlack.OfScores;
    }

    public override long Cost => _cursor.Documents;

    public override long KnownCount => _cursor.Documents;

    public PostingsCursor Cursor => _cursor;

    /// <summary>Occurrences in the current document.</summary>
    public float Frequency => _cursor.Frequency;

    public override int Seek(int target) => Document = _cursor.Seek(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public override double Score() => ScoreOf(_cursor.Frequency, _cursor.Document);

    public override double ScoreOfMatch(int document, float least)
    {
        _cursor.Seek(document);
        float frequency = _cursor.Frequency;

        // So many occurrences may be too few even for the shortest document: then its length need not be looked up.
        if (_weight * frequency * RoundingSlack.OfScores < least * (frequency + _saturation[1])) return float.NegativeInfinity;
        return ScoreOf(frequency, document);
    }

    public override int BoundEnd(int from) => _cursor.BlockEnd(from);

    public override float Bound(int from, int to) => BoundOf(_cursor.Bound(from, to));

    /// <summary>What a bound of the postings stands for.</summary>
    public float BoundOf(int bound) => Math.Min(bound * _boundScale, _weight * RoundingSlack.OfScores);

    /// <summary>Keeps of the documents ahead in the cursor's block those that score at least so much: see
    /// <see cref="CompetitiveDocuments.Keep"/>.</summary>
    public int KeepPromising(int* documents, int* chosen, int count, float least) =>
        CompetitiveDocuments.Keep(documents, _cursor.FrequenciesAhead(documents), chosen, count, _weight, _saturation, _lengths, least);

    /// <summary>Of the document that many ahead of the current one: see <see cref="PostingsCursor.Ahead"/>.</summary>
    public float ScoreAhead(int* documents, int index) => ScoreOf(_cursor.FrequenciesAhead(documents)[index], documents[index]);

    public override bool MayMatch(int from, int to) => _cursor.Bound(from, to) > 0;

    public override void Fill(int from, int to, Span<ulong> bits) => PostingsFill.Fill(_cursor, from, to, bits);

    public override void Accumulate(int from, int to, double[] scores, ushort[] counts, ulong[] bits)
    {
        if (_cursor.Seek(from) < to)
        {
            while (true)
            {
                var docs = _cursor.TakeBelow(to, out var freqs, wantFreqs: true);
                for (var i = 0; i < docs.Length; i++)
                {
                    var at = docs[i] - from;
                    scores[at] += ScoreOf(freqs[i], docs[i]);
                    if (counts.Length > 0) counts[at]++;
                    bits[at >> 6] |= 1UL << (at & 63);
                }

                if (_cursor.Next() >= to) break;
            }
        }

        Document = _cursor.Document;
    }

    /// <summary>Offers every document that can reach the floor, block after block.</summary>
    public void Rank(TopHits hits, AcceptedDocuments accepted, int maxDocument)
    {
        var from = 0;
        while (from < maxDocument && !hits.Stopped)
        {
            var least = _boundScale > 0 ? (int)Math.Clamp(MathF.Floor(hits.Floor / _boundScale), 0, 256) : 0;
            var start = _cursor.SkipBelow(from, least);
            if (start != from) hits.Skipped = true;
            if (start == End) return;
            var first = accepted.FirstFrom(Math.Max(start, from));
            if (Seek(first) == End) return;
            var docs = _cursor.TakeBelow(End, out var freqs, wantFreqs: true);
            RankBlock(docs, freqs, hits, accepted);
            from = docs[^1] + 1;
        }
    }

    public override void Dispose() => _cursor.Dispose();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float ScoreOf(float frequency, int document) => _weight * frequency / (frequency + _saturation[_lengths[document]]);

    private void RankBlock(ReadOnlySpan<int> docs, ReadOnlySpan<int> freqs, TopHits hits, AcceptedDocuments accepted)
    {
        var rarest = CompetitiveDocuments.RarestFrequency(_weight, _saturation, hits.Floor);
        for (var i = 0; i < docs.Length; i++)
        {
            if (freqs[i] < rarest) continue;
            var score = ScoreOf(freqs[i], docs[i]);
            if (score < hits.Floor || !accepted.Contains(docs[i])) continue;
            hits.Offer(docs[i], score);
            rarest = CompetitiveDocuments.RarestFrequency(_weight, _saturation, hits.Floor);
        }

        hits.Visited(docs.Length, accepted);
    }
}
