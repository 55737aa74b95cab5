namespace Search.Citations.Authorities;

/// <summary>Numbers of words by their hash, eight bytes an entry, so that the whole table stays in the processor's cache.</summary>
/// <remarks>Two words are taken for one where 32 bits of their hashes and their places agree: less than once in a billion words.</remarks>
internal sealed class WordTable
{
    /// <summary>What is in an empty entry, and is answered for words that the table has not.</summary>
    public const int Absent = -1;

    private readonly (uint Mark, int Number)[] _entries;
    private readonly uint _mask;

    /// <summary>Makes a table; of several entries with one hash the last counts.</summary>
    public WordTable(IReadOnlyCollection<KeyValuePair<ulong, int>> words)
    {
        var size = 4;
        while (size < words.Count * 2) size *= 2;
        _entries = new (uint, int)[size];
        _mask = (uint)size - 1;
        Array.Fill(_entries, (0u, Absent));
        foreach (var (hash, number) in words)
        {
            var i = (uint)(hash >> 32) & _mask;
            while (_entries[i] is not (_, Absent) && _entries[i].Mark != (uint)hash) i = (i + 1) & _mask;
            _entries[i] = ((uint)hash, number);
        }
    }

    /// <summary>The number of a word, or <see cref="Absent"/>.</summary>
    public int Find(ulong hash)
    {
        for (var i = (uint)(hash >> 32) & _mask; ; i = (i + 1) & _mask)
        {
            var (mark, number) = _entries[i];
            if (number == Absent || mark == (uint)hash) return number;
        }
    }
}
