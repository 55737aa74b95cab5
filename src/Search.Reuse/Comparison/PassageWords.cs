using System.Runtime.InteropServices;
using Search.Reuse.Prints;
using Search.Reuse.Words;

namespace Search.Reuse.Comparison;

/// <summary>The words of the passages of two documents, and which passages of one may belong to which of the other.</summary>
internal sealed class PassageWords
{
    /// <summary>Of a fingerprint that more passages have, the first ones are looked at.</summary>
    private const int MostHolders = 40;

    /// <summary>Candidates of a passage that are compared.</summary>
    private const int MostCandidates = 24;

    private readonly Vocabulary _vocabulary = new();

    public PassageWords(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        (First, Second) = (Read(first), Read(second));
        (FirstSorted, SecondSorted) = (Array.ConvertAll(First, Sorted), Array.ConvertAll(Second, Sorted));
    }

    /// <summary>The numbers of the words of each passage of the first document, in order.</summary>
    public int[][] First { get; }

    /// <summary>The same of the second.</summary>
    public int[][] Second { get; }

    /// <summary>The same, sorted.</summary>
    public int[][] FirstSorted { get; }

    /// <inheritdoc cref="FirstSorted" />
    public int[][] SecondSorted { get; }

    /// <summary>For each passage of the second document those of the first that share most of their runs of words with it.</summary>
    public IEnumerable<(int First, int Second)> Candidates()
    {
        var holders = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < First.Length; i++)
            foreach (var run in Runs(First[i]))
            {
                ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(holders, run, out _);
                if ((list ??= []).Count < MostHolders) list.Add(i);
            }
        var shared = new SharedPrints([.. First.Select(p => p.Length)]);
        for (var j = 0; j < Second.Length; j++)
        {
            foreach (var run in Runs(Second[j]))
                if (holders.TryGetValue(run, out var list))
                    foreach (var i in list) shared.Add(i);
            foreach (var (i, _) in shared.TakeBest(MostCandidates).ToArray()) yield return (i, j);
        }
    }

    /// <summary>How much two passages share.</summary>
    public Overlap Overlap(int first, int second) => Reuse.Overlap.Of(FirstSorted[first], SecondSorted[second]);

    /// <summary>Every two neighbouring words, each pair once.</summary>
    private static HashSet<ulong> Runs(int[] words)
    {
        var runs = new HashSet<ulong>();
        for (var i = 0; i + 1 < words.Length; i++) runs.Add(((ulong)(uint)words[i] << 32) | (uint)words[i + 1]);
        return runs;
    }

    private static int[] Sorted(int[] words)
    {
        int[] sorted = [.. words];
        Array.Sort(sorted);
        return sorted;
    }

    private int[][] Read(IReadOnlyList<string> texts)
    {
        var read = new int[texts.Count][];
        var words = new List<int>();
        for (var i = 0; i < read.Length; i++)
        {
            words.Clear();
            _vocabulary.Read(texts[i], words);
            read[i] = [.. words];
        }
        return read;
    }
}
