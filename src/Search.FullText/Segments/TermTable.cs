using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Search.FullText.Segments;

/// <summary>Numbers the terms of one field as they come: an open hash table over characters kept in one array.</summary>
internal sealed class TermTable
{
    private ulong[] _slots = new ulong[1 << 12]; // hash * 2^32 + number + 1: most other terms are told apart without looking at them
    private int[] _starts = new int[(1 << 10) + 1];
    private char[] _chars = new char[1 << 13];

    public int Count { get; private set; }

    /// <summary>Bytes of memory held.</summary>
    public long Memory => (_slots.Length * 8L) + (_starts.Length * 4L) + (_chars.Length * 2L);

    public ReadOnlySpan<char> this[int term] => _chars.AsSpan(_starts[term], _starts[term + 1] - _starts[term]);

    /// <summary>The number of a term, given to it now if it is new.</summary>
    public int NumberOf(ReadOnlySpan<char> term)
    {
        var hash = Hash(term);
        var mask = _slots.Length - 1;
        var slot = (int)hash & mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & mask)
        {
            if (_slots[slot] >> 32 != hash) continue;
            var number = (int)(uint)_slots[slot] - 1;
            if (this[number].SequenceEqual(term)) return number;
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

    private int Add(ReadOnlySpan<char> term, uint hash, int slot)
    {
        var number = Count++;
        if (Count + 1 > _starts.Length) Array.Resize(ref _starts, _starts.Length * 2);
        var start = number == 0 ? 0 : _starts[number];
        if (start + term.Length > _chars.Length) Array.Resize(ref _chars, Math.Max(_chars.Length * 2, start + term.Length));
        term.CopyTo(_chars.AsSpan(start));
        _starts[number] = start;
        _starts[number + 1] = start + term.Length;
        _slots[slot] = ((ulong)hash << 32) | (uint)(number + 1);
        if (Count * 2 > _slots.Length) Grow();
        return number;
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new ulong[before.Length * 2];
        var mask = _slots.Length - 1;
        foreach (var entry in before)
        {
            if (entry == 0) continue;
            var slot = (int)(entry >> 32) & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = entry;
        }
    }

    /// <summary>A hash of UTF-16 units, four at a time: the same on every machine, so that files never depend on a seed.</summary>
    private static uint Hash(ReadOnlySpan<char> term)
    {
        const ulong multiplier = 0x9E3779B97F4A7C15;
        var hash = (ulong)term.Length;
        var bytes = MemoryMarshal.AsBytes(term);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * multiplier;
            hash ^= hash >> 32;
        }

        for (; bytes.Length > 0; bytes = bytes[sizeof(char)..])
            hash = (hash << 16) ^ BinaryPrimitives.ReadUInt16LittleEndian(bytes) ^ (hash >> 48);
        hash *= multiplier;
        return (uint)(hash >> 32) ^ (uint)hash;
    }
}
