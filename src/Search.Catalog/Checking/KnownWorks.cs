using System.Globalization;
using System.Text.Json;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Citations.Authorities;

namespace Search.Catalog.Checking;

/// <summary>What a snapshot knows of the works that a text cites, read in a few statements for all of them.</summary>
internal sealed class KnownWorks
{
    private readonly Dictionary<string, KnownWork> _byId = [];

    public KnownWorks(Database db, AuthorityList authorities, bool hasFacts, IEnumerable<WorkId> works)
    {
        var ids = works.Select(w => w.Value).Distinct().ToList();
        var rows = db.Rows(
            "SELECT w.number, w.id, w.slug, w.title, w.kind, w.adopted, w.document, w.cited_by, d.work = w.number, d.slug, d.date, d.title, d.organ, d.symbol"
            + " FROM json_each($1) j CROSS JOIN works w ON w.id = j.value LEFT JOIN documents d ON d.number = w.document",
            r => new KnownWork
            {
                Number = r.GetInt32(0),
                Id = r.GetString(1),
                Name = new(r.GetString(2), r.GetString(1), r.GetString(3)),
                Kind = r.GetString(4),
                Adopted = r.Text(5),
                Document = r.Number(6),
                CitedBy = r.GetInt32(7),
                IsDocument = !r.IsDBNull(8) && r.GetInt32(8) == 1,
                DocumentSlug = r.Text(9),
                DocumentDate = r.Text(10),
                DocumentTitle = r.Text(11),
                Organ = r.Text(12),
                Listed = authorities.Find(new(r.GetString(1))),
            },
            JsonSerializer.Serialize(ids));
        foreach (var row in rows) _byId.Add(row.Id, row);
        if (!hasFacts || rows.Count == 0) return;
        var numbers = rows.ToDictionary(r => r.Number);
        foreach (var (work, fact) in db.Rows(
            "SELECT f.work, f.kind, f.value, f.accepted, f.sources, f.documents FROM json_each($1) j CROSS JOIN facts f ON f.work = j.value",
            r => (r.GetInt32(0),
                new WorkFact(r.GetString(1), r.GetString(2), r.GetInt32(3) == 1, r.GetInt32(4),
                    JsonSerializer.Deserialize<List<string>>(r.GetString(5))!)),
            JsonSerializer.Serialize(numbers.Keys)))
            numbers[work].Facts.Add(fact);
    }

    /// <summary>The work, or null where nothing here names it.</summary>
    public KnownWork? Find(WorkId id) => _byId.GetValueOrDefault(id.Value);

    /// <summary>All that are known.</summary>
    public IReadOnlyCollection<KnownWork> All => _byId.Values;
}

/// <summary>A value and how it is known.</summary>
/// <param name="Value">A date or a title.</param>
/// <param name="Evidence">A sentence for a reader.</param>
internal sealed record KnownValue(string Value, string Evidence);

/// <summary>A work with what its own text, the list of works and the texts that cite it say.</summary>
internal sealed class KnownWork
{
    /// <summary>Texts that must agree before what they say of a work is held against another text.</summary>
    private const int FewestSources = 2;

    /// <summary>Letters of a part of a title that is taken for the whole: a title without its subtitle.</summary>
    private const int ShortestPart = 12;

    public required int Number { get; init; }

    public required string Id { get; init; }

    public required WorkName Name { get; init; }

    public required string Kind { get; init; }

    public required string? Adopted { get; init; }

    /// <summary>Number of the document that is or holds its text, or null.</summary>
    public required int? Document { get; init; }

    /// <summary>Whether that document is the work, and does not only hold it.</summary>
    public required bool IsDocument { get; init; }

    public required string? DocumentSlug { get; init; }

    public required string? DocumentDate { get; init; }

    public required string? DocumentTitle { get; init; }

    public required string? Organ { get; init; }

    public required int CitedBy { get; init; }

    /// <summary>The work in the list of works, or null.</summary>
    public required Work? Listed { get; init; }

    public List<WorkFact> Facts { get; } = [];

    /// <summary>here, cited or listed.</summary>
    public string Standing => Document is not null ? "here" : CitedBy > 0 ? "cited" : "listed";

    /// <summary>The day of adoption and how it is known; null where it is not certain to the day.</summary>
    public KnownValue? Date => IsDocument && Day(DocumentDate) is { } own ? new(own, CheckMessages.OwnText)
        : Day(Listed?.Adopted) is { } listed ? new(listed, CheckMessages.ListOfWorks)
        : Learned("date") is { } fact && Day(fact.Value) is { } learned ? new(learned, CheckMessages.OtherTexts(fact)) : null;

    /// <summary>The title and how it is known, or null.</summary>
    public KnownValue? Title => IsDocument && DocumentTitle is { Length: > 0 } own ? new(own, CheckMessages.OwnText)
        : Listed is { } listed && listed.Title != listed.Id.Value ? new(listed.Title, CheckMessages.ListOfWorks)
        : Learned("title") is { } learned ? new(learned.Value, CheckMessages.OtherTexts(learned)) : null;

    /// <summary>Whether a day is what its own text, the list, or several texts say.</summary>
    public bool IsDatedBy(DateOnly day)
    {
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Date?.Value == iso || DocumentDate == iso || Adopted == iso || Facts.Exists(SaysSo);

        bool SaysSo(WorkFact fact) => fact.Kind == "date" && fact.Value == iso && fact.Sources >= FewestSources;
    }

    /// <summary>Whether a title is one of its own, signs, case and what follows its beginning apart.</summary>
    public bool IsCalled(string title)
    {
        var asked = CitationResolver.Fold(title);
        IEnumerable<string?> names = [Title?.Value, Name.Title, DocumentTitle, Listed?.Title, .. Listed?.Names
            ?? [], .. Facts.Where(f => f.Kind == "title" && (f.Accepted || f.Sources >= FewestSources)).Select(f => f.Value)];
        foreach (var name in names)
        {
            if (name is null || CitationResolver.Fold(name) is not { Length: > 0 } own) continue;
            if (own == asked || Holds(own, asked) || Holds(asked, own)) return true;
        }
        return false;

        static bool Holds(string whole, string part) => part.Length >= ShortestPart && whole.Contains(part, StringComparison.Ordinal);
    }

    private WorkFact? Learned(string kind) => Facts.Find(f => f.Kind == kind && f.Accepted && f.Sources >= FewestSources);

    private static string? Day(string? iso) => iso is { Length: 10 } ? iso : null;
}
