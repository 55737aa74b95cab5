using System.Globalization;
using Search.Catalog.Querying.Reuse;
using Search.FullText;
using Search.FullText.Queries;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Querying;

/// <summary>Ranked search for clauses: the query language, filters, the graph in the query, facets and highlights.</summary>
internal sealed class ClauseSearch(
    DocumentQueries documents, ITextIndex index, CitationResolver resolver, SnapshotValues values, SameWordings? wordings,
    ShownClauses shown)
{
    /// <summary>Of a query that finds nothing that many words are looked for in other spellings: each is a
    /// walk through the dictionary.</summary>
    private const int MostRespelt = 8;

    /// <summary>Edits of all words and of their accents.</summary>
    private const int MostRespeltEdits = 4 * MostRespelt;

    private readonly HitDescriptions _descriptions = new(shown);
    private static readonly QueryLanguageOptions Reading = new() { Schema = ClauseFields.Schema, OwnFields = QueryFields.Names };
    private readonly ClauseLanguages _languages = new(index);
    private readonly Lazy<AbsentLanguages> _absent = new(() => new(new ClauseLanguages(index).All, resolver.Authorities));

    public SearchResult Run(SearchRequest request) => Find(request).WithHits();

    /// <summary>Searches without reading the clauses that are found.</summary>
    public FoundClauses Find(SearchRequest request)
    {
        request = request with { MissingShards = [] };
        var parsed = QueryLanguage.Parse(request.Query, Reading);
        var warnings = parsed.Warnings.Select(w => new QueryWarning(w.Code, w.Message, w.Start, w.End)).ToList();
        var graph = new QueryFields(resolver, values, index.Schema, _languages.AreStated, wordings, warnings);
        var fields = graph.Read(request, parsed.Fields);
        var recognised = parsed.Fields.Count == 0 ? resolver.Recognise(request.Query) : null;
        var languages = _languages.Of(parsed.Query, fields.Languages);
        (Language Language, ParsedQuery Query)[] readings =
            [.. languages.Select(l => (l, l.IsEnglish
                ? parsed
                : QueryLanguage.Parse(request.Query, Reading with { Language = ClauseFields.Analysis(l) })))];
        var words = string.IsNullOrWhiteSpace(request.Query) ? new AllQuery() : InClauses(readings);
        var query = Lift(Exclude(words, fields.Excluded), recognised);

        var options = new SearchOptions
        {
            Limit = request.Take,
            Offset = request.Skip,
            ExactTotal = true,
            Filters = fields.Filters,
            Sort = request.Sort switch
            {
                "newest" => new SortBy(ClauseFields.Date, Descending: true, ZeroLast: true),
                "oldest" => new SortBy(ClauseFields.Date, ZeroLast: true),
                _ => null,
            },
            Facets = [.. request.Facets.Select(FieldOf).Distinct().Where(f => index.Schema.Fields.Any(known => known.Name == f))
                .Select(f => new FacetRequest(f, f == ClauseFields.Year && request.EveryYear ? MostGroups : request.FacetValues))],
            MaxWork = request.MaxWork,
            AllowMissingShards = request.AllowMissingShards,
            Cancellation = request.Cancellation,
        };
        var (hits, more) = request.Fold && wordings is not null ? Folded(wordings, query, options) : Page(query, options);

        request.Cancellation.ThrowIfCancellationRequested();
        request.MissingShards.UnionWith(hits.MissingShards);
        IReadOnlyList<WorkSummary> named = recognised is null ? fields.Cited : [recognised.Work];
        string? didYouMean = null;
        if (hits.Total.Value == 0 && hits.Complete)
        {
            var foreign = Foreign(request.Query, parsed, warnings);
            didYouMean = graph.Corrected(request.Query) ?? Respell(request.Query, parsed, languages, foreign);
        }
        var work = hits.Work + graph.Work;
        var facets = Facets(hits.Facets, checked((int)hits.Total.Value), request, parsed, query, ref work);
        var grouped = request.GroupBy.Count == 0
            ? null
            : new Grouping(request.GroupBy, Groups(request with { GroupBy = [], Explain = false }, request.GroupBy, ref work));
        var explained = request.Explain
            ? index.Explain(query, hits.Hits.Select(h => h.Key), new()
            {
                MaxWork = request.MaxWork - work,
                AllowMissingShards = request.AllowMissingShards
            })
            : Explanations.None;
        request.MissingShards.UnionWith(explained.MissingShards);
        var stopped = !hits.Complete || work > request.MaxWork;
        work += explained.Work;
        if (!stopped && !explained.Complete)
            warnings.Add(new("work-limit",
                "Not every score is explained: that takes more work than one request may. Ask for fewer hits, or with fewer words.", 0,
                request.Query.Length));
        if (stopped)
            warnings.Add(new("work-limit",
                "The search was stopped: it takes more work than one request may. Hits and counts are of the part that was searched. Ask with fewer or rarer words.", 0, request.Query.Length));
        var result = new SearchResult(
            hits.Total.Value, hits.Total.Relation == TotalRelation.Equal && request.MissingShards.Count == 0, [], facets,
            new(parsed.Read, warnings), named, didYouMean)
        { Stopped = stopped, Work = work, Grouped = grouped, More = more, MissingShards = [.. request.MissingShards] };
        return new(result, hits.Hits.Count, receiver => _descriptions.Read(hits.Hits,
            new(readings, fields.Languages.Count > 0 || readings.Length == 1, _languages.AreStated), explained.List, wordings, receiver));
    }

    private (SearchHits Found, bool More) Page(Query query, SearchOptions options)
    {
        var found = index.Search(query, options);
        return (found, options.Offset + found.Hits.Count < found.Total.Value);
    }

    /// <summary>Searches for more and more hits until those with different words fill the page. Totals and facets are
    /// those of the first search.</summary>
    private (SearchHits Found, bool More) Folded(SameWordings wordings, Query query, SearchOptions options)
    {
        SearchHits? first = null;
        var work = 0L;
        var missing = new SortedSet<int>();
        var (found, more) = wordings.Fold(Search, options.Offset, options.Limit);
        return (found with { Total = first!.Total, Facets = first.Facets, Work = work, MissingShards = [.. missing] }, more);

        SearchHits Search(int most)
        {
            var hits = index.Search(query, options with
            {
                Offset = 0,
                Limit = most,
                Facets = first is null ? options.Facets : [],
                MaxWork = options.MaxWork - work
            });
            first ??= hits;
            work += hits.Work;
            missing.UnionWith(hits.MissingShards);
            return hits;
        }
    }

    public Suggestions Suggest(string prefix, int most)
    {
        var text = prefix.Trim();
        if (text.Length == 0) return new([], [], []);
        var works = resolver.Completing(text, most);
        var named = documents.Beginning(text, most);
        var space = text.LastIndexOf(' ');
        var head = text[..(space + 1)];
        if (char.IsDigit(text[^1])) return new(works, named, []); // a number begins no word: "ILO 182" is not short for "ILO 1825"
        return new(works, named, [.. index.Suggest(text[(space + 1)..], most, WordFields(head, text)).Select(s => head + s.Word)]);
    }

    /// <summary>The fields whose words complete a text: of the languages that the words before are likely in, or else of those that have
    /// its script; null for all.</summary>
    private IReadOnlyCollection<string>? WordFields(string head, string text)
    {
        var languages = _languages.Likely(head.Trim().Length > 0 ? head : text);
        return languages.Any(l => _languages.Fields(l) is null) ? null : [.. languages.SelectMany(ClauseFields.TextFields)];
    }

    /// <summary>What can be counted; kind and type are former names of clauseKind and documentKind.</summary>
    public static IReadOnlyList<string> FacetNames { get; } =
    [
        ClauseFields.Organ, "clauseKind", "documentKind", ClauseFields.Kind, ClauseFields.Type, ClauseFields.Treatment, ClauseFields.Year,
        ClauseFields.FirstUsed, ClauseFields.Cites, ClauseFields.Lang,
        .. DocumentTopic.All.Select(t => t.Name),
    ];

    private static string FieldOf(string facet) => facet switch
    {
        "clauseKind" => ClauseFields.Kind,
        "documentKind" => ClauseFields.Type,
        _ => facet,
    };

    private static Query Exclude(Query query, IReadOnlyList<Query> excluded) =>
        excluded.Count == 0 ? query : new BooleanQuery { Must = [query], MustNot = excluded };

    // A clause that cites what the query names is found even where it uses other words, and ranks above those that only share words.
    private static Query Lift(Query query, RecognisedWork? recognised)
    {
        if (recognised is null) return query;
        var should = new List<Query> { query, new BoostQuery(new KeywordQuery(ClauseFields.Cites, recognised.Work.Id), 4f) };
        if (recognised.Pinpoint.Length > 0)
            should.Add(new BoostQuery(
                new KeywordQuery(ClauseFields.Provision, ClauseFields.ProvisionValue(recognised.Work.Id, recognised.Pinpoint)), 8f));
        return new BooleanQuery { Should = should };
    }

    private Dictionary<string, IReadOnlyList<ValueCount>> Facets(IReadOnlyList<Facet> facets, int total, SearchRequest request,
        ParsedQuery parsed, Query query, ref long work)
    {
        // Where works or treatments are asked for, a treatment is that of a cited work and not of the clause: each
        // value is counted as if it were asked for.
        var ofEdges = request.Cites is not null || request.Treatments.Count > 0
            || parsed.Fields.Any(f => f.Field is "cites" or "treatment");
        var byField = new Dictionary<string, IReadOnlyList<ValueCount>>();
        foreach (var facet in facets)
        {
            byField.Add(facet.Field, facet.Field switch
            {
                ClauseFields.Treatment when ofEdges =>
                    CountEach(facet, request, v => request with { Treatments = [v] }, parsed, query, ref work),
                ClauseFields.Cites when ofEdges => CountEach(facet, request, v => request with { Cites = v }, parsed, query, ref work),
                // a clause is found by its words in one language, and may have texts in others
                ClauseFields.Lang when !string.IsNullOrWhiteSpace(request.Query) =>
                    Recount(facet, v => request with { Languages = [v] }, ref work),
                _ => [.. facet.Values.Select(v => new ValueCount(v.Value, checked((int)v.Count)))],
            });
        }
        var counted = new Dictionary<string, IReadOnlyList<ValueCount>>();
        foreach (var name in request.Facets)
        {
            if (byField.TryGetValue(FieldOf(name), out var values)) counted.TryAdd(name, values);
            else if (name == ClauseFields.Lang && !_languages.AreStated)
                counted.TryAdd(name, total == 0 ? [] : [new(Language.English.Code, total)]);
        }
        return counted;
    }

    /// <summary>The most groups of one field: more than there are sessions or years.</summary>
    private const int MostGroups = 1000;

    private IReadOnlyList<GroupCount> Groups(SearchRequest request, IReadOnlyList<string> by, ref long work)
    {
        if (work > request.MaxWork) return [];
        var found = Run(request with { Facets = [by[0]], FacetValues = MostGroups, Skip = 0, Take = 0, MaxWork = request.MaxWork - work });
        work += found.Work;
        request.MissingShards.UnionWith(found.MissingShards);
        if (found.Stopped) work = Math.Max(work, request.MaxWork + 1);
        var groups = new List<GroupCount>();
        foreach (var (value, count) in found.Facets.GetValueOrDefault(by[0], []))
        {
            if (value.Length == 0 || by[0] == "treatment" && request.Treatments.Count > 0 && !request.Treatments.Contains(value)) continue;
            groups.Add(new(value, count) { Groups = by.Count == 1 ? [] : Groups(Narrowed(request, by[0], value), [by[1]], ref work) });
        }
        return Grouping.Ordered(by[0], groups);
    }

    private static SearchRequest Narrowed(SearchRequest request, string field, string value) => field switch
    {
        "treatment" => request with { Treatments = [value] },
        "organ" => request with { Organs = [value] },
        "clauseKind" => request with { ClauseKinds = [value] },
        "documentKind" => request with { DocumentKinds = [value] },
        ClauseFields.FirstUsed =>
            request with
            {
                FirstUsed =
                new(int.Parse(value, CultureInfo.InvariantCulture), int.Parse(value, CultureInfo.InvariantCulture))
            },
        "year" => request with { From = Later(request.From, value + "-01-01"), To = Earlier(request.To, value + "-12-31") },
        _ => request with { Topics = new Dictionary<string, IReadOnlyList<string>>(request.Topics) { [field] = [value] } },
    };

    private static string Later(string? date, string other) => string.CompareOrdinal(date, other) > 0 ? date! : other;

    private static string Earlier(string? date, string other) => date is not null && string.CompareOrdinal(date, other) < 0 ? date : other;

    /// <summary>What a search for each value in its turn would count, in one search: requests that differ in filters alone.</summary>
    private List<ValueCount> CountEach(Facet facet, SearchRequest request, Func<string, SearchRequest> narrowed, ParsedQuery parsed,
        Query query, ref long work)
    {
        var filters = new List<IReadOnlyList<Filter>>();
        foreach (var (value, _) in facet.Values)
        {
            var graph = new QueryFields(resolver, values, index.Schema, _languages.AreStated, wordings, []);
            filters.Add(graph.Read(narrowed(value), parsed.Fields).Filters);
            work += graph.Work;
        }
        if (filters.Count == 0 || work > request.MaxWork) return [];
        IReadOnlyList<Filter> shared = [.. filters[0].Where(f => filters.TrueForAll(of => of.Any(other => IsSame(f, other))))];
        var found = index.Search(query, new()
        {
            Limit = 0,
            Filters = shared,
            Counted = [.. filters.Select(of => of.Where(f => !shared.Any(other => IsSame(f, other))).ToList())],
            MaxWork = request.MaxWork - work,
            AllowMissingShards = request.AllowMissingShards,
            Cancellation = request.Cancellation,
        });
        work += found.Work;
        request.MissingShards.UnionWith(found.MissingShards);
        if (!found.Complete) return []; // a count is the total of a list: one that was cut is left out
        var counts = facet.Values.Zip(found.Counts, (value, count) => new ValueCount(value.Value, checked((int)count)));
        return [.. counts.Where(v => v.Count > 0).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];
    }

    private static bool IsSame(Filter one, Filter other) => (one, other) switch
    {
        (KeywordFilter a, KeywordFilter b) => a.Field == b.Field && a.Values.SequenceEqual(b.Values),
        _ => one == other,
    };

    // A value whose count was cut is left out: a count is the total of a list.
    private List<ValueCount> Recount(Facet facet, Func<string, SearchRequest> narrowed, ref long work)
    {
        var counts = new List<ValueCount>();
        foreach (var (value, _) in facet.Values)
        {
            var request = narrowed(value);
            if (work > request.MaxWork) break;
            var found = Run(request with { Facets = [], Skip = 0, Take = 0, Explain = false, MaxWork = request.MaxWork - work });
            work += found.Work;
            request.MissingShards.UnionWith(found.MissingShards);
            if (found is { Stopped: false, Total: > 0 }) counts.Add(new ValueCount(value, checked((int)found.Total)));
        }
        return [.. counts.OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];
    }

    /// <summary>The words of languages in which no text is here, each with a warning that says so.</summary>
    private HashSet<string> Foreign(string query, ParsedQuery parsed, List<QueryWarning> warnings)
    {
        var foreign = new HashSet<string>();
        foreach (var term in parsed.Terms.Where(t => t.Kind == HighlightKind.Word).Take(MostRespelt))
        {
            if (_absent.Value.Of(term.Text) is not { } language || IsKnown(term.Text) || !foreign.Add(term.Text)) continue;
            var start = Math.Max(0, query.IndexOf(term.Text, StringComparison.OrdinalIgnoreCase));
            warnings.Add(new("language-absent", $"“{term.Text}” is a word of {language.Name}, and no text here is in {language.Name}.",
                start, Math.Min(query.Length, start + term.Text.Length)));
        }
        return foreign;
    }

    private bool IsKnown(string word) =>
        _languages.All.Any(l =>
            index.Search(ClauseLanguages.In(new TermQuery(word), l, isOneOfSeveral: false), new()
            {
                Limit = 0,
                AllowMissingShards = true
            }).Total.Value > 0);

    /// <summary>The query with words of one language in place of those that no clause has.</summary>
    private string? Respell(string query, ParsedQuery parsed, IReadOnlyList<Language> languages, HashSet<string> foreign)
    {
        string? nearest = null;
        var fewest = MostRespeltEdits + 1;
        foreach (var language in languages)
        {
            var respelt = query;
            foreach (var term in parsed.Terms.Where(t => t.Kind == HighlightKind.Word && !foreign.Contains(t.Text)).Take(MostRespelt))
                if (index.DidYouMean(term.Text, _languages.Fields(language)) is { } better)
                    respelt = respelt.Replace(term.Text, better, StringComparison.OrdinalIgnoreCase);
            if (respelt == query || EditDistance.Within(query, respelt, MostRespeltEdits) is not { } edits || edits >= fewest) continue;
            (nearest, fewest) = (respelt, edits);
        }
        return nearest;
    }

    private static Query InClauses((Language Language, ParsedQuery Query)[] readings)
    {
        Query[] each = [.. readings.Select(r => ClauseLanguages.In(r.Query.Query, r.Language, isOneOfSeveral: readings.Length > 1))];
        return each.Length switch { 0 => new NoneQuery(), 1 => each[0], _ => Query.Or(each) };
    }
}
