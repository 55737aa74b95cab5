using Search.Citations.Authorities;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds the mentions of a text in another language than English, by the tables of that language.</summary>
internal static class TranslatedRecognizer
{
    /// <summary>The mentions of a text, in text order, none overlapping another.</summary>
    public static RecognizedText Recognize(string source, AuthorityList authorities, Language language)
    {
        var text = Plain(source);
        var words = CitingWords.Of(language);
        var mentions = new List<Mention>();
        var bodies = new List<(int First, int End, Body Body)>();
        Symbols(text, language, mentions);
        new TranslatedRegisters(text, language, mentions).Read();
        if (authorities.Translated.TryGetValue(language, out var names))
            foreach (var match in names.Find(text)) mentions.Add(new NameMention { Span = match.Span, Match = match });
        if (language.HasSpaces) new TranslatedActs(text, words, mentions, bodies).Read();
        else new HanActs(text, words, mentions, bodies).Read();
        new TranslatedPointers(text, words, mentions).Read();
        var kept = TextRecognizer.Resolve(mentions);
        new TranslatedBinder(text, words, kept).Bind();
        TakeBodiesOfReports(text, kept);
        return new(source, kept, bodies);
    }

    /// <summary>"(E/2015/27), chap. I, sect. C, résolution 59/1": an act that is printed in a body's report is of that body.</summary>
    private static void TakeBodiesOfReports(string text, List<Mention> mentions)
    {
        for (var i = 1; i < mentions.Count; i++)
        {
            if (mentions[i] is not ActMention { Body: null, Head: null, Cue: OrganCue.None, Context: null } act
                || mentions[i - 1] is not SymbolMention report)
                continue;
            var gap = act.Span.Start - report.Span.End;
            if (gap is <= 0 or > ReportReach || text.AsSpan(report.Span.End, gap).ContainsAny(';', '。')) continue;
            act.Body = Reports.BodyOf(report.Symbol);
            act.IsOfUnlisted = act.Body is null && text[report.Span.End] == ')';
        }
    }

    /// <summary>Characters between the symbol of a report and an act that it prints.</summary>
    private const int ReportReach = 60;

    /// <summary>The text with plain signs, spaces and hyphens, each in its place.</summary>
    private static string Plain(string source)
    {
        var plain = PlainSigns.Of(source);
        return plain.AsSpan().IndexOfAny("\u00A0\u202F\u2011\u2010") < 0
            ? plain
            : plain.Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\u2011', '-').Replace('\u2010', '-');
    }

    /// <summary>Symbols are printed in Latin letters in every language; words of other scripts are blanks between them.</summary>
    private static void Symbols(string text, Language language, List<Mention> mentions)
    {
        if (!text.Contains('/', StringComparison.Ordinal)) return;
        using var tokens = TokenText.Of(Shadow(text, language));
        var symbols = new SymbolScanner(tokens, mentions);
        for (var i = 0; i < tokens.Count;)
        {
            var end = i;
            if (tokens.IsCapitalized(i) && tokens.Glued(i + 1))
                end = tokens.Is(i + 1, '/') ? symbols.At(i)
                    : tokens.IsDash(i + 1) ? symbols.AtSessionSymbol(i)
                    : tokens.Is(i + 1, '.') ? symbols.AtNumberedRoot(i)
                    : i;
            i = Math.Max(end, i + 1);
        }
    }

    /// <summary>Whether a word is one of its own; in Arabic "and" is written together with what follows.</summary>
    private static bool IsWord(string text, int start, int end, Language language)
    {
        if (start == 0 || !char.IsWhiteSpace(text[start - 1]) || end >= text.Length) return false;
        return language.Script == Script.Arabic || !char.IsLetter(text[end]);
    }

    /// <summary>The text with an ampersand for each word that joins two symbols, and in other scripts than
    /// Latin blanks for letters.</summary>
    private static string Shadow(string text, Language language)
    {
        var shadow = text.ToCharArray();
        foreach (var and in language.Wordings("and"))
            for (var at = text.IndexOf(and, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(and, at + and.Length, StringComparison.Ordinal))
            {
                if (language.HasSpaces && !IsWord(text, at, at + and.Length, language)) continue;
                shadow.AsSpan(at, and.Length).Fill(' ');
                if (IsModifier(text.AsSpan(at + and.Length).TrimStart())) shadow[at] = '&';
            }
        if (language.Script != Script.Latin)
            for (var i = 0; i < shadow.Length; i++)
                if (shadow[i] > '\u024F' && shadow[i] is not ('–' or '—' or '“' or '”')) shadow[i] = ' ';
        return new string(shadow);
    }

    /// <summary>"Add.1" after a word that joins: of the document before.</summary>
    private static bool IsModifier(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && char.IsAsciiLetter(rest[end])) end++;
        return end > 0 && SymbolGrammar.IsModifierWord(rest[..end]);
    }
}
