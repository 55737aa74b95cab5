namespace Search.Citations.Authorities;

/// <summary>Words one edit apart, found through what is left of each when one letter is taken out.</summary>
internal sealed class SymmetricDeleteIndex
{
    /// <summary>Shorter words are never corrected.</summary>
    public const int ShortestLength = 6;

    private const int LongestLength = 40;

    private readonly Dictionary<ulong, List<(string Surface, int Word)>> _by = [];
    private readonly ulong[] _seen = new ulong[8192]; // a bit for every key: most words have none

    public SymmetricDeleteIndex(IEnumerable<(string Surface, int Word)> words)
    {
        Span<ulong> keys = stackalloc ulong[LongestLength + 1];
        foreach (var (surface, word) in words)
        {
            if (surface.Length is < ShortestLength or > LongestLength) continue;
            foreach (var key in keys[..Keys(surface, keys)])
            {
                if (!_by.TryGetValue(key, out var list)) _by[key] = list = [];
                list.Add((surface, word));
                _seen[Cell(key)] |= Bit(key);
            }
        }
    }

    /// <summary>Words whose surface is one insertion, deletion, replacement or swap away from a word; it may be
    /// printed with accents and capitals.</summary>
    public IReadOnlyList<int> Find(ReadOnlySpan<char> printed)
    {
        Span<char> word = stackalloc char[LongestLength];
        Span<ulong> keys = stackalloc ulong[LongestLength + 1];
        var length = 0;
        foreach (var c in printed)
        {
            var folded = NameLetters.Fold(c);
            if (folded == '\0') continue;
            if (length == word.Length) return [];
            word[length++] = folded;
        }
        if (length < ShortestLength) return [];
        word = word[..length];
        List<int>? near = null;
        foreach (var key in keys[..Keys(word, keys)])
        {
            if ((_seen[Cell(key)] & Bit(key)) == 0 || !_by.TryGetValue(key, out var list)) continue;
            foreach (var (surface, number) in list)
                if (OneApart(surface, word)) (near ??= []).Add(number);
        }
        return near ?? (IReadOnlyList<int>)[];
    }

    /// <summary>Hashes of a word and of what is left of it without each of its letters; of a doubled letter one is taken.
    /// Returns how many there are.</summary>
    /// <remarks>The letters are the digits of a number, the first the lowest, so what remains after one follows from
    /// what remains after the next.</remarks>
    private static int Keys(ReadOnlySpan<char> word, Span<ulong> keys)
    {
        Span<ulong> behind = stackalloc ulong[LongestLength + 1]; // the number that the letters from each on are
        behind[word.Length] = 0;
        for (var i = word.Length - 1; i >= 0; i--) behind[i] = word[i] + (Radix * behind[i + 1]);
        var count = 0;
        keys[count++] = behind[0];
        var before = 0UL;
        var power = 1UL;
        for (var i = 0; i < word.Length; i++, power *= Radix)
        {
            if (i == 0 || word[i] != word[i - 1]) keys[count++] = before + (power * behind[i + 1]);
            before += power * word[i];
        }
        return count;
    }

    private const ulong Radix = 0x9E3779B97F4A7C15UL;

    private static int Cell(ulong key) => (int)(key >> 51);

    private static ulong Bit(ulong key) => 1UL << (int)(key >> 45);

    private static bool OneApart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 1) return false;
        var i = a.CommonPrefixLength(b);
        var x = a[i..];
        var y = b[i..];
        if (x.Length == y.Length) return x.Length == 0 || x[1..].SequenceEqual(y[1..]) || AreSwapped(x, y);
        return x.Length > y.Length ? x[1..].SequenceEqual(y) : y[1..].SequenceEqual(x);
    }

    /// <summary>"ei" for "ie": whether two words differ only in the order of their first two letters.</summary>
    private static bool AreSwapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b) =>
        a.Length > 1 && a[0] == b[1] && a[1] == b[0] && a[2..].SequenceEqual(b[2..]);
}
