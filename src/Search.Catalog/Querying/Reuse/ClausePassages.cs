using System.Text.Json;
using Search.Reuse;

namespace Search.Catalog.Querying.Reuse;

/// <summary>A clause as rows hold it, by its number.</summary>
internal sealed record PassageRow
{
    public required int Number { get; init; }

    public required int Document { get; init; }

    public required string Slug { get; init; }

    public required string Label { get; init; }

    public required string DocumentSlug { get; init; }

    public required string? Symbol { get; init; }

    public required string? Title { get; init; }

    public required string Kind { get; init; }

    public required string? Date { get; init; }

    public required string Text { get; init; }
}

/// <summary>A passage with words of another one.</summary>
/// <param name="Passage">Its number in the index.</param>
/// <param name="Document">Its document's number in the index.</param>
/// <param name="Order">Its place in time; 0 where it is not known.</param>
/// <param name="Percent">The overlap in hundredths.</param>
/// <param name="SameWords">Whether both have one wording.</param>
internal readonly record struct PassageUse(int Passage, int Document, int Order, int Percent, bool SameWords);

/// <summary>Uses before a place in time.</summary>
/// <param name="First">The earliest, drafts left out.</param>
/// <param name="Source">The one with most of the words, of several the latest, drafts left out.</param>
/// <param name="Draft">The same among drafts.</param>
/// <param name="Silent">Whether there is a source, the passage is a text of its own, and its document cites none of the
/// documents with an earlier use.</param>
internal readonly record struct EarlierUses(PassageUse? First, PassageUse? Source, PassageUse? Draft, bool Silent)
{
    /// <summary>Those that are shown.</summary>
    public IEnumerable<int> Passages => ((PassageUse?[])[First, Source, Draft]).OfType<PassageUse>().Select(u => u.Passage);
}

/// <summary>Reads clauses by their passages, and finds the passages that share their words.</summary>
internal sealed class ClausePassages(Database db, ReuseIndex index)
{
    /// <summary>Uses of one clause that are looked at; a formula can have more.</summary>
    public const int MostUses = 20_000;

    // What is stored of a slug, and not the slug, which SQLite takes long to make.
    private const string Row =
        "SELECT c.number, c.document, c.slug_end, c.label, d.slug, d.symbol, d.title, d.kind, d.date, CASE typeof(c.text_or_number) WHEN 'text' THEN c.text_or_number"
        + " ELSE (SELECT s.text_or_number FROM clause_rows s WHERE s.number = c.text_or_number) END FROM clause_rows c JOIN documents d ON d.number = c.document"
        + " WHERE c.number IN (SELECT value FROM json_each($1))";

    private const string RowUntilFormat7 =
        "SELECT c.number, c.document, c.slug, c.label, d.slug, d.symbol, d.title, d.kind, d.date, c.text FROM clauses c JOIN documents d ON d.number = c.document"
        + " WHERE c.number IN (SELECT value FROM json_each($1))";

    private readonly Lazy<HashSet<int>> _drafts =
        new(() => [.. db.Rows("SELECT number FROM documents WHERE kind = 'draft'", r => r.GetInt32(0) - 1)]);

    public ReuseIndex Index => index;

    /// <summary>Numbers of the documents that are drafts, from 0: what is in them alone is not agreed.</summary>
    public HashSet<int> Drafts => _drafts.Value;

    /// <summary>Rows of clauses by passage.</summary>
    public Dictionary<int, PassageRow> Rows(IEnumerable<int> passages)
    {
        var numbers = JsonSerializer.Serialize(passages.Distinct().Select(p => p + 1));
        return db.Rows(
            db.HasRanges ? Row : RowUntilFormat7,
            r => new PassageRow
            {
                Number = r.GetInt32(0),
                Document = r.GetInt32(1),
                Slug = db.HasRanges ? LabelSlugs.Whole(r.GetString(3), r.Text(2)) : r.GetString(2),
                Label = r.GetString(3),
                DocumentSlug = r.GetString(4),
                Symbol = r.Text(5),
                Title = r.Text(6),
                Kind = r.GetString(7),
                Date = r.Text(8),
                Text = r.GetString(9),
            }, numbers)
            .ToDictionary(r => r.Number - 1);
    }

    /// <summary>The best use of a passage's words in each other document, in order of time, those of unknown time last.</summary>
    public List<PassageUse> Uses(int passage)
    {
        var own = index.Document(passage);
        var best = new Dictionary<int, PassageUse>();
        var wording = index.Wording(passage);
        if (index.Length(wording) < ComparedClauses.FewestWords) return [];
        var left = MostUses;
        foreach (var (version, percent) in index.Similar(wording).Prepend(new(wording, 100)))
            foreach (var other in index.PassagesOf(version))
            {
                if (left-- <= 0) break;
                var document = index.Document(other);
                if (document != own && (!best.TryGetValue(document, out var known) || known.Percent < percent))
                    best[document] = new(other, document, index.Order(document), percent, version == wording);
            }
        return [.. best.Values.OrderBy(u => u.Order == 0 ? int.MaxValue : u.Order).ThenBy(u => u.Passage)];
    }

    /// <summary>The numbers of the documents that a document cites, from 0.</summary>
    public HashSet<int> CitedBy(int document)
    {
        var (first, end) = index.Passages(document);
        return [.. db.Rows(
            $"SELECT DISTINCT w.document FROM documents d CROSS JOIN edges e ON {db.IsOf("edge", "e", "d")} JOIN works w ON w.number = e.work"
            + " WHERE d.number = $1 AND e.clause BETWEEN $2 AND $3 AND w.document IS NOT NULL",
            r => r.GetInt32(0) - 1, document + 1, first + 1, end)];
    }

    /// <summary>The numbers of the documents that cite a document, from 0.</summary>
    public HashSet<int> Citing(int document) => [.. db.Rows(
        "SELECT DISTINCT e.document FROM works w JOIN edges e ON e.work = w.number WHERE w.document = $1", r => r.GetInt32(0) - 1,
        document + 1)];

    /// <summary>What is said of the time before a passage.</summary>
    /// <param name="uses">Its uses, in order of time.</param>
    /// <param name="order">Its place in time.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="cites">Whether its document cites another.</param>
    public EarlierUses Earlier(List<PassageUse> uses, int order, string kind, Func<int, bool> cites)
    {
        PassageUse? first = null, source = null, draft = null;
        var isCited = false;
        foreach (var use in uses)
        {
            if (use.Order == 0 || use.Order >= order) continue;
            if (Drafts.Contains(use.Document))
            {
                if (IsBetter(use, draft)) draft = use;
                continue;
            }
            first ??= use;
            if (IsBetter(use, source)) source = use;
            isCited |= cites(use.Document);
        }
        return new(first, source, draft, source is not null && kind == "text" && !isCited);
    }

    private static bool IsBetter(PassageUse use, PassageUse? best) =>
        best is not { } b || (use.Percent, use.SameWords, use.Order).CompareTo((b.Percent, b.SameWords, b.Order)) >= 0;

    /// <summary>What a passage is: text, formula, list or short.</summary>
    public string Kind(int passage)
    {
        var wording = index.Wording(passage);
        return index.Length(wording) < ComparedClauses.FewestWords ? "short" : KindOf(wording);
    }

    /// <summary>What a wording is: text, formula or list.</summary>
    public string KindOf(int wording) =>
        index.Kind(wording) is var kind && kind.HasFlag(WordingKind.List) ? "list" : kind.HasFlag(WordingKind.Formula) ? "formula" : "text";

    /// <summary>A use as answers show it.</summary>
    public static ClauseUse Shown(PassageRow row, PassageUse use, string when, bool? cited) => new()
    {
        Id = $"{row.DocumentSlug}/{row.Slug}",
        Label = row.Label,
        Document = row.DocumentSlug,
        Symbol = row.Symbol,
        Title = row.Title ?? row.DocumentSlug,
        DocumentKind = row.Kind,
        Date = row.Date,
        Overlap = use.Percent / 100.0,
        SameWords = use.SameWords,
        When = when,
        Cited = cited,
    };
}
