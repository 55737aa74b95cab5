using System.Text;
using Search.Resolutions.Vocabulary;
using Search.Resolutions;

namespace Search.Citations.Recognition;

/// <summary>A part of a document as printed: "article 6, paragraphs 3 and 4".</summary>
/// <param name="First">First token.</param>
/// <param name="End">Index after the last token.</param>
/// <param name="Text">Normalised: <c>art. 6, paras. 3 and 4</c>.</param>
/// <param name="Unit">The outermost unit.</param>
/// <param name="LettersOnly">Whether only bracketed letters are given: the paragraph is that of the clause.</param>
/// <param name="BeforeAnd">The part before the last "and" that a unit follows: what comes after it may belong to another work.</param>
internal sealed record PrintedPinpoint(int First, int End, string Text, Word Unit, bool LettersOnly, PrintedPinpoint? BeforeAnd = null)
{
    /// <summary>The value.</summary>
    public Pinpoint Value => Pinpoint.Of(Text);
}

/// <summary>Reads pinpoints: a unit ("article", "paras.", "annex"), its numbers, lists and ranges, and units
/// inside units on either side.</summary>
internal static class PinpointReader
{
    /// <summary>Units of the longest pinpoint, and items of one unit.</summary>
    private const int MostUnits = 12, MostItems = 200;

    /// <summary>The greatest number of a part, and the greatest of a paragraph before what may be a session in brackets.</summary>
    private const int GreatestNumber = 9999, GreatestParagraph = 400;

    /// <summary>Resolutions of the longest report.</summary>
    private const int MostActsOfReport = 200;

    /// <summary>From here on a number in brackets is a year.</summary>
    private const int FirstYear = 1900;

    /// <summary>Letters and digits of the longest item in brackets, and of the longest numeral before a letter that is set apart.</summary>
    private const int LongestItem = 5, MostDigitsOfItem = 2, LongestBeforeLetter = 5;

    /// <summary>Letters of the longest abbreviation of a unit.</summary>
    private const int LongestAbbreviation = 8;

    /// <summary>Reads the pinpoint that begins at token <paramref name="i"/>, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">A token that is a unit.</param>
    /// <param name="afterMention">Whether it follows a mention, where "resolution 1" is a part of a report.</param>
    public static PrintedPinpoint? Read(TokenText text, int i, bool afterMention = false)
    {
        var parts = new List<string>(2);
        var first = i;
        var unit = UnitAt(text, i, out _, afterMention);
        if (unit is null) return null;
        var lettersOnly = false;
        var end = i;
        var count = 0;
        PrintedPinpoint? beforeAnd = null;
        while (count < MostUnits)
        {
            if (ReadOne(text, end, afterMention || count > 0, out var next) is not { } one) break;
            if (count == 0) lettersOnly = one.LettersOnly;
            if (one.Unit == Word.Subparagraph && parts.Count > 0) parts[^1] += one.Text[one.Text.IndexOf(' ', StringComparison.Ordinal)..];
            else parts.Add(one.Text);
            end = next;
            count++;
            var separator = end;
            if (text.Is(separator, ',')) separator++;
            if (text[separator] == Word.And && Outer(text, separator + 1))
            {
                beforeAnd = new(first, end, string.Join(", ", parts), unit.Value, lettersOnly);
                separator++;
            }
            if (separator == end || UnitAt(text, separator, out _, true) is null || text.Sentence(separator) != text.Sentence(first)) break;
            end = separator;
        }
        if (count == 0) return null;
        if (parts.Count > 1 && !EndsAtPart(text, end)) end = TrimSeparator(text, end);
        // "paragraphs 3 and 4 of article 6": the containing unit comes first.
        while (text[end] == Word.Of && OuterUnit(text, end + 1) is { } at && ReadOne(text, at, false, out var outerEnd) is { } outer)
        {
            // "subparagraph (a) of paragraph 3" is "para. 3 (a)"
            if (parts.Count == 1 && unit == Word.Subparagraph && outer.Unit is Word.Paragraph or Word.Preambular && lettersOnly)
                parts[0] = outer.Text + parts[0][parts[0].IndexOf(' ', StringComparison.Ordinal)..];
            else parts.Insert(0, outer.Text);
            lettersOnly = false;
            end = outerEnd;
        }
        return new(first, end, string.Join(", ", parts), unit.Value, lettersOnly, beforeAnd);
    }

    private static bool EndsAtPart(TokenText text, int end) => end > 0 && !text.Is(end - 1, ',');

    private static int TrimSeparator(TokenText text, int end)
    {
        while (end > 0 && (text.Is(end - 1, ',') || text[end - 1] == Word.And)) end--;
        return end;
    }

    /// <summary>"annex I and annex II": a unit repeated after "and".</summary>
    private static bool Outer(TokenText text, int i) =>
        UnitAt(text, i, out var number, false) is not null && text[i + 1] is Word.Digits or Word.Sign or Word.Other
            && HasItem(text, number);

    private static bool HasItem(TokenText text, int i) => ReadItem(text, i, Word.Paragraph, out _) is not null;

    /// <summary>"of the annex", "of article 6", "of its annex": the index of the unit.</summary>
    private static int? OuterUnit(TokenText text, int i)
    {
        if (text[i] is Word.The or Word.Its) i++;
        return UnitAt(text, i, out var number, false) is { } unit && (unit == Word.Annex || HasItem(text, number)) ? i : null;
    }

    private static (string Text, bool LettersOnly, Word Unit)? ReadOne(TokenText text, int i, bool inside, out int end)
    {
        end = i;
        if (UnitAt(text, i, out var at, inside) is not { } unit) return null;
        var items = new StringBuilder();
        var plural = false;
        var count = 0;
        var lettersOnly = true;
        while (count < MostItems)
        {
            var joint = "";
            var position = at;
            if (count > 0)
            {
                if (!ReadJoint(text, ref position, out joint)) break;
            }
            if (ReadItem(text, position, unit == Word.Preambular ? Word.Paragraph : unit, out var itemEnd) is not { } item) break;
            if (count > 0 && IsUnitless(unit)) break;
            // "paragraphs 3, 4 and 5" continues; "annex, 48/57" does not.
            if (count > 0) plural = true;
            lettersOnly &= item[0] == '(';
            items.Append(joint).Append(item);
            at = itemEnd;
            count++;
        }
        if (count == 0)
        {
            if (unit is not (Word.Annex or Word.Appendix or Word.Enclosure)) return null;
            end = at;
            return (Short(unit, false), false, unit);
        }
        end = at;
        return ($"{Short(unit, plural)} {items}", lettersOnly, unit);
    }

    private static bool IsUnitless(Word unit) => unit is Word.Resolution or Word.Decision;

    private static bool ReadJoint(TokenText text, ref int i, out string joint)
    {
        joint = "";
        if (text.IsDash(i) || text[i] == Word.To)
        {
            joint = "-";
            i++;
            return true;
        }
        var comma = text.Is(i, ',');
        if (comma) i++;
        if (text[i] is Word.And or Word.Or || text.Is(i, '&'))
        {
            i++;
            joint = " and ";
            return true;
        }
        joint = ", ";
        return comma;
    }

    /// <summary>One number, numeral or letter with what is bracketed after it: <c>15 (b)</c>, <c>IV.B</c>,
    /// <c>5.2</c>, <c>(a)</c>.</summary>
    private static string? ReadItem(TokenText text, int i, Word unit, out int end)
    {
        end = i;
        var item = new StringBuilder();
        if (text[i] == Word.Digits)
        {
            // not a number of another kind: 48/57, 1325 (2000), 24 July, 12 per cent
            if (text.IsGlued(i + 1, '/') || text.Is(i + 1, '%') || IsActNumber(text, i)) return null;
            if (DateReader.IsDayAndMonth(text, i) || text.Number(i) is < 0 or > GreatestNumber) return null;
            item.Append(text.Chars(i));
            end = i + 1;
            while (text.IsGlued(end, '.') && text.Glued(end + 1) && (text[end + 1] == Word.Digits || IsPartLetter(text, end + 1)))
            {
                item.Append('.').Append(text.Chars(end + 1));
                end += 2;
            }
            if (text.Glued(end) && text.IsLetters(end) && text.Chars(end).Length == 1 && !text.Glued(end + 1))
            {
                item.Append(text.Chars(end));
                end++;
            }
            else if (unit is Word.Article or Word.Paragraph && IsSmallLetterApart(text, end))
            {
                item.Append(' ').Append(text.Chars(end));
                end++;
            }
            else if (text.Chars(end) is "bis" or "ter" or "quater")
            {
                item.Append(' ').Append(text.Chars(end));
                end++;
            }
        }
        else if (text.Is(i, '('))
        {
            if (unit is Word.Annex or Word.Resolution or Word.Decision || !IsBracketed(text, i, out var inner)) return null;
            item.Append('(').Append(text.Chars(inner)).Append(')');
            end = i + 3;
        }
        else if (text.Roman(i) > 0 && (text.Chars(i).Length > 1 || !IsInitial(text, i)))
        {
            item.Append(text.Chars(i));
            end = i + 1;
            ReadSubletters(text, item, ref end);
        }
        else if (text.IsLetter(i) && unit is not (Word.Resolution or Word.Decision or Word.Paragraph) && !IsInitial(text, i))
        {
            item.Append(text.Chars(i));
            end = i + 1;
            ReadSubletters(text, item, ref end);
        }
        else
        {
            return null;
        }
        while (text.Is(end, '(') && IsBracketed(text, end, out var bracketed))
        {
            item.Append(item[^1] == ')' ? "" : " ").Append('(').Append(text.Chars(bracketed)).Append(')');
            end += 3;
        }
        return item.ToString();
    }

    /// <summary>"II.A", "IV. B", "III.B.1", "II A".</summary>
    private static void ReadSubletters(TokenText text, StringBuilder item, ref int end)
    {
        while (true)
        {
            var at = end;
            if (text.Is(at, '.')) at++;
            var dotted = at > end;
            if (!dotted && (item.Length > LongestBeforeLetter || !IsCapitalApart(text, at))) return;
            if (!IsPartLetter(text, at) && !(dotted && IsGluedNumeral(text, at))) return;
            if (dotted && text.Gap(at) > 1) return;
            item.Append('.').Append(text.Chars(at));
            end = at + 1;
        }
    }

    private static bool IsPartLetter(TokenText text, int i) =>
        text.IsLetter(i) && (!text.Glued(i + 1) || text.Sign(i + 1) is not ('\0' or '/' or '’'));

    /// <summary>"1325 (2000)", "2200 (XXI)": whether a year or a session in brackets makes a number that of a resolution.</summary>
    private static bool IsActNumber(TokenText text, int i)
    {
        if (!text.Is(i + 1, '(') || !text.Is(i + 3, ')')) return false;
        if (text.Number(i + 2) >= FirstYear) return true;
        return text.Roman(i + 2) > 0 && text.Gap(i + 1) > 0 && text.Number(i) > GreatestParagraph;
    }

    /// <summary>"73 e of the Charter": whether a small letter follows a number, a space between.</summary>
    private static bool IsSmallLetterApart(TokenText text, int i) =>
        !text.Glued(i) && text.Chars(i) is [>= 'b' and <= 'z'] && !text.Is(i + 1, '.');

    /// <summary>"II A": whether a capital follows a numeral, one space between.</summary>
    private static bool IsCapitalApart(TokenText text, int i) => text.IsLetter(i) && text.Gap(i) == 1 && !text.Is(i + 1, '.');

    /// <summary>"III.B.1": whether a number follows a full stop directly.</summary>
    private static bool IsGluedNumeral(TokenText text, int i) => text.Glued(i) && (text[i] == Word.Digits || text.Roman(i) > 0);

    /// <summary>A letter that begins a symbol or a word: "A/53/1", "I’m".</summary>
    private static bool IsInitial(TokenText text, int i) =>
        text.Glued(i + 1) && (text.Is(i + 1, '/') || text.IsApostrophe(i + 1) || text.IsDash(i + 1));

    private static bool IsBracketed(TokenText text, int i, out int inner)
    {
        inner = i + 1;
        if (!text.Is(i + 2, ')')) return false;
        var chars = text.Chars(inner);
        if (text[inner] == Word.Digits) return chars.Length <= MostDigitsOfItem;
        return text.IsLetters(inner) && chars.Length <= LongestItem && IsLetterOrNumeral(chars);
    }

    /// <summary>"a", "bb", "iv", "IV".</summary>
    private static bool IsLetterOrNumeral(ReadOnlySpan<char> chars)
    {
        if (chars is [_] || chars is [var first, var second] && first == second) return true;
        return IsLowerRoman(chars) || RomanNumeral.Value(chars) > 0;
    }

    private static bool IsLowerRoman(ReadOnlySpan<char> chars)
    {
        foreach (var c in chars)
            if (c is not ('i' or 'v' or 'x' or 'l')) return false;
        return true;
    }

    /// <summary>The unit that begins at token <paramref name="i"/>, with its abbreviation's full stop.</summary>
    private static Word? UnitAt(TokenText text, int i, out int after, bool afterMention)
    {
        after = i + 1;
        var word = text[i];
        if (word is Word.Operative or Word.Preambular)
        {
            if (text[i + 1] != Word.Paragraph) return null;
            if (word == Word.Operative) word = Word.Paragraph;
            after++;
        }
        else if (word == Word.Resolution && afterMention || word == Word.Decision && afterMention)
        {
            // "chap. I, resolution 1, annex II": a part of a report
            if (text.Number(i + 1) is <= 0 or > MostActsOfReport || text.Is(i + 2, '/') || text.Is(i + 2, '(')) return null;
        }
        else if (word is Word.Guidelines or Word.Principles or Word.Rules or Word.Regulations)
        {
            word = word switch
            {
                Word.Guidelines => Word.Guideline,
                Word.Principles => Word.Principle,
                Word.Rules => Word.Rule,
                _ => Word.Regulation
            };
        }
        else if (!word.IsUnit() || word is Word.Goal or Word.Target)
        {
            return null;
        }
        if (text.Is(after, '.') && text.Chars(after - 1).Length <= LongestAbbreviation) after++;
        return word;
    }

    /// <summary>The unit as the normal form writes it.</summary>
    private static string Short(Word unit, bool plural)
    {
        var written = Units[(int)unit]!;
        return plural ? written.Plural : written.Short;
    }

    private static readonly PinpointUnit?[] Units =
        [.. Enum.GetValues<Word>()
            .Select(w => PinpointUnit.All.FirstOrDefault(u => u.Name.Equals(w.ToString(), StringComparison.OrdinalIgnoreCase)))];
}
