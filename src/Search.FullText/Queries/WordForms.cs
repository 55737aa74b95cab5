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
    private readonly Dictionary<TextLanguage, WordForms[]> _further = [];

    private WordForms(string word, bool exact) => (_word, _bytes, _exact) = (word, Encoding.UTF8.GetBytes(word), exact);

    /// <summary>A stem of a language, which is not stemmed again.</summary>
    private WordForms(string stem, TextLanguage language)
        : this(stem, exact: false) => _stems[language] = (_bytes, Stem(stem, language) == stem);

    /// <summary>Makes ready to look up a word.</summary>
    /// <param name="word">Folded.</param>
    /// <param name="exact">Only in this form.</param>
    public static WordForms Of(ReadOnlySpan<char> word, bool exact) => new(word.ToString(), exact);

    /// <summary>The stem of a folded word.</summary>
    public static string Stem(ReadOnlySpan<char> word, TextLanguage language = TextLanguage.English) =>
        Language.Of(language).Stem(word).ToString();

    /// <summary>Finds the entry of the word in a dictionary.</summary>
    public bool Find(FieldTerms field, out TermEntry entry)
    {
        if (field.Stems is null || _exact) return field.Terms!.TryFind(_bytes, out entry);
        var (stem, isItsOwn) = StemIn(field.Field.Language);
        if (field.Stems.TryFind(stem, out entry)) return true;

        // Stems without an entry have one form at most, and that form is the stem itself.
        return isItsOwn && field.Terms!.TryFind(stem, out entry);
    }

    /// <summary>
    /// Finds the postings of the word, of its related stems, and of each of them with each prefix that the field's language writes together
    /// with it.
    /// </summary>
    public void FindAll(FieldTerms field, int ordinal, List<TermInSegment> into)
    {
        if (Find(field, out var entry)) into.Add(new TermInSegment(ordinal, 0, entry, 1f));
        if (_exact || field.Stems is null) return;
        var all = _further.GetValueOrDefault(field.Field.Language) ?? Further(field.Field.Language);
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Find(field, out entry)) into.Add(new TermInSegment(ordinal, i + 1, entry, 1f));
        }
    }

    private WordForms[] Further(TextLanguage language)
    {
        var of = Language.Of(language);
        var stem = Stem(_word, language);
        string[] stems = [stem, .. of.Related(stem)];
        return _further[language] =
        [
            .. stems.Skip(1).Concat(stems.SelectMany(s => of.Prefixes.Select(p => p + s).Where(w => Stem(w, language) == w)))
                .Distinct().Select(s => new WordForms(s, language)),
        ];
    }

    private (byte[] Stem, bool IsItsOwn) StemIn(TextLanguage language)
    {
        if (_stems.TryGetValue(language, out var known)) return known;
        var stem = Stem(_word, language);
        return _stems[language] = (Encoding.UTF8.GetBytes(stem), Stem(stem, language) == stem);
    }
}
