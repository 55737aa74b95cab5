using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.CompilerServices;
using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Treatments;

/// <summary>
/// Cuts a clause in another language into the words of the verb list that its phrases mean, each in the place of its phrase, so that what governs
/// is read by the same rules as in English.
/// </summary>
internal sealed class TranslatedVerbs
{
    /// <summary>Characters of a word in a text without spaces.</summary>
    private const int HanWord = 1;

    /// <summary>Letters by which phrases are sorted.</summary>
    private const int KeyLength = 2;

    private static readonly ConditionalWeakTable<VerbLexicon, Dictionary<(Language, bool), TranslatedVerbs>> Known = [];

    private readonly VerbLexicon _lexicon;
    private readonly bool _spaced;
    private readonly FrozenDictionary<string, (string Phrase, int[] Words, bool Opens)[]>.AlternateLookup<ReadOnlySpan<char>> _phrases;

    private TranslatedVerbs(VerbLexicon lexicon, Language language, bool preamble)
    {
        (_lexicon, _spaced) = (lexicon, language.HasSpaces);
        var phrases = new Dictionary<string, (int[] Words, bool Opens)>(StringComparer.Ordinal);
        foreach (var (phrase, english) in language.Phrases) phrases[phrase] = (Numbers(english), false);
        // where both parts of a resolution open with a word, the clause's own part says what it means
        foreach (var (words, part, english) in language.Heads.OrderBy(h => h.Preambular == preamble)) phrases[words] = (Numbers(Completed(english)), true);
        _phrases = phrases.Select(p => (Phrase: p.Key, p.Value.Words, p.Value.Opens)).GroupBy(p => p.Phrase[..Math.Min(KeyLength, p.Phrase.Length)])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Phrase.Length).ToArray(), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The phrases of a language for clauses of a kind.</summary>
    public static TranslatedVerbs Of(VerbLexicon lexicon, Language language, ClauseKind kind)
    {
        var known = Known.GetOrCreateValue(lexicon);
        var key = (language, kind == ClauseKind.Preambular);
        lock (known)
        {
            if (!known.TryGetValue(key, out var verbs)) known[key] = verbs = new(lexicon, language, key.Item2);
            return verbs;
        }
    }

    /// <summary>Replaces the content of a list with the words that a text means.</summary>
    public void Read(string source, List<ClauseWord> words)
    {
        words.Clear();
        var text = PlainSigns.Of(source);
        var (end, quotes) = (0, 0);
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var sign = ' ';
            for (var k = end; k < i; k++)
            {
                if (text[k] is '“' or '«' or '《' && words.Count > 0) quotes++;
                else if (text[k] is '”' or '»' or '》' && quotes > 0) quotes--;
                if (Rank(text[k]) > Rank(sign) && (text[k] != '.' || quotes == 0 && EndsSentence(text, k))) sign = text[k];
            }
            var at = i;
            if (Phrase(text, i, out var phrase) is { } meant && (!meant.Opens || quotes == 0))
            {
                end = i + phrase;
                foreach (var id in meant.Words)
                {
                    words.Add(new(id, at, end, sign, Flags(quotes > 0, false) | (_lexicon.Is(id, WordRoles.Adverb) ? ClauseWordFlags.Adverb : ClauseWordFlags.None)));
                    sign = ' ';
                }
                i = end;
                continue;
            }
            while (i < text.Length && char.IsLetterOrDigit(text[i]) && (_spaced || i - at < HanWord || !IsHan(text[i]))) i++;
            end = i;
            var number = char.IsAsciiDigit(text[at]);
            words.Add(new(WordTable.Absent, at, end, sign, Flags(quotes > 0, number) | (number || _spaced && char.IsUpper(text[at]) ? ClauseWordFlags.Capital : ClauseWordFlags.None)));
        }
    }

    private static ClauseWordFlags Flags(bool quoted, bool number) =>
        (quoted ? ClauseWordFlags.Quoted : ClauseWordFlags.None) | (number ? ClauseWordFlags.Number : ClauseWordFlags.None);

    private (int[] Words, bool Opens)? Phrase(string text, int at, out int length)
    {
        length = 0;
        if (_spaced && at > 0 && char.IsLetterOrDigit(text[at - 1])) return null;
        Span<char> key = stackalloc char[KeyLength];
        for (var n = Math.Min(KeyLength, text.Length - at); n > 0; n--)
        {
            for (var i = 0; i < n; i++) key[i] = LooseMatch.Fold(text[at + i]);
            if (!_phrases.TryGetValue(key[..n], out var phrases)) continue;
            foreach (var (phrase, words, opens) in phrases)
                if (LooseMatch.Length(text.AsSpan(at), phrase) is > 0 and var used && (!_spaced || at + used == text.Length || !char.IsLetter(text[at + used])))
                {
                    length = used;
                    return (words, opens);
                }
        }
        return null;
    }

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static int Rank(char c) => c switch { '.' => 4, ';' => 3, ':' => 2, ',' => 1, _ => 0 };

    private static bool EndsSentence(string text, int stop) => stop + 1 >= text.Length || char.IsWhiteSpace(text[stop + 1]) && (stop == 0 || !char.IsUpper(text[stop - 1])) || IsHan(text[stop + 1]);

    private int[] Numbers(string english) =>
        [.. english.ToLower(CultureInfo.InvariantCulture).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => _lexicon.Find(NameScanner.Hash(NameLetters.Fold(w))))];

    /// <summary>The opening words with the preposition that the verb list has them with: "mindful of", "guided by".</summary>
    private static string Completed(string english) => english.ToLowerInvariant() switch
    {
        "mindful" => "mindful of",
        "guided" => "guided by",
        _ => english,
    };
}
