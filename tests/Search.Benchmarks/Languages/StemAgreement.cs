using System.Text.RegularExpressions;
using Lucene.Net.Analysis.Ar;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Search.FullText;
using Search.FullText.Analysis;

namespace Search.Benchmarks.Languages;

/// <summary>Compares the stem of every distinct word of texts with the one that the library's own stemmer gives
/// for the word as it is written.</summary>
internal static partial class StemAgreement
{
    /// <summary>Prints the words whose stem no spelling of theirs has in the library, and how many were compared.</summary>
    /// <param name="folder">XML or plain texts in the language.</param>
    /// <param name="code">en, fr, es, ru or ar.</param>
    public static int Measure(string folder, string code)
    {
        var (language, stem) = Library(code);
        var analysis = Language.Of(language);
        var spellings = new Dictionary<string, HashSet<string>>();
        foreach (var file in Directory.EnumerateFiles(folder))
            foreach (var match in Word()
                .EnumerateMatches(Markup().Replace(File.ReadAllText(file), " ").ToLowerInvariant() is var text ? text : ""))
            {
                var word = text.Substring(match.Index, match.Length);
                var folded = CharacterTable.Folded(word);
                if (!analysis.HasStem(folded)) continue;
                if (!spellings.TryGetValue(folded, out var written)) spellings.Add(folded, written = []);
                written.Add(word);
            }

        var differ = 0;
        foreach (var (folded, written) in spellings.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            var ours = analysis.Stem(folded).ToString();
            var theirs = written.Select(w => CharacterTable.Folded(stem(w))).Distinct().ToList();
            if (theirs.Contains(ours)) continue;
            differ++;
            Console.WriteLine($"{string.Join('/', written)}\t{ours}\t{string.Join('/', theirs)}");
        }

        Console.WriteLine($"{code}\t{spellings.Count} words\t{differ} differ");
        return 0;
    }

    private static (TextLanguage Language, Func<string, string> Stem) Library(string code) => code switch
    {
        "fr" => (TextLanguage.French, Snowball(new FrenchStemmer())),
        "es" => (TextLanguage.Spanish, Snowball(new SpanishStemmer())),
        "ru" => (TextLanguage.Russian, word => Snowball(new RussianStemmer())(word.Replace('ё', 'е'))), // Russian prints one for the other
        "ar" => (TextLanguage.Arabic, Arabic),
        _ => (TextLanguage.English, word => word.Length <= 2 ? word : Snowball(new EnglishStemmer())(word)),
    };

    private static Func<string, string> Snowball(SnowballProgram stemmer) => word =>
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    };

    private static string Arabic(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, new ArabicStemmer().Stem(letters, new ArabicNormalizer().Normalize(letters, letters.Length)));
    }

    [GeneratedRegex("<meta.*?</meta>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[\p{L}\p{Mn}\u0640]+")]
    private static partial Regex Word();
}
