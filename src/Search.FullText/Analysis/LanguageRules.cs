using System.Buffers;
using System.Collections.Frozen;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using FrenchStemmer = Lucene.Net.Tartarus.Snowball.Ext.FrenchStemmer;

namespace Search.FullText.Analysis;

/// <summary>Stems the first <paramref name="length"/> characters and returns how many are left; the array may
/// be exchanged for another.</summary>
internal delegate int StemInPlace(ref char[] word, int length);

/// <summary>What <see cref="Language"/> needs of a language.</summary>
/// <param name="Letters">The signs of the words that its stemmer knows.</param>
/// <param name="FunctionWords">Folded.</param>
/// <param name="NewStemmer">Makes a stemmer for one thread.</param>
internal sealed record LanguageRules(SearchValues<char> Letters, FrozenSet<string> FunctionWords, Func<StemInPlace> NewStemmer)
{
    // Like the library's words, and as frequent in resolutions.
    private static readonly string[] s_furtherEnglish = ["been", "from", "had", "has", "have", "its", "them", "were", "which"];

    private static readonly SearchValues<char> s_notConsonants = SearchValues.Create("aeiouy'");
    private static readonly SearchValues<char> s_latin = SearchValues.Create("'abcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> s_cyrillic = Between('а', 'я');
    private static readonly SearchValues<char> s_arabic = Between('ء', 'ي');

    /// <summary>Short words that are written together with the word after them and that its stemmer leaves: a search finds
    /// the word with each of them too.</summary>
    public string[] Prefixes { get; init; } = [];

    /// <summary>The language's code in <c>related-stems.txt</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>Whether a stem begins with the letter that its word begins with.</summary>
    public bool KeepsBeginnings { get; init; } = true;

    // by the number of their TextLanguage; each is made when it is first used, for the words of one load the library, which opening an
    // index does not need
    private static readonly Lazy<LanguageRules>[] s_all =
    [
        new(static () => new(SearchValues.Create(""), FrozenSet<string>.Empty, static () => static (ref char[] word, int length) => length)),
        new(static () => new(s_latin, Folded(StopAnalyzer.ENGLISH_STOP_WORDS_SET.Concat(s_furtherEnglish)), English)),
        new(static () =>
        {
            var accents = AccentedWords.Read("french-accents.txt");
            return new(s_latin, Folded(FrenchAnalyzer.DefaultStopSet), () => French(accents)) { KeepsBeginnings = false };
        }),
        new(static () =>
        {
            var accents = AccentedWords.Read("spanish-accents.txt");
            return new(s_latin, Folded(SpanishAnalyzer.DefaultStopSet), () => Accented(accents, new SpanishStemmer())) { Code = "es" };
        }),
        new(static () => new(s_cyrillic, Folded(RussianAnalyzer.DefaultStopSet), Russian) { Code = "ru" }),
        new(static () => new(s_arabic, Folded(ArabicAnalyzer.DefaultStopSet), Arabic)
        {
            Code = "ar",
            Prefixes = ["ب", "ل", "ك", "ف", "بال", "لل", "كال"],
            KeepsBeginnings = false,
        }),
    ];

    /// <summary>How many languages there are, that of no language included.</summary>
    public static int Count => s_all.Length;

    /// <summary>The rules of a language.</summary>
    public static LanguageRules Of(TextLanguage language) => s_all[(int)language].Value;

    private static StemInPlace English()
    {
        var stemmer = new EnglishStemmer();
        return (ref char[] word, int length) => length <= 2 ? length
            : IsPluralAbbreviation(word.AsSpan(0, length)) ? length - 1
            : Snowball(stemmer, ref word, length);
    }

    /// <summary>
    /// The one rule added to the library's: letters without a vowel are an abbreviation, and lose the s of their plural
    /// (<c>SDGs</c>), which the rules for words keep.
    /// </summary>
    private static bool IsPluralAbbreviation(ReadOnlySpan<char> word) =>
        word.Length >= 4 && word[^1] == 's' && word[^2] != 's' && word.IndexOfAny(s_notConsonants) < 0;

    private static StemInPlace French(AccentedWords accents)
    {
        var stem = Accented(accents, new FrenchStemmer());
        return (ref char[] word, int length) => stem(ref word, WithoutArticle(word, length));
    }

    // The stemmer knows endings by their accents, which folding has taken; those of the stem go in their turn.
    private static StemInPlace Accented(AccentedWords accents, SnowballProgram stemmer) => (ref char[] word, int length) =>
    {
        var stem = Snowball(stemmer, ref word, accents.Restore(word, length));
        foreach (ref var letter in word.AsSpan(0, stem)) letter = CharacterTable.FoldedOrExpands(letter);
        return stem;
    };

    /// <summary>Takes an elided article from the beginning of a word: <c>l'an</c>, <c>d'or</c>. Longer words are
    /// parted at the apostrophe.</summary>
    private static int WithoutArticle(char[] word, int length)
    {
        var apostrophe = word.AsSpan(0, length).IndexOf('\'');
        if (apostrophe < 1 || apostrophe + 1 == length || !FrenchAnalyzer.DEFAULT_ARTICLES.Contains(word, 0, apostrophe)) return length;
        word.AsSpan(apostrophe + 1, length - apostrophe - 1).CopyTo(word);
        return length - apostrophe - 1;
    }

    private static StemInPlace Arabic()
    {
        var (normalizer, stemmer) = (new ArabicNormalizer(), new ArabicStemmer());
        return (ref char[] word, int length) => stemmer.Stem(word, normalizer.Normalize(word, length));
    }

    private static StemInPlace Russian()
    {
        var stemmer = new RussianStemmer();
        return (ref char[] word, int length) => Snowball(stemmer, ref word, length);
    }

    private static int Snowball(SnowballProgram stemmer, ref char[] word, int length)
    {
        stemmer.SetCurrent(word, length);
        stemmer.Stem();
        word = stemmer.CurrentBuffer;
        return stemmer.CurrentBufferLength;
    }

    private static FrozenSet<string> Folded(IEnumerable<string> words) => words.Select(CharacterTable.Folded).ToFrozenSet();

    private static SearchValues<char> Between(char first, char last) =>
        SearchValues.Create(Enumerable.Range(first, last - first + 1).Select(static c => (char)c).ToArray());
}
