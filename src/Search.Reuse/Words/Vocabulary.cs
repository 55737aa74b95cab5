namespace Search.Reuse.Words;

/// <summary>Numbers words from 0 in the order in which they are first seen: an open-addressed table over the hashes
/// that fingerprints need anyway.</summary>
/// <param name="slots">Slots at first, a power of two: more than twice the words that are expected.</param>
internal sealed class Vocabulary(int slots = Vocabulary.ManySlots)
{
    /// <summary>Slots for the words of many texts.</summary>
    public const int ManySlots = 1 << 12;

    /// <summary>Slots for the words of a paragraph.</summary>
    public const int FewSlots = 1 << 7;

    private readonly List<string> _words = [];
    private readonly List<uint> _hashes = [];
    private int[] _slots = new int[slots]; // number + 1, 0 where free

    /// <summary>How many words there are.</summary>
    public int Count => _words.Count;

    /// <summary>The word's number.</summary>
    public int Number(ReadOnlySpan<char> word)
    {
        var hash = WordHash.Of(word);
        for (var slot = Slot(hash); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (number < 0) return Add(word, hash, slot);
            if (_hashes[number] == hash && word.SequenceEqual(_words[number])) return number;
        }
    }

    /// <summary>The word's number, or -1 where it has none.</summary>
    public int Find(ReadOnlySpan<char> word)
    {
        var hash = WordHash.Of(word);
        for (var slot = Slot(hash); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            var number = _slots[slot] - 1;
            if (number < 0 || (_hashes[number] == hash && word.SequenceEqual(_words[number]))) return number;
        }
    }

    /// <summary>A word by its number.</summary>
    public string Word(int number) => _words[number];

    /// <summary>The hash of a word by its number: the same in every vocabulary.</summary>
    public uint Hash(int number) => _hashes[number];

    /// <summary>The numbers of a text's words, in order, appended to a list.</summary>
    public void Read(ReadOnlySpan<char> text, List<int> to)
    {
        var words = new WordReader(text);
        while (words.Read()) to.Add(Number(words.Word));
    }

    private int Slot(uint hash) => (int)(WordHash.Mix(hash) & (uint)(_slots.Length - 1));

    private int Add(ReadOnlySpan<char> word, uint hash, int slot)
    {
        _words.Add(word.ToString());
        _hashes.Add(hash);
        _slots[slot] = _words.Count;
        if (_words.Count * 2 > _slots.Length) Grow();
        return _words.Count - 1;
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        for (var number = 0; number < _hashes.Count; number++)
        {
            var slot = Slot(_hashes[number]);
            while (_slots[slot] != 0) slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = number + 1;
        }
    }
}
