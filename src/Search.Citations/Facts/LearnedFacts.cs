using System.Collections.Immutable;
using Search.Citations.Identity;

namespace Search.Citations.Facts;

/// <summary>Dates and titles of works, learned from the texts that cite them: what the texts agree on. Where they
/// contradict each other nothing is chosen.</summary>
public sealed class LearnedFacts
{
    /// <summary>One text against that many others is a slip of the pen; the statement stays listed.</summary>
    private const int SlipShare = 10;

    private readonly Dictionary<string, ImmutableArray<LearnedFact>> _facts;

    private LearnedFacts(Dictionary<string, ImmutableArray<LearnedFact>> facts) => _facts = facts;

    /// <summary>No facts.</summary>
    public static LearnedFacts None { get; } = new([]);

    /// <summary>What was learned of a work, and what remains open; empty where nothing was said.</summary>
    public ImmutableArray<LearnedFact> Of(WorkId work) => _facts.TryGetValue(work.Value, out var facts) ? facts : [];

    /// <summary>The value that the texts agree on, or null.</summary>
    public string? Value(WorkId work, FactKind kind)
    {
        foreach (var fact in Of(work))
            if (fact.Kind == kind && fact.IsAccepted) return fact.Value;
        return null;
    }

    /// <summary>Reads the texts of a corpus; each document is given with its own work.</summary>
    public static LearnedFacts Learn(IEnumerable<(CorpusEntry Document, WorkId Own)> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Of(documents.Select(d => (StatementsOf(d.Document, d.Own), d.Own)));
    }

    /// <summary>What the text of one document says about works; nothing else of the corpus decides it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="own">Its own work.</param>
    public static ImmutableArray<FactStatement> StatementsOf(CorpusEntry document, WorkId own)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. new FactReader(document, own).Read()];
    }

    /// <summary>What the statements of all documents agree on; those of each are given with its own work.</summary>
    public static LearnedFacts Of(IEnumerable<(ImmutableArray<FactStatement> Statements, WorkId Own)> documents) => Of(documents, new());

    /// <summary>What the statements of all documents agree on; those of each are given with its own work.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="memory">What an earlier call found out.</param>
    public static LearnedFacts Of(IEnumerable<(ImmutableArray<FactStatement> Statements, WorkId Own)> documents, FactMemory memory)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(memory);
        var dates = new Dictionary<string, Statements>();
        var titles = new Dictionary<string, Statements>();
        foreach (var (statements, own) in documents)
            foreach (var statement in statements)
            {
                if (statement.Date is { } date)
                    Add(dates, statement.Work, memory.IsPossible(statement.Work, date) ? 1 : 0, date, date, own);
                else if (statement.Title is { } title && memory.KeyOf(title) is { Length: > 0 } key)
                    Add(titles, statement.Work, 1 + (int)statement.Source, key, title, own);
            }
        var facts = new Dictionary<string, ImmutableArray<LearnedFact>>();
        foreach (var work in dates.Keys.Union(titles.Keys))
        {
            var found = ImmutableArray.CreateBuilder<LearnedFact>();
            if (dates.TryGetValue(work, out var said)) Dates(said, found);
            if (titles.TryGetValue(work, out var named)) Titles(named, found);
            if (found.Count > 0) facts.Add(work, found.ToImmutable());
        }
        return new(facts);
    }

    /// <summary>The year that a work's symbol alone gives: of a resolution of the Security Council; null for other works.</summary>
    public static string? YearOf(WorkId work) => PrintedDate.YearOf(work.Value);

    private static void Add(Dictionary<string, Statements> all, WorkId work, int rank, string key, string value, WorkId document)
    {
        if (!all.TryGetValue(work.Value, out var statements)) all.Add(work.Value, statements = new());
        statements.Add(rank, key, value, document);
    }

    /// <summary>The one day that texts give; else the month or the year in which all their days are.</summary>
    private static void Dates(Statements said, ImmutableArray<LearnedFact>.Builder found)
    {
        var possible = said.OfRank(1);
        var days = possible.Where(v => v.Value.Length == 10).ToList();
        var finest = days.Count > 0 ? days : possible;
        var accepted = Agreed(finest);
        if (accepted is null && finest.Count > 0 && finest.Select(v => v.Value[..4]).Distinct().Count() == 1)
            found.Add(new(FactKind.Date, finest[0].Value[..4], true, [.. finest.SelectMany(v => v.Documents).Distinct()]));
        foreach (var value in possible)
        {
            var agrees = value == accepted || accepted is not null && accepted.Value.StartsWith(value.Value, StringComparison.Ordinal);
            if (value == accepted || !agrees) found.Add(new(FactKind.Date, value.Value, value == accepted, [.. value.Documents]));
        }
    }

    /// <summary>The title of the most certain source on which the texts agree.</summary>
    private static void Titles(Statements said, ImmutableArray<LearnedFact>.Builder found)
    {
        for (var rank = 1 + (int)TitleSource.Quoted; rank > 0; rank--)
        {
            var values = said.OfRank(rank);
            if (values.Count == 0) continue;
            var accepted = Agreed(values);
            foreach (var value in values)
                if (value == accepted || rank > 1 + (int)TitleSource.Subject)
                    found.Add(new(FactKind.Title, value.Value, value == accepted, [.. value.Documents]));
            if (accepted is not null) return;
        }
    }

    private static SaidValue? Agreed(List<SaidValue> values)
    {
        if (values.Count == 0) return null;
        var best = values.OrderByDescending(v => v.Documents.Count).ThenBy(v => v.Value, StringComparer.Ordinal).First();
        var others = values.Where(v => v != best).SelectMany(v => v.Documents).Distinct().Count();
        return others * SlipShare <= best.Documents.Count - 1 && (others == 0 || best.Documents.Count > SlipShare) ? best : null;
    }

    /// <summary>A value as texts write it, and the documents that do.</summary>
    private sealed class SaidValue
    {
        private readonly Dictionary<string, int> _spellings = [];

        public SortedSet<string> Documents { get; } = new(StringComparer.Ordinal);

        /// <summary>The most frequent spelling.</summary>
        public string Value => _spellings.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal).First().Key;

        public void Add(string spelling, WorkId document)
        {
            _spellings[spelling] = _spellings.GetValueOrDefault(spelling) + 1;
            Documents.Add(document.Value);
        }
    }

    /// <summary>What was said of one work, by rank and folded value.</summary>
    private sealed class Statements
    {
        private readonly Dictionary<(int Rank, string Key), SaidValue> _values = [];

        public void Add(int rank, string key, string value, WorkId document)
        {
            if (!_values.TryGetValue((rank, key), out var said)) _values.Add((rank, key), said = new());
            said.Add(value, document);
        }

        public List<SaidValue> OfRank(int rank) =>
            [.. _values.Where(v => v.Key.Rank == rank).OrderBy(v => v.Key.Key, StringComparer.Ordinal).Select(v => v.Value)];
    }
}

/// <summary>What one text says about a work: when it was adopted, or what it is called.</summary>
/// <param name="Work">The work.</param>
/// <param name="Date">A day, month or year, ISO; null where the statement is a title.</param>
/// <param name="Title">A title; null where the statement is a date.</param>
/// <param name="Source">How certain the title is.</param>
public sealed record FactStatement(WorkId Work, string? Date, string? Title = null, TitleSource Source = default);

/// <summary>What a fact says.</summary>
public enum FactKind
{
    /// <summary>When the work was adopted or dated.</summary>
    Date,

    /// <summary>What it is called.</summary>
    Title,
}

/// <summary>A value that texts give for a work.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Value">An ISO date, month or year; or a title.</param>
/// <param name="IsAccepted">Whether the texts agree on it; false for an open question.</param>
/// <param name="Documents">The works whose texts say so, in order.</param>
public sealed record LearnedFact(FactKind Kind, string Value, bool IsAccepted, ImmutableArray<string> Documents);
