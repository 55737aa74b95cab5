using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds general comments and recommendations of treaty bodies by number: "general comment No. 15 (2002)".</summary>
internal struct CommentScanner(TokenText text, List<Mention> mentions)
{
    /// <summary>The years in which treaty bodies comment, and the greatest number of a comment.</summary>
    private const int FirstYear = 1971, LastYear = 2099, GreatestNumber = 99;

    /// <summary>Tokens before and after a number within which its committee is named.</summary>
    private const int ReachBefore = 40, ReachAfter = 120;

    private string? _last;
    private int _sentence = -1;

    /// <summary>Reads at the word "general"; returns the index after what was used, or <paramref name="i"/>.</summary>
    public int At(int i)
    {
        if (text[i + 1] is not (Word.Comment or Word.Recommendation)) return i;
        var at = i + 2;
        if (text[at] == Word.No) at++;
        else if (text[at] != Word.Digits) return i;
        if (text.Is(at, '.')) at++;
        if (SymbolNear(i, at) is not { } symbol) return i;
        _last = symbol;
        var end = Numbers(i, at, symbol);
        _sentence = end > i ? text.Sentence(i) : -1;
        return end;
    }

    /// <summary>Reads "No. 6 (2018)" further on in a list of comments; <paramref name="i"/> is the word "No.".</summary>
    public int AtNo(int i)
    {
        if (_last is null || text.Sentence(i) != _sentence) return i;
        var at = text.Is(i + 1, '.') ? i + 2 : i + 1;
        return IsYearInBrackets(at + 1) ? Numbers(i, at, _last) : i;
    }

    /// <summary>"(2002)".</summary>
    private readonly bool IsYearInBrackets(int i) =>
        text.Is(i, '(') && text.Number(i + 1) is >= FirstYear and <= LastYear && text.Is(i + 2, ')');

    private int Numbers(int first, int at, string symbol)
    {
        var last = first;
        while (text.Number(at) is > 0 and <= GreatestNumber and var number)
        {
            var end = at + 1;
            if (IsYearInBrackets(end)) end += 3;
            mentions.Add(new CommentMention
            {
                Span = text.Span(first, end),
                Id = new(string.Create(CultureInfo.InvariantCulture, $"{symbol}/{number}"))
            });
            last = end;
            at = end;
            if (text.Is(at, ',')) at++;
            if (text[at] is Word.And or Word.Or) at++;
            if (at == end) break;
            first = at;
        }
        return last;
    }

    /// <summary>The body: just before ("the Committee ..., in its general comment"), after ("adopted by the Committee on
    /// ..."), else the last one named.</summary>
    private string? SymbolNear(int i, int end)
    {
        if (text[i - 1] is Word.Its || text[i - 1].IsWork() || text.IsCapitalized(i - 1) || text.Equals(i - 1, "s"))
            return Before(i) ?? Behind(end) ?? _last;
        return Behind(end) ?? Before(i) ?? _last;
    }

    private string? Before(int i)
    {
        for (var at = i - 1; at >= 0 && i - at < ReachBefore && text.Sentence(at) == text.Sentence(i); at--)
            if (text[at] == Word.Committee && SymbolOf(at) is { } symbol) return symbol;
        return null;
    }

    private string? Behind(int end)
    {
        for (var at = end; at < end + ReachAfter && at < text.Count && text.Sentence(at) == text.Sentence(end - 1); at++)
        {
            if (text[at] == Word.General && text[at + 1] is Word.Comment or Word.Recommendation) return null;
            if (text[at] != Word.Committee) continue;
            var before = at - 1;
            while (text.IsCapitalized(before)) before--;
            if (text[before] == Word.The && text[before - 1] is Word.Of or Word.By && SymbolOf(at) is { } symbol) return symbol;
        }
        return null;
    }

    private string? SymbolOf(int committee)
    {
        if (text.IsLetters(committee - 1) && text.IsLetters(committee - 2)
            && GeneralComments.SymbolBy($"{text.Chars(committee - 2)} {text.Chars(committee - 1)}") is { } human)
            return human;
        for (var word = committee + 1; word < committee + 12
            && (text.IsCapitalized(word) || text[word] is Word.On or Word.The or Word.Of or Word.And or Word.For or Word.Other
                || text.Is(word, ',')); word++)
            if (text.IsCapitalized(word) && GeneralComments.SymbolBy(text.Chars(word)) is { } symbol) return symbol;
        return null;
    }
}
