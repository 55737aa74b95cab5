using Search.Reuse.Storage;

namespace Search.Reuse.Prints;

/// <summary>Numbers hashes from 0 in the order in which they are first seen.</summary>
/// <param name="memory">Bytes of memory that the hashes may take, beside four to eight for the place of each.</param>
internal sealed class KeyTable(long memory) : IDisposable
{
    private const int FewestSlots = 1 << 12;

    private readonly SpilledArray<UInt128> _keys = new(memory);
    private int[] _slots = new int[FewestSlots]; // number + 1, 0 where free

    /// <summary>How many hashes there are.</summary>
    public int Count => (int)_keys.Count;

    /// <summary>The hash of a number.</summary>
    public UInt128 this[int number] => _keys[number];

    /// <summary>The number of a hash; one that was not seen gets the next.</summary>
    public int NumberOf(UInt128 key)
    {
        for (var slot = Slot(key); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (number < 0) return Add(key, slot);
            if (_keys[number] == key) return number;
        }
    }

    public void Dispose()
    {
        _keys.Dispose();
        _slots = [];
    }

    private int Slot(UInt128 key) => (int)(ulong)key & (_slots.Length - 1);

    private int Add(UInt128 key, int slot)
    {
        _keys.Add(key);
        _slots[slot] = Count;
        if (Count * 2 > _slots.Length) Grow();
        return Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = Slot(_keys[number]);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = number + 1;
        }
    }
}
