using Search.Catalog;
using Search.Catalog.Checking;

namespace Search.Api;

/// <summary>Turns the catalog's records into answers.</summary>
internal static class Answers
{
    public static HitAnswer Hit(SearchHit h) => new(
        h.Id, h.Document.Id, Symbol(h.Document), h.Document.Title, h.Label, h.Kind, h.Date, h.Organ, h.Score, h.Text, h.Highlights,
        [.. h.CitedWorks.Select(c => new CitedWorkAnswer(c.Work.Id, c.Work.Title, c.Treatment, c.Pinpoint))], h.CitedByCount, h.Explanation)
    {
        Language = h.Language,
        SameWords = h.SameWords is { } same ? new(same.Clauses, same.Documents, $"/v1/search?words={Uri.EscapeDataString(h.Id).Replace("%2F", "/", StringComparison.Ordinal)}") : null,
    };

    // A document without a symbol has its file's name as its canonical id.
    private static string? Symbol(WorkName document) => document.Canonical.Contains('/', StringComparison.Ordinal) ? document.Canonical : null;

    public static DocumentAnswer Document(DocumentDetails d, WorkDetails? work, Func<WorkDetails, IReadOnlyList<OriginalAnswer>> originals)
    {
        var s = d.Summary;
        return new(s.Id, s.Symbol, s.Title, s.Organ, s.Kind, s.Date, s.IdentifiedBy, d.Evidence, s.Clauses, s.Cites, s.CitedBy, d.Session, d.Meeting, d.AgendaItem,
            d.Sponsors, d.CommitteeReport, d.Vote, d.Language, d.File, work?.Relations ?? [], d.Diagnostics)
        {
            Originals = work is null ? [] : originals(work),
            Topics = d.Topics,
            Languages = d.Languages,
        };
    }

    public static WorkAnswer Work(WorkDetails w, WorkStatus status, IReadOnlyList<OriginalAnswer> originals)
    {
        var s = w.Summary;
        return new(s.Id, s.Canonical, s.Title, s.Kind, s.Date, s.InCorpus, s.CitedBy, s.CitedByItself, s.CitedBy, s.Cites, s.Influence, w.Document, w.Names, w.Symbols, w.TreatySeries,
            w.Articles, w.Relations, w.Facts, Status(status))
        {
            Originals = originals,
        };
    }

    private static StatusAnswer Status(WorkStatus s)
    {
        return new(s.AsOf, s.Summary, Changes(s.Extended), Changes(s.Amended), Changes(s.Superseded), Changes(s.Terminated));

        static List<StatusChangeAnswer> Changes(IReadOnlyList<StatusChange> changes) => [.. changes.Select(c => new StatusChangeAnswer(c.Until, Edge(c.Edge)))];
    }

    public static CheckAnswer Check(CheckedDraft draft, string? text) => new(
        draft.Text.Length,
        new(draft.Citations.Count, draft.Mismatches, draft.Findings.Count - draft.Mismatches,
            [.. draft.Findings.GroupBy(f => f.Kind).Select(g => new ValueCount(g.Key, g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)]),
        draft.Findings, draft.Citations, draft.NotChecked, text);

    public static HistoryAnswer History(string work, CitationHistory h) => new(
        work, Total.Exactly(h.Total), h.Documents, h.Years, h.First is null ? null : Edge(h.First), h.Latest is null ? null : Edge(h.Latest));

    public static EdgeAnswer Edge(EdgeDetails e) => new(
        e.Document.Id, Symbol(e.Document), e.Document.Title, e.Clause, e.Label, e.ClauseKind, e.Quote, new(e.Mention, e.MentionStart, e.MentionEnd), e.Date, e.Organ,
        e.DocumentKind, e.Treatment, e.Verb, e.Pinpoint, e.Place, e.Work.Id, e.Work.Title, e.Evidence, e.Why, e.Until, e.Polarity, e.Force)
    {
        Source = e.Source.Id,
    };
}
