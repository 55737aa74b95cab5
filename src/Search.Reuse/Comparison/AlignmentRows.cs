using System.Collections.Immutable;

namespace Search.Reuse.Comparison;

/// <summary>Puts paired passages in the order in which they are read, and finds those that moved.</summary>
internal static class AlignmentRows
{
    public static ImmutableArray<AlignedPassages> Of(PassagePairs pairs)
    {
        var stayed = Stayed(pairs);
        var rows = new List<(AlignedPassages Row, double Place)>();
        for (var j = 0; j < pairs.Sources.Count; j++)
        {
            var sources = pairs.Sources[j];
            if (sources.Count == 0) rows.Add((new([], [j], PassageChange.New, false), j));
            else if (pairs.Targets[sources[0]] is { Count: > 1 } parts)
            {
                if (parts[0] == j) rows.Add((new([sources[0]], [.. parts], PassageChange.Split, !stayed.Contains(sources[0])), j));
            }
            else if (sources.Count > 1) rows.Add((new([.. sources.Order()], [j], PassageChange.Merged, !sources.Any(stayed.Contains)), j));
            else
            {
                var change = pairs.Words.First[sources[0]].AsSpan().SequenceEqual(pairs.Words.Second[j])
                    ? PassageChange.Kept
                    : PassageChange.Changed;
                rows.Add((new([sources[0]], [j], change, !stayed.Contains(sources[0])), j));
            }
        }
        // What was dropped is shown after the passage that it followed.
        var place = -1.0;
        for (var i = 0; i < pairs.Targets.Count; i++)
        {
            if (pairs.Targets[i].Count > 0)
            {
                if (stayed.Contains(i)) place = pairs.Targets[i][^1];
            }
            else rows.Add((new([i], [], PassageChange.Dropped, false), place + 0.5));
        }
        return [.. rows.OrderBy(r => r.Place).Select(r => r.Row)]; // stable: several dropped ones keep their order
    }

    /// <summary>The passages of the first document that keep their order: a longest rising sequence of what they became.</summary>
    private static HashSet<int> Stayed(PassagePairs pairs)
    {
        var sources = Enumerable.Range(0, pairs.Targets.Count).Where(i => pairs.Targets[i].Count > 0).ToList();
        var tails = new List<int>(); // positions in sources: of the rising sequences of each length the one that ends lowest
        var before = new int[sources.Count];
        for (var k = 0; k < sources.Count; k++)
        {
            var target = pairs.Targets[sources[k]][0];
            int from = 0, to = tails.Count;
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (pairs.Targets[sources[tails[middle]]][0] <= target) from = middle + 1; // equal where several were merged
                else to = middle;
            }
            before[k] = from > 0 ? tails[from - 1] : -1;
            if (from == tails.Count) tails.Add(k);
            else tails[from] = k;
        }
        var stayed = new HashSet<int>();
        for (var k = tails.Count > 0 ? tails[^1] : -1; k >= 0; k = before[k]) stayed.Add(sources[k]);
        return stayed;
    }
}
