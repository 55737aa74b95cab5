using System.Globalization;
using Search.Catalog.Citing;
using Search.Citations;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Checking;

/// <summary>What findings say, in plain words for the author of a text: what is printed, what is known, and from where.
/// None of them says who is right.</summary>
internal static class CheckMessages
{
    public const string OwnText = "Its own text, which is here, says so.";
    public const string ListOfWorks = "The list of works says so.";

    public static string OtherTexts(WorkFact fact) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{fact.Sources} other texts here say so, among them {string.Join(", ", fact.Documents.Take(3))}.");

    public static string Impossible(ActConflict conflict) => conflict.Body.CanHave(conflict.Number)
        ? conflict.Number.Shape == ActShape.Year ? conflict.Reason
        : string.Create(CultureInfo.InvariantCulture,
            $"Session {conflict.Number.Session} of the {conflict.Body.Name} had fewer than {conflict.Number.Number} acts of this kind.")
        : $"The {conflict.Body.Name} has no number of this form: its own are like {Examples(conflict.Body)}.";

    public static string NotYet(Body body, ActNumber number) => number.Shape == ActShape.Year || body.Numbers.IsAnnual
        ? string.Create(CultureInfo.InvariantCulture, $"The year {number.SessionValue} has not begun.")
        : $"No session {number.Session} of the {body.Name} is known, and it cannot have opened yet.";

    public static string NoBody(ActNumber number) => $"None of the bodies that the text speaks of has a number {number}.";

    public static string UsualDate(string act, DateOnly printed, string known) =>
        $"The text says {Long(printed)}; if {act} is meant, the date known is {EditorialStyle.Day(known)}.";

    public static string DateDiffers(DateOnly printed, string known) =>
        $"The text says {Long(printed)}; the date known is {EditorialStyle.Day(known)}.";

    public static string DateOutside(ActConflict conflict, DateOnly? printed) =>
        conflict.Body.Sessions.Find(conflict.Number.Session) is { } session && conflict.Number.Shape != ActShape.Year
        ? $"{(printed is { } day ? $"The text says {Long(day)}; session" : "Session")} {session.Label} of the {conflict.Body.Name} was from {Long(session.First)} to {(session.Last == DateOnly.MaxValue ? "today" : Long(session.Last))}."
        : conflict.Reason;

    public static string TitleDiffers(string known) => $"The title known is “{known}”.";

    public static string NotThere(string work) => $"{work} does not have these words.";

    public static string NotInProvision(string work, string pinpoint) => $"{pinpoint} of {work} does not have these words.";

    public static string Elsewhere(string work, string pinpoint, string label) =>
        $"{pinpoint} of {work} does not have these words; {label} of it has.";

    public static string NoSuchParagraph(string work, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"The text of {work} ends with paragraph {last}.");

    public static string NoSuchArticle(string work, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"{work} has {last} articles.");

    public static string Abbreviation(string text, string name) => $"{text} stands for {name}; the text never introduces it with its name.";

    public static string Term(string text) => $"The text does not say which work “{text}” is.";

    public static string NoteMissing(string mark, int others) =>
        others == 0
            ? $"The text has no note {mark}."
            : string.Create(CultureInfo.InvariantCulture,
                $"The text has no note {mark}, and none for {others} more marks: its notes were not part of what was checked, or are missing.");

    public static string Newer(string symbol, string? date) =>
        date is null ? $"{symbol} has the same title and is newer." : $"{symbol} of {date} has the same title and is newer.";

    public static string Changed(string kind, EdgeDetails edge) =>
        $"{(kind) switch { FindingKind.Terminated => "Ended, itself or in what it set up,", FindingKind.Superseded => "Superseded", _ => "Amended" }}"
        + $"{(edge.Pinpoint.Length > 0 ? $" as to {edge.Pinpoint}" : "")} by {edge.Source.Canonical}{(edge.Date is { } date ? $" of {date}" : "")}.";

    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Examples(Body body) => string.Join(" or ", body.Examples.Take(2));
}
