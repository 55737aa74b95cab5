using System.Runtime.InteropServices;

namespace Search.Reuse.Storage;

/// <summary>
/// Numbers in the order in which they were added. A limited number of pages is in memory; the pages used least recently are written to
/// a temporary file. A span is valid until the array is used again. Not for several threads at once.
/// </summary>
/// <param name="memory">Bytes of memory that the pages may take; there are at least two of them.</param>
internal sealed class SpilledArray<T>(long memory) : IDisposable
    where T : unmanaged
{
    private const int PageBits = 14;

    /// <summary>Numbers in a page.</summary>
    private const int PageLength = 1 << PageBits;

    private readonly int _most = (int)Math.Clamp(memory / (PageLength * Marshal.SizeOf<T>()), 2, Array.MaxLength);
    private readonly List<Page?> _pages = [];
    private readonly List<int> _held = []; // pages in memory, in no order
    private FileStream? _file;
    private int _hand;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; private set; }

    /// <summary>One of the numbers.</summary>
    public T this[long index] => PageOf(index).Numbers[index & (PageLength - 1)];

    /// <summary>Adds numbers at the end.</summary>
    public void Add(ReadOnlySpan<T> numbers)
    {
        while (numbers.Length > 0)
        {
            var start = (int)(Count & (PageLength - 1));
            if (start == 0) Begin();
            var fitting = Math.Min(numbers.Length, PageLength - start);
            Write(Count, numbers[..fitting]);
            Count += fitting;
            numbers = numbers[fitting..];
        }
    }

    /// <summary>Adds a number at the end.</summary>
    public void Add(T number) => Add(new ReadOnlySpan<T>(in number));

    /// <summary>Numbers that follow each other: as they are in memory, or copied where they are not together there.</summary>
    /// <param name="start">The first.</param>
    /// <param name="length">How many.</param>
    /// <param name="copy">Takes the copy; it is made longer where it is too short.</param>
    public ReadOnlySpan<T> Read(long start, int length, ref T[] copy)
    {
        if (length == 0) return [];
        var first = (int)(start & (PageLength - 1));
        if (first + length <= PageLength) return PageOf(start).Numbers.AsSpan(first, length);
        if (copy.Length < length) copy = new T[Math.Max(length, copy.Length * 2)];
        for (var done = 0; done < length;)
        {
            var part = Chunk(start + done);
            part = part[..Math.Min(part.Length, length - done)];
            part.CopyTo(copy.AsSpan(done));
            done += part.Length;
        }
        return copy.AsSpan(0, length);
    }

    /// <summary>The numbers from one on that are in one page.</summary>
    public ReadOnlySpan<T> Chunk(long start)
    {
        var first = (int)(start & (PageLength - 1));
        return PageOf(start).Numbers.AsSpan(first, (int)Math.Min(PageLength - first, Count - start));
    }

    /// <summary>The numbers up to one, itself included, that are in its page.</summary>
    public ReadOnlySpan<T> ChunkUpTo(long last) => PageOf(last).Numbers.AsSpan(0, (int)(last & (PageLength - 1)) + 1);

    /// <summary>All numbers in their order.</summary>
    public IEnumerable<T> All()
    {
        for (var i = 0L; i < Count; i++) yield return this[i];
    }

    /// <summary>Puts numbers in the place of those that are there.</summary>
    public void Set(long start, ReadOnlySpan<T> numbers)
    {
        while (numbers.Length > 0)
        {
            var fitting = Math.Min(numbers.Length, PageLength - (int)(start & (PageLength - 1)));
            Write(start, numbers[..fitting]);
            start += fitting;
            numbers = numbers[fitting..];
        }
    }

    /// <summary>Lets go of all numbers.</summary>
    public void Dispose()
    {
        _pages.Clear();
        _held.Clear();
        Count = 0;
        _file?.Dispose();
        _file = null;
    }

    private void Begin()
    {
        var free = Free();
        _held.Add(_pages.Count);
        _pages.Add(free);
    }

    private void Write(long start, ReadOnlySpan<T> numbers)
    {
        var page = PageOf(start);
        numbers.CopyTo(page.Numbers.AsSpan((int)(start & (PageLength - 1))));
        page.IsChanged = true;
    }

    private Page PageOf(long index)
    {
        var number = (int)(index >> PageBits);
        var page = _pages[number] ?? Load(number);
        page.IsUsed = true;
        return page;
    }

    private Page Load(int number)
    {
        var page = Free();
        var bytes = MemoryMarshal.AsBytes(page.Numbers.AsSpan());
        var at = (long)number * bytes.Length;
        for (var read = 0; read < bytes.Length;)
            read += RandomAccess.Read(_file!.SafeFileHandle, bytes[read..], at + read) is > 0 and var n ? n
                : throw new IOException($"{_file.Name} was changed while it was used");
        _pages[number] = page;
        _held.Add(number);
        return page;
    }

    /// <summary>A page that is free: a new one, or one that was not used since the search for it last came by.</summary>
    private Page Free()
    {
        if (_held.Count < _most) return new(new T[PageLength]);
        while (true)
        {
            _hand = (_hand + 1) % _held.Count;
            var number = _held[_hand];
            var page = _pages[number]!;
            if (page.IsUsed)
            {
                page.IsUsed = false;
                continue;
            }
            if (page.IsChanged) Save(number, page);
            _pages[number] = null;
            _held[_hand] = _held[^1];
            _held.RemoveAt(_held.Count - 1);
            return page;
        }
    }

    private void Save(int number, Page page)
    {
        _file ??= Nameless();
        var bytes = MemoryMarshal.AsBytes(page.Numbers.AsSpan());
        RandomAccess.Write(_file.SafeFileHandle, bytes, (long)number * bytes.Length);
        page.IsChanged = false;
    }

    /// <summary>A temporary file. Its name is removed at once where the system allows it: a process that is killed leaves none.</summary>
    private static FileStream Nameless()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }

    private sealed class Page(T[] numbers)
    {
        public T[] Numbers { get; } = numbers;

        public bool IsUsed { get; set; } = true;

        public bool IsChanged { get; set; }
    }
}
