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
        // a sheet is read from the disk: once for each document
        var sameTitle = new Dictionary<string, List<Act>>();
        foreach (var document in documents)
        {
            var (sheet, id) = (document.Sheet, document.Id);
            var front = sheet.Front;
            foreach (var report in Reports(front.CommitteeReport)) yield return (id, WorkRelationKind.OnReportOf, report);
            foreach (var draft in Drafts(front.CommitteeReport)) yield return (draft, WorkRelationKind.DraftOf, id);
            if (front is not { Kind: DocumentKind.Draft or DocumentKind.Resolution or DocumentKind.Decision, Date: { } date }) continue;
            var title = Querying.CitationResolver.Fold(sheet.Title ?? "");
            if (title.Length == 0 || Session(front.Symbol) is not { } session) continue;
            if (!sameTitle.TryGetValue(title, out var acts)) sameTitle.Add(title, acts = []);
            acts.Add(new(id, front.Kind == DocumentKind.Draft, front.Organ, session, date));
        }
        foreach (var acts in sameTitle.Values)
            foreach (var draft in acts.Where(a => a.IsDraft))
                if (acts.FindAll(act => !act.IsDraft && Becomes(draft, act)) is [var act])
                    yield return (draft.Id, WorkRelationKind.DraftOf, act.Id);
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

    // The same title comes back every year, so that the session must agree; a committee's draft names the
    // committee's organ or none of its own.
    private static bool Becomes(Act draft, Act act) =>
        (draft.Organ.IsNone || draft.Organ == act.Organ) && draft.Session == act.Session
        && act.Date.DayNumber - draft.Date.DayNumber is >= 0 and <= LongestDeliberation;

    /// <summary>The session or year in a symbol, its first part that is a number: 79 of <c>A/C.3/79/L.22</c>;
    /// null where there is none.</summary>
    private static string? Session(string? symbol) =>
        symbol?.Split('/').FirstOrDefault(part => part.Length > 0 && part.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0);

    /// <summary>A draft, or what an organ adopted.</summary>
    /// <param name="Id">Its work.</param>
    /// <param name="IsDraft">Whether it is a draft.</param>
    /// <param name="Organ">Its organ.</param>
    /// <param name="Session">The session or year in its symbol.</param>
    /// <param name="Date">Its day.</param>
    private sealed record Act(WorkId Id, bool IsDraft, Organ Organ, string Session, DateOnly Date);
}
