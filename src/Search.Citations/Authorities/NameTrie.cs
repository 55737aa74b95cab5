namespace Search.Citations.Authorities;

/// <summary>Names as paths of word numbers; state 0 is the root.</summary>
internal sealed class NameTrie
{
    private readonly int[] _first;
    private readonly Dictionary<long, int> _next = [];
    private readonly List<List<NamePattern>?> _patterns = [null];

    public NameTrie(int words) => _first = new int[words];

    /// <summary>Adds a name.</summary>
    public void Add(ReadOnlySpan<int> words, NamePattern pattern)
    {
        var state = 0;
        foreach (var word in words)
        {
            var next = Next(state, word);
            if (next == 0)
            {
                next = _patterns.Count;
                _patterns.Add(null);
                if (state == 0) _first[word] = next;
                else _next[Key(state, word)] = next;
            }
            state = next;
        }
        (_patterns[state] ??= []).Add(pattern);
    }

    /// <summary>The state after a word, or 0 where no name continues so.</summary>
    public int Next(int state, int word)
    {
        if (word < 0) return 0;
        return state == 0 ? _first[word] : _next.GetValueOrDefault(Key(state, word));
    }

    /// <summary>The names that end in a state.</summary>
    public List<NamePattern>? Ending(int state) => _patterns[state];

    /// <summary>The state of a whole path, or 0.</summary>
    public int Walk(ReadOnlySpan<int> words)
    {
        var state = 0;
        foreach (var word in words)
        {
            state = Next(state, word);
            if (state == 0) return 0;
        }
        return state;
    }

    private static long Key(int state, int word) => ((long)state << 32) | (uint)word;
}

/// <summary>A name in the trie with what its printed form must show.</summary>
/// <param name="Name">The name.</param>
/// <param name="Words">Words without "the".</param>
/// <param name="Capitals">How many words must begin with a capital.</param>
/// <param name="Exact">Whether the printed form must agree letter by letter, as abbreviations must.</param>
internal sealed record NamePattern(WorkName Name, int Words, int Capitals, bool Exact);
