using System.Buffers;
using System.Numerics;
using System.Text;
using Search.FullText.Segments;

namespace Search.FullText.Scoring;

/// <summary>Counts the values of one keyword field over matches.</summary>
internal sealed class FacetCounter(FacetRequest request, int field)
{
    private readonly List<ReadOnlyMemory<byte>> _lists = [];
    private int[] _ofSegment = [];
    private KeywordColumn? _column;
    private Facet? _finished;

    public void Enter(IndexSegment segment)
    {
        var values = segment.Segment[field].Terms!.Count;
        _ofSegment = ArrayPool<int>.Shared.Rent(values + 1);
        Array.Clear(_ofSegment, 0, values + 1);
        _column = segment.Segment[field].Keywords!;
    }

    /// <summary>Counts the values of a window's matches.</summary>
    /// <param name="from">The document of bit 0.</param>
    /// <param name="bits">Of the matches.</param>
    /// <param name="matches">How many they are.</param>
    public void Count(int from, ReadOnlySpan<ulong> bits, int matches)
    {
        if (_column!.Runs is { } runs)
        {
            var run = runs.RunOf(from);
            if (runs.RunOf(from + (bits.Length << 6) - 1) - run < matches)
            {
                runs.AddCounts(run, from, bits, _ofSegment);
                return;
            }
        }

        CountEach(from, bits, _column);
    }

    /// <summary>Ends a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="isOnly">Whether there is no other, and its counts are the facet.</param>
    public void Leave(IndexSegment segment, bool isOnly)
    {
        var terms = segment.Segment[field].Terms!;
        if (isOnly) Finish(terms);
        else _lists.Add(CountedValues.Of(terms, _ofSegment));
        ArrayPool<int>.Shared.Return(_ofSegment);
        _ofSegment = [];
    }

    public Facet ToFacet() => _finished ?? CountedValues.Top(request.Field, request.Max, _lists);

    /// <summary>All values, to be merged with those of other shards.</summary>
    public PartialFacet ToPart()
    {
        var values = CountedValues.Union(_lists);
        return new(values, CountedValues.Check(values));
    }

    private void CountEach(int from, ReadOnlySpan<ulong> bits, KeywordColumn column)
    {
        for (var w = 0; w < bits.Length; w++)
        {
            for (var word = bits[w]; word != 0; word &= word - 1)
            {
                var document = from + (w << 6) + BitOperations.TrailingZeroCount(word);
                if (column.IsSingle)
                {
                    _ofSegment[column.Single(document) + 1]++; // 0 counts documents without a value
                    continue;
                }

                var (at, end) = column.Range(document);
                for (; at < end; at++) _ofSegment[column.Ordinal(at) + 1]++;
            }
        }
    }

    /// <summary>With one segment only the values shown need be read.</summary>
    private void Finish(TermDictionary terms)
    {
        var distinct = 0;
        var best = new PriorityQueue<int, (int Count, int Ordinal)>();
        for (var ordinal = 0; ordinal < terms.Count; ordinal++)
        {
            var count = _ofSegment[ordinal + 1];
            if (count == 0) continue;
            distinct++;
            if (request.Max <= 0) continue;
            if (best.Count < request.Max) best.Enqueue(ordinal, (count, -ordinal));
            else best.EnqueueDequeue(ordinal, (count, -ordinal));
        }

        var values = new FacetValue[best.Count];
        for (var i = values.Length - 1; i >= 0; i--)
        {
            var ordinal = best.Dequeue();
            values[i] = new FacetValue(Encoding.UTF8.GetString(terms.TermAt(ordinal)), _ofSegment[ordinal + 1]);
        }

        _finished = new Facet(request.Field, values, distinct);
    }
}
