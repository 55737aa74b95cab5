using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Recognises single fields in the lines and paragraphs of front and closing matter.</summary>
internal static class FrontMatterLine
{
    /// <summary>Characters of the longest line that names a session, and of what follows the word.</summary>
    private const int LongestSession = 80, AfterSession = 20;

    /// <summary>Characters of the longest line that names an item of the agenda.</summary>
    private const int LongestItem = 120;

    /// <summary>Characters of the longest text that names a meeting, and of the words between its number and "meeting".</summary>
    private const int LongestMeeting = 600, MeetingReach = 40;

    /// <summary>Characters before "submitted by" in the line that names who submits a draft.</summary>
    private const int SubmittedReach = 40;

    /// <summary>Words with which that line continues after the name.</summary>
    private static readonly WordList AfterSubmitter = WordList.Of("after-submitter");

    private static readonly WordList ItemOpenings = WordList.Of("item-openings");

    /// <summary>"Resolution 1540" alone on its line.</summary>
    public static bool IsNumber(string line, Organ organ) =>
        line.StartsWith("Resolution ", StringComparison.OrdinalIgnoreCase)
            && NumberedHeading.Read(line, organ) is { Symbol: not null, Title.Length: 0 };

    /// <summary>"PRST 22/1. Mainstreaming ...": the number of a statement by the President of the Human
    /// Rights Council, and its title.</summary>
    public static (string Symbol, string Title)? Statement(string line, Organ organ)
    {
        const string heading = "PRST ";
        if (organ.Body != Bodies.HumanRightsCouncil || !line.StartsWith(heading, StringComparison.Ordinal)) return null;
        var rest = line.AsSpan(heading.Length);
        var stop = rest.IndexOf('.');
        if (stop <= 0 || Canonical($"{organ.Body.Symbols[0]}/{heading.TrimEnd()}/{rest[..stop]}") is not { } symbol) return null;
        return (symbol, rest[(stop + 1)..].Trim(" *").ToString());
    }

    /// <summary>"... in connection with the Council's consideration of the item entitled “Peace and security in ...”":
    /// what a statement is about.</summary>
    public static string? Considered(string text)
    {
        const string entitled = "item entitled “";
        var at = text.IndexOf(entitled, StringComparison.Ordinal);
        var end = at < 0 ? -1 : text.IndexOf('”', at);
        return end < 0 ? null : text[(at + entitled.Length)..end].TrimEnd(' ', ',');
    }

    /// <summary>"Draft resolution submitted by the Chair ... on the basis of informal consultations": who submitted it.</summary>
    public static string? Submitter(string text)
    {
        const string by = " submitted by ";
        var at = text.IndexOf(by, StringComparison.Ordinal);
        if (at is < 0 or > SubmittedReach || !text.Contains("raft ", StringComparison.Ordinal)) return null;
        var who = text[(at + by.Length)..];
        foreach (var tail in AfterSubmitter.All)
            if (who.IndexOf(tail, StringComparison.Ordinal) is > 0 and var end) who = who[..end];
        return who.TrimEnd(',', ' ', '*');
    }

    /// <summary>A symbol alone on its line, or at its end after a wide gap or "United Nations".</summary>
    public static string? Symbol(string line)
    {
        const string organization = "United Nations ";
        line = WithoutJobNumber(line);
        if (LineShapes.IsSymbol(line)) return line;
        var gap = Math.Max(line.LastIndexOf("  ", StringComparison.Ordinal), line.LastIndexOf('\t'));
        if (gap > 0 && LineShapes.IsSymbol(line.AsSpan(gap).Trim())) return line[gap..].Trim();
        return line.StartsWith(organization, StringComparison.Ordinal) && LineShapes.IsSymbol(line.AsSpan(organization.Length).Trim())
            ? line[organization.Length..].Trim()
            : null;
    }

    /// <summary>"S/RES/2134 (2023) 18-06872": a line without the job number that a narrow gap has joined to its symbol.</summary>
    private static string WithoutJobNumber(string line)
    {
        for (var length = LineShapes.ShortestJobNumber; length <= LineShapes.ShortestJobNumber + 1 && length < line.Length; length++)
            if (line[^(length + 1)] is ' ' or '\t' or ')' && LineShapes.IsJobNumber(line.AsSpan(line.Length - length)))
                return line[..^length].TrimEnd();
        return line;
    }

    /// <summary>The canonical form of a printed symbol; null for what is no symbol.</summary>
    public static string? Canonical(string printed) => DocumentSymbol.TryParse(printed, null, out var symbol) ? symbol.ToString() : null;

    /// <summary>"Seventy-fourth session", "Tenth emergency special session".</summary>
    public static bool IsSession(string line)
    {
        if (line.Length > LongestSession) return false;
        var at = line.IndexOf(" session", StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || line.Length > at + AfterSession) return false;
        var last = line.AsSpan(0, at).Trim();
        var word = last[(last.LastIndexOf(' ') + 1)..];
        return Ordinals.Suffixes.Closes(word) || word.EndsWith("special", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("regular", StringComparison.Ordinal);
    }

    /// <summary>"Agenda item 14", "Items 11 and 12 of the provisional agenda".</summary>
    public static bool IsAgendaItem(string line)
    {
        if (line.Length >= LongestItem) return false;
        return line.StartsWith("Agenda item", StringComparison.OrdinalIgnoreCase)
            || ItemOpenings.Opens(line) && line.Contains("agenda", StringComparison.Ordinal);
    }

    /// <summary>"77th plenary meeting" out of a longer text.</summary>
    public static string? Meeting(string text)
    {
        const string meeting = "meeting";
        var end = text.IndexOf(meeting, StringComparison.Ordinal);
        if (end < 0 || text.Length > LongestMeeting) return null;
        var start = end;
        while (start > 0 && end - start < MeetingReach && !BeginsNumber(text, start))
        {
            start--;
            if (text[start] is '.' or ';') return null;
        }
        if (!char.IsAsciiDigit(text[start])) return null;
        var printed = text[start..(end + meeting.Length)];
        if (start < 3 || text[start - 1] != ' ' || !char.IsAsciiDigit(text[start - 2])) return printed;
        // "287 1st meeting": a number that the scan has torn
        var torn = start - 2;
        while (torn > 0 && char.IsAsciiDigit(text[torn - 1])) torn--;
        return text[torn..(start - 1)] + printed;
    }

    private static bool BeginsNumber(string text, int at) =>
        char.IsAsciiDigit(text[at]) && (at == 0 || !char.IsAsciiDigit(text[at - 1]));
}
