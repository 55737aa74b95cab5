using Search.Reuse.Oracle;
using Search.Testing;

namespace Search.Reuse;

/// <summary>What an index finds of the pairs that the oracle finds.</summary>
internal sealed class Recall
{
    private readonly Dictionary<(int First, int Second), double> _pairs;
    private readonly HashSet<(int, int)> _found = [];

    private Recall(Dictionary<(int First, int Second), double> pairs) => _pairs = pairs;

    /// <summary>Pairs that the index reports and the oracle does not.</summary>
    public List<(int First, int Second, int Percent)> Wrong { get; } = [];

    /// <summary>Of the texts with an earlier version at least that similar, the share whose best version the
    /// index knows as that good.</summary>
    public double OfBest(double least)
    {
        var best = new Dictionary<int, double>();
        foreach (var ((first, second), share) in _pairs)
            foreach (var text in (int[])[first, second])
                best[text] = Math.Max(best.GetValueOrDefault(text), share);
        var wanted = best.Where(b => b.Value >= least).ToList();
        var found = _found.SelectMany(f => new[] { (f.Item1, _pairs[f]), (f.Item2, _pairs[f]) }).GroupBy(f => f.Item1)
            .ToDictionary(g => g.Key, g => g.Max(f => f.Item2));
        return wanted.Count == 0 ? 1 : wanted.Count(w => found.GetValueOrDefault(w.Key) >= w.Value) / (double)wanted.Count;
    }

    /// <summary>The share found of the pairs at least that similar.</summary>
    public double OfPairs(double least)
    {
        var wanted = _pairs.Where(p => p.Value >= least).ToList();
        return wanted.Count == 0 ? 1 : wanted.Count(p => _found.Contains(p.Key)) / (double)wanted.Count;
    }

    public int Pairs(double least) => _pairs.Count(p => p.Value >= least);

    /// <summary>Builds an index of the texts and holds it against the oracle.</summary>
    public static Recall Of(IReadOnlyList<string> texts, int fewestWords)
    {
        using var folder = new TemporaryFolder();
        var index = Indexed.Of(folder, [.. texts.Select((t, i) => (i + 1, (string[])[t]))]);
        var recall = new Recall(ExactJoin.Pairs(texts, Overlap.Least, fewestWords));
        for (var wording = 0; wording < index.WordingCount; wording++)
            foreach (var similar in index.Similar(wording))
            {
                var pair = (index.PassagesOf(wording).First(), index.PassagesOf(similar.Wording).First());
                if (pair.Item1 > pair.Item2 || ExactJoin.Words(texts[pair.Item1]).Length < fewestWords
                    || ExactJoin.Words(texts[pair.Item2]).Length < fewestWords)
                    continue;
                if (recall._pairs.TryGetValue(pair, out var share) && similar.Percent == (int)((share * 100) + 1e-9))
                    recall._found.Add(pair);
                else recall.Wrong.Add((pair.Item1, pair.Item2, similar.Percent));
            }
        return recall;
    }
}

/// <summary>Indexes of a few documents.</summary>
internal static class Indexed
{
    public static ReuseIndex Of(TemporaryFolder folder, params (int Order, string[] Passages)[] documents)
    {
        var builder = new ReuseIndexBuilder(365);
        foreach (var (order, passages) in documents)
        {
            builder.AddDocument(order);
            foreach (var passage in passages) builder.Add(passage);
        }
        var path = Path.Combine(folder.Path, "reuse.bin");
        using (var file = File.Create(path)) builder.Write(file);
        return ReuseIndex.Open(path);
    }
}
