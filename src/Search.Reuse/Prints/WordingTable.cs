using System.Runtime.InteropServices;
using Search.Reuse.Words;

namespace Search.Reuse.Prints;

/// <summary>The distinct wordings of a collection, numbered in the order in which they were added, with their words and fingerprints.</summary>
internal sealed class WordingTable
{
    /// <summary>Shorter texts are compared as wholes only: too much fits a few words.</summary>
    public const int FewestWords = 4;

    /// <summary>Numbers in a chunk: memory grows by chunks and is never copied.</summary>
    private const int ChunkLength = 1 << 18;

    private readonly List<int[]> _chunks = [];
    private readonly List<(int Chunk, int Start, int Length)> _words = [];
    private readonly List<WordSet> _sets = [];
    private readonly List<uint> _prints = [];
    private readonly List<int> _printStarts = [0];
    private int _filled;

    public int Count => _words.Count;

    /// <summary>The fingerprints of all wordings, one wording after another.</summary>
    public ReadOnlySpan<uint> Prints => CollectionsMarshal.AsSpan(_prints);

    /// <summary>Where each wording's fingerprints begin, and the end.</summary>
    public int[] PrintStarts => [.. _printStarts];

    /// <summary>The numbers of a wording's words, sorted, each as often as it occurs.</summary>
    public ReadOnlySpan<int> SortedWords(int wording)
    {
        var (chunk, start, length) = _words[wording];
        return _chunks[chunk].AsSpan(start, length);
    }

    /// <summary>The words that two wordings share where one is a version of the other; else nothing shared.</summary>
    public Overlap Compare(int a, int b)
    {
        var (shorter, longer) = _words[a].Length < _words[b].Length ? (a, b) : (b, a);
        var (few, many) = (_words[shorter].Length, _words[longer].Length);
        var needed = Overlap.Needed(many);
        if (few < needed || CollectionsMarshal.AsSpan(_sets)[shorter].MissingIn(in CollectionsMarshal.AsSpan(_sets)[longer]) > few - needed) return new(0, many);
        return Overlap.Of(SortedWords(a), SortedWords(b), needed);
    }

    /// <summary>How many words each wording has.</summary>
    public int[] Lengths() => [.. _words.Select(w => w.Length)];

    /// <summary>Adds a wording.</summary>
    /// <param name="words">The numbers of its words, in order.</param>
    /// <param name="hashes">Their hashes.</param>
    public void Add(ReadOnlySpan<int> words, ReadOnlySpan<uint> hashes)
    {
        if (_chunks.Count == 0 || _filled + words.Length > _chunks[^1].Length)
        {
            _chunks.Add(new int[Math.Max(ChunkLength, words.Length)]);
            _filled = 0;
        }
        var place = _chunks[^1].AsSpan(_filled, words.Length);
        words.CopyTo(place);
        place.Sort();
        _sets.Add(WordSet.Of(place));
        _words.Add((_chunks.Count - 1, _filled, words.Length));
        _filled += words.Length;
        if (words.Length >= FewestWords) Winnowing.Prints(hashes, _prints);
        _printStarts.Add(_prints.Count);
    }
}
