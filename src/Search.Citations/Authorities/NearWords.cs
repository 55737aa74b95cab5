namespace Search.Citations.Authorities;

/// <summary>Words one edit apart, found through what is left of each when one letter is taken out.</summary>
internal sealed class NearWords
{
    /// <summary>Shorter words are never corrected.</summary>
    public const int ShortestLength = 6;

    private const int LongestLength = 40;
    private readonly Dictionary<ulong, List<(string Surface, int Word)>> _by = [];

    public NearWords(IEnumerable<(string Surface, int Word)> words)
    {
        foreach (var (surface, word) in words)
        {
            if (surface.Length is < ShortestLength or > LongestLength) continue;
            foreach (var key in Keys(surface))
            {
                if (!_by.TryGetValue(key, out var list)) _by[key] = list = [];
                list.Add((surface, word));
            }
        }
    }

    /// <summary>Words whose surface is one insertion, deletion, replacement or swap away.</summary>
    public IEnumerable<int> Find(string word)
    {
        if (word.Length is < ShortestLength or > LongestLength) yield break;
        foreach (var key in Keys(word))
        {
            if (!_by.TryGetValue(key, out var list)) continue;
            foreach (var (surface, number) in list)
                if (OneApart(surface, word)) yield return number;
        }
    }

    private static IEnumerable<ulong> Keys(string word)
    {
        yield return NameScanner.Hash(word);
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0 && word[i] == word[i - 1]) continue;
            yield return NameScanner.Hash(string.Concat(word.AsSpan(0, i), word.AsSpan(i + 1)));
        }
    }

    private static bool OneApart(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var i = 0;
        while (i < a.Length && i < b.Length && a[i] == b[i]) i++;
        var x = a.AsSpan(i);
        var y = b.AsSpan(i);
        if (x.Length == y.Length)
            return x.Length == 0 || x[1..].SequenceEqual(y[1..]) || (x.Length > 1 && x[0] == y[1] && x[1] == y[0] && x[2..].SequenceEqual(y[2..]));
        return x.Length > y.Length ? x[1..].SequenceEqual(y) : y[1..].SequenceEqual(x);
    }
}
