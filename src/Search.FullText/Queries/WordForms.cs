using System.Text;
using Search.FullText.Analysis;
using Search.FullText.Postings;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>A word to be looked up: in the form given, or in all forms with its stem where the field is stemmed.</summary>
internal sealed class WordForms
{
    private readonly byte[] _word;
    private readonly byte[]? _stem;
    private readonly bool _stemIsItsOwn;

    private WordForms(byte[] word, byte[]? stem, bool stemIsItsOwn) => (_word, _stem, _stemIsItsOwn) = (word, stem, stemIsItsOwn);

    /// <summary>Makes ready to look up a word.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="exact">Only in this form.</param>
    public static WordForms Of(ReadOnlySpan<char> word, bool exact)
    {
        var bytes = Encoding.UTF8.GetBytes(word.ToArray());
        if (exact) return new WordForms(bytes, null, false);
        var stem = Stem(word);
        return new WordForms(bytes, Encoding.UTF8.GetBytes(stem), Stem(stem) == stem);
    }

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(ReadOnlySpan<char> word)
    {
        Span<char> chars = stackalloc char[word.Length + 1];
        word.CopyTo(chars);
        return chars[..Porter2.Stem(chars, word.Length)].ToString();
    }

    /// <summary>Finds the postings that stand for the word in a field of a segment.</summary>
    public bool Find(SegmentField field, out TermEntry entry)
    {
        if (field.Stems is null || _stem is null) return field.Terms!.TryFind(_word, out entry);
        if (field.Stems.TryFind(_stem, out entry)) return true;

        // Stems without an entry have one form at most, and that form is the stem itself.
        return _stemIsItsOwn && field.Terms!.TryFind(_stem, out entry);
    }
}
