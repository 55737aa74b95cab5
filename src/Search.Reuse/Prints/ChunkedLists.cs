namespace Search.Reuse.Prints;

/// <summary>Many short lists of numbers, one after another. Memory grows by chunks: nothing is copied, and no old
/// copies wait to be collected.</summary>
internal sealed class ChunkedLists<T>
    where T : unmanaged
{
    /// <summary>Numbers in a chunk; a longer list has one of its own.</summary>
    private const int ChunkLength = 1 << 18;

    private readonly List<T[]> _chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> _lists = [];
    private int _filled;

    /// <summary>How many lists there are.</summary>
    public int Lists => _lists.Count;

    /// <summary>How many numbers all lists have.</summary>
    public int Count { get; private set; }

    /// <summary>A list, which may be changed in place.</summary>
    public Span<T> this[int list]
    {
        get
        {
            var (chunk, start, length) = _lists[list];
            return _chunks[chunk].AsSpan(start, length);
        }
    }

    /// <summary>How many numbers a list has.</summary>
    public int Length(int list) => _lists[list].Length;

    /// <summary>Adds a list.</summary>
    /// <returns>The copy that was added.</returns>
    public Span<T> Add(ReadOnlySpan<T> numbers)
    {
        if (_chunks.Count == 0 || _filled + numbers.Length > _chunks[^1].Length)
        {
            _chunks.Add(new T[Math.Max(ChunkLength, numbers.Length)]);
            _filled = 0;
        }
        _lists.Add((_chunks.Count - 1, _filled, numbers.Length));
        _filled += numbers.Length;
        Count += numbers.Length;
        var added = this[_lists.Count - 1];
        numbers.CopyTo(added);
        return added;
    }

    /// <summary>Lets the numbers be collected; the lengths of the lists are kept.</summary>
    public void Release() => _chunks.Clear();
}
