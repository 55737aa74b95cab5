using System.Collections.Immutable;
using System.Globalization;
using Search.Catalog.Parameters;
using Search.Catalog.Querying.Reuse;
using Search.Citations;
using Search.FullText;
using Search.FullText.Queries;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Turns fields of the query language that know the UN (organ, symbol, cites ...) into filters of the index.</summary>
internal sealed class QueryFields(CitationResolver resolver, SnapshotValues known, Schema indexed, bool statesLanguages,
    SameWordings? wordings, List<QueryWarning> warnings)
{
    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
    [
        "organ", "symbol", "year", ClauseFields.FirstUsed, ClauseFields.Lang, "clauseKind", "documentKind", "kind", "treatment", "cites",
        "cited-by", "article", "paragraph", .. DocumentTopic.All.Select(t => t.Name),
    ];

    /// <summary>Citations looked up for one query: each is read as a text would be.</summary>
    private const int MostCitations = 16;

    /// <summary>Unknown works of one query for which near names are looked for: each time all names are gone through.</summary>
    private const int MostMisspelt = 3;

    /// <summary>What a date as the number 20031222 has per year.</summary>
    private const long DaysOfYear = 10_000;

    private readonly List<Filter> _filters = [];
    private readonly ValueChecks _values = new(known, warnings);
    private int _citations;
    private int _misspelt;
    private readonly List<Query> _excluded = [];
    private readonly List<WorkSummary> _cited = [];

    /// <summary>What was done beyond the index, in the units of <see cref="SearchResult.Work"/>.</summary>
    public long Work { get; private set; }

    /// <summary>The query with near values in place of unknown ones, or null where there are none.</summary>
    public string? Corrected(string query) => _values.Corrected(query);

    /// <summary>What the request and the query ask for beyond words.</summary>
    public GraphConditions Read(SearchRequest request, IReadOnlyList<FieldClause> fields)
    {
        Keywords(ClauseFields.Organ, [.. request.Organs.Select(o => Organs.Code(o) ?? o)]);
        Keywords(ClauseFields.Kind, request.ClauseKinds);
        Keywords(ClauseFields.Type, request.DocumentKinds);
        IReadOnlyList<string> languages =
            [.. fields.Where(f => f is { Field: ClauseFields.Lang, Negated: false }).Select(f => Code(f.Value))];
        Languages(request.Languages);
        foreach (var language in languages) Languages([language]);
        foreach (var (name, values) in request.Topics)
        {
            if (values.Count == 0) continue;
            _values.Check(name, values);
            Topic(name, [.. values.Select(v => DocumentTopic.Indexed(name, v))], 0, 0);
        }
        Dates(Day(request.From, 0), Day(request.To, long.MaxValue));
        if (request.FirstUsed is { } firstUsed) FirstUsed(firstUsed, new(ClauseFields.FirstUsed, "", Negated: false, 0, 0));
        if (request.Words is { } clause) Words(clause);

        // Any of the filter's values, and any of the query's.
        IReadOnlyList<string>[] treatments =
        [
            .. new[] { request.Treatments,
                [.. fields.Where(f => f is { Field: "treatment", Negated: false })
                    .Select(f => f.Value.ToLowerInvariant())] }.Where(any => any.Count > 0),
        ];
        var provisions = fields.Where(f => f is { Field: "article" or "paragraph", Negated: false })
            .Select(f => Pinpoint.Asked($"{f.Field} {f.Value}").Innermost).ToList();
        var citesAny = false;
        var inQuery = fields.Where(f => f is { Field: "cites", Negated: false });
        foreach (var field in request.Cites is { } asked ? inQuery.Prepend(new("cites", asked, Negated: false, 0, 0)) : inQuery)
        {
            citesAny = true;
            Cites(field, treatments, provisions);
        }
        if (!citesAny)
            foreach (var any in treatments) Keywords(ClauseFields.Treatment, any);

        foreach (var field in fields) Field(field);
        return new(_filters, _excluded, _cited, languages.Count > 0 ? languages : request.Languages);
    }

    private void Field(FieldClause field)
    {
        _values.Check(field);
        switch (field.Field)
        {
            case "organ":
                Keyword(field, ClauseFields.Organ, Organs.Code(field.Value) ?? field.Value);
                break;
            case ClauseFields.Lang when field.Negated:
                if (statesLanguages) _excluded.Add(new KeywordQuery(ClauseFields.Lang, Code(field.Value)));
                else if (Code(field.Value) == Language.English.Code) _excluded.Add(new AllQuery());
                break;
            case "kind":
                var kind = field.Value.ToLowerInvariant();
                Keyword(field, IsClauseKind(kind) ? ClauseFields.Kind : ClauseFields.Type, kind);
                break;
            case "clauseKind":
                Keyword(field, ClauseFields.Kind, field.Value.ToLowerInvariant());
                break;
            case "documentKind":
                Keyword(field, ClauseFields.Type, field.Value.ToLowerInvariant());
                break;
            case "symbol":
                Symbol(field);
                break;
            case "year":
                Year(field);
                break;
            case ClauseFields.FirstUsed:
                if (Years(field) is { } years) FirstUsed(years, field);
                break;
            case "cited-by":
                CitedBy(field);
                break;
            case var name when DocumentTopic.Has(name) && field.Negated && IsIndexed(name):
                _excluded.Add(new KeywordQuery(name, DocumentTopic.Indexed(name, field.Value)));
                break;
            case var name when DocumentTopic.Has(name) && !field.Negated:
                Topic(name, [DocumentTopic.Indexed(name, field.Value)], field.Start, field.End);
                break;
            case "cites" when field.Negated:
                if (Found(field) is { } work) _excluded.Add(new KeywordQuery(ClauseFields.Cites, work.Id));
                else UnknownWork(field, "nothing cites it");
                break;
            case "treatment" when field.Negated:
                _excluded.Add(new KeywordQuery(ClauseFields.Treatment, field.Value.ToLowerInvariant()));
                break;
        }
    }

    private void Symbol(FieldClause field)
    {
        var found = Meant(field.Value, field.Start, field.End).Works;
        Keyword(field, ClauseFields.Document, found.Count == 1 ? found[0].Id : new WorkId(field.Value).Slug);
        if (found is [{ InCorpus: true }]) return;
        _values.Warn("unknown-symbol", $"The text of '{field.Value}' is not here.", field, [.. Near(field.Value).Where(w => w.InCorpus)
            .Select(w => w.Canonical)]);
    }

    private void Cites(FieldClause field, IReadOnlyList<string>[] treatments, List<ImmutableArray<string>> provisions)
    {
        if (Found(field) is not { } work)
        {
            _filters.Add(new KeywordFilter(ClauseFields.Cites, []));
            UnknownWork(field, "nothing cites it");
            return;
        }
        _cited.Add(work);
        _filters.Add(new KeywordFilter(ClauseFields.Cites, [work.Id]));
        foreach (var any in treatments)
            _filters.Add(new KeywordFilter(ClauseFields.Edge, [.. any.Select(t => ClauseFields.EdgeValue(work.Id, t))]));
        foreach (var provision in provisions)
            _filters.Add(new KeywordFilter(ClauseFields.Provision, [.. provision.Select(p => ClauseFields.ProvisionValue(work.Id, p))]));
    }

    private void CitedBy(FieldClause field)
    {
        if (Found(field) is not { } work)
        {
            UnknownWork(field, "it cites nothing");
            return;
        }
        var documents = resolver.DocumentsCitedBy(work.Id);
        if (field.Negated) _excluded.AddRange(documents.Select(d => new KeywordQuery(ClauseFields.Document, d)));
        else _filters.Add(new KeywordFilter(ClauseFields.Document, documents));
    }

    private Resolved Meant(string citation, int start, int end)
    {
        if (++_citations <= MostCitations) return resolver.Meant(citation);
        if (_citations == MostCitations + 1)
            warnings.Add(new("too-many-citations",
                $"Only the first {MostCitations} citations were looked up: the others are taken for unknown works.", start, end));
        return new([], [], "");
    }

    private WorkSummary? Found(FieldClause field)
    {
        var found = Meant(field.Value, field.Start, field.End);
        if (found.Works.Count == 1) return found.Works[0];
        if (found.Works.Count > 1)
            warnings.Add(new("ambiguous-work",
                $"'{field.Value}' can mean {string.Join(", ", found.Works.Take(5).Select(w => w.Canonical))}.", field.Start, field.End));
        return null;
    }

    private void UnknownWork(FieldClause field, string sothat) =>
        _values.Warn("unknown-work", $"'{field.Value}' is not a known work: {sothat}.", field, [.. Near(field.Value).Select(w => w.Id)]);

    private List<WorkSummary> Near(string citation)
    {
        if (++_misspelt > MostMisspelt) return [];
        Work += resolver.NameCount;
        return resolver.Misspelt(citation);
    }

    private void Year(FieldClause field)
    {
        if (Years(field) is not { } years) return;
        var (from, to) = (years.From * DaysOfYear, (years.To * DaysOfYear) + DaysOfYear - 1);
        if (field.Negated) _excluded.Add(new RangeQuery(ClauseFields.Date, from, to));
        else Dates(from, to);
    }

    /// <summary>The years that a field names; warns where there are none.</summary>
    private YearRange? Years(FieldClause field)
    {
        if (!YearRange.TryParse(field.Value, out var years))
        {
            _values.Warn("not-a-year", $"'{field.Value}' is not a year such as 1999 or 1990..1999.", field,
                NearYears(field.Value.Split("..", 2)));
            return null;
        }
        if (years.IsEmpty)
            _values.Warn("empty-range", $"{years.From} is after {years.To}: the range is empty.", field, [$"{years.To}..{years.From}"]);
        return years;
    }

    private void FirstUsed(YearRange years, FieldClause field)
    {
        IReadOnlyList<string> values = [.. known.Years.Where(years.Holds)]; // a clause's words were first used in the year of a document
        if (!field.Negated) Topic(ClauseFields.FirstUsed, values, field.Start, field.End);
        else if (IsIndexed(ClauseFields.FirstUsed)) _excluded.AddRange(values.Select(v => new KeywordQuery(ClauseFields.FirstUsed, v)));
    }

    private void Words(string clause)
    {
        if (!IsIndexed(ClauseFields.Words)) Topic(ClauseFields.Words, [], 0, 0);
        else if (wordings?.Find(clause) is { } words) _filters.Add(new RangeFilter(ClauseFields.Words, words, words));
        else
        {
            _filters.Add(new KeywordFilter(ClauseFields.Cites, []));
            warnings.Add(new("unknown-clause", $"There is no clause '{clause}' here. Use the id of a hit.", 0, 0));
        }
    }

    private IReadOnlyList<string> NearYears(string[] parts)
    {
        var near = parts.Select(p => p.Length == 0 || known.Years.Contains(p) ? [p] : Spelling.Near(p, known.Years)).ToList();
        return near is [var only] ? only : near.TrueForAll(n => n.Count > 0) ? [string.Join("..", near.Select(n => n[0]))] : [];
    }

    private void Keyword(FieldClause field, string name, string value)
    {
        if (field.Negated) _excluded.Add(new KeywordQuery(name, value));
        else _filters.Add(new KeywordFilter(name, [value]));
    }

    private bool IsIndexed(string name) => indexed.Fields.Any(f => f.Name == name);

    private void Topic(string name, IReadOnlyList<string> values, int start, int end)
    {
        if (IsIndexed(name)) _filters.Add(new KeywordFilter(name, values));
        else
        {
            _filters.Add(new KeywordFilter(ClauseFields.Cites, []));
            warnings.Add(new("not-indexed", $"This snapshot is of an older format, which does not know '{name}'. Build again.", start,
                end));
        }
    }

    private void Keywords(string field, IReadOnlyList<string> values)
    {
        if (values.Count > 0) _filters.Add(new KeywordFilter(field, values));
    }

    /// <summary>Where no clause states its language, all are in English.</summary>
    private void Languages(IReadOnlyList<string> codes)
    {
        if (statesLanguages) Keywords(ClauseFields.Lang, codes);
        else if (codes.Count > 0 && !codes.Contains(Language.English.Code)) _filters.Add(new KeywordFilter(ClauseFields.Cites, []));
    }

    private static string Code(string language) => Language.Find(language)?.Code ?? language.ToLowerInvariant();

    private void Dates(long from, long to)
    {
        if (from > 0 || to < long.MaxValue) _filters.Add(new RangeFilter(ClauseFields.Date, Math.Max(1, from), to));
    }

    private static bool IsClauseKind(string kind) => ResolutionCatalog.ClauseKinds.Contains(kind);

    // "1999" as a start is 1 January, as an end 31 December.
    private static long Day(string? date, long open)
    {
        if (date is null) return open;
        var digits = date.Replace("-", "", StringComparison.Ordinal);
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day)) return open;
        for (var n = digits.Length; n < 8; n++) day = (day * 10) + (open == 0 ? 0 : 9);
        return day;
    }
}

/// <summary>What a request and its query ask for beyond words.</summary>
/// <param name="Filters">All must hold.</param>
/// <param name="Excluded">None may match.</param>
/// <param name="Cited">The works that must be cited.</param>
/// <param name="Languages">Codes of the languages that the answer is limited to; empty for all.</param>
internal sealed record GraphConditions(IReadOnlyList<Filter> Filters, IReadOnlyList<Query> Excluded, IReadOnlyList<WorkSummary> Cited,
    IReadOnlyList<string> Languages);
