using System.Numerics;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>
/// Counts how often words are at their distances in the document that all cursors are at. With a slop, every choice of
/// one place a word counts 1 / (1 + d), d being how far apart the places lie once each is moved back by its word's offset,
/// if d is at most the slop; a place is used by one word only.
/// </summary>
/// <param name="cursors">One for each word.</param>
/// <param name="offsets">Where each word is in the phrase, ascending.</param>
/// <param name="previousSame">For each word the one before that is the same word, or -1.</param>
/// <param name="slop">How far apart.</param>
internal sealed class PhraseMatcher(PostingsCursor[] cursors, int[] offsets, int[] previousSame, int slop)
{
    /// <summary>One for each word.</summary>
    public PostingsCursor[] Cursors => cursors;

    /// <summary>Where each word is in the phrase.</summary>
    public int[] Offsets => offsets;

    /// <summary>Whether the words must be exactly at their distances.</summary>
    public bool IsExact => slop == 0;

    private readonly int[] _next = new int[cursors.Length];
    private readonly int[] _taken = new int[cursors.Length];

    public float Frequency()
    {
        WorkMeter.Add(WorkMeter.Part * cursors.Length);
        return slop == 0 ? Adjacent() : Near();
    }

    private int Adjacent()
    {
        if (TryAdjacentInBits(out var count)) return count;
        if (cursors.Length == 2) return AdjacentPair();
        Array.Clear(_next);
        var first = cursors[0].Positions();
        foreach (var start in first)
        {
            var fits = true;
            for (var i = 1; i < cursors.Length && fits; i++)
            {
                var places = cursors[i].Positions();
                var wanted = start - offsets[0] + offsets[i];
                var at = _next[i];
                while (at < places.Length && places[at] < wanted) at++;
                _next[i] = at;
                if (at == places.Length) return count;
                fits = places[at] == wanted;
            }

            if (fits) count++;
        }

        return count;
    }

    /// <summary>In a text of at most 64 words, as most clauses are, words are adjacent where their places, as bits, do.</summary>
    private bool TryAdjacentInBits(out int count)
    {
        count = 0;
        if (!cursors[0].TryPlaceBits(out var starts)) return false;
        for (var i = 1; i < cursors.Length; i++)
        {
            if (!cursors[i].TryPlaceBits(out var places)) return false;
            var distance = offsets[i] - offsets[0];
            starts &= distance < 64 ? places >> distance : 0;
        }

        count = BitOperations.PopCount(starts);
        return true;
    }

    private int AdjacentPair()
    {
        var first = cursors[0].Positions();
        var second = cursors[1].Positions();
        var distance = offsets[1] - offsets[0];
        var count = 0;
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            var difference = second[j] - first[i] - distance;
            if (difference == 0)
            {
                count++;
                i++;
                j++;
            }
            else if (difference < 0)
            {
                j++;
            }
            else
            {
                i++;
            }
        }

        return count;
    }

    private float Near()
    {
        Array.Clear(_next);
        var fewest = int.MaxValue;
        foreach (var cursor in cursors) fewest = Math.Min(fewest, cursor.Positions().Length);
        var sum = 0f;
        while (true)
        {
            // "low" is the beginning of a window; every word is at its first place in or after the window.
            var (low, lowest) = (int.MaxValue, 0);
            for (var i = 0; i < cursors.Length; i++)
            {
                var place = cursors[i].Positions()[_next[i]] - offsets[i];
                if (place < low) (low, lowest) = (place, i);
            }

            WorkMeter.Add(WorkMeter.Part * cursors.Length);
            var spread = Spread(low);
            if (spread <= slop) sum += 1f / (1 + spread);
            if (++_next[lowest] == cursors[lowest].Positions().Length) return Math.Min(sum, fewest);
        }
    }

    /// <summary>
    /// How far apart the words are at least in the window that begins at <paramref name="low"/>. A word that is repeated
    /// takes its places in order: exchanging two of them never brings the words nearer.
    /// </summary>
    private int Spread(int low)
    {
        var high = low;
        for (var i = 0; i < cursors.Length; i++)
        {
            var at = _next[i];
            if (previousSame[i] >= 0) at = Math.Max(at, _taken[previousSame[i]] + 1);
            var places = cursors[i].Positions();
            if (at >= places.Length) return int.MaxValue;
            _taken[i] = at;
            high = Math.Max(high, places[at] - offsets[i]);
        }

        return high - low;
    }
}
