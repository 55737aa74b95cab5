using Search.Catalog.Parameters;

namespace Search.Api.Http;

/// <summary>The parameters that say which part of an answer is sent, and in which form.</summary>
internal static class AnswerParameters
{
    public static TextParameter Cursor { get; } =
        new("cursor", "Where the page begins: the `next` of the page before, with all other parameters unchanged. After a newer snapshot it answers 410.");

    public static ListParameter Fields { get; } =
        new("fields", "Only these fields of the answer, with a point between outer and inner: `total,hits.id`. The others are left out, required or not.");

    public static ChoiceParameter Format { get; } =
        new("format", "The page as `json`, or as a table in `csv`; without it `Accept` decides.", new("ListFormat", ["json", "csv"]));
}
