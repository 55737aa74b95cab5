using System.Text.RegularExpressions;

namespace Search.Reuse.Oracle;

/// <summary>
/// All pairs of texts that share at least a share of their words, found without fingerprints: rare words first, a
/// pair can only share enough if it shares one of the first words of both (prefix filtering; Chaudhuri, Ganti and Kaushik, 2006). Every
/// pair that shares such a word is compared.
/// </summary>
internal static partial class ExactJoin
{
    /// <summary>Words of a text as this oracle reads them.</summary>
    public static string[] Words(string text) =>
        [.. LettersAndDigits().Matches(Invisible().Replace(text, "")).Select(m => m.Value.ToLowerInvariant())];

    /// <summary>The pairs with their overlaps; of equal texts only the first takes part.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="least">The least share.</param>
    /// <param name="fewestWords">Shorter texts take no part.</param>
    public static Dictionary<(int First, int Second), double> Pairs(IReadOnlyList<string> texts, double least, int fewestWords)
    {
        var bags = new List<(int Text, string[] Items)>();
        var seen = new HashSet<string>();
        for (var i = 0; i < texts.Count; i++)
        {
            var words = Words(texts[i]);
            if (words.Length >= fewestWords && seen.Add(string.Join(' ', words))) bags.Add((i, Numbered(words)));
        }
        var frequency = bags.SelectMany(b => b.Items).CountBy(w => w).ToDictionary();
        var order = frequency.OrderBy(f => f.Value).ThenBy(f => f.Key, StringComparer.Ordinal).Select((f, i) => (f.Key, i))
            .ToDictionary(f => f.Key, f => f.i);
        var sets = bags.ConvertAll(b => b.Items.Select(w => order[w]).Order().ToArray());

        var holders = new Dictionary<int, List<int>>();
        var pairs = new Dictionary<(int, int), double>();
        var compared = new HashSet<int>();
        for (var b = 0; b < sets.Count; b++)
        {
            var prefix = sets[b].AsSpan(0, sets[b].Length - (int)Math.Ceiling((least * sets[b].Length) - 1e-9) + 1);
            compared.Clear();
            foreach (var word in prefix)
            {
                if (!holders.TryGetValue(word, out var others)) holders.Add(word, others = []);
                foreach (var other in others)
                {
                    if (!compared.Add(other)) continue;
                    var (longer, shorter) = (Math.Max(sets[b].Length, sets[other].Length), Math.Min(sets[b].Length, sets[other].Length));
                    if (shorter < (least * longer) - 1e-9) continue;
                    var share = Shared(sets[b], sets[other], (int)((longer * (1 - least)) + 1e-9) - (longer - shorter)) / (double)longer;
                    if (share >= least - 1e-9) pairs.Add((bags[other].Text, bags[b].Text), share);
                }
                others.Add(b);
            }
        }
        return pairs;
    }

    /// <summary>The second "the" of a text is another item than the first.</summary>
    private static string[] Numbered(string[] words)
    {
        var seen = new Dictionary<string, int>();
        return [.. words.Select(w => $"{w} {seen[w] = seen.GetValueOrDefault(w) + 1}")];
    }

    /// <summary>How many items both have; 0 where more than some of the shorter are missing in the longer.</summary>
    private static int Shared(int[] a, int[] b, int mostMissing)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        int i = 0, j = 0, shared = 0, missing = 0;
        while (i < shorter.Length && missing <= mostMissing)
        {
            while (j < longer.Length && longer[j] < shorter[i]) j++;
            if (j < longer.Length && longer[j] == shorter[i]) shared++;
            else missing++;
            i++;
        }
        return missing <= mostMissing ? shared : 0;
    }

    [GeneratedRegex(@"[\p{Mn}\p{Mc}\u00ad]+")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"[\p{L}\p{Nd}]+")]
    private static partial Regex LettersAndDigits();
}
