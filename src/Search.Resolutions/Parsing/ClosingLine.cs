using System.Buffers;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Lines that close a resolution: the meeting, the vote, the date.</summary>
internal static class ClosingLine
{
    private static readonly SearchValues<char> OrdinalLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -");

    private static readonly string[] Starts = ["Resolution adopted", "[Resolution adopted", "In favour:", "Recorded vote"];

    private static readonly string[] AdoptedHow = ["meeting", "unanimously", "vote", "consensus", "by the", "at the", "on the", "at its"];

    /// <summary>Whether a closing paragraph says how the vote went.</summary>
    public static bool IsVote(ReadOnlySpan<char> text) =>
        text.Length < 4000
            && (text.Contains(" votes to", StringComparison.OrdinalIgnoreCase)
                || text.Contains("unanimously", StringComparison.OrdinalIgnoreCase)
            || text.Contains("recorded vote", StringComparison.OrdinalIgnoreCase)
            || text.Contains("without a vote", StringComparison.OrdinalIgnoreCase)
            || text.Contains("by consensus", StringComparison.OrdinalIgnoreCase));

    /// <summary>"Thirty-first plenary meeting, 13 February 1946.", and the same in French.</summary>
    private static bool IsMeetingInWords(ReadOnlySpan<char> text)
    {
        if (text.IndexOf("séance plénière", StringComparison.Ordinal) is > 0 and < 60) return true;
        var end = text.IndexOf(" plenary meeting", StringComparison.Ordinal);
        if (end is < 4 or > 60 || text[..end].IndexOfAnyExcept(OrdinalLetters) >= 0) return false;
        var ordinal = text[..end];
        if (!(ordinal.EndsWith("th", StringComparison.Ordinal) || ordinal.EndsWith("st", StringComparison.Ordinal)
            || ordinal.EndsWith("nd", StringComparison.Ordinal) || ordinal.EndsWith("rd", StringComparison.Ordinal)))
            return false;
        foreach (var number in (ReadOnlySpan<string>)["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eigh", "Nin", "Ten", "Eleven",
            "Twel", "Twen", "Thir", "For", "Fif", "First", "Second", "Hundred"])
            if (text.StartsWith(number, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"46e séance plénière", "第46次全体会议", or a date alone.</summary>
    private static bool IsTranslated(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd("*_]). ");
        if (text.Length > LongestMeeting || !text.ContainsAnyInRange('0', '9')) return false;
        foreach (var language in Others)
        {
            if (char.IsAsciiDigit(text[0]) && language.Dates.At(text, out var length) is not null
                && text[length..].Trim().Length <= LongestYearWord)
                return true;
            if (System.Text.Ascii.IsValid(text)) continue; // every word for a meeting has a letter that English lacks
            foreach (var meeting in language.Wordings("meeting"))
            {
                var at = text.IndexOf(meeting, StringComparison.OrdinalIgnoreCase);
                if (at == 0 || at > 0 && (!char.IsLetter(text[0]) || !language.HasSpaces)) return true;
            }
        }
        return false;
    }

    private static readonly Language[] Others = [.. Language.All.Where(l => !l.IsEnglish)];

    /// <summary>Characters of the longest line that names a meeting and nothing else, and of a word for "year" after a date.</summary>
    private const int LongestMeeting = 90, LongestYearWord = 5;

    /// <summary>Whether a line or paragraph is of the closing matter.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        text = text.TrimStart("*_[( ");
        foreach (var start in Starts)
            if (text.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return true;
        // "Adapted unanimously" is what scans make of it
        if ((text.StartsWith("Adopted ", StringComparison.Ordinal) || text.StartsWith("Adapted ", StringComparison.Ordinal))
            && text.Length < 4000)
        {
            var opening = text[..Math.Min(text.Length, 80)];
            foreach (var how in AdoptedHow)
                if (opening.Contains(how, StringComparison.Ordinal)) return true;
            if (Months.Date(text[8..].TrimStart("on "), out _) is not null) return true;
        }
        if (text.Length > 90) return false;
        if (IsMeetingInWords(text) || IsTranslated(text)) return true;
        if (char.IsAsciiDigit(text.IsEmpty ? ' ' : text[0]) && text.Length < 90)
        {
            if (Months.Date(text, out var length) is not null && text[length..].TrimEnd("*_])") is "" or ".") return true;
            var i = 0;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            var rest = text[i..];
            // "77th plenary meeting", "3063rd meeting", "55th (resumed) plenary meeting"
            return (rest.StartsWith("st", StringComparison.Ordinal) || rest.StartsWith("nd", StringComparison.Ordinal)
                || rest.StartsWith("rd", StringComparison.Ordinal) || rest.StartsWith("th", StringComparison.Ordinal)
                || rest.StartsWith("d ", StringComparison.Ordinal))
                && rest.IndexOf("meeting", StringComparison.Ordinal) is > 0 and < 40;
        }
        return false;
    }
}
