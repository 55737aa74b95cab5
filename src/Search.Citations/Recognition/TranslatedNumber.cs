using System.Collections.Immutable;
using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Reads the numbers of acts as other languages print them: "2200 A (XXI)" and "55/2 A et B", but also
/// "2200 ألف (د-21)" and "دإ-27/2".</summary>
internal static class TranslatedNumber
{
    /// <summary>Characters of the longest number.</summary>
    private const int Longest = 40;

    /// <summary>Digits of the longest number and session.</summary>
    private const int MostDigits = 4;

    /// <summary>Sessions of the Assembly in Arabic: regular, special, emergency special.</summary>
    private const string SpecialSign = "إ", EmergencySign = "إط";

    /// <summary>The number that a text begins with, and its length; null where there is none.</summary>
    public static ActNumber? At(ReadOnlySpan<char> text, Language language, out int length)
    {
        if (text.Length > Longest) text = text[..Longest];
        if (Session(text, language, out length) is { } special) return special;
        if (language.Script == Script.Cyrillic) text = Latin(text);
        if (ActNumber.TryRead(text, out var number, out length))
        {
            if (number.Shape is ActShape.Session or ActShape.Roman or ActShape.Year)
                number = WithLetters(text, language, number, ref length);
            return number;
        }
        return language.Script == Script.Han ? HanNumeral.Act(text, out length) : InBrackets(text, language, out length);
    }

    private static string Latin(ReadOnlySpan<char> text)
    {
        var latin = text.ToArray();
        foreach (ref var c in latin.AsSpan()) c = LookAlikes.Of(c);
        return new(latin);
    }

    /// <summary>"دإ-27/2", "دإط-10/15".</summary>
    private static ActNumber? Session(ReadOnlySpan<char> text, Language language, out int length)
    {
        length = 0;
        if (language.Wordings("session-letter") is not [var letter] || !text.StartsWith(letter, StringComparison.Ordinal)) return null;
        var at = letter.Length;
        var prefix = Special(text, ref at);
        if (prefix.Length == 0 || !Dash(text, ref at) || Digits(text, ref at) is not { } session) return null;
        if (at >= text.Length || text[at] != '/') return null;
        at++;
        if (Digits(text, ref at) is not { } number) return null;
        length = at;
        return new() { Shape = ActShape.Session, Session = prefix + Text(session), SessionValue = session, Number = number };
    }

    /// <summary>"2200 ألف (د-21)", "3362 (دإ-7)".</summary>
    private static ActNumber? InBrackets(ReadOnlySpan<char> text, Language language, out int length)
    {
        length = 0;
        if (language.Wordings("session-letter") is not [var letter]) return null;
        var at = 0;
        if (Digits(text, ref at) is not { } number) return null;
        var letters = Letters(text, language, ref at);
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] != '(' || !text[(at + 1)..].StartsWith(letter, StringComparison.Ordinal)) return null;
        at += 1 + letter.Length;
        var prefix = Special(text, ref at);
        if (!Dash(text, ref at) || Digits(text, ref at) is not { } session || RomanNumeral.Of(session) is not { } roman) return null;
        if (at >= text.Length || text[at] != ')') return null;
        length = at + 1;
        if (letters.IsEmpty)
        {
            at++;
            letters = Letters(text, language, ref at);
            if (!letters.IsEmpty) length = at;
        }
        return new() { Shape = ActShape.Roman, Session = prefix + roman, SessionValue = session, Number = number, Letters = letters };
    }

    /// <summary>The letters of parts after a number: "A et B", "باء".</summary>
    private static ActNumber WithLetters(ReadOnlySpan<char> text, Language language, ActNumber number, ref int length)
    {
        var at = length;
        if (number.Letters.IsEmpty && Letters(text, language, ref at) is { IsEmpty: false } named)
        {
            length = at;
            return number with { Letters = named };
        }
        if (number.Letters.IsEmpty && at < text.Length && text[at] == ' ') at++;
        var all = number.Letters.ToBuilder();
        if (all.Count == 0 && IsPart(text, at)) all.Add(text[at++]);
        if (all.Count == 0) return number;
        while (at < text.Length)
        {
            var next = at;
            if (ToLetter(text, language, ref next) && IsPart(text, next) && text[next] > all[^1])
                for (var between = all[^1] + 1; between < text[next]; between++) all.Add((char)between);
            else if (!JoinsLetter(text, language, ref next) || !IsPart(text, next) || text[next] <= all[^1]) break;
            all.Add(text[next]);
            at = next + 1;
        }
        length = at;
        return number with { Letters = all.ToImmutable() };
    }

    /// <summary>Whether a capital by which parts are lettered is a word of its own, and does not begin a symbol: "A/75/1".</summary>
    private static bool IsPart(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || !char.IsAsciiLetterUpper(text[at])) return false;
        if (at + 1 == text.Length) return true;
        var after = text[at + 1];
        if (char.IsAsciiLetterOrDigit(after) || after is '/' or '-' or '’' or '\'') return false;
        return !char.IsLetter(after) || after >= FirstHan;
    }

    private const char FirstHan = '\u2E80';

    /// <summary>Whether a word such as "to" separates the first and the last of several parts: "A à C".</summary>
    private static bool ToLetter(ReadOnlySpan<char> text, Language language, ref int at)
    {
        var next = at;
        while (next < text.Length && text[next] == ' ') next++;
        foreach (var to in language.Wordings("to"))
            if (text[next..].StartsWith(to, StringComparison.Ordinal))
            {
                next += to.Length;
                while (next < text.Length && text[next] == ' ') next++;
                at = next;
                return true;
            }
        return false;
    }

    private static bool JoinsLetter(ReadOnlySpan<char> text, Language language, ref int at)
    {
        while (at < text.Length && text[at] is ' ' or ',') at++;
        foreach (var join in language.Wordings("and"))
            if (text[at..].StartsWith(join, StringComparison.Ordinal))
            {
                at += join.Length;
                while (at < text.Length && text[at] == ' ') at++;
                return true;
            }
        return at > 0 && text[at - 1] is ' ' or ',';
    }

    /// <summary>The names of letters in Arabic: "ألف", "باء وجيم".</summary>
    private static ImmutableArray<char> Letters(ReadOnlySpan<char> text, Language language, ref int at)
    {
        var names = language.Wordings("part");
        if (names.Count == 0) return [];
        var letters = ImmutableArray.CreateBuilder<char>();
        while (true)
        {
            var next = at;
            while (next < text.Length && text[next] is ' ' or ',') next++;
            if (next == at) break;
            if (letters.Count > 0 && next < text.Length && Named(text[next..], names, out _) < 0) next += AndLength(text[next..], language);
            var letter = Named(text[next..], names, out var used);
            if (letter < 0 || letters.Count > 0 && 'A' + letter <= letters[^1]) break;
            letters.Add((char)('A' + letter));
            at = next + used;
        }
        return letters.ToImmutable();
    }

    /// <summary>The length of the one word for "and" that a text begins with; 0 where it does not.</summary>
    private static int AndLength(ReadOnlySpan<char> text, Language language) =>
        language.Wordings("and") is [var and] && text.StartsWith(and, StringComparison.Ordinal) ? and.Length : 0;

    private static int Named(ReadOnlySpan<char> text, IReadOnlyList<string> names, out int length)
    {
        for (var i = 0; i < names.Count; i++)
        {
            length = names[i].Length;
            if (text.StartsWith(names[i], StringComparison.Ordinal) && (text.Length == length || !char.IsLetter(text[length]))) return i;
        }
        length = 0;
        return -1;
    }

    private static string Special(ReadOnlySpan<char> text, ref int at)
    {
        foreach (var (sign, prefix) in ((ReadOnlySpan<(string, string)>)[(EmergencySign, "ES-"), (SpecialSign, "S-")]))
        {
            var next = at;
            while (next < text.Length && text[next] == ' ') next++;
            if (!text[next..].StartsWith(sign, StringComparison.Ordinal)) continue;
            at = next + sign.Length;
            return prefix;
        }
        return "";
    }

    private static bool Dash(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] is not ('-' or '–' or '\u2011' or '\u2010')) return false;
        at++;
        return true;
    }

    private static int? Digits(ReadOnlySpan<char> text, ref int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end == at || end - at > MostDigits) return null;
        var value = int.Parse(text[at..end], NumberStyles.None, CultureInfo.InvariantCulture);
        at = end;
        return value;
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
