using System.Runtime.CompilerServices;
using Search.FullText.Impacts;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>Words of one field at given distances: the documents that have all, then those where the places fit.</summary>
internal sealed unsafe class PhraseScorer : BlockMaxConjunctionScorer
{
    private readonly PostingsCursor[] _cursors;
    private readonly PhraseMatcher _places;
    private readonly float _weight;
    private readonly Bm25Cache _impacts;
    private readonly float _boundFactor;
    private readonly byte* _lengths;
    private readonly int[] _offsets;
    private float _frequency;

    /// <summary>Looks for words at distances.</summary>
    /// <param name="places">Its cursors, one for each word, are owned from now on.</param>
    /// <param name="bigrams">Lists that have every document with the phrase at least as often as it occurs there, owned too.</param>
    /// <param name="weight">The most a document can score.</param>
    /// <param name="impacts">Of the field.</param>
    /// <param name="boundFactor">See <see cref="Bm25Cache.BoundFactor"/>.</param>
    /// <param name="lengths">Length codes of the field by document.</param>
    public PhraseScorer(PhraseMatcher places, PostingsCursor[] bigrams, float weight, Bm25Cache impacts, float boundFactor, byte* lengths)
        : base(ByCost([.. bigrams, .. places.Cursors]), mayTestBits: false)
    {
        (_cursors, _weight, _impacts, _boundFactor) = (places.Cursors, weight, impacts, boundFactor);
        (_offsets, _places) = (places.Offsets, places);
        _lengths = lengths;
        MatchesTogether = places.IsExact;
    }

    public override bool IsExact => false;

    protected override bool MatchesTogether { get; }

    public override double Score() => ScoreOf(_frequency, Document);

    public override float Bound(int from, int to)
    {
        var least = 255;
        foreach (var cursor in _cursors) least = Math.Min(least, cursor.Bound(from, to));
        return BoundOf(least);
    }

    protected override float Join(ReadOnlySpan<float> bounds)
    {
        var least = bounds[0];
        foreach (var bound in bounds) least = Math.Min(least, bound);
        return least;
    }

    protected override float BoundOf(int list, int bound) => BoundOf(bound);

    /// <summary>A phrase occurs at most as often as each of its words.</summary>
    protected override bool LeadCanReach(float floor) => ScoreOf(Lead.Frequency, Lead.Document) * RoundingSlack.OfScores >= floor;

    protected override int KeepPromising(int* documents, int* chosen, int count, float floor) =>
        CompetitiveDocuments.Keep(documents, Lead.FrequenciesAhead(documents), chosen, count, _weight, _impacts.Saturation, _lengths,
            floor / RoundingSlack.OfScores);

    protected override bool Confirm(float floor)
    {
        if (floor > 0)
        {
            var fewest = int.MaxValue;
            foreach (var cursor in _cursors) fewest = Math.Min(fewest, cursor.Frequency);
            if (ScoreOf(fewest, Document) * RoundingSlack.OfScores < floor) return false;
        }

        _frequency = _places.Frequency();
        return _frequency > 0;
    }

    protected override int KeepMatches(int* documents, int* chosen, int count)
    {
        WorkMeter.Add(WorkMeter.Part * _cursors.Length * (long)count);
        var starts = stackalloc ulong[PostingsFormat.BlockSize];
        var isLong = stackalloc bool[PostingsFormat.BlockSize];
        new Span<ulong>(starts, count).Fill(ulong.MaxValue);
        new Span<bool>(isLong, count).Clear();
        if (count > 0)
        {
            Lead.FindAhead(documents, chosen, count);
            for (var i = 0; i < _cursors.Length; i++) _cursors[i].KeepStarts(chosen, count, _offsets[i] - _offsets[0], starts, isLong);
        }

        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var index = chosen[i];
            var matches = starts[i] != 0;
            if (isLong[i])
            {
                StandAtFound(documents, index);
                matches = _places.Frequency() > 0;
            }

            chosen[kept] = index;
            kept += Unsafe.BitCast<bool, byte>(matches);
        }

        return kept;
    }

    private float ScoreOf(float frequency, int document) => _weight * frequency / (frequency + _impacts.Saturation[_lengths[document]]);

    private float BoundOf(int least) => Math.Min(1f, least * _boundFactor / 255f) * _weight * RoundingSlack.OfScores;

    private static PostingsCursor[] ByCost(PostingsCursor[] cursors)
    {
        Array.Sort(cursors, (a, b) => a.Documents.CompareTo(b.Documents));
        return cursors;
    }
}
