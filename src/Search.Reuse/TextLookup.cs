using System.Runtime.InteropServices;
using Search.Reuse.Prints;
using Search.Reuse.Words;

namespace Search.Reuse;

/// <summary>Looks texts up in an index, one after another. Not safe to use from several threads.</summary>
/// <param name="index">The index.</param>
public sealed class TextLookup(ReuseIndex index)
{
    /// <summary>A candidate shares at least one of that many fingerprints of the text; the index has at least two thirds of them.</summary>
    private const int PrintsPerShared = 24;

    /// <summary>Candidates are ranked among this many times as many that share most.</summary>
    private const int Ranked = 8;

    private readonly SharedPrints _shared = new(index.Lengths());
    private readonly List<uint> _hashes = [];
    private readonly List<uint> _prints = [];

    /// <summary>The wordings that share most fingerprints with a text, in proportion to their lengths, best first:
    /// its versions are among them.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="most">The most returned.</param>
    public IReadOnlyList<int> Candidates(ReadOnlySpan<char> text, int most)
    {
        _hashes.Clear();
        _prints.Clear();
        var words = new WordReader(text);
        while (words.Read()) _hashes.Add(WordHash.Of(words.Word));
        if (_hashes.Count < WordingTable.FewestWords) return [];
        Winnowing.Prints(CollectionsMarshal.AsSpan(_hashes), _prints);
        index.Count(CollectionsMarshal.AsSpan(_prints), _shared);
        var best = _shared.TakeBest(most * Ranked, 1 + (_prints.Count / PrintsPerShared), _hashes.Count).ToArray();
        return [.. best.OrderByDescending(s => (double)s.Count / Math.Max(_hashes.Count, index.Length(s.Wording))).ThenBy(s => s.Wording)
            .Take(most).Select(s => s.Wording)];
    }
}
