using System.Globalization;

namespace Search.Citations.Recognition;

/// <summary>Finds general comments and recommendations of treaty bodies by number: "general comment No. 15 (2002)".</summary>
internal sealed class CommentScanner(TokenText text, List<Mention> mentions)
{
    /// <summary>Bodies by a word that only their names have, with the beginning of their comments' symbols.</summary>
    private static readonly (string Word, string Symbol)[] Bodies =
    [
        ("women", "CEDAW/C/GC"), ("cedaw", "CEDAW/C/GC"), ("racial", "CERD/C/GC"), ("disabilities", "CRPD/C/GC"), ("torture", "CAT/C/GC"), ("cultural", "E/C.12/GC"),
        ("migrant", "CMW/C/GC"), ("disappearances", "CED/C/GC"), ("child", "CRC/C/GC"), ("committee", "CCPR/C/GC"),
    ];

    /// <summary>Reads at the word "general"; returns the index behind what was used, or <paramref name="i"/>.</summary>
    public int At(int i)
    {
        if (text[i + 1] is not (Word.Comment or Word.Recommendation)) return i;
        var at = i + 2;
        if (text[at] == Word.No) at++;
        else if (text[at] != Word.Digits) return i;
        if (text.Is(at, '.')) at++;
        var last = i;
        var first = i;
        while (text.Number(at) is > 0 and <= 99 and var number)
        {
            var end = at + 1;
            if (text.Is(end, '(') && text.Number(end + 1) is > 1970 and < 2100 && text.Is(end + 2, ')')) end += 3;
            var symbol = SymbolNear(i, end);
            if (symbol is null) return i;
            mentions.Add(new CommentMention { Span = text.Span(first, end), Id = new(string.Create(CultureInfo.InvariantCulture, $"{symbol}/{number}")) });
            last = end;
            at = end;
            if (text.Is(at, ',')) at++;
            if (text[at] is Word.And or Word.Or) at++;
            if (at == end) break;
            first = at;
        }
        return last;
    }

    /// <summary>The body is named before ("the Committee on the Rights of the Child, in its general comment"), else behind ("of the Committee on ...").</summary>
    private string? SymbolNear(int i, int end) => In(Math.Max(0, i - 24), i, true) ?? In(end, Math.Min(text.Count, end + 40), false);

    private string? In(int from, int to, bool nearestLast)
    {
        for (var step = 0; step < to - from; step++)
        {
            var at = nearestLast ? to - 1 - step : from + step;
            if (text[at] != Word.Committee || text.Sentence(at) != text.Sentence(from < to ? to - 1 : from)) continue;
            for (var word = at + 1; word < Math.Min(at + 12, text.Count) && (text.IsCapitalized(word) || text[word] is Word.On or Word.The or Word.Of or Word.And or Word.For or Word.Other || text.Is(word, ',')); word++)
                foreach (var (name, symbol) in Bodies)
                    if (text.IsCapitalized(word) && text.Equals(word, name)) return symbol;
            if (text.Equals(at - 1, "rights") && text.Equals(at - 2, "human")) return "CCPR/C/GC";
        }
        return null;
    }
}
