using System.Globalization;
using System.Text;
using Search.Citations.Authorities;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>
/// Languages in which an index has no text, and their words as far as they are known: those of the names of
/// works and of the tables of the language. A word of such a language is not misspelt: nothing is offered in its place.
/// </summary>
internal sealed class AbsentLanguages(IReadOnlyCollection<Language> present, AuthorityList authorities)
{
    /// <summary>Letters of the shortest word that tells its language.</summary>
    private const int ShortestWord = 4;

    private readonly Lazy<List<(Language Language, HashSet<string> Words)>> _words = new(() =>
        [.. Language.All.Except(present).Where(l => l.Script == Script.Latin).Select(l => (l, WordsOf(l, authorities)))]);

    /// <summary>The language of a word that is in no text; null where it may be one of those that are here.</summary>
    public Language? Of(string word)
    {
        var script = LanguageFinder.MainScript(word);
        if (script is not (Script.None or Script.Latin))
            return present.Any(l => l.Script == script) ? null : Language.All.FirstOrDefault(l => l.Script == script);
        var plain = Plain(word);
        return plain.Length < ShortestWord ? null : _words.Value.Find(l => l.Words.Contains(plain)).Language;
    }

    private static HashSet<string> WordsOf(Language language, AuthorityList authorities) =>
        [.. language.Texts.Concat(authorities.NamesIn(language))
            .SelectMany(t => Plain(t).Split([' ', '’', '\'', ',', ';', '(', ')', '|'], StringSplitOptions.RemoveEmptyEntries))
            .Where(w => w.Length >= ShortestWord && !w.Contains('*'))];

    /// <summary>In small letters, without accents.</summary>
    private static string Plain(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant();
}
