using System.Buffers;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Lines that close a resolution: the meeting, the vote, the date.</summary>
internal static class ClosingLine
{
    private static readonly SearchValues<char> OrdinalLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -");

    private static readonly WordList Starts = WordList.OfAnyCase("closing-openings");

    private static readonly WordList HowAdopted = WordList.Of("how-adopted");

    private static readonly WordList HowVoted = WordList.OfAnyCase("how-voted");

    private static readonly WordList NumbersInWords = WordList.OfAnyCase("numbers-in-words");

    /// <summary>Characters of the longest paragraph that says how a text was adopted, and of its first words that say it.</summary>
    private const int LongestAdoption = 4000, AdoptionReach = 80;

    /// <summary>Characters of the shortest and the longest ordinal number in words: "Thirty-first".</summary>
    private const int ShortestOrdinal = 4, LongestOrdinal = 60;

    /// <summary>Characters between a number and the word "meeting": "55th (resumed) plenary meeting".</summary>
    private const int MeetingReach = 40;

    /// <summary>Whether a closing paragraph says how the vote went.</summary>
    public static bool IsVote(ReadOnlySpan<char> text) => text.Length < LongestAdoption && HowVoted.OccursIn(text);

    /// <summary>"Thirty-first plenary meeting, 13 February 1946.", and the same in French.</summary>
    private static bool IsMeetingInWords(ReadOnlySpan<char> text)
    {
        if (text.IndexOf("séance plénière", StringComparison.Ordinal) is > 0 and < LongestOrdinal) return true;
        var end = text.IndexOf(" plenary meeting", StringComparison.Ordinal);
        if (end is < ShortestOrdinal or > LongestOrdinal || text[..end].IndexOfAnyExcept(OrdinalLetters) >= 0) return false;
        return Ordinals.Suffixes.Closes(text[..end]) && NumbersInWords.Opens(text);
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
        if (Starts.Opens(text)) return true;
        // "Adapted unanimously" is what scans make of it
        if ((text.StartsWith("Adopted ", StringComparison.Ordinal) || text.StartsWith("Adapted ", StringComparison.Ordinal))
            && text.Length < LongestAdoption)
        {
            if (HowAdopted.OccursIn(text[..Math.Min(text.Length, AdoptionReach)])) return true;
            if (Months.Date(text["Adopted ".Length..].TrimStart("on "), out _) is not null) return true;
        }
        if (text.Length > LongestMeeting) return false;
        if (IsMeetingInWords(text) || IsTranslated(text)) return true;
        if (text.IsEmpty || !char.IsAsciiDigit(text[0]) || text.Length >= LongestMeeting) return false;
        if (Months.Date(text, out var length) is not null && text[length..].TrimEnd("*_])") is "" or ".") return true;
        // "77th plenary meeting", "3063rd meeting", "2122d meeting", "55th (resumed) plenary meeting"
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        var suffix = digits < 0 ? [] : text[digits..];
        return (Ordinals.Suffixes.Opens(suffix) || suffix.StartsWith("d ", StringComparison.Ordinal))
            && suffix.IndexOf("meeting", StringComparison.Ordinal) is > 0 and < MeetingReach;
    }
}
