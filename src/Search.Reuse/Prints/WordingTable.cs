using System.Runtime.InteropServices;
using Search.Reuse.Words;

namespace Search.Reuse.Prints;

/// <summary>The distinct wordings of a collection, numbered in the order in which they were added, with
/// their words and fingerprints.</summary>
internal sealed class WordingTable
{
    /// <summary>Shorter texts are compared as wholes only: too much fits a few words.</summary>
    public const int FewestWords = 4;

    private readonly ChunkedLists<int> _words = new();
    private readonly List<WordSet> _sets = [];
    private readonly List<uint> _found = [];

    public int Count => _words.Lists;

    /// <summary>The fingerprints of all wordings, of each ascending.</summary>
    public ChunkedLists<uint> Prints { get; } = new();

    /// <summary>How many words a wording has.</summary>
    public int Length(int wording) => _words.Length(wording);

    /// <summary>How many words each wording has.</summary>
    public int[] Lengths() => [.. Enumerable.Range(0, Count).Select(Length)];

    /// <summary>The words that two wordings share where one is a version of the other; else nothing shared.</summary>
    public Overlap Compare(int a, int b)
    {
        var (shorter, longer) = Length(a) < Length(b) ? (a, b) : (b, a);
        var (few, many) = (Length(shorter), Length(longer));
        var needed = Overlap.Needed(many);
        if (few < needed || CollectionsMarshal.AsSpan(_sets)[shorter].MissingIn(in CollectionsMarshal.AsSpan(_sets)[longer]) > few - needed)
            return new(0, many);
        return Overlap.Of(_words[a], _words[b], needed);
    }

    /// <summary>Adds a wording.</summary>
    /// <param name="words">The numbers of its words, in order.</param>
    /// <param name="hashes">Their hashes.</param>
    public void Add(ReadOnlySpan<int> words, ReadOnlySpan<uint> hashes)
    {
        var sorted = _words.Add(words);
        sorted.Sort();
        _sets.Add(WordSet.Of(sorted));
        _found.Clear();
        if (words.Length >= FewestWords) Winnowing.Prints(hashes, _found);
        Prints.Add(CollectionsMarshal.AsSpan(_found));
    }

    /// <summary>The numbers of a wording's words, ascending.</summary>
    public ReadOnlySpan<int> Words(int wording) => _words[wording];

    /// <summary>Adds a wording as another table had it.</summary>
    /// <param name="words">The numbers of its words, ascending.</param>
    /// <param name="prints">Its fingerprints, ascending.</param>
    public void Restore(ReadOnlySpan<int> words, ReadOnlySpan<uint> prints)
    {
        _sets.Add(WordSet.Of(_words.Add(words)));
        Prints.Add(prints);
    }

    /// <summary>Lets the words be collected: nothing is compared any more. Lengths are kept.</summary>
    public void ReleaseWords()
    {
        _words.Release();
        _sets.Clear();
        _sets.TrimExcess();
    }
}
