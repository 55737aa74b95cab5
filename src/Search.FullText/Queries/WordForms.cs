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
    private readonly Dictionary<TextLanguage, WordForms[]> _prefixed = [];

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

    /// <summary>Finds the postings of the word, and of the word with each prefix that the field's language writes together with it.</summary>
    public void FindAll(SegmentField field, int ordinal, List<TermInSegment> into)
    {
        if (Find(field, out var entry)) into.Add(new TermInSegment(ordinal, entry, 1f));
        if (_exact) return;
        foreach (var prefixed in _prefixed.GetValueOrDefault(field.Field.Language) ?? WithPrefixes(field.Field.Language))
        {
            if (prefixed.Find(field, out entry)) into.Add(new TermInSegment(ordinal, entry, 1f));
        }
    }

    private WordForms[] WithPrefixes(TextLanguage language)
    {
        var stem = Stem(_word, language);
        return _prefixed[language] = [.. Language.Of(language).Prefixes.Select(p => p + stem).Where(w => Stem(w, language) == w).Select(w => new WordForms(w, exact: false))];
    }

    private (byte[] Stem, bool IsItsOwn) StemIn(TextLanguage language)
    {
        if (_stems.TryGetValue(language, out var known)) return known;
        var stem = Stem(_word, language);
        return _stems[language] = (Encoding.UTF8.GetBytes(stem), Stem(stem, language) == stem);
    }
}
