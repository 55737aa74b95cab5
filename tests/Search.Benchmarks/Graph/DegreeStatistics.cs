using System.Globalization;

namespace Search.Benchmarks.Graph;

/// <summary>What a graph looks like in one line of a table.</summary>
internal static class DegreeStatistics
{
    public static string Header =>
        """
        | graph | works | citations | a work | citing | different | out: median, 90 %, 99 %, largest | in: median, 90 %, 99 %, largest |
        |---|---|---|---|---|---|---|---|
        """;

    /// <summary>Statistics of a list of pairs; degrees are of the works that have any.</summary>
    public static string Row(string name, IEnumerable<(int Source, int Target)> pairs)
    {
        var (outgoing, incoming) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var different = new HashSet<(int, int)>();
        var count = 0;
        foreach (var pair in pairs)
        {
            count++;
            outgoing[pair.Source] = outgoing.GetValueOrDefault(pair.Source) + 1;
            incoming[pair.Target] = incoming.GetValueOrDefault(pair.Target) + 1;
            different.Add(pair);
        }
        var works = outgoing.Keys.Union(incoming.Keys).Count();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {works:N0} | {count:N0} | {(double)count / works:F2} | {(double)outgoing.Count / works:P0} | {(double)different.Count / count:P0} | {Quantiles(outgoing)} | {Quantiles(incoming)} |");
    }

    private static string Quantiles(Dictionary<int, int> degrees)
    {
        var sorted = degrees.Values.Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{At(.5)}, {At(.9)}, {At(.99)}, {sorted[^1]}");
        int At(double share) => sorted[(int)(share * (sorted.Length - 1))];
    }
}
