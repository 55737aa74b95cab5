using Lucene.Net.Analysis.Ar;
using Lucene.Net.Tartarus.Snowball;
using Lucene.Net.Tartarus.Snowball.Ext;
using Search.FullText.Analysis;
using Search.Testing;

namespace Search.FullText.Tests.Laws;

/// <summary>
/// The stem of a word is the one that the library gives for the word as it is written, without its accents. Words that differ only
/// in accents are one word here, and have the stem of one of them.
/// </summary>
public class Agreement_with_the_stemmers
{
    /// <summary>Tables of the repository that hold words of the languages.</summary>
    private static readonly string[] s_tables = ["src/Search.Api/Pages/Words/words.tsv", "tests/Search.Benchmarks/Languages/terms.tsv"];

    [Theory]
    [InlineData(TextLanguage.French, "fr", "src/Search.FullText/Analysis/french-accents.txt")]
    [InlineData(TextLanguage.Spanish, "es", "src/Search.FullText/Analysis/spanish-accents.txt")]
    [InlineData(TextLanguage.Russian, "ru", "")]
    [InlineData(TextLanguage.Arabic, "ar", "")]
    public void Every_stem_is_the_librarys(TextLanguage language, string code, string list)
    {
        var analysis = Language.Of(language);
        var words = Words(code, list);
        words.Count.ShouldBeGreaterThan(800);
        var spellings = words.ToLookup(CharacterTable.Folded);
        var disagreements = new List<string>();
        foreach (var word in spellings)
        {
            if (!analysis.HasStem(word.Key)) continue;
            var ours = analysis.Stem(word.Key).ToString();
            var theirs = word.Select(w => CharacterTable.Folded(Stem(language, w))).ToList();
            if (!theirs.Contains(ours)) disagreements.Add($"{string.Join('/', word)}: {ours} instead of {theirs[0]}");
        }

        disagreements.ShouldBeEmpty();
    }

    private static string Stem(TextLanguage language, string word)
    {
        switch (language)
        {
            case TextLanguage.French: return Snowball(new FrenchStemmer(), word);
            case TextLanguage.Spanish: return Snowball(new SpanishStemmer(), word);
            case TextLanguage.Russian: return Snowball(new RussianStemmer(), word.Replace('ё', 'е')); // Russian prints one for the other
            default:
                var letters = word.ToCharArray();
                return new string(letters, 0, new ArabicStemmer().Stem(letters, new ArabicNormalizer().Normalize(letters, letters.Length)));
        }
    }

    private static string Snowball(SnowballProgram stemmer, string word)
    {
        stemmer.SetCurrent(word);
        stemmer.Stem();
        return stemmer.Current;
    }

    private static HashSet<string> Words(string code, string list)
    {
        var lines = s_tables.SelectMany(t => Column(Places.InRepository(t), code));
        foreach (var file in Directory.EnumerateFiles(Places.InRepository("src", "Search.Resolutions", "Vocabulary", code), "*.tsv"))
            lines = lines.Concat(Column(file, file.EndsWith("heads.tsv", StringComparison.Ordinal) ? "head" : "phrase"));
        if (list.Length > 0) lines = lines.Concat(File.ReadLines(Places.InRepository(list)).Where(l => l[0] is not ('#' or '-')));
        var words = new HashSet<string>();
        foreach (var line in lines)
        {
            var word = "";
            foreach (var c in line.ToLowerInvariant() + ' ')
            {
                if (char.IsLetter(c) || CharacterTable.Kind(c) == CharacterKind.Ignored)
                {
                    word += c;
                    continue;
                }

                if (word.Length > 0) words.Add(word);
                word = "";
            }
        }

        return words;
    }

    private static IEnumerable<string> Column(string table, string name)
    {
        var rows = File.ReadLines(table).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).ToList();
        var column = Array.IndexOf(rows[0], name);
        return column < 0 ? [] : rows.Skip(1).Where(r => r.Length > column).Select(r => r[column]);
    }
}
