using Search.Citations;
using Search.Resolutions;

namespace Search.Catalog.Building;

/// <summary>
/// Relations that the documents of a corpus state by themselves: the report on which a resolution was adopted is under its number
/// ("[on the report of the Third Committee (A/78/482, para. 29)]"), or the draft does ("[without reference
/// to a Main Committee (A/77/L.12)]"); else a draft has the title of what became of it in the same session.
/// </summary>
internal static class DocumentRelations
{
    /// <summary>Days that may pass from a draft to its adoption: a session of an organ and its resumption.</summary>
    private const int LongestDeliberation = 400;

    /// <summary>The relations of every document, its work first.</summary>
    public static IEnumerable<(WorkId Source, WorkRelationKind Kind, WorkId Target)> Of(IReadOnlyCollection<CorpusDocument> documents)
    {
        foreach (var document in documents)
        {
            foreach (var report in Reports(Front(document).CommitteeReport))
                yield return (document.Id, WorkRelationKind.OnReportOf, report);
            foreach (var draft in Drafts(Front(document).CommitteeReport)) yield return (draft, WorkRelationKind.DraftOf, document.Id);
        }
        foreach (var sameTitle in documents.Where(d => Title(d).Length > 0).GroupBy(Title))
        {
            var adopted = sameTitle.Where(d => Front(d) is { Kind: DocumentKind.Resolution or DocumentKind.Decision, Date: not null })
                .ToList();
            foreach (var draft in sameTitle.Where(d => Front(d) is { Kind: DocumentKind.Draft, Date: not null }))
                if (adopted.FindAll(a => Becomes(Front(draft), Front(a))) is [var act])
                    yield return (draft.Id, WorkRelationKind.DraftOf, act.Id);
        }
    }

    /// <summary>The reports in the line on how an act came before the organ.</summary>
    internal static IEnumerable<WorkId> Reports(string? line) => Symbols(line, "on the report");

    /// <summary>The drafts in that line, where no committee reported; addenda only add sponsors.</summary>
    internal static IEnumerable<WorkId> Drafts(string? line) =>
        Symbols(line, "without reference").Where(id => !id.Value.Contains("/Add.", StringComparison.Ordinal));

    private static IEnumerable<WorkId> Symbols(string? line, string beginning)
    {
        if (line?.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) != true) yield break;
        foreach (var word in line.Split([' ', '(', ')', ',', ';', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
            if (word.Contains('/', StringComparison.Ordinal) && DocumentSymbol.TryParse(word, null, out var symbol))
                yield return new(symbol.ToString());
    }

    private static FrontMatter Front(CorpusDocument document) => document.Sheet.Front;

    private static string Title(CorpusDocument document) => Querying.CitationResolver.Fold(document.Sheet.Title ?? "");

    // The same title comes back every year, so that the session must agree; a committee's draft names the
    // committee's organ or none of its own.
    private static bool Becomes(FrontMatter draft, FrontMatter act)
    {
        if (!draft.Organ.IsNone && draft.Organ != act.Organ) return false;
        if (Session(draft.Symbol) is not { } session || session != Session(act.Symbol)) return false;
        return draft.Date is { } tabled && act.Date is { } adopted
            && adopted.DayNumber - tabled.DayNumber is >= 0 and <= LongestDeliberation;
    }

    /// <summary>The session or year in a symbol, its first part that is a number: 79 of <c>A/C.3/79/L.22</c>;
    /// null where there is none.</summary>
    private static string? Session(string? symbol) =>
        symbol?.Split('/').FirstOrDefault(part => part.Length > 0 && part.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);
}
