namespace Search.Reuse.Comparison;

/// <summary>Pairs and groups the passages of two documents, step by step.</summary>
internal sealed class PassagePairs(PassageWords words)
{
    /// <summary>What two passages share at least to be the same one, changed.</summary>
    private const double LeastOverlap = 0.45;

    /// <summary>The same between neighbours that are paired: the place says something too.</summary>
    private const double LeastBetweenNeighbours = 0.25;

    /// <summary>How much of a passage another one has to contain for it to be a part of that one.</summary>
    private const double LeastContained = 0.8;

    /// <summary>How much of it no other part may have: parts can repeat words of each other, such as the verb.</summary>
    private const double LeastLeft = 0.5;

    /// <summary>Fewer words are contained by chance.</summary>
    private const int FewestContained = 5;

    private readonly List<int>[] _targets = Lists(words.First.Length);
    private readonly List<int>[] _sources = Lists(words.Second.Length);
    private readonly List<(int First, int Second, double Share)> _candidates = [];

    public PassageWords Words => words;

    /// <summary>What each passage of the first document became.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Targets => _targets;

    /// <summary>What each passage of the second document comes from.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Sources => _sources;

    /// <summary>Pairs passages with the same words, the first with the first.</summary>
    public void PairSameWords()
    {
        var byWords = new Dictionary<string, Queue<int>>();
        for (var i = 0; i < words.First.Length; i++)
        {
            var key = Key(words.First[i]);
            if (!byWords.TryGetValue(key, out var queue)) byWords.Add(key, queue = new());
            queue.Enqueue(i);
        }
        for (var j = 0; j < words.Second.Length; j++)
            if (byWords.TryGetValue(Key(words.Second[j]), out var queue) && queue.TryDequeue(out var i)) Pair(i, j);
    }

    /// <summary>Pairs passages that share enough, those that share most first, of equals those nearest in place.</summary>
    public void PairSimilar()
    {
        foreach (var (i, j) in words.Candidates())
            _candidates.Add((i, j, words.Overlap(i, j).Share));
        var (n, m) = (Math.Max(1, words.First.Length), Math.Max(1, words.Second.Length));
        foreach (var (i, j, _) in _candidates.Where(c => c.Share >= LeastOverlap).OrderByDescending(c => c.Share)
            .ThenBy(c => Math.Abs(((double)c.First / n) - ((double)c.Second / m))))
            if (IsFree(i, j)) Pair(i, j);
    }

    /// <summary>Adds what was split off or merged; then pairs what is left over between neighbours.</summary>
    public void GroupContained()
    {
        Group(_candidates.Select(c => (Whole: c.First, Part: c.Second)), _targets, _sources, words.FirstSorted, words.SecondSorted);
        Group(_candidates.Select(c => (Whole: c.Second, Part: c.First)), _sources, _targets, words.SecondSorted, words.FirstSorted);
        foreach (var (i, j, _) in _candidates.Where(c => c.Share >= LeastBetweenNeighbours).OrderByDescending(c => c.Share))
            if (IsFree(i, j) && IsBetweenNeighbours(i, j)) Pair(i, j);
    }

    private static string Key(int[] words) =>
        string.Create(words.Length * 2, words, static (span, w) => System.Runtime.InteropServices.MemoryMarshal.Cast<int, char>(w)
            .CopyTo(span));

    private static List<int>[] Lists(int count)
    {
        var lists = new List<int>[count];
        for (var i = 0; i < count; i++) lists[i] = [];
        return lists;
    }

    private bool IsFree(int first, int second) => _targets[first].Count == 0 && _sources[second].Count == 0;

    private void Pair(int first, int second)
    {
        _targets[first].Add(second);
        _sources[second].Add(first);
    }

    /// <summary>Whether the passages before or after both are each other's.</summary>
    private bool IsBetweenNeighbours(int first, int second) =>
        first == 0 && second == 0 || ArePaired(first - 1, second - 1) || ArePaired(first + 1, second + 1);

    private bool ArePaired(int first, int second) =>
        (uint)first < (uint)_targets.Length && (uint)second < (uint)_sources.Length && _targets[first].Contains(second);

    /// <summary>Puts free passages of one document to the passage of the other that contains them beside what it is paired with.</summary>
    private static void Group(
        IEnumerable<(int Whole, int Part)> candidates, List<int>[] partsOf, List<int>[] wholesOf, int[][] wholes, int[][] parts)
    {
        foreach (var group in candidates.Where(c => wholesOf[c.Part].Count == 0 && parts[c.Part].Length >= FewestContained)
            .GroupBy(c => c.Whole))
        {
            var whole = group.Key;
            var left = wholes[whole].ToList();
            var members = partsOf[whole].ToList();
            if (members.Count > 1 || members.Any(m => wholesOf[m].Count > 1)) continue;
            if (members is [var paired] && !TakeContained(wholes[whole], left, parts[paired])) continue;
            foreach (var part in group.Select(g => g.Part).OrderBy(p => p))
                if (wholesOf[part].Count == 0 && TakeContained(wholes[whole], left, parts[part])) members.Add(part);
            if (members.Count < 2) continue;
            foreach (var part in members.Except(partsOf[whole]).ToList())
            {
                partsOf[whole].Add(part);
                wholesOf[part].Add(whole);
            }
            partsOf[whole].Sort();
        }
    }

    /// <summary>Takes the words of a part out of what is left of a whole, if the whole contains nearly all of them
    /// and enough is left of them.</summary>
    private static bool TakeContained(int[] whole, List<int> left, int[] part)
    {
        if (Overlap.Of(whole, part).Shared < part.Length * LeastContained) return false;
        var rest = new List<int>(left.Count);
        var i = 0;
        foreach (var word in left)
        {
            while (i < part.Length && part[i] < word) i++;
            if (i < part.Length && part[i] == word) i++;
            else rest.Add(word);
        }
        if (left.Count - rest.Count < part.Length * LeastLeft) return false;
        left.Clear();
        left.AddRange(rest);
        return true;
    }
}
