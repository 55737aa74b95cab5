using System.Buffers;
using Search.Catalog;
using Search.Catalog.Checking;

namespace Search.Api;

/// <summary>Turns the catalog's records into answers.</summary>
internal static class Answers
{
    public static HitAnswer Hit(SearchHit h) => new()
    {
        Id = h.Id,
        Document = h.Document.Id,
        Symbol = Symbol(h.Document),
        Title = h.Document.Title,
        Label = h.Label,
        Kind = h.Kind,
        Date = h.Date,
        Organ = h.Organ,
        Score = h.Score,
        Text = h.Text,
        Highlights = h.Highlights,
        CitedWorks = [.. h.CitedWorks.Select(c => new CitedWorkAnswer(c.Work.Id, c.Work.Title, c.Treatment, c.Pinpoint))],
        CitedByCount = h.CitedByCount,
        Explanation = h.Explanation,
        Language = h.Language,
        SameWords = h.SameWords is { } same ? new(same.Clauses, same.Documents, SearchOfWords(h.Id)) : null,
    };

    private const string WordsAddress = "/v1/search?words=";

    // what Uri.EscapeDataString leaves as it is, and the slash
    private static readonly SearchValues<char> Unescaped =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    /// <summary>The address of the list of clauses with the words of a clause.</summary>
    public static string SearchOfWords(ReadOnlySpan<char> clause) =>
        WordsAddress + Uri.EscapeDataString(clause).Replace("%2F", "/", StringComparison.Ordinal);

    /// <summary>The same address in the place given, where it fits and nothing has to be escaped.</summary>
    public static bool TryWriteSearchOfWords(ReadOnlySpan<char> clause, Span<char> place, out int length)
    {
        length = WordsAddress.Length + clause.Length;
        if (length > place.Length || clause.ContainsAnyExcept(Unescaped)) return false;
        WordsAddress.CopyTo(place);
        clause.CopyTo(place[WordsAddress.Length..]);
        return true;
    }

    /// <summary>The symbol of a document: one without has its file's name as its canonical id.</summary>
    public static string? Symbol(WorkName document) =>
        document.Canonical.Contains('/', StringComparison.Ordinal) ? document.Canonical : null;

    public static DocumentAnswer Document(DocumentDetails d, WorkDetails? work, Func<WorkDetails, IReadOnlyList<OriginalAnswer>> originals)
    {
        var s = d.Summary;
        return new()
        {
            Id = s.Id,
            Symbol = s.Symbol,
            Title = s.Title,
            Organ = s.Organ,
            Kind = s.Kind,
            Date = s.Date,
            IdentifiedBy = s.IdentifiedBy,
            Evidence = d.Evidence,
            Clauses = s.Clauses,
            Cites = s.Cites,
            CitedBy = s.CitedBy,
            Session = d.Session,
            Meeting = d.Meeting,
            AgendaItem = d.AgendaItem,
            Sponsors = d.Sponsors,
            CommitteeReport = d.CommitteeReport,
            Vote = d.Vote,
            Language = d.Language,
            File = d.File,
            Relations = work?.Relations ?? [],
            Diagnostics = d.Diagnostics,
            Originals = work is null ? [] : originals(work),
            Topics = d.Topics,
            Languages = d.Languages,
        };
    }

    public static WorkAnswer Work(WorkDetails w, WorkStatus status, IReadOnlyList<OriginalAnswer> originals)
    {
        var s = w.Summary;
        return new()
        {
            Id = s.Id,
            Canonical = s.Canonical,
            Title = s.Title,
            Kind = s.Kind,
            Date = s.Date,
            InCorpus = s.InCorpus,
            CitedBy = s.CitedBy,
            CitedByItself = s.CitedByItself,
            CitedByWithParts = s.CitedBy,
            Cites = s.Cites,
            Influence = s.Influence,
            Document = w.Document,
            Names = w.Names,
            Symbols = w.Symbols,
            TreatySeries = w.TreatySeries,
            Articles = w.Articles,
            Relations = w.Relations,
            Facts = w.Facts,
            Status = Status(status),
            Originals = originals,
        };
    }

    private static StatusAnswer Status(WorkStatus s)
    {
        return new(s.AsOf, s.Summary, Changes(s.Extended), Changes(s.Amended), Changes(s.Superseded), Changes(s.Terminated));

        static List<StatusChangeAnswer> Changes(IReadOnlyList<StatusChange> changes) =>
            [.. changes.Select(c => new StatusChangeAnswer(c.Until, Edge(c.Edge)))];
    }

    public static CheckAnswer Check(CheckedDraft draft, string? text) => new(
        draft.Text.Length,
        new(draft.Citations.Count, draft.Mismatches, draft.Findings.Count - draft.Mismatches,
            [.. draft.Findings.GroupBy(f => f.Kind).Select(g => new ValueCount(g.Key, g.Count())).OrderByDescending(v => v.Count)
                .ThenBy(v => v.Value, StringComparer.Ordinal)]),
        draft.Findings, draft.Citations, draft.NotChecked, text);

    public static HistoryAnswer History(string work, CitationHistory h) => new(
        work, Total.Exactly(h.Total), h.Documents, h.Years, h.First is null ? null : Edge(h.First),
        h.Latest is null ? null : Edge(h.Latest));

    public static EdgeAnswer Edge(EdgeDetails e) => new()
    {
        Document = e.Document.Id,
        Symbol = Symbol(e.Document),
        Title = e.Document.Title,
        Clause = e.Clause,
        Label = e.Label,
        Kind = e.ClauseKind,
        Text = e.Quote,
        Mention = new(e.Mention, e.MentionStart, e.MentionEnd),
        Date = e.Date,
        Organ = e.Organ,
        DocumentKind = e.DocumentKind,
        Treatment = e.Treatment,
        Verb = e.Verb,
        Pinpoint = e.Pinpoint,
        Place = e.Place,
        Work = e.Work.Id,
        WorkTitle = e.Work.Title,
        Evidence = e.Evidence,
        Why = e.Why,
        Until = e.Until,
        Polarity = e.Polarity,
        Force = e.Force,
        Source = e.Source.Id,
    };
}
