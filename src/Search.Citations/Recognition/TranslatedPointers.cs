using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>
/// Finds nouns that point at a work named before, in languages other than English: "ladite Convention", "la Convention", "《公约》"; and titles
/// that begin with such a noun.
/// </summary>
internal sealed class TranslatedPointers(string text, CitingWords words, List<Mention> mentions)
{
    private const char Opening = '《', Closing = '》';

    /// <summary>Letters before a Chinese noun among which a demonstrative is looked for.</summary>
    private const int LongestDemonstrative = 2;

    /// <summary>Letters of the longest ending that a star matches, and of the longest prefixes that are
    /// written together with a noun.</summary>
    private const int LongestEnding = 5, LongestPrefix = 3;

    private readonly Language _language = words.Language;

    /// <summary>Reads the whole text.</summary>
    public void Read()
    {
        foreach (var (word, english) in words.Nouns)
        {
            var stem = word.TrimEnd('*');
            for (var at = text.IndexOf(stem, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(stem, at + stem.Length, StringComparison.Ordinal))
            {
                var end = at + stem.Length;
                for (var n = 0; n < LongestEnding && word.EndsWith('*') && end < text.Length && char.IsLetter(text[end]); n++) end++;
                if (_language.HasSpaces) InWords(at, end, english);
                else InHan(at, end, english);
            }
        }
    }

    private void InWords(int at, int end, Word noun)
    {
        if (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '-' or '‑')) return;
        var start = at;
        if (at > 0 && char.IsLetter(text[at - 1]) && (start = AfterPrefix(at)) < 0) return;
        if (IsBefore(start, "present", out _)) return; // the text's own
        var demonstrative = IsBefore(start, "that", out var first);
        var definite = _language.Script == Script.Latin ? IsBefore(start, "definite", out first) || demonstrative : true;
        if (!definite) return;
        var follows = demonstrative || EndsName(end) && !(noun == Word.Declaration && IsPaired(end));
        if (follows) Add(demonstrative ? first : at, end, noun, demonstrative);
        else mentions.Add(new UnreadTitleMention { Span = new(at, end), Noun = noun });
    }

    /// <summary>Where the letters begin that are written together with the noun; -1 where they are none of the language's.</summary>
    private int AfterPrefix(int at)
    {
        var start = at;
        while (start > 0 && at - start <= LongestPrefix && char.IsLetter(text[start - 1])) start--;
        return _language.Wordings("prefix").Contains(text[start..at]) ? start : -1;
    }

    /// <summary>"《公约》", "该公约"; "《生物多样性公约》" is a title.</summary>
    private void InHan(int at, int end, Word noun)
    {
        var closed = end < text.Length && text[end] == Closing;
        if (closed && at > 0 && text[at - 1] == Opening) Add(at - 1, end + 1, noun, false);
        else if (closed) mentions.Add(new UnreadTitleMention { Span = new(at, end), Noun = noun });
        else
            foreach (var that in _language.Wordings("that"))
                if (that.Length <= LongestDemonstrative && text.AsSpan(0, at).EndsWith(that, StringComparison.Ordinal))
                    Add(at - that.Length, end, noun, true);
    }

    /// <summary>Whether the word before a place is of a kind, and where it begins.</summary>
    private bool IsBefore(int at, string what, out int start)
    {
        start = at;
        while (start > 0 && text[start - 1] is ' ' or '’' or '\'' or '«' or '“') start--;
        var end = start;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        var word = text.AsSpan(start, end - start);
        if (word.IsEmpty) return false;
        foreach (var known in _language.Wordings(what))
            if (known.EndsWith('*')
                ? word.StartsWith(known.AsSpan(0, known.Length - 1), StringComparison.OrdinalIgnoreCase)
                : word.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>Whether what follows a noun cannot be more of a title: a sign, or a word that titles do not continue with.</summary>
    private bool EndsName(int end)
    {
        while (end < text.Length && (text[end] is ' ' or '¹' or '²' or '³' or '»' or '”' || text[end] is >= '⁰' and <= '⁹')) end++;
        if (end >= text.Length || !char.IsLetterOrDigit(text[end]) && text[end] is not ('«' or '“' or '(' or '-')) return true;
        var word = CitingWords.WordAt(text, end);
        foreach (var known in _language.Wordings("after-noun"))
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)
                || _language.Script == Script.Arabic && known.Length == 1 && word.StartsWith(known, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>"la Déclaration et le Programme d’action": declarations share a title with another document.</summary>
    private bool IsPaired(int end)
    {
        while (end < text.Length && text[end] == ' ') end++;
        var word = CitingWords.WordAt(text, end);
        foreach (var and in _language.Wordings("and"))
        {
            if (_language.Script == Script.Arabic && word.StartsWith(and, StringComparison.Ordinal)) return true;
            if (word.Equals(and, StringComparison.OrdinalIgnoreCase)) return NamesAnother(end + word.Length);
        }
        return false;
    }

    /// <summary>"le Programme", "au Plan": a capital after articles.</summary>
    private bool NamesAnother(int at)
    {
        while (true)
        {
            while (at < text.Length && text[at] is ' ' or '’' or '\'') at++;
            var word = CitingWords.WordAt(text, at);
            if (word.IsEmpty) return false;
            if (!words.IsOf(word)) return char.IsUpper(word[0]);
            at += word.Length;
        }
    }

    private void Add(int start, int end, Word noun, bool demonstrative) =>
        mentions.Add(new PointerMention
        {
            Span = new(start, end),
            Noun = noun,
            Demonstrative = demonstrative,
            Words = [noun.ToString()],
            IsTranslated = true
        });
}
