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

    /// <summary>The years that a number in brackets is taken for.</summary>
    private const int FirstYear = 1946, LastYear = 2100;

    /// <summary>The greatest session of the General Conference, and the greatest number of one.</summary>
    private const int MostConferences = 99, MostOfConference = 999;

    /// <summary>Blanks between a number and the letter of its part, and letters of parts.</summary>
    private const int MostBlanks = 2, Alphabet = 26;

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
        if (text.Is(i + 1, '/') && text.Gap(i + 1) <= 1)
        {
            var after = i + 2;
            if (text[after] == Word.Digits && text.Gap(after) <= 1)
                return ReadSession(text, i, i, Letters(text, i), number, after);
            return text.Glued(i + 1) && text.Glued(after) ? ReadParty(text, i, number, after) : null;
        }
        return ReadGeneralConference(text, i, number) ?? ReadBracketed(text, i, number) ?? Plain(text, i, number);
    }

    /// <summary>"41 C/53", "37 C/Resolution 40": resolutions of the General Conference of UNESCO.</summary>
    private static PrintedNumber? ReadGeneralConference(TokenText text, int i, int session)
    {
        if (text.Chars(i + 1) is not "C" || !text.IsGlued(i + 2, '/') || session is 0 or > MostConferences) return null;
        var at = i + 3;
        if (text[at] is Word.Resolution or Word.Decision) at++;
        if (text.Is(at, '.')) at++;
        if (text.Number(at) is not (> 0 and <= MostOfConference)) return null;
        if (text.Glued(at + 1) && (text.IsLetters(at + 1) || text.Is(at + 1, '/'))) return null;
        return new(new() { Shape = ActShape.Session, Session = Letters(text, i) + "C", Number = text.Number(at) }, i, at + 1);
    }

    /// <summary>"68.8" after "World Health Assembly resolution", for WHA68.8; null for other numbers.</summary>
    public static PrintedNumber? ReadHealth(TokenText text, int i) =>
        text.Number(i) > 0 && text.IsGluedNumber(i + 1, '.') && text.Number(i + 2) > 0 ? Health(text, i, i) : null;

    private static PrintedNumber? ReadLetters(TokenText text, int i)
    {
        var chars = text.Chars(i);
        if (chars is "S" or "ES" or "SS" && IsSpecialNumber(text, i + 1))
        {
            var session = chars.ToString() + "-" + Letters(text, i + 2);
            return ReadSession(text, i, i, session, text.Number(i + 2), i + 4);
        }
        if (chars is "WHA" or "EB" && text[i + 1] == Word.Digits && text.IsGluedNumber(i + 2, '.')) return Health(text, i, i + 1);
        if (text.Roman(i) is not (> 0 and var roman)) return null;
        if (text.IsGluedNumber(i + 1, '.') && !text.Glued(i + 3))
            return new(new()
            {
                Shape = ActShape.Meeting,
                Session = chars.ToString(),
                SessionValue = roman,
                Number = text.Number(i + 2)
            }, i, i + 3);
        return text.IsGluedNumber(i + 1, '/') ? ReadSession(text, i, i, chars.ToString(), roman, i + 2) : null;
    }

    /// <summary>"-27/2" after "S"; a line may end after the hyphen: "S- 27/2".</summary>
    private static bool IsSpecialNumber(TokenText text, int dash)
    {
        if (!text.IsDash(dash) || !text.Glued(dash) || text[dash + 1] != Word.Digits) return false;
        return text.Gap(dash + 1) <= 1 && text.IsGluedNumber(dash + 2, '/');
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
        if (text.IsGlued(next, '/') || text.IsGluedNumber(next, '.')) return null;
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
        if (text.Chars(i + 1).SequenceEqual(session) && text.IsGluedNumber(i + 2, '/'))
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
        if (text.Number(at) is >= FirstYear and <= LastYear and var year && text.Is(at + 1, ')'))
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
        while (letters.Count < Alphabet)
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
        text.IsLetter(i) && (text.Glued(i) || text.Gap(i) <= MostBlanks) && !Continues(text, i + 1);

    /// <summary>"A/53", "A.2", "A2", "A’s", "A-bomb", but not "A–B": whether what is glued to a letter makes
    /// it begin something else.</summary>
    private static bool Continues(TokenText text, int after)
    {
        if (!text.Glued(after)) return false;
        if (text[after] == Word.Digits || text.Is(after, '/') || text.IsApostrophe(after)) return true;
        if (text.Is(after, '.')) return text[after + 1] == Word.Digits;
        return text.IsDash(after) && text.Glued(after + 1) && !IsLoneLetter(text, after + 1);
    }

    private static bool IsLoneLetter(TokenText text, int i) => text.IsLetter(i) && !text.Is(i + 1, '/') && !text.IsDash(i + 1);

    /// <summary>Whether digits only end a number, fraction, symbol or date that began before them.</summary>
    private static bool IsTailOfLongerNumber(TokenText text, int i)
    {
        if (!text.Glued(i)) return false;
        var before = i - 1;
        if (text.Is(before, '/') || text.IsLetters(before)) return true;
        // "16 December 2020,76/157": a year and the next number of a list
        if (text.Is(before, ',') && text.Number(before - 1) is >= FirstYear and < LastYear && text[before - 2].IsMonth()) return false;
        // "70/291,72/284": a list without its space
        if (text.Is(before, ',') && text.Is(before - 2, '/') && text.Is(i + 1, '/')) return false;
        if (!text.Glued(before) || text[before - 1] is not (Word.Digits or Word.Other)) return false;
        return text.Is(before, '.') || text.Is(before, ',') || text.IsDash(before);
    }

    private static string Letters(TokenText text, int i) => text.Chars(i).ToString();
}
