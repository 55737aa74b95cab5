using System.Buffers;
using System.Collections.Frozen;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Search.FullText.Analysis;

/// <summary>Stems the first <paramref name="length"/> characters and returns how many are left; the array may be exchanged for another.</summary>
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

    /// <summary>By the number of their <see cref="TextLanguage"/>.</summary>
    public static LanguageRules[] All { get; } =
    [
        new(SearchValues.Create(""), FrozenSet<string>.Empty, static () => static (ref char[] word, int length) => length),
        new(s_latin, Folded(StopAnalyzer.ENGLISH_STOP_WORDS_SET.Concat(s_furtherEnglish)), English),
        new(s_latin, Folded(FrenchAnalyzer.DefaultStopSet), static () => Light(new FrenchLightStemmer().Stem)),
        new(s_latin, Folded(SpanishAnalyzer.DefaultStopSet), Spanish),
        new(s_cyrillic, Folded(RussianAnalyzer.DefaultStopSet), static () => Light(new RussianLightStemmer().Stem)),
        new(s_arabic, Folded(ArabicAnalyzer.DefaultStopSet), Arabic),
    ];

    private static StemInPlace English()
    {
        var stemmer = new EnglishStemmer();
        return (ref char[] word, int length) => length <= 2 ? length : IsPluralAbbreviation(word.AsSpan(0, length)) ? length - 1 : Snowball(stemmer, ref word, length);
    }

    /// <summary>
    /// The one rule added to the library's: letters without a vowel are an abbreviation, and lose the s of their plural
    /// (<c>SDGs</c>), which the rules for words keep.
    /// </summary>
    private static bool IsPluralAbbreviation(ReadOnlySpan<char> word) =>
        word.Length >= 4 && word[^1] == 's' && word[^2] != 's' && word.IndexOfAny(s_notConsonants) < 0;

    // Folding has taken the accent of "resolución"; the stemmer knows the ending by it.
    private static StemInPlace Spanish()
    {
        var stemmer = new SpanishStemmer();
        return (ref char[] word, int length) =>
        {
            if (word.AsSpan(0, length).EndsWith("ion")) word[length - 2] = 'ó';
            var stem = Snowball(stemmer, ref word, length);
            word.AsSpan(0, stem).Replace('ó', 'o');
            return stem;
        };
    }

    private static StemInPlace Arabic()
    {
        var (normalizer, stemmer) = (new ArabicNormalizer(), new ArabicStemmer());
        return (ref char[] word, int length) => stemmer.Stem(word, normalizer.Normalize(word, length));
    }

    private static StemInPlace Light(Func<char[], int, int> stem) => (ref char[] word, int length) => stem(word, length);

    private static int Snowball(SnowballProgram stemmer, ref char[] word, int length)
    {
        stemmer.SetCurrent(word, length);
        stemmer.Stem();
        word = stemmer.CurrentBuffer;
        return stemmer.CurrentBufferLength;
    }

    private static FrozenSet<string> Folded(IEnumerable<string> words) => words.Select(Folded).ToFrozenSet();

    private static string Folded(string word)
    {
        Span<char> folded = stackalloc char[8 * word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (CharacterTable.Kind(c) is not (CharacterKind.Ignored or CharacterKind.Break)) length += CharacterTable.Fold(c, folded[length..]);
        }

        return folded[..length].ToString();
    }

    private static SearchValues<char> Between(char first, char last) => SearchValues.Create(Enumerable.Range(first, last - first + 1).Select(static c => (char)c).ToArray());
}
