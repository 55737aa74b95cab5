using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Search.FullText.Scoring;

/// <summary>
/// Ranks matches that are known as bits already, window by window, for searches that count every match. Stretch by stretch, a stretch
/// being the documents in which no part's bound changes, those are gathered that have every part without which the floor cannot be
/// reached, and then scored part by part as long as they can reach it.
/// </summary>
internal sealed class MatchRanking : IDisposable
{
    /// <summary>Of more parts the bits of each are not kept.</summary>
    private const int MostParts = 8;

    /// <summary>Documents gathered before they are scored.</summary>
    private const int Batch = 64;

    private readonly Scorer[] _parts; // the strongest first
    private readonly int[] _order; // where each of them is in the root
    private readonly int[] _ends;
    private readonly double[] _bounds;
    private readonly ulong[] _bits;
    private readonly int[] _documents = new int[Batch];
    private readonly double[] _scores = new double[Batch];
    private readonly double[] _rest;
    private int _words;
    private int _count;

    private MatchRanking(PartsScorer root)
    {
        _parts = [.. root.Parts];
        _order = new int[_parts.Length];
        _bounds = new double[_parts.Length];
        for (var i = 0; i < _parts.Length; i++) (_order[i], _bounds[i]) = (i, -_parts[i].Bound(0, int.MaxValue));
        Array.Sort((double[])_bounds.Clone(), _parts);
        Array.Sort(_bounds, _order);
        _ends = new int[_parts.Length];
        _rest = new double[_parts.Length * Batch];
        _bits = root is DisjunctionScorer ? ArrayPool<ulong>.Shared.Rent(_parts.Length * (Scorer.Window / 64)) : [];
        Array.Fill(_ends, -1);
    }

    /// <summary>For the matches of a root of few parts of which several are required; null for others: where one is enough, most documents
    /// match and <see cref="OrRanking"/> passes over more.</summary>
    /// <param name="root">Not owned: its parts are asked for bounds and scores.</param>
    public static MatchRanking? Of(Scorer root) =>
        root is DisjunctionScorer { Required: > 1, Parts.Count: <= MostParts } or ConjunctionScorer { Parts.Count: <= MostParts }
            ? new MatchRanking((PartsScorer)root)
            : null;

    /// <summary>Sets the bits of the matches, and remembers those of each part.</summary>
    /// <param name="root">A walk of its own over the same documents.</param>
    /// <param name="from">What bit 0 stands for.</param>
    /// <param name="to">Before which document to stop.</param>
    /// <param name="matches">Cleared.</param>
    public void Fill(Scorer root, int from, int to, Span<ulong> matches)
    {
        _words = matches.Length;
        if (root is DisjunctionScorer or) or.Fill(from, to, matches, _bits);
        else root.Fill(from, to, matches);
    }

    /// <summary>Offers every match of the window that can reach the floor.</summary>
    public void Rank(int from, int to, ReadOnlySpan<ulong> matches, TopHits hits)
    {
        Span<ulong> wanted = stackalloc ulong[Scorer.Window / 64];
        for (var at = from; at < to && !hits.Stopped;)
        {
            var end = Math.Min(to, Enter(at, out var bound));
            if (bound * RoundingSlack.OfSums >= hits.Floor) Gather(from, at, end, bound, matches, wanted, hits);
            at = end;
        }

        ScoreGathered(from, hits);
    }

    public void Dispose()
    {
        if (_bits.Length > 0) ArrayPool<ulong>.Shared.Return(_bits);
    }

    /// <summary>Where the stretch ends that begins at a document, and the bound of the scores in it.</summary>
    private int Enter(int at, out double bound)
    {
        var last = at + Scorer.Window - 1;
        bound = 0;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_ends[i] < at)
            {
                // a bound further on may be of documents still further on alone
                _ends[i] = Math.Min(_parts[i].BoundEnd(at), at + Scorer.Window - 1);
                _bounds[i] = Math.Max(0, _parts[i].Bound(at, _ends[i]));
            }

            last = Math.Min(last, _ends[i]);
            bound += _bounds[i];
        }

        return last + 1;
    }

    private void Gather(int window, int from, int to, double bound, ReadOnlySpan<ulong> matches, Span<ulong> wanted, TopHits hits)
    {
        var (first, last) = ((from - window) >> 6, (to - 1 - window) >> 6);
        var length = last - first + 1;
        matches.Slice(first, length).CopyTo(wanted);
        for (var i = 0; i < _parts.Length && _bits.Length > 0; i++)
        {
            if ((bound - _bounds[i]) * RoundingSlack.OfSums < hits.Floor)
                DocumentBitSet.And(wanted[..length], _bits.AsSpan((_order[i] * _words) + first, length));
        }

        // Most words are empty: they are passed over a vector at a time.
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(wanted);
        for (var v = 0; v * Vector<ulong>.Count < length; v++)
        {
            if (wide[v] == Vector<ulong>.Zero) continue;
            for (var w = v * Vector<ulong>.Count; w < Math.Min(length, (v + 1) * Vector<ulong>.Count); w++)
            {
                var word = wanted[w];
                if (w == 0) word &= ulong.MaxValue << ((from - window) & 63);
                if (w == length - 1) word &= ulong.MaxValue >> (63 - ((to - 1 - window) & 63));
                for (; word != 0; word &= word - 1)
                {
                    if (_count == Batch) ScoreGathered(window, hits);
                    _documents[_count] = window + ((first + w) << 6) + BitOperations.TrailingZeroCount(word);
                    _scores[_count] = 0;
                    var rest = bound;
                    for (var i = 0; i < _parts.Length; i++) _rest[(i * Batch) + _count] = rest -= _bounds[i];
                    _count++;
                }
            }
        }
    }

    private void ScoreGathered(int window, TopHits hits)
    {
        var count = _count;
        WorkMeter.Add(count * WorkMeter.Part);
        hits.CheckWork();
        for (var p = 0; p < _parts.Length && count > 0; p++)
        {
            var part = _parts[p];
            var bits = _bits.Length == 0 ? default : _bits.AsSpan(_order[p] * _words, _words);
            var kept = 0;
            for (var i = 0; i < count; i++)
            {
                var document = _documents[i];
                var (score, rest) = (_scores[i], _rest[(p * Batch) + i]);
                if (bits.IsEmpty || (bits[(document - window) >> 6] >> (document & 63) & 1) != 0)
                    score += part.ScoreOfMatch(document, (float)((hits.Floor / RoundingSlack.OfSums) - rest - score));
                if ((score + rest) * RoundingSlack.OfSums < hits.Floor) continue;
                _documents[kept] = document;
                _scores[kept] = score;
                for (var q = p + 1; q < _parts.Length; q++) _rest[(q * Batch) + kept] = _rest[(q * Batch) + i];
                kept++;
            }

            count = kept;
        }

        for (var i = 0; i < count; i++)
        {
            if ((float)_scores[i] >= hits.Floor) hits.Offer(_documents[i], (float)_scores[i]);
        }

        _count = 0;
    }
}
