using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Numbers in Chinese characters, by which the acts of the early sessions are cited: "第一㈠号", "第二一七A(三)号".</summary>
internal static class HanNumeral
{
    private const string Figures = "〇一二三四五六七八九";

    /// <summary>The first of the figures in brackets that are one character each.</summary>
    private const char FirstInBrackets = '㈠', LastInBrackets = '㈩';

    /// <summary>The act whose number a text begins with, and its length; null where there is none.</summary>
    public static ActNumber? Act(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        var at = 0;
        var number = text.Length > 0 && char.IsAsciiDigit(text[0]) ? Digits(text, ref at) : Read(text, ref at);
        if (number == 0) return null;
        char? letter = at < text.Length && char.IsAsciiLetterUpper(text[at]) ? text[at++] : null;
        if (at >= text.Length) return null;
        int session;
        if (text[at] is >= FirstInBrackets and <= LastInBrackets) session = text[at++] - FirstInBrackets + 1;
        else if (text[at] == '(')
        {
            at++;
            session = Read(text, ref at);
            if (session == 0 || at >= text.Length || text[at] != ')') return null;
            at++;
        }
        else return null;
        if (RomanNumeral.Of(session) is not { } roman) return null;
        length = at;
        return new()
        {
            Shape = ActShape.Roman,
            Session = roman,
            SessionValue = session,
            Number = number,
            Letters = letter is { } part ? [part] : []
        };
    }

    /// <summary>The value of the figures that a text begins with: "二一七" is 217, "二十一" is 21; 0 where there are none.</summary>
    public static int Read(ReadOnlySpan<char> text, ref int at)
    {
        var (value, figure, any) = (0, 0, false);
        var start = at;
        while (at < text.Length && at - start < 6)
        {
            if (text[at] == '十')
            {
                value += (any ? figure : 1) * 10;
                (figure, any) = (0, true);
                at++;
                continue;
            }
            var digit = Figures.IndexOf(text[at], StringComparison.Ordinal);
            if (digit < 0) break;
            figure = figure * 10 + digit;
            any = true;
            at++;
        }
        return any ? value + figure : 0;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && at - start < 4 && char.IsAsciiDigit(text[at])) at++;
        return int.Parse(text[start..at], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
