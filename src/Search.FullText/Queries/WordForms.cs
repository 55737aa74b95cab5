using System.Text;
using Search.FullText.Analysis;
using Search.FullText.Postings;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>A word to be looked up: in the form given, or in all forms with its stem where the field is stemmed.</summary>
internal sealed class WordForms
{
    private readonly string _word;
    private readonly byte[] _bytes;
    private readonly bool _exact;
    private readonly Dictionary<TextLanguage, (byte[] Stem, bool IsItsOwn)> _stems = [];

    private WordForms(string word, bool exact) => (_word, _bytes, _exact) = (word, Encoding.UTF8.GetBytes(word), exact);

    /// <summary>Makes ready to look up a word.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="exact">Only in this form.</param>
    public static WordForms Of(ReadOnlySpan<char> word, bool exact) => new(word.ToString(), exact);

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(ReadOnlySpan<char> word, TextLanguage language = TextLanguage.English) => Language.Of(language).Stem(word).ToString();

    /// <summary>Finds the postings of the word in a field of a segment.</summary>
    public bool Find(SegmentField field, out TermEntry entry)
    {
        if (field.Stems is null || _exact) return field.Terms!.TryFind(_bytes, out entry);
        var (stem, isItsOwn) = StemIn(field.Field.Language);
        if (field.Stems.TryFind(stem, out entry)) return true;

        // Stems without an entry have one form at most, and that form is the stem itself.
        return isItsOwn && field.Terms!.TryFind(stem, out entry);
    }

    private (byte[] Stem, bool IsItsOwn) StemIn(TextLanguage language)
    {
        if (_stems.TryGetValue(language, out var known)) return known;
        var stem = Stem(_word, language);
        return _stems[language] = (Encoding.UTF8.GetBytes(stem), Stem(stem, language) == stem);
    }
}
