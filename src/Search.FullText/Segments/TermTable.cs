using System.Text;

namespace Search.FullText.Segments;

/// <summary>Numbers the terms of one field as they come: an open hash table over characters kept in one array.</summary>
internal sealed class TermTable
{
    private int[] _slots = new int[1 << 12];
    private int[] _hashes = new int[1 << 10];
    private int[] _starts = new int[(1 << 10) + 1];
    private char[] _chars = new char[1 << 13];

    public int Count { get; private set; }

    /// <summary>Bytes of memory held.</summary>
    public long Memory => (_slots.Length * 4L) + (_hashes.Length * 8L) + (_chars.Length * 2L);

    public ReadOnlySpan<char> this[int term] => _chars.AsSpan(_starts[term], _starts[term + 1] - _starts[term]);

    /// <summary>The number of a term, given to it now if it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> term)
    {
        var hash = Hash(term);
        var mask = _slots.Length - 1;
        var slot = hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            var number = _slots[slot] - 1;
            if (_hashes[number] == hash && this[number].SequenceEqual(term)) return number;
        }

        return Add(term, hash, slot);
    }

    /// <summary>The terms in the order of their UTF-8 bytes.</summary>
    public (int[] Order, byte[][] Bytes) Sorted()
    {
        var bytes = new byte[Count][];
        var order = new int[Count];
        var heads = new ulong[Count];
        for (var i = 0; i < Count; i++)
        {
            bytes[i] = Encoding.UTF8.GetBytes(this[i].ToArray());
            order[i] = i;
            for (var b = 0; b < 8; b++) heads[i] = (heads[i] << 8) | (b < bytes[i].Length ? bytes[i][b] : 0UL);
        }

        Array.Sort(heads, order);
        for (var from = 0; from < Count;)
        {
            var to = from + 1;
            while (to < Count && heads[to] == heads[from]) to++;
            if (to - from > 1) order.AsSpan(from, to - from).Sort((a, b) => bytes[a].AsSpan().SequenceCompareTo(bytes[b]));
            from = to;
        }

        return (order, bytes);
    }

    public void Clear()
    {
        Array.Clear(_slots);
        Count = 0;
    }

    private int Add(ReadOnlySpan<char> term, int hash, int slot)
    {
        var number = Count++;
        if (Count + 1 > _hashes.Length)
        {
            Array.Resize(ref _hashes, _hashes.Length * 2);
            Array.Resize(ref _starts, _hashes.Length + 1);
        }

        var start = number == 0 ? 0 : _starts[number];
        if (start + term.Length > _chars.Length) Array.Resize(ref _chars, Math.Max(_chars.Length * 2, start + term.Length));
        term.CopyTo(_chars.AsSpan(start));
        _starts[number] = start;
        _starts[number + 1] = start + term.Length;
        _hashes[number] = hash;
        _slots[slot] = number + 1;
        if (Count * 2 > _slots.Length) Grow();
        return number;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        var mask = _slots.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var slot = _hashes[number] & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = number + 1;
        }
    }

    /// <summary>FNV-1a over UTF-16 units, mixed: the same on every machine, so that files never depend on a seed.</summary>
    private static int Hash(ReadOnlySpan<char> term)
    {
        var hash = 2166136261u;
        foreach (var c in term) hash = (hash ^ c) * 16777619;
        hash ^= hash >> 15;
        return (int)(hash * 2654435761u >> 1);
    }
}
