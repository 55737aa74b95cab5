using System.Runtime.InteropServices;
using Search.Reuse.Storage;
using Search.Reuse.Words;

namespace Search.Reuse.Prints;

/// <summary>The distinct wordings of a collection, numbered in the order in which they were added, with
/// their words and fingerprints.</summary>
/// <param name="memory">Bytes of memory that words and fingerprints may take; the rest of them is on the disk.</param>
internal sealed class WordingTable(long memory) : IDisposable
{
    /// <summary>Shorter texts are compared as wholes only: too much fits a few words.</summary>
    public const int FewestWords = 4;

    /// <summary>Words take more room than fingerprints, and are read more often.</summary>
    private const int ShareOfPrints = 4;

    /// <summary>Before the words of a wording is their set, so that both are in memory or neither is.</summary>
    private static readonly int SetLength = Marshal.SizeOf<WordSet>() / sizeof(int);

    private readonly SpilledLists<int> _words = new(memory - (memory / ShareOfPrints));
    private readonly List<uint> _found = [];
    private readonly List<int> _compared = [];
    private int[] _record = [];

    public int Count => _words.Lists;

    /// <summary>The fingerprints of all wordings, of each ascending.</summary>
    public SpilledLists<uint> Prints { get; } = new(memory / ShareOfPrints);

    /// <summary>How many words a wording has.</summary>
    public int Length(int wording) => _words.Length(wording) - SetLength;

    /// <summary>How many words each wording has.</summary>
    public int[] Lengths() => [.. Enumerable.Range(0, Count).Select(Length)];

    /// <summary>Begins to compare wordings with one.</summary>
    public void CompareWith(int wording)
    {
        CollectionsMarshal.SetCount(_compared, _words.Length(wording));
        _words[wording].CopyTo(CollectionsMarshal.AsSpan(_compared));
    }

    /// <summary>The words that a wording shares with the one that it is compared with where one is a version of the other; else nothing
    /// shared.</summary>
    public Overlap Compare(int other)
    {
        ReadOnlySpan<int> a = CollectionsMarshal.AsSpan(_compared);
        var b = _words[other];
        var shorter = a.Length < b.Length ? a : b;
        var longer = a.Length < b.Length ? b : a;
        var (few, many) = (shorter.Length - SetLength, longer.Length - SetLength);
        var needed = Overlap.Needed(many);
        if (few < needed || SetOf(shorter).MissingIn(SetOf(longer)) > few - needed) return new(0, many);
        return Overlap.Of(a[SetLength..], b[SetLength..], needed);
    }

    /// <summary>Adds a wording.</summary>
    /// <param name="words">The numbers of its words, in order.</param>
    /// <param name="hashes">Their hashes.</param>
    public void Add(ReadOnlySpan<int> words, ReadOnlySpan<uint> hashes)
    {
        words.CopyTo(Record(words.Length));
        Record(words.Length).Sort();
        AddRecord(words.Length);
        _found.Clear();
        if (words.Length >= FewestWords) Winnowing.Prints(hashes, _found);
        Prints.Add(CollectionsMarshal.AsSpan(_found));
    }

    /// <summary>The numbers of a wording's words, ascending; valid until another one is read.</summary>
    public ReadOnlySpan<int> Words(int wording) => _words[wording][SetLength..];

    /// <summary>Adds a wording as another table had it.</summary>
    /// <param name="words">The numbers of its words, ascending.</param>
    /// <param name="prints">Its fingerprints, ascending.</param>
    public void Restore(ReadOnlySpan<int> words, ReadOnlySpan<uint> prints)
    {
        words.CopyTo(Record(words.Length));
        AddRecord(words.Length);
        Prints.Add(prints);
    }

    /// <summary>Lets go of the words: nothing is compared any more. Lengths are kept.</summary>
    public void ReleaseWords() => _words.Dispose();

    public void Dispose()
    {
        _words.Dispose();
        Prints.Dispose();
    }

    /// <summary>Room for the words of the next record.</summary>
    private Span<int> Record(int words)
    {
        if (_record.Length < SetLength + words) _record = new int[Math.Max(SetLength + words, 2 * _record.Length)];
        return _record.AsSpan(SetLength, words);
    }

    private void AddRecord(int words)
    {
        MemoryMarshal.Write(MemoryMarshal.AsBytes(_record.AsSpan()), WordSet.Of(Record(words)));
        _words.Add(_record.AsSpan(0, SetLength + words));
    }

    private static WordSet SetOf(ReadOnlySpan<int> record) => MemoryMarshal.Read<WordSet>(MemoryMarshal.AsBytes(record));
}
