using Search.Citations;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>
/// Relations that the documents of a corpus tell by themselves: the report on which a resolution was adopted stands under its number
/// ("[on the report of the Third Committee (A/78/482, para. 29)]"), and a draft has the title of what became of it.
/// </summary>
internal static class DocumentRelations
{
    /// <summary>Days that may pass from a draft to its adoption: a session of an organ and its resumption.</summary>
    private const int LongestDeliberation = 400;

    /// <summary>The relations of every document, its work first.</summary>
    public static IEnumerable<(WorkId Source, string Kind, WorkId Target)> Of(IReadOnlyCollection<CorpusDocument> documents)
    {
        foreach (var document in documents)
            foreach (var report in Reports(document.Linked.Resolution.Front.CommitteeReport))
                yield return (document.Id, "on-report-of", report);
        foreach (var sameTitle in documents.Where(d => Title(d).Length > 0).GroupBy(Title))
        {
            var adopted = sameTitle.Where(d => Front(d) is { Kind: "resolution" or "decision", Date: not null }).OrderBy(d => Front(d).Date).ToList();
            foreach (var draft in sameTitle.Where(d => Front(d) is { Kind: "draft", Date: not null }))
                if (adopted.Find(a => Becomes(Front(draft), Front(a))) is { } act) yield return (draft.Id, "draft-of", act.Id);
        }
    }

    /// <summary>The symbols in a line about a report.</summary>
    internal static IEnumerable<WorkId> Reports(string? line)
    {
        if (line?.StartsWith("on the report", StringComparison.OrdinalIgnoreCase) != true) yield break;
        foreach (var word in line.Split([' ', '(', ')', ',', ';', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Contains('/', StringComparison.Ordinal) && DocumentSymbol.TryParse(word, null, out var symbol)) yield return new(symbol.ToString());
    }

    private static FrontMatter Front(CorpusDocument document) => document.Linked.Resolution.Front;

    private static string Title(CorpusDocument document) => Querying.CitationResolver.Fold(document.Linked.Resolution.Source.Stated.Title ?? Front(document).Title ?? "");

    // The next act of that title after the draft; a committee's draft names the committee's organ or none of its own.
    private static bool Becomes(FrontMatter draft, FrontMatter act) =>
        (draft.Organ.IsNone || draft.Organ == act.Organ) && act.Date >= draft.Date && act.Date!.Value.DayNumber - draft.Date!.Value.DayNumber <= LongestDeliberation;
}
