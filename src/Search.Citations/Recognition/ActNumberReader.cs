using System.Collections.Immutable;
using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Reads the numbers of resolutions and decisions of every organ and era.</summary>
internal static class ActNumberReader
{
    /// <summary>From this number on a session may be printed in small roman numerals.</summary>
    private const int FewestForSmallRoman = 100;

    /// <summary>Reads the number that begins at token <paramref name="i"/>, or null.</summary>
    public static PrintedNumber? Read(TokenText text, int i)
    {
        if (text[i] == Word.Digits) return ReadDigits(text, i);
        if (text.IsLetters(i)) return ReadLetters(text, i);
        // "!86 (1964)": a scan reads the figure one as a stroke.
        if (text.Is(i, '!') && text.Glued(i + 1) && text[i + 1] == Word.Digits && ReadDigits(text, i + 1) is { Shape: ActShape.Year } read)
            return read with
            {
                Act = read.Act
                with
                { Number = int.Parse("1" + read.Act.Number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) },
                First = i
            };
        return null;
    }

    private static PrintedNumber? ReadDigits(TokenText text, int i)
    {
        if (IsTailOfLongerNumber(text, i)) return null;
        var number = text.Number(i);
        if (number < 0) return null;
        if (text.Is(i + 1, '/') && text.Start(i + 1) - text.EndOf(i) <= 1)
        {
            var after = i + 2;
            if (text[after] == Word.Digits && text.Start(after) - text.EndOf(i + 1) <= 1)
                return ReadSession(text, i, i, Letters(text, i), number, after);
            return text.Glued(i + 1) && text.Glued(after) ? ReadParty(text, i, number, after) : null;
        }
        return ReadGeneralConference(text, i, number) ?? ReadBracketed(text, i, number) ?? Plain(text, i, number);
    }

    /// <summary>"41 C/53", "37 C/Resolution 40": resolutions of the General Conference of UNESCO.</summary>
    private static PrintedNumber? ReadGeneralConference(TokenText text, int i, int session)
    {
        if (text.Chars(i + 1) is not "C" || !text.Is(i + 2, '/') || !text.Glued(i + 2) || session is 0 or > 99) return null;
        var at = i + 3;
        if (text[at] is Word.Resolution or Word.Decision) at++;
        if (text.Is(at, '.')) at++;
        if (text.Number(at) is not (> 0 and < 1000) || text.Glued(at + 1) && (text.IsLetters(at + 1) || text.Is(at + 1, '/'))) return null;
        return new(new() { Shape = ActShape.Session, Session = Letters(text, i) + "C", Number = text.Number(at) }, i, at + 1);
    }

    /// <summary>"68.8" after "World Health Assembly resolution", for WHA68.8; null for other numbers.</summary>
    public static PrintedNumber? ReadHealth(TokenText text, int i) =>
        text[i] == Word.Digits && text.Is(i + 1, '.') && text.Glued(i + 1) && text[i + 2] == Word.Digits && text.Glued(i + 2)
            && text.Number(i) > 0 && text.Number(i + 2) > 0 ? Health(text, i, i) : null;

    private static PrintedNumber? ReadLetters(TokenText text, int i)
    {
        var chars = text.Chars(i);
        // a line may end after the hyphen: "S- 27/2"
        if (chars is "S" or "ES" or "SS" && text.IsDash(i + 1) && text.Glued(i + 1) && text[i + 2] == Word.Digits
            && text.Start(i + 2) - text.EndOf(i + 1) <= 1
            && text.Is(i + 3, '/') && text.Glued(i + 3) && text[i + 4] == Word.Digits && text.Glued(i + 4))
        {
            var session = chars.ToString() + "-" + Letters(text, i + 2);
            return ReadSession(text, i, i, session, text.Number(i + 2), i + 4);
        }
        if (chars is "WHA" or "EB" && text[i + 1] == Word.Digits && text.Is(i + 2, '.') && text.Glued(i + 2) && text[i + 3] == Word.Digits
            && text.Glued(i + 3))
            return Health(text, i, i + 1);
        if (text.Roman(i) is > 0 and var meeting && text.Is(i + 1, '.') && text.Glued(i + 1) && text[i + 2] == Word.Digits
            && text.Glued(i + 2) && !text.Glued(i + 3))
            return new(new()
            {
                Shape = ActShape.Meeting,
                Session = chars.ToString(),
                SessionValue = meeting,
                Number = text.Number(i + 2)
            }, i, i + 3);
        if (text.Roman(i) is > 0 and var roman && text.Is(i + 1, '/') && text.Glued(i + 1) && text[i + 2] == Word.Digits
            && text.Glued(i + 2))
            return ReadSession(text, i, i, chars.ToString(), roman, i + 2);
        return null;
    }

    private static PrintedNumber Health(TokenText text, int first, int i) =>
        new(new()
        {
            Shape = ActShape.Health,
            Session = Letters(text, i),
            SessionValue = text.Number(i),
            Number = text.Number(i + 2)
        }, first, i + 3);

    private static PrintedNumber? ReadSession(TokenText text, int i, int first, string session, int value, int at)
    {
        var number = text.Number(at);
        if (number < 0 || value < 0) return null;
        var next = at + 1;
        // A third stroke makes it a date or a symbol.
        if (text.Is(next, '/') && text.Glued(next)) return null;
        if (text.Glued(next) && text.Is(next, '.') && text[next + 1] == Word.Digits && text.Glued(next + 1)) return null;
        var letters = ReadPartLetters(text, next, out var end);
        if (letters.IsEmpty && text.Glued(next) && text.IsLetters(next)) return null;
        if (letters.IsEmpty && ReadRangeEnd(text, session, number, next, out var behind) is > 0 and var last)
            return new(new()
            {
                Shape = ActShape.Session,
                Session = session,
                SessionValue = value,
                Number = number
            }, first, behind)
            { RangeEnd = last };
        return new(new()
        {
            Shape = ActShape.Session,
            Session = session,
            SessionValue = value,
            Number = number,
            Letters = letters
        }, first, end);
    }

    /// <summary>The last number of "61/144–147", "63/10-63/12", "61/144 to 61/147", whose dash or "to" is token <paramref name="i"/>; 0
    /// where no range continues.</summary>
    private static int ReadRangeEnd(TokenText text, string session, int number, int i, out int end)
    {
        end = i;
        var dash = text.IsDash(i);
        if (!dash && text[i] != Word.To || text[i + 1] != Word.Digits || DateReader.IsDayAndMonth(text, i + 1)) return 0;
        if (text.Chars(i + 1).SequenceEqual(session) && text.Is(i + 2, '/') && text.Glued(i + 2) && text[i + 3] == Word.Digits
            && text.Glued(i + 3))
        {
            end = i + 4;
            return text.Number(i + 3) > number && !text.Is(end, '/') ? text.Number(i + 3) : 0;
        }
        end = i + 2;
        if (text.Is(end, '/') || text.Glued(end) && text.IsLetters(end) || text.Number(i + 1) <= number) return 0;
        return dash && text.Glued(i + 1) || text[end] is Word.Sign or Word.End or Word.Of or Word.On or Word.And ? text.Number(i + 1) : 0;
    }

    /// <summary>"1/CP.21", "18/CMA.1".</summary>
    private static PrintedNumber? ReadParty(TokenText text, int i, int number, int at)
    {
        if (!text.IsLetters(at) || !text.Is(at + 1, '.') || text[at + 2] != Word.Digits || !text.Glued(at + 2)) return null;
        var body = text.Chars(at);
        return body is "CP" or "CMA" or "CMP" or "COP"
            ? new(new()
            {
                Shape = ActShape.Party,
                Session = $"{body}.{Letters(text, at + 2)}",
                SessionValue = text.Number(at + 2),
                Number = number
            }, i, at + 3)
            : null;
    }

    /// <summary>"2200 A (XXI)", "3419 A to D (XXX)", "1325 (2000)", "997 (ES-I)".</summary>
    private static PrintedNumber? ReadBracketed(TokenText text, int i, int number)
    {
        var letters = ReadPartLetters(text, i + 1, out var open);
        if (!text.Is(open, '(')) return null;
        var at = open + 1;
        if (text.Number(at) is >= 1946 and <= 2100 and var year && text.Is(at + 1, ')'))
            return new(new()
            {
                Shape = ActShape.Year,
                Session = Letters(text, at),
                SessionValue = year,
                Number = number,
                Letters = letters
            }, i, at + 2);
        var prefix = "";
        if (text.Chars(at) is "S" or "ES" && text.IsDash(at + 1))
        {
            prefix = text.Chars(at).ToString() + "-";
            at += 2;
        }
        var roman = text.Roman(at);
        // "2625 (xxv)"; after a small number "(v)" is an item
        if (roman == 0 && number >= FewestForSmallRoman && text.IsLetters(at)) roman = RomanNumeral.ValueOfAnyCase(text.Chars(at));
        if (roman > 0 && text.Is(at + 1, ')'))
            return new(new()
            {
                Shape = ActShape.Roman,
                Session = prefix + text.Chars(at).ToString().ToUpperInvariant(),
                SessionValue = roman,
                Number = number,
                Letters = letters
            }, i, at + 2);
        return null;
    }

    private static PrintedNumber? Plain(TokenText text, int i, int number) =>
        text.Glued(i + 1) && text.IsLetters(i + 1) ? null : new(new() { Shape = ActShape.Plain, Number = number }, i, i + 1);

    /// <summary>Letters of parts after a number: "A", "A and B", "A to D", "A–B".</summary>
    private static ImmutableArray<char> ReadPartLetters(TokenText text, int i, out int end)
    {
        end = i;
        if (!IsPartLetter(text, i)) return [];
        var letters = ImmutableArray.CreateBuilder<char>(2);
        letters.Add(text.Chars(i)[0]);
        end = i + 1;
        while (letters.Count < 26)
        {
            var at = end;
            var range = text[at] == Word.To || text.IsDash(at);
            if (text.Is(at, ',')) at++;
            if (text[at] == Word.And || text[at] == Word.Or || range) at++;
            if (at == end || !IsPartLetter(text, at) || text.Chars(at)[0] <= letters[^1]) break;
            var letter = text.Chars(at)[0];
            for (var c = range ? (char)(letters[^1] + 1) : letter; c <= letter; c++) letters.Add(c);
            end = at + 1;
        }
        return letters.ToImmutable();
    }

    private static bool IsPartLetter(TokenText text, int i) =>
        text.IsLetter(i) && (text.Glued(i) || text.Start(i) - text.EndOf(i - 1) <= 2)
        && !(text.Glued(i + 1)
            && (text[i + 1] is Word.Digits || text.Is(i + 1, '/') || text.Is(i + 1, '.') && text[i + 2] == Word.Digits
                || text.Is(i + 1, '’') || text.Is(i + 1, '\'')
            || text.IsDash(i + 1) && text.Glued(i + 2) && !IsLoneLetter(text, i + 2)));

    private static bool IsLoneLetter(TokenText text, int i) => text.IsLetter(i) && !text.Is(i + 1, '/') && !text.IsDash(i + 1);

    /// <summary>Whether digits only end a number, fraction, symbol or date that began before them.</summary>
    private static bool IsTailOfLongerNumber(TokenText text, int i)
    {
        if (!text.Glued(i)) return false;
        var before = i - 1;
        if (text.Is(before, '/') || text.IsLetters(before)) return true;
        // "16 December 2020,76/157": a year and the next number of a list
        if (text.Is(before, ',') && text.Number(before - 1) is >= 1946 and < 2100 && text[before - 2].IsMonth()) return false;
        // "70/291,72/284": a list without its space
        if (text.Is(before, ',') && text.Is(before - 2, '/') && text.Is(i + 1, '/')) return false;
        return (text.Is(before, '.') || text.Is(before, ',') || text.IsDash(before)) && text.Glued(before)
            && text[before - 1] is Word.Digits or Word.Other;
    }

    private static string Letters(TokenText text, int i) => text.Chars(i).ToString();
}
