using System.Buffers;
using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Facts;

/// <summary>How certain the words are that a text gives as a title; what is more certain wins.</summary>
public enum TitleSource
{
    /// <summary>The kind of document and its author: "report of the Third Committee".</summary>
    Author,

    /// <summary>Its author and subject: "report of the Secretary-General on cooperatives in social development".</summary>
    Subject,

    /// <summary>Its place among the Official Records.</summary>
    Records,

    /// <summary>A title in quotation marks.</summary>
    Quoted,
}

/// <summary>Reads the titles that texts print beside a citation. Every window that is read has a fixed length.</summary>
internal static class PrintedTitle
{
    /// <summary>The shortest and the longest title that is believed.</summary>
    private const int Shortest = 5, Longest = 300;

    /// <summary>The shortest subject: "Iraq".</summary>
    private const int ShortestSubject = 4;

    private static readonly SearchValues<char> SubjectSigns = SearchValues.Create(",;.()[]“”\""),
        AuthorSigns = SearchValues.Create(",.;:“”\""), DescriptionSigns = SearchValues.Create(".;:“”\"[]");

    private const string OfficialRecords = "Official Records of the ";

    /// <summary>Documents that are described by author and subject.</summary>
    private static readonly ImmutableArray<string> Nouns = ["report", "note", "letter"];

    private static readonly WordList Authors = WordList.Of("author-leads");

    private static readonly ImmutableArray<string> Subjects = WordList.Of("subject-leads").All;

    /// <summary>Words that introduce a title in quotation marks.</summary>
    private static readonly WordList TitleLeads = WordList.Of("title-leads");

    /// <summary>Words that occur in no subject.</summary>
    private static readonly WordList OutsideSubjects = WordList.Of("outside-subjects");

    /// <summary>Forms of "take" before "note", which is no document then.</summary>
    private static readonly WordList Taking = WordList.OfAnyCase("taking-note");

    /// <summary>What a subject that was cut off ends with.</summary>
    private static readonly WordList CutOff = WordList.Of("cut-off-subjects");

    /// <summary>Words after a comma with which the sentence has gone on.</summary>
    private static readonly WordList AfterComma = WordList.Of("after-description");

    /// <summary>What follows the number of a supplement before its symbol.</summary>
    private static readonly WordList Additions = WordList.Of("supplement-additions");

    /// <summary>Characters of the shortest description and the longest author, of the longest body and session of Official Records, and
    /// of the longest addition to a supplement.</summary>
    private const int ShortestDescription = 13, LongestAuthor = 139, LongestBody = 40, LongestSession = 60, LongestAddition = 39;

    /// <summary>Spaces in the shortest and the longest subject.</summary>
    private const int FewestSpaces = 2, MostSpaces = 45;

    /// <summary>Words that leave the description: what follows says how the document came about.</summary>
    private static readonly ImmutableArray<string> Ends = WordList.Of("description-ends").All;

    /// <summary>Words after "on" that begin no subject.</summary>
    private static readonly WordList NoSubjects = WordList.Of("no-subjects");

    /// <summary>Words with which the sentence continues after the subject.</summary>
    private static readonly ImmutableArray<string> SubjectEnds = WordList.Of("subject-ends").All;

    /// <summary>Words that a recital of all earlier texts on a subject is made of, before the subject.</summary>
    private static readonly WordList Recital = WordList.OfAnyCase("recital");

    private static readonly ImmutableArray<string> RecitalEnds =
        [.. SubjectEnds, " in particular", " including", " especially", " underlining", " and underlining", " and its",
            " and the statement"];

    /// <summary>The subject in "Recalling all its previous resolutions and the statements of its President on the situation in Somalia,";
    /// null for other paragraphs.</summary>
    public static string? OwnSubject(string text)
    {
        if (!text.StartsWith("Recalling ", StringComparison.Ordinal) && !text.StartsWith("Reaffirming ", StringComparison.Ordinal))
            return null;
        var resolutions = false;
        for (var at = text.IndexOf(' ', StringComparison.Ordinal) + 1; at > 0 && at < text.Length;)
        {
            var end = text.IndexOf(' ', at);
            if (end < 0) return null;
            var word = text[at..end].TrimEnd(',');
            if (Subjects.Contains($" {word} ")) return resolutions ? SubjectOf(text.AsSpan(end + 1)) : null;
            if (!Recital.Contains(word)) return null;
            resolutions |= word == "resolutions";
            at = end + 1;
        }
        return null;
    }

    private static string? SubjectOf(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("the ", StringComparison.Ordinal)) rest = rest[4..];
        var end = rest[..Math.Min(Longest, rest.Length)].IndexOfAny(SubjectSigns);
        if (end < 0) return null;
        // "the Congo (DRC),"
        if (rest[end] == '(')
            end = rest[end..].IndexOf(')') is > 0 and var close && end + close + 1 < rest.Length && rest[end + close + 1] == ',' ? end : -1;
        if (end < ShortestSubject) return null;
        var said = rest[..end].TrimEnd();
        foreach (var word in RecitalEnds)
            if (said.IndexOf(word, StringComparison.Ordinal) is var cut and > 0) said = said[..cut].TrimEnd();
        if (said.EndsWith(" and", StringComparison.Ordinal)) said = said[..^" and".Length];
        return said.IndexOfAnyInRange('0', '9') < 0 ? Upper(said.ToString()) : null;
    }

    private static readonly WordList AfterSubject = WordList.Of("after-subject");

    /// <summary>Words with which a paragraph says what the Council had before it.</summary>
    private static readonly WordList Considering = WordList.Of("considering");

    private static readonly ImmutableArray<string> Matters =
        ["situation in ", "situation between ", "question of ", "question concerning ", "application of "];

    private const string ReportOfTheSecretaryGeneral = " report of the Secretary-General";

    /// <summary>The subject in "Having considered the situation in Somalia," or "the report of the Secretary-General on the United Nations
    /// Force"; null for other paragraphs.</summary>
    public static string? Considered(string text)
    {
        if (!Considering.Opens(text)) return null;
        var words = text.AsSpan(0, Math.Min(Longest, text.Length));
        if (words.IndexOfAny(",;") is >= 0 and var end) words = words[..end];
        var next = text.AsSpan(words.Length).TrimStart(" ,;");
        if (next.Length > 0 && char.IsUpper(next[0])) return null; // "in Abkhazia, Georgia": the name continues
        if (words.IndexOf(ReportOfTheSecretaryGeneral) is >= 0 and var report)
        {
            const string about = " on the ";
            var on = words[report..].IndexOf(about);
            var matter = on < 0 ? default : words[(report + on + about.Length)..];
            return matter.StartsWith("United Nations ", StringComparison.Ordinal)
                || matter.StartsWith(Matters[0], StringComparison.Ordinal) ? Whole(matter) : null;
        }
        foreach (var matter in Matters)
            if (words.IndexOf($" {matter}") is >= 0 and var at) return Whole(words[(at + 1)..]);
        return null;

        static string? Whole(ReadOnlySpan<char> subject) => SubjectOf($"{subject.TrimEnd('.')},");
    }

    /// <summary>The title in quotation marks that follows a citation and its date: ", entitled “The future we want”".</summary>
    public static string? After(string text, int at)
    {
        while (at < text.Length && text[at] is ',' or ' ') at++;
        foreach (var lead in TitleLeads.All)
            if (string.CompareOrdinal(text, at, lead, 0, lead.Length) == 0 && Quoted(text, at + lead.Length, out _) is { } title)
                return title;
        return null;
    }

    /// <summary>
    /// The subject of a resolution or decision that follows its number and date: "of 22 December 2003, on
    /// cooperation in river basins,". It is believed only where its end is certain: a comma may be inside it.
    /// </summary>
    public static string? SubjectAfter(string text, int at)
    {
        while (at < text.Length && text[at] is ',' or ' ') at++;
        var lead = Array.Find([.. Subjects], s => string.CompareOrdinal(text, at, s, 1, s.Length - 1) == 0);
        if (lead is null) return null;
        at += lead.Length - 1;
        if (text.AsSpan(at).StartsWith("the ", StringComparison.Ordinal)) at += "the ".Length;
        if (at >= text.Length || !char.IsLetter(text[at]) || NoSubjects.Opens(text.AsSpan(at))) return null;
        var end = text.AsSpan(at, Math.Min(Longest, text.Length - at)).IndexOfAny(SubjectSigns);
        if (end < 0) end = Math.Min(Longest, text.Length - at);
        var next = at + end;
        if (next < text.Length
            && (text[next] is not (',' or ';' or '.') || text[next] == ',' && !GoesOn(text.AsSpan(next + 1).TrimStart())))
            return null;
        var said = text.AsSpan(at, end).TrimEnd();
        foreach (var word in SubjectEnds)
            if (said.IndexOf(word, StringComparison.Ordinal) is var cut and > 0) said = said[..cut].TrimEnd();
        if (NextOfList(said) is var list and > 0) said = said[..list].TrimEnd();
        if (OutsideSubjects.OccursIn(said)) return null;
        return said.Count(' ') is >= FewestSpaces and <= MostSpaces && !char.IsAsciiDigit(said[^1]) ? Upper(said.ToString()) : null;
    }

    /// <summary>The title that a text ends with, in quotation marks after "entitled".</summary>
    public static string? QuotedAtEnd(string text)
    {
        var end = text.AsSpan().TrimEnd(" ,").Length;
        if (end == 0 || text[end - 1] is not ('”' or '"')) return null;
        var open = text[end - 1] == '”' ? text.LastIndexOf('“', end - 1) : end < 2 ? -1 : text.LastIndexOf('"', end - 2);
        if (open < 0 || !text.AsSpan(0, open).TrimEnd().EndsWith("titled", StringComparison.Ordinal)) return null;
        return Quoted(text, open, out var after) is { } title && after == end ? title : null;
    }

    /// <summary>
    /// The place among the Official Records that a text ends with: "Official Records of the General Assembly,
    /// Fifty-eighth Session, Supplement No. 12"; "Ibid." takes the organ's name from <paramref name="organ"/>.
    /// </summary>
    public static string? RecordsAtEnd(string text, string? organ)
    {
        var at = text.LastIndexOf("Supplement No. ", StringComparison.Ordinal);
        if (at < 0) return null;
        var number = at + "Supplement No. ".Length;
        var end = number;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end])) end++;
        if (end == number || !IsAddition(text.AsSpan(end))) return null;
        var head = text.AsSpan(0, at).TrimEnd(", ");
        var sessionAt = head.LastIndexOf(", ") is var comma and >= 0 ? comma + 2
            : head.LastIndexOf(". ") is var stop and >= 0 ? stop + 2
            : -1;
        if (sessionAt < 0) return null;
        var session = head[sessionAt..].Trim();
        var isYear = session.Length == 4 && session.IndexOfAnyExceptInRange('0', '9') < 0;
        if (!isYear
            && (!session.EndsWith("ession", StringComparison.Ordinal) || !char.IsUpper(session[0]) || session.Length > LongestSession))
            return null;
        var before = head[..sessionAt].TrimEnd(", ");
        var records = before.LastIndexOf(OfficialRecords, StringComparison.Ordinal);
        var body = records >= 0 ? before[(records + OfficialRecords.Length)..].ToString()
            : before.EndsWith("bid.", StringComparison.Ordinal) || before.EndsWith("bid", StringComparison.Ordinal) ? organ
            : null;
        if (body is null || body.Length > LongestBody || body.Contains(',', StringComparison.Ordinal)) return null;
        return $"{OfficialRecords}{body}, {session}, {text[at..end]}";
    }

    /// <summary>
    /// The description that a text ends with: "the report of the Secretary-General on cooperatives". With its
    /// author alone too, which more texts agree on. None where the words may be about something else.
    /// </summary>
    public static (string? Subject, string? Author) Description(string text)
    {
        var from = -1;
        foreach (var noun in Nouns)
            for (var at = text.Length; (at = at <= 0 ? -1 : text.LastIndexOf(noun + " ", at - 1, StringComparison.Ordinal)) >= 0;)
            {
                if (at > 0 && char.IsLetter(text[at - 1]) || noun == "note" && IsOfAVerb(text.AsSpan(0, at))) continue;
                if (!Authors.Opens(text.AsSpan(at + noun.Length + 1))) continue;
                from = Math.Max(from, at);
                break;
            }
        if (from < 0) return (null, null);
        var said = WithoutDate(text[from..]).TrimEnd(' ', ',');
        foreach (var end in Ends)
            if (said.IndexOf(end, StringComparison.Ordinal) is var cut and > 0) said = said[..cut].TrimEnd(' ', ',');
        var subject = -1;
        foreach (var word in Subjects)
            if (said.IndexOf(word, StringComparison.Ordinal) is var found and > 0 && (subject < 0 || found < subject)) subject = found;
        var author = subject < 0 ? said : said[..subject];
        if (!IsAuthor(author)) return (null, null);
        var hasSubject = subject >= 0 && IsSubject(said[subject..]) && !PointsBack(said);
        return (hasSubject ? Upper(said) : null, Upper(author));
    }

    // "on the allegations referred to in paragraphs 18 and 19 above": a subject only where it is printed
    private static bool PointsBack(string said) =>
        said.EndsWith(" above", StringComparison.Ordinal) || said.EndsWith(" below", StringComparison.Ordinal);

    // "taking note of the report", "took note of the Plan": no document.
    private static bool IsOfAVerb(ReadOnlySpan<char> before)
    {
        return Taking.Closes(before.TrimEnd());
    }

    // "on annual sessions and 75/17 of 31 May 2019 on": where the next act of the list follows; -1 where none does.
    private static int NextOfList(ReadOnlySpan<char> said)
    {
        for (var at = said.IndexOf(" and "); at >= 0;)
        {
            var rest = said[(at + " and ".Length)..];
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits > 0 && rest[digits] == '/') return at;
            var further = rest.IndexOf(" and ");
            at = further < 0 ? -1 : at + " and ".Length + further;
        }
        return -1;
    }

    // After the comma that ends a subject: nothing, the next number of a list, or words that lead on.
    private static bool GoesOn(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || char.IsAsciiDigit(rest[0])) return true;
        if (rest.StartsWith("and ", StringComparison.Ordinal) && rest["and ".Length..] is [>= '0' and <= '9', ..]) return true;
        return AfterSubject.Opens(rest);
    }

    private static bool IsAuthor(string author) =>
        author.Length is >= ShortestDescription and <= LongestAuthor && author.AsSpan().IndexOfAnyInRange('0', '9') < 0
            && author.AsSpan().IndexOfAny(AuthorSigns) < 0
            && char.IsUpper(author[author.IndexOf(" the ", StringComparison.Ordinal) + " the ".Length]);

    private static bool IsSubject(string subject)
    {
        if (subject.Length is < ShortestDescription or >= Longest || subject.AsSpan().IndexOfAny(DescriptionSigns) >= 0) return false;
        if (char.IsAsciiDigit(subject[^1]) || CutOff.Closes(subject)) return false;
        return !subject.Contains(" and the report", StringComparison.Ordinal) && !HasParticiple(subject);
    }

    // ", noting", ", Having noted": the sentence has gone on.
    private static bool HasParticiple(string text)
    {
        for (var comma = text.IndexOf(", ", StringComparison.Ordinal); comma >= 0;
        comma = text.IndexOf(", ", comma + 2, StringComparison.Ordinal))
        {
            var word = text.AsSpan(comma + 2);
            var space = word.IndexOf(' ');
            if (space >= 0) word = word[..space];
            if (word.EndsWith("ing", StringComparison.Ordinal) || AfterComma.Contains(word)) return true;
        }
        return false;
    }

    // "and corrigendum", "(A/58/12": nothing else may come between the supplement and its symbol.
    private static bool IsAddition(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimEnd(" (");
        return rest.Length == 0 || rest.Length <= LongestAddition && Additions.Opens(rest);
    }

    private static string WithoutDate(string text) =>
        PrintedDate.Only(text, out var begins, out var ends) is not null && begins >= 0
            ? string.Concat(text.AsSpan(0, begins), text.AsSpan(ends))
            : text;

    private static string? Quoted(string text, int at, out int after)
    {
        after = at;
        if (at >= text.Length || text[at] is not ('“' or '"')) return null;
        var close = text.IndexOf(text[at] == '“' ? '”' : '"', at + 1, Math.Min(Longest, text.Length - at - 1));
        if (close < 0) return null;
        after = close + 1;
        var title = text[(at + 1)..close].Trim(' ', ',', '.');
        return title.Length >= Shortest && !title.Contains('“', StringComparison.Ordinal) ? title : null;
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
