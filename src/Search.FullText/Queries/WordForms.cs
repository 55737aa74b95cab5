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
    private readonly StemForms?[] _stems = new StemForms?[Language.Count]; // by language

    private WordForms(string word, bool exact) => (_word, _bytes, _exact) = (word, Encoding.UTF8.GetBytes(word), exact);

    /// <summary>A stem of a language, which is not stemmed again.</summary>
    private WordForms(string stem, TextLanguage language)
        : this(stem, exact: false) => _stems[(int)language] = new StemForms(language, stem, _bytes);

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
        var forms = In(field.Field.Language);
        if (field.Stems.TryFind(forms.Bytes, out entry)) return true;

        // Stems without an entry have one form at most, and that form is the stem itself.
        return forms.IsItsOwn && field.Terms!.TryFind(forms.Bytes, out entry);
    }

    /// <summary>
    /// Finds the postings of the word, of its related stems, and of each of them with each prefix that the field's language writes together
    /// with it.
    /// </summary>
    public void FindAll(FieldTerms field, int ordinal, List<TermInSegment> into)
    {
        if (Find(field, out var entry)) into.Add(new TermInSegment(ordinal, 0, entry, 1f));
        if (_exact || field.Stems is null) return;
        var all = In(field.Field.Language).Further;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Find(field, out entry)) into.Add(new TermInSegment(ordinal, i + 1, entry, 1f));
        }
    }

    private StemForms In(TextLanguage language) => _stems[(int)language] ??= new StemForms(language, Stem(_word, language));

    /// <summary>The word in one language; what is rarely needed is found when asked for.</summary>
    private sealed class StemForms(TextLanguage language, string stem, byte[]? bytes = null)
    {
        private bool? _isItsOwn;
        private WordForms[]? _further;

        public byte[] Bytes { get; } = bytes ?? Encoding.UTF8.GetBytes(stem);

        /// <summary>Whether the stem of the stem is the stem again.</summary>
        public bool IsItsOwn => _isItsOwn ??= Stem(stem, language) == stem;

        /// <summary>Related stems, and those with the prefixes of the language.</summary>
        public WordForms[] Further => _further ??= Find();

        private WordForms[] Find()
        {
            var of = Language.Of(language);
            if (!of.HasFurtherForms) return [];
            string[] stems = [stem, .. of.Related(stem)];
            return
            [
                .. stems.Skip(1).Concat(stems.SelectMany(s => of.Prefixes.Select(p => p + s).Where(w => Stem(w, language) == w)))
                    .Distinct().Select(s => new WordForms(s, language)),
            ];
        }
    }
}
