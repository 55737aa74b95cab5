using System.Collections.Frozen;
using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Treatments;

/// <summary>The phrases of a language that say what a clause does, each with the words of the verb list that it means.</summary>
internal sealed class TranslatedPhrases
{
    /// <summary>Letters by which phrases are sorted.</summary>
    private const int KeyLength = 2;

    private readonly VerbLexicon _lexicon;
    private readonly bool _spaced;
    private readonly string[] _conjunctions; // written together with the word after them
    private readonly string[] _prefixes; // likewise, articles and prepositions
    private readonly FrozenDictionary<string, Phrase[]>.AlternateLookup<ReadOnlySpan<char>> _phrases;

    /// <summary>Reads the tables of a language.</summary>
    /// <param name="lexicon">The verb list.</param>
    /// <param name="language">The language.</param>
    /// <param name="preamble">Whether the phrases are for preambular clauses.</param>
    public TranslatedPhrases(VerbLexicon lexicon, Language language, bool preamble)
    {
        (_lexicon, _spaced) = (lexicon, language.HasSpaces);
        _conjunctions = [.. language.Wordings("prefix").Intersect(language.Wordings("and"))];
        _prefixes = [.. language.Wordings("prefix").Except(_conjunctions).OrderByDescending(p => p.Length)];
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        foreach (var (words, english) in language.Phrases) phrases[words] = new(words, Read(english, opens: false), null);
        // Where both parts of a resolution open with a word, the clause's own part says what it means.
        foreach (var (words, part, english) in language.Heads.OrderBy(h => h.Preambular == preamble))
        {
            var meaning = Read(Completed(english), opens: true);
            phrases[words] = new(words, phrases.GetValueOrDefault(words)?.Inside is { Opens: false } inside ? inside : meaning, meaning);
        }
        _phrases = phrases.Values.GroupBy(p => p.Letters[..Math.Min(KeyLength, p.Letters.Length)])
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The longest phrase that begins in a text at a letter, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where.</param>
    /// <param name="opening">Whether the verb of the clause may be here.</param>
    /// <param name="quoted">Whether the place is in quotation marks, where no verb opens a clause.</param>
    public Found? At(string text, int at, bool opening, bool quoted)
    {
        if (_spaced && at > 0 && char.IsLetterOrDigit(text[at - 1])) return null;
        if (Plain(text, at, opening, quoted) is { } plain) return plain;
        foreach (var conjunction in _conjunctions)
            if (LooseMatch.Length(text.AsSpan(at), conjunction) is > 0 and var used
                && (Plain(text, at + used, opening, quoted) ?? Prefixed(text, at + used, quoted)) is { } joined)
                return joined with { Length = joined.Length + used, IsJoined = true };
        return Prefixed(text, at, quoted);
    }

    private Found? Prefixed(string text, int at, bool quoted)
    {
        foreach (var prefix in _prefixes)
            if (LooseMatch.Length(text.AsSpan(at), prefix) is > 0 and var used
                && Plain(text, at + used, opening: false, quoted) is { Meaning.Opens: false } found)
                return found with { Length = found.Length + used };
        return null;
    }

    private Found? Plain(string text, int at, bool opening, bool quoted)
    {
        Span<char> key = stackalloc char[KeyLength];
        for (var n = Math.Min(KeyLength, text.Length - at); n > 0; n--)
        {
            for (var i = 0; i < n; i++) key[i] = LooseMatch.Fold(text[at + i]);
            if (!_phrases.TryGetValue(key[..n], out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                var meaning = opening && !quoted ? phrase.Opening ?? phrase.Inside : phrase.Inside;
                if (meaning.Opens && quoted || phrase.LengthIn(text.AsSpan(at)) is not (> 0 and var length)) continue;
                if (_spaced && at + length < text.Length && char.IsLetter(text[at + length])) continue;
                return new(meaning, length, IsJoined: false);
            }
        }
        return null;
    }

    private Meaning Read(string english, bool opens)
    {
        var (afterComma, follows) = (english.StartsWith(','), english.StartsWith('^'));
        return new([.. english.TrimStart(',', '^').ToLower(CultureInfo.InvariantCulture).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(Number)], opens, afterComma, follows);
    }

    private int Number(string word) => _lexicon.Find(NameScanner.Hash(NameLetters.Fold(word)));

    /// <summary>The opening words with the preposition that the verb list has them with: "mindful of", "guided by".</summary>
    private static string Completed(string english) => english.ToLowerInvariant() switch
    {
        "mindful" => "mindful of",
        "guided" => "guided by",
        _ => english,
    };

    /// <summary>What a phrase means.</summary>
    /// <param name="Words">The words of the verb list; absent ones that are in no row.</param>
    /// <param name="Opens">Whether it is a verb that opens clauses.</param>
    /// <param name="AfterComma">Whether English would set it off by a comma.</param>
    /// <param name="Follows">Whether it follows what it governs.</param>
    public sealed record Meaning(int[] Words, bool Opens, bool AfterComma, bool Follows);

    /// <summary>A phrase found in a text.</summary>
    /// <param name="Meaning">What it means there.</param>
    /// <param name="Length">Characters that it takes.</param>
    /// <param name="IsJoined">Whether "and" is written together with it.</param>
    public readonly record struct Found(Meaning Meaning, int Length, bool IsJoined);

    /// <summary>A phrase; a star in it matches any ending of a word.</summary>
    private sealed record Phrase(string Words, Meaning Inside, Meaning? Opening)
    {
        private readonly string[] _pieces = Words.Split('*');

        /// <summary>What precedes its first star.</summary>
        public string Letters => _pieces[0];

        /// <summary>The length that it takes where a text begins with it; 0 where none does.</summary>
        public int LengthIn(ReadOnlySpan<char> text)
        {
            var length = LooseMatch.Length(text, Letters);
            for (var i = 1; i < _pieces.Length && length > 0; i++)
            {
                while (length < text.Length && char.IsLetter(text[length])) length++;
                var piece = LooseMatch.Length(text[length..], _pieces[i]);
                length = piece > 0 || _pieces[i].Length == 0 ? length + piece : 0;
            }
            return length;
        }
    }
}
