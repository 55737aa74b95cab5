using System.Text.RegularExpressions;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Search.FullText;
using Search.FullText.Analysis;

namespace Search.Benchmarks.Languages;

/// <summary>Finds the words of texts that are stemmed otherwise with their accents than without: the lists that the
/// analysis of a language reads.</summary>
internal static partial class AccentLists
{
    /// <summary>Prints, in order, each word of the texts whose stem is another than that of the word as the index has it.</summary>
    /// <param name="folder">XML files in the language.</param>
    /// <param name="language">fr or es.</param>
    public static int Write(string folder, string language)
    {
        var (analysis, stemmer) = language == "fr"
            ? (TextLanguage.French, (SnowballProgram)new FrenchStemmer())
            : (TextLanguage.Spanish, new SpanishStemmer());
        var words = new Dictionary<string, Dictionary<string, int>>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
        {
            var text = Markup().Replace(File.ReadAllText(file), " ").ToLowerInvariant();
            foreach (var word in Word().EnumerateMatches(text))
            {
                var written = text.Substring(word.Index, word.Length);
                var folded = CharacterTable.Folded(written);
                if (!words.TryGetValue(folded, out var spellings)) words.Add(folded, spellings = []);
                spellings[written] = spellings.GetValueOrDefault(written) + 1;
            }
        }

        var list = new List<string>();
        foreach (var (folded, spellings) in words)
        {
            var usual = spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;
            stemmer.SetCurrent(usual);
            stemmer.Stem();
            if (CharacterTable.Folded(stemmer.Current) != Language.Of(analysis).Stem(folded).ToString()) list.Add(usual);
        }

        list.Sort(StringComparer.Ordinal);
        list.ForEach(Console.WriteLine);
        return 0;
    }

    [GeneratedRegex("<meta.*?</meta>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[a-zà-öø-ÿ]{3,}")]
    private static partial Regex Word();
}
