using System.Text.Json;

namespace Search.Api.Assistants;

/// <summary>A work.</summary>
/// <param name="Id">Its id, for the other tools.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">treaty, resolution, decision ...</param>
/// <param name="Date">Date of adoption, ISO, or null.</param>
/// <param name="CitedBy">How many citations reach it.</param>
/// <param name="TextIsHere">Whether its text can be read here.</param>
/// <param name="Address">Its permanent address.</param>
public sealed record ToolWork(string Id, string Title, string Kind, string? Date, int CitedBy, bool TextIsHere, string Address);

/// <summary>A clause.</summary>
/// <param name="Document">Symbol of its document.</param>
/// <param name="Clause">Its label: OP5(b).</param>
/// <param name="Date">Date of the document, or null.</param>
/// <param name="Text">Its text; "…" where it was cut.</param>
/// <param name="Cites">What it cites, each with how the link was made.</param>
/// <param name="Address">Its permanent address, to quote.</param>
public sealed record ToolClause(string Document, string Clause, string? Date, string Text, IReadOnlyList<ToolLink> Cites, string Address);

/// <summary>A link from a clause to a work.</summary>
/// <param name="Work">Id of the work.</param>
/// <param name="Pinpoint">The part cited, or empty.</param>
/// <param name="Treatment">What the clause does to it.</param>
/// <param name="Evidence">How the link was made, or null where a list does not say.</param>
public sealed record ToolLink(string Work, string Pinpoint, string Treatment, string? Evidence);

/// <summary>A citation of a work, with the clause that makes it.</summary>
public sealed record ToolCitation
{
    /// <summary>Symbol of the citing document.</summary>
    public required string Document { get; init; }

    /// <summary>Label of the citing clause.</summary>
    public required string Clause { get; init; }

    /// <summary>Date of the citing document, or null.</summary>
    public required string? Date { get; init; }

    /// <summary>What the clause does to the work.</summary>
    public required string Treatment { get; init; }

    /// <summary>Id of the work cited.</summary>
    public required string Work { get; init; }

    /// <summary>The part cited, or empty.</summary>
    public required string Pinpoint { get; init; }

    /// <summary>The clause; "…" where it was cut.</summary>
    public required string Quote { get; init; }

    /// <summary>How the link was made.</summary>
    public required string Evidence { get; init; }

    /// <summary>Permanent address of the clause.</summary>
    public required string Address { get; init; }
}

/// <summary>Clauses that match.</summary>
/// <param name="Total">How many match.</param>
/// <param name="Clauses">A page of them.</param>
/// <param name="Warnings">What of the query was read otherwise than it was written.</param>
/// <param name="Next">For the argument `next` of the next page, or null.</param>
public sealed record FoundClauses(long Total, IReadOnlyList<ToolClause> Clauses, IReadOnlyList<string> Warnings, string? Next);

/// <summary>Clauses of a document in reading order.</summary>
/// <param name="Document">Its symbol or id.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Date">Its date, or null.</param>
/// <param name="Total">How many clauses match.</param>
/// <param name="Clauses">A page of them.</param>
/// <param name="Address">Permanent address of the document.</param>
/// <param name="Next">For the argument `next` of the next page, or null.</param>
public sealed record DocumentClauses(string Document, string? Title, string? Date, int Total, IReadOnlyList<ToolClause> Clauses,
    string Address, string? Next);

/// <summary>What a citation means.</summary>
/// <param name="Works">One where it is clear, several where it is not, none where nothing is known by it.</param>
/// <param name="Pinpoint">The part that was named, or empty.</param>
/// <param name="Nearest">Where none: works with similar names.</param>
public sealed record ResolvedCitation(IReadOnlyList<ToolWork> Works, string Pinpoint, IReadOnlyList<ToolWork> Nearest);

/// <summary>What cites a work.</summary>
/// <param name="Work">The work, or null where there is none of that id.</param>
/// <param name="Total">How many citations match.</param>
/// <param name="Treatments">Counts by treatment over all that match.</param>
/// <param name="Citations">A page of them, the newest first.</param>
/// <param name="Next">For the argument `next` of the next page, or null.</param>
public sealed record CitingClauses(ToolWork? Work, int Total, IReadOnlyDictionary<string, int> Treatments,
    IReadOnlyList<ToolCitation> Citations, string? Next);

/// <summary>The versions of a clause through time.</summary>
public sealed record ClauseVersionsOverTime
{
    /// <summary>Symbol or id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>The clause's label.</summary>
    public required string Clause { get; init; }

    /// <summary>text; formula, where many documents of a year have these words; list, where it enumerates names or numbers; short, where it
    /// is too short to compare.</summary>
    public required string Kind { get; init; }

    /// <summary>Other documents with a version of it.</summary>
    public required int Documents { get; init; }

    /// <summary>Those of them with the same words.</summary>
    public required int SameWords { get; init; }

    /// <summary>The earliest earlier use, drafts left out; null where the clause is new.</summary>
    public required ToolUse? First { get; init; }

    /// <summary>The earlier use with most of its words; null where the clause is new.</summary>
    public required ToolUse? Source { get; init; }

    /// <summary>Whether it has an earlier use, and its document cites none of the documents that have one.</summary>
    public required bool Silent { get; init; }

    /// <summary>Versions in all, itself among them.</summary>
    public required int Total { get; init; }

    /// <summary>A page of them, the earliest first.</summary>
    public required IReadOnlyList<ToolVersion> Versions { get; init; }

    /// <summary>Permanent address of its history.</summary>
    public required string Address { get; init; }

    /// <summary>For the argument `next` of the next page, or null.</summary>
    public required string? Next { get; init; }
}

/// <summary>Where the words of a clause are used, too.</summary>
/// <param name="Document">Symbol or id of the document.</param>
/// <param name="Clause">Label of the clause.</param>
/// <param name="Date">Date of the document, or null.</param>
/// <param name="Overlap">Words that both clauses have over the words of the longer one, 0.6 to 1.</param>
/// <param name="Cited">Whether the later one of both documents cites the earlier one; null where neither is earlier.</param>
/// <param name="Address">Permanent address of the clause.</param>
public sealed record ToolUse(string Document, string Clause, string? Date, double Overlap, bool? Cited, string Address);

/// <summary>A version of a clause.</summary>
/// <param name="Use">Where it is, and how much it shares with the clause asked about.</param>
/// <param name="When">earlier, later, same-day, undated, or itself.</param>
/// <param name="Changes">What changed since the version before it: [-dropped-] and {+added+}, with what both have in between; "…" where it
/// was cut; empty where nothing did.</param>
/// <param name="Verb">How its verb changed since then: "Urges -> Encourages, weaker", or null.</param>
public sealed record ToolVersion(ToolUse Use, string When, string Changes, string? Verb);

/// <summary>Chains of citations from one work to another.</summary>
/// <param name="Paths">Each from the citing end to the cited one; empty where there is none.</param>
/// <param name="Complete">False where the search stopped at its limit and may have missed some.</param>
public sealed record FoundPaths(IReadOnlyList<ToolPath> Paths, bool Complete);

/// <summary>One chain.</summary>
/// <param name="Steps">Each with a clause that makes it.</param>
public sealed record ToolPath(IReadOnlyList<ToolCitation> Steps);

/// <summary>What a check of a text found.</summary>
/// <param name="Citations">Citations of the text.</param>
/// <param name="Total">How many findings there are.</param>
/// <param name="Findings">A page of them, in the order of the text.</param>
/// <param name="NotChecked">What could not be checked, and why.</param>
/// <param name="Next">For the argument `next` of the next page, or null.</param>
public sealed record CheckedText(int Citations, int Total, IReadOnlyList<ToolFinding> Findings, IReadOnlyList<string> NotChecked,
    string? Next);

/// <summary>A finding.</summary>
/// <param name="Kind">impossible, date-differs, title-differs, quote-differs, no-such-provision, not-introduced, note-missing, terminated,
/// superseded, amended or newer-exists.</param>
/// <param name="Severity">mismatch where what is printed differs from what is known, else notice.</param>
/// <param name="Text">The words that it is about.</param>
/// <param name="Start">UTF-16 offset into the text.</param>
/// <param name="Message">What was found.</param>
/// <param name="Evidence">How that is known, or null.</param>
/// <param name="Address">Permanent address of the clause or work that shows it, or null.</param>
public sealed record ToolFinding(string Kind, string Severity, string Text, int Start, string Message, string? Evidence, string? Address);

/// <summary>Keeps answers small: a page ends where the next entry would make it too long.</summary>
internal static class AnswerSize
{
    /// <summary>Bytes of an answer unless more are asked for, and the most.</summary>
    public const int Usual = 2000, Most = 20_000;

    /// <summary>Bytes of an answer beside its entries.</summary>
    private const int Frame = 420;

    /// <summary>The first entries that fit, at least one.</summary>
    /// <param name="entries">All entries.</param>
    /// <param name="bytes">Most bytes of the answer.</param>
    /// <param name="beside">The answer without its entries, where it is long; null for one of a usual length.</param>
    public static List<T> Fit<T>(IEnumerable<T> entries, int bytes, object? beside = null)
    {
        var frame = beside is null ? Frame : JsonSerializer.SerializeToUtf8Bytes(beside, JsonSerializerOptions.Web).Length;
        var (fitting, left) = (new List<T>(), Math.Clamp(bytes, Usual, Most) - frame);
        foreach (var entry in entries)
        {
            left -= JsonSerializer.SerializeToUtf8Bytes(entry, JsonSerializerOptions.Web).Length + 1;
            if (left < 0 && fitting.Count > 0) break;
            fitting.Add(entry);
        }
        return fitting;
    }

    /// <summary>A text for an answer.</summary>
    public static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
