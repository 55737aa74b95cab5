using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Facts;

/// <summary>Reads the dates that texts print beside a citation. Every window that is read has a fixed length.</summary>
internal static class PrintedDate
{
    /// <summary>How far after a name its adoption may be stated: ", which was adopted in the capital on 5 May 1990".</summary>
    private const int AdoptionReach = 110;

    /// <summary>The first year of the United Nations.</summary>
    private const int FirstYear = 1945;

    private static readonly WordList Leads = WordList.Of("date-leads");

    private static readonly WordList LeadsBefore = WordList.Of("date-leads-before");

    private static readonly WordList Adoptions = WordList.Of("adoption-participles");

    private static readonly WordList Prepositions = WordList.Of("date-prepositions");

    /// <summary>The date after a citation: "resolution 55/25 of 15 November 2000", "decision 48/431 A and B, of 5 May
    /// 1994". Also where it ends.</summary>
    public static DateOnly? After(ReadOnlySpan<char> text, int end, out int after)
    {
        after = end;
        var at = SkipPart(text, SkipSpace(text, end));
        if (at < text.Length && text[at] == ',') at = SkipSpace(text, at + 1);
        foreach (var lead in Leads.All)
        {
            if (!text[at..].StartsWith(lead, StringComparison.Ordinal)) continue;
            var date = Months.Date(text[(at + lead.Length)..], out var length);
            if (date is not null) after = at + lead.Length + length;
            return date;
        }
        return null;
    }

    /// <summary>The date of adoption, or its month, that follows a name: "the Doha Plan, adopted in October 2018 in
    /// Doha"; null where none does.</summary>
    public static string? Adoption(ReadOnlySpan<char> text, int end)
    {
        var at = SkipSpace(text, end);
        if (at < text.Length && text[at] == ',') at = SkipSpace(text, at + 1);
        if (text[at..].StartsWith("which was ", StringComparison.Ordinal)) at += "which was ".Length;
        var verb = -1;
        for (var i = 0; i < Adoptions.All.Length && verb < 0; i++)
            if (text[at..].StartsWith(Adoptions.All[i], StringComparison.Ordinal)) verb = i;
        if (verb < 0) return null;
        at += Adoptions.All[verb].Length - 1;
        var stop = Math.Min(text.Length, at + AdoptionReach);
        for (; at < stop && text[at] is not ('.' or ';' or '(' or ')') && !char.IsAsciiDigit(text[at]); at++)
        {
            if (text[at] != ' ' || Preposition(text[(at + 1)..]) is not (> 0 and var length)) continue;
            var rest = text[(at + 1 + length)..];
            if (Months.Date(rest, out _) is { } day) return Iso(day);
            if (Month(rest) is { } month) return month;
        }
        return null;
    }

    /// <summary>The only date after "of" or "dated" inside a text, and where its phrase is; null where there is none or several.</summary>
    public static DateOnly? Only(ReadOnlySpan<char> text, out int begins, out int ends)
    {
        (begins, ends) = (-1, -1);
        DateOnly? found = null;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || at > 0 && text[at - 1] != ' ') continue;
            if (Months.Date(text[at..], out var length) is not { } date) continue;
            if (found is not null) return null;
            found = date;
            if (!Lead(text[..at], out begins)) return null;
            ends = at + length;
            at = ends - 1;
        }
        return found;
    }

    /// <summary>A day as files and answers write it.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The year in which an act was adopted or a document of the Security Council issued, where
    /// its symbol alone says so.</summary>
    public static string? YearOf(string symbol)
    {
        if (DocumentSymbol.TryParse(symbol, null, out var parsed) && parsed.Act is { } act)
        {
            var session = act.Body.Sessions.Find(act.Number.Session);
            if (session is not null) return session.First.Year == session.Last.Year ? Year(session.First.Year) : null;
            var isYear = act.Number.Shape == ActShape.Year
                || act.Body is { Sessions.All.Count: 0, Numbers.IsAnnual: true } && !act.Number.IsSpecial;
            return isYear && act.Number.SessionValue >= FirstYear ? Year(act.Number.SessionValue) : null;
        }
        var rest = symbol.AsSpan();
        if (!rest.StartsWith("S/", StringComparison.Ordinal)) return null;
        rest = rest[2..];
        if (rest.StartsWith("PRST/", StringComparison.Ordinal)) rest = rest["PRST/".Length..];
        return BeginsWithYear(rest) ? rest[..YearDigits].ToString() : null;
    }

    private const int YearDigits = 4;

    /// <summary>"2018/1".</summary>
    private static bool BeginsWithYear(ReadOnlySpan<char> text) =>
        (text.StartsWith("19", StringComparison.Ordinal) || text.StartsWith("20", StringComparison.Ordinal))
            && text is [_, _, >= '0' and <= '9', >= '0' and <= '9', '/', >= '0' and <= '9', ..];

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static bool Lead(ReadOnlySpan<char> before, out int begins)
    {
        foreach (var lead in LeadsBefore.All)
            if (before.EndsWith(lead, StringComparison.Ordinal))
            {
                begins = before.Length - lead.Length;
                return true;
            }
        begins = before.Length;
        return false;
    }

    private static int Preposition(ReadOnlySpan<char> text)
    {
        foreach (var word in Prepositions.All)
            if (text.StartsWith(word, StringComparison.Ordinal)) return word.Length;
        return 0;
    }

    private static string? Month(ReadOnlySpan<char> text)
    {
        if (Months.At(text) is not (> 0 and var month)) return null;
        var at = Months.Names[month - 1].Length + 1;
        var end = at + YearDigits;
        if (end > text.Length || text[at..end].IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        return end < text.Length && char.IsLetterOrDigit(text[end]) ? null : $"{text[at..end]}-{month:00}";
    }

    // The letters of parts: "resolution 47/62 A and B of 5 May".
    private static int SkipPart(ReadOnlySpan<char> text, int at)
    {
        for (var letters = 0; letters < 2; letters++)
        {
            if (at + 1 >= text.Length || !char.IsAsciiLetterUpper(text[at]) || text[at + 1] is not (' ' or ',')) return at;
            at = SkipSpace(text, at + 1);
            if (!text[at..].StartsWith("and ", StringComparison.Ordinal) && !text[at..].StartsWith("to ", StringComparison.Ordinal))
                return at;
            var next = at + (text[at] == 'a' ? 4 : 3);
            if (next + 1 >= text.Length || !char.IsAsciiLetterUpper(text[next]) || text[next + 1] is not (' ' or ',')) return at;
            at = next;
        }
        return at;
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (text[at] == ' ' || text[at] == '\u00A0')) at++;
        return at;
    }
}
