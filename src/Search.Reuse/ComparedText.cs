using Search.Reuse.Words;

namespace Search.Reuse;

/// <summary>A text whose words are compared with those of other texts. Not safe to use from several threads.</summary>
public sealed class ComparedText
{
    private readonly Vocabulary _vocabulary = new(Vocabulary.FewSlots);
    private readonly List<int> _words = []; // numbers from 0 in the order in which they are first used
    private readonly int[] _left; // of each word how often the other text may still have it

    /// <summary>Reads the words of a text.</summary>
    public ComparedText(ReadOnlySpan<char> text)
    {
        _vocabulary.Read(text, _words);
        _left = new int[_vocabulary.Count];
    }

    /// <summary>How many words it has.</summary>
    public int Length => _words.Count;

    /// <summary>What it shares with another text. Linear in the lengths of both.</summary>
    /// <param name="other">The other text.</param>
    /// <returns>The overlap, and whether both have the same words in the same order.</returns>
    public (Overlap Overlap, bool SameWords) With(ReadOnlySpan<char> other)
    {
        Array.Clear(_left);
        foreach (var word in _words) _left[word]++;
        var (count, shared, inOrder) = (0, 0, true);
        var words = new WordReader(other);
        for (; words.Read(); count++)
        {
            var word = _vocabulary.Find(words.Word);
            inOrder &= count < _words.Count && _words[count] == word;
            if (word < 0 || _left[word] == 0) continue;
            _left[word]--;
            shared++;
        }
        return (new(shared, Math.Max(count, _words.Count)), inOrder && count == _words.Count);
    }
}
