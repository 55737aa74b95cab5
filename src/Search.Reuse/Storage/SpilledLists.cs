namespace Search.Reuse.Storage;

/// <summary>Many short lists of numbers, one after another; what does not fit into memory is on the disk.</summary>
/// <param name="memory">Bytes of memory that the numbers may take.</param>
internal sealed class SpilledLists<T>(long memory) : IDisposable
    where T : unmanaged
{
    private readonly SpilledArray<T> _numbers = new(memory);
    private readonly List<long> _ends = [];
    private T[] _copy = [];

    /// <summary>How many lists there are.</summary>
    public int Lists => _ends.Count;

    /// <summary>How many numbers all lists have.</summary>
    public long Count => _numbers.Count;

    /// <summary>A list; the span is valid until another one is read.</summary>
    public ReadOnlySpan<T> this[int list] => _numbers.Read(Start(list), Length(list), ref _copy);

    /// <summary>How many numbers a list has.</summary>
    public int Length(int list) => (int)(_ends[list] - Start(list));

    /// <summary>Adds a list.</summary>
    public void Add(ReadOnlySpan<T> numbers)
    {
        _numbers.Add(numbers);
        _ends.Add(_numbers.Count);
    }

    /// <summary>Puts numbers in the place of some of a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="from">Where in it the first is.</param>
    /// <param name="numbers">The numbers.</param>
    public void Set(int list, int from, ReadOnlySpan<T> numbers) => _numbers.Set(Start(list) + from, numbers);

    /// <summary>Lets go of the numbers; the lengths of the lists are kept.</summary>
    public void Dispose() => _numbers.Dispose();

    private long Start(int list) => list == 0 ? 0 : _ends[list - 1];
}
