using System.Runtime.CompilerServices;
using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Treatments;

/// <summary>
/// Cuts a clause in another language into the words of the verb list that its phrases mean, each in the place
/// of its phrase, so that what governs is read by the same rules as in English.
/// </summary>
internal sealed class TranslatedVerbs
{
    /// <summary>Characters of a word in a text without spaces.</summary>
    private const int HanWord = 1;

    /// <summary>The Chinese comma between the items of a list, which ends no phrase.</summary>
    private const char Enumerating = '\u3001';

    /// <summary>Words of a reference before what is said of it.</summary>
    private const int LongestReference = 120;

    /// <summary>Characters of an adverbial before the verb of a clause.</summary>
    private const int LongestAdverbial = 60;

    private static readonly ConditionalWeakTable<VerbLexicon, Dictionary<(Language, bool), TranslatedVerbs>> Known = [];

    private readonly VerbLexicon _lexicon;
    private readonly bool _spaced;
    private readonly bool _rightToLeft;
    private readonly IReadOnlyList<string> _participles;
    private readonly IReadOnlyList<string> _adverbials;
    private readonly IReadOnlyList<string> _closings;
    private readonly TranslatedPhrases _phrases;

    private TranslatedVerbs(VerbLexicon lexicon, Language language, bool preamble)
    {
        (_lexicon, _spaced, _rightToLeft) = (lexicon, language.HasSpaces, language.Script == Script.Arabic);
        (_participles, _adverbials, _closings) =
            (language.Wordings("participle-ending"), language.Wordings("within"), language.Wordings("within-ending"));
        _phrases = new(lexicon, language, preamble);
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
        var (opening, adverbial) = (true, true); // whether the verb of the clause may be next; whether what precedes it may be an adverbial
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var (sign, named) = (' ', false);
            for (var k = end; k < i; k++)
            {
                quotes = Quotes(quotes, text[k], words.Count == 0);
                named |= text[k] == '《';
                var endsNothing = text[k] == '.' && (quotes > 0 || !EndsSentence(text, k));
                if (source[k] != Enumerating && !endsNothing && Rank(text[k]) > Rank(sign)) sign = text[k];
            }
            if (sign == ',' && adverbial && words.Count > 0 && IsAdverbial(text.AsSpan(words[0].Start, end - words[0].Start)))
            {
                words.Clear();
                (sign, opening) = (' ', true);
            }
            adverbial &= sign == ' ';
            var at = i;
            var flags = quotes > 0 ? ClauseWordFlags.Quoted : ClauseWordFlags.None;
            if (!_spaced && adverbial && words.Count > 0 && IsClosedAdverbial(text, words[0].Start, end))
            {
                // "在第六届会议上审议了": no comma is between.
                if (_phrases.At(text, i, opening: true, quotes > 0) is { Meaning.Opens: true })
                {
                    words.Clear();
                    opening = true;
                }
            }
            if (_phrases.At(text, i, opening, quotes > 0) is { } found)
            {
                i = end = i + found.Length;
                var meaning = found.Meaning;
                adverbial &= !meaning.Opens && !meaning.Words.Any(id => _lexicon.Rows(id).Length > 0);
                if (meaning.Follows)
                {
                    Precede(words, meaning.Words, end, flags);
                    continue;
                }
                if (found.IsJoined) words.Add(new(_lexicon.And, at, at, sign, flags));
                else if (meaning.AfterComma && sign == ' ' && words.Count > 0) sign = ',';
                if (found.IsJoined || sign == ',' && !meaning.Opens && IsParticiple(text.AsSpan(at, found.Length))) sign = ' ';
                // The words of an opening verb are written as English would begin the clause.
                if (_spaced && char.IsUpper(text[at]) || meaning.Opens && opening) flags |= ClauseWordFlags.Capital;
                var opens = meaning.Opens && opening;
                foreach (var id in meaning.Words)
                {
                    var isAdverb = _lexicon.Is(id, WordRoles.Adverb);
                    words.Add(new(id, at, end, sign, isAdverb ? flags | ClauseWordFlags.Adverb : flags));
                    opening &= isAdverb || _lexicon.Is(id, WordRoles.Filler);
                    (sign, flags) = (' ', opens ? flags : flags & ~ClauseWordFlags.Capital);
                }
                continue;
            }
            while (i < text.Length && IsOfWord(text, at, i)) i++;
            end = i;
            opening = false;
            if (char.IsAsciiDigit(text[at])) flags |= ClauseWordFlags.Number | ClauseWordFlags.Capital;
            else if (named || _spaced && char.IsUpper(text[at])) flags |= ClauseWordFlags.Capital;
            if (sign == ',' && IsParticiple(text.AsSpan(at, end - at))) sign = ' ';
            words.Add(new(WordTable.Absent, at, end, sign, flags));
        }
    }

    /// <summary>Puts words that follow what they govern before it: "第67/1号决议<em>规定的</em>".</summary>
    private void Precede(List<ClauseWord> words, int[] meaning, int end, ClauseWordFlags flags)
    {
        var first = words.Count;
        var isNamed = false;
        while (first > 0 && words.Count - first < LongestReference && IsPartOfReference(words[first - 1]))
        {
            if (first < words.Count && words[first].Sign != ' ' && !words[first].IsNumber) break;
            first--;
            isNamed |= words[first].IsCapital || words[first].IsQuoted;
        }
        if (!isNamed) return;
        var (start, sign) = (words[first].Start, words[first].Sign);
        words[first] = words[first] with { Sign = ' ' };
        words.InsertRange(first, meaning.Select((id, i) => new ClauseWord(id, start, end, i == 0 ? sign : ' ', flags)));
    }

    private bool IsPartOfReference(ClauseWord word)
    {
        if (word.Id < 0 || word.IsQuoted || word.Id == _lexicon.Well) return true;
        return _lexicon.Is(word.Id, WordRoles.ListWord) || _lexicon.References.Contains(word.Id);
    }

    /// <summary>Whether a character belongs to the word that begins at an offset; a word in Chinese has this many at most.</summary>
    private bool IsOfWord(string text, int start, int at) =>
        char.IsLetterOrDigit(text[at]) && (_spaced || at - start < HanWord || !IsHan(text[at]));

    /// <summary>Whether the words so far are an adverbial that ends as such do: "在第六届会议上".</summary>
    private bool IsClosedAdverbial(string text, int start, int end)
    {
        if (!IsAdverbial(text.AsSpan(start, end - start))) return false;
        foreach (var closing in _closings)
            if (text.AsSpan(0, end).EndsWith(closing)) return true;
        return false;
    }

    /// <summary>Whether words that end at a comma are an adverbial before the verb: "在这方面，", "В этой связи,".</summary>
    private bool IsAdverbial(ReadOnlySpan<char> text)
    {
        if (text.Length > LongestAdverbial) return false;
        foreach (var word in _adverbials)
            if (LooseMatch.Length(text, word) is > 0 and var length && (!_spaced || length < text.Length && !char.IsLetter(text[length])))
                return true;
        return false;
    }

    /// <summary>Whether a word after a comma is a participle that belongs to the noun before it, as in Russian.</summary>
    private bool IsParticiple(ReadOnlySpan<char> word)
    {
        if (word.IndexOf(' ') is > 0 and var space) word = word[..space];
        foreach (var ending in _participles)
            if (word.Length > ending.Length + 2 && word.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>The quotations that are open after a sign. Arabic opens them with the mark that closes them in Latin
    /// script, or the other way round.</summary>
    private int Quotes(int open, char sign, bool first) => sign switch
    {
        '“' or '”' when _rightToLeft => open > 0 ? 0 : 1,
        '《' when first => open,
        '“' or '«' or '《' => open + 1,
        '”' or '»' or '》' => Math.Max(0, open - 1),
        _ => open,
    };

    private static bool IsHan(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static int Rank(char c) => c switch { '.' => 4, ';' => 3, ':' => 2, ',' => 1, _ => 0 };

    private static bool EndsSentence(string text, int stop)
    {
        if (stop + 1 >= text.Length || IsHan(text[stop + 1])) return true;
        return char.IsWhiteSpace(text[stop + 1]) && (stop == 0 || !char.IsUpper(text[stop - 1]));
    }
}
