using Search.FullText.Scoring;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>Takes a score apart: the parts of the query, each with what it adds for one document.</summary>
internal sealed class Explainer(IndexStatistics statistics, SearchOptions options)
{
    private static readonly IEqualityComparer<(Query Query, float Boost)> s_byReference =
        EqualityComparer<(Query Query, float Boost)>.Create(
            (a, b) => ReferenceEquals(a.Query, b.Query) && a.Boost.Equals(b.Boost),
            p => HashCode.Combine(System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(p.Query), p.Boost));

    private readonly PlanBuilder _builder = new(statistics, options.Ranking ?? Bm25.Default);
    private readonly Dictionary<(Query, float), QueryPlan> _plans = new(s_byReference); // to plan a query is to look all its words up

    /// <summary>The explanation for a document that is not there.</summary>
    public static Explanation NoDocument(long key) => new(0, FormattableString.Invariant($"no document has the key {key}"), []);

    /// <summary>Why the document of that key has its score; null where it is not there.</summary>
    public Explanation? Explain(Query query, long key)
    {
        foreach (var segment in statistics.Segments)
        {
            var document = segment.Segment.Keys.IndexOf(key);
            if (document < 0 || segment.Deleted?.Contains(document) == true) continue;
            return Explain(query, segment, document, 1f, 0) ?? NoMatch(query);
        }

        return null;
    }

    private static Explanation NoMatch(Query query) => new(0, $"no match: {Describe(query)}", []);

    private Explanation? Explain(Query query, IndexSegment segment, int document, float boost, int depth)
    {
        using var scorer = Plan(query, boost, depth).Open(segment);
        if (scorer is null || scorer.Seek(document) != document || !scorer.Matches()) return null;
        var score = (float)scorer.Score();
        var parts = query switch
        {
            BooleanQuery q => [.. q.Must.Concat(q.Should).Select(p => Explain(p, segment, document, boost, depth + 1))
                .OfType<Explanation>()],
            BoostQuery q => [.. new[] { Explain(q.Query, segment, document, boost * q.Factor, depth + 1) }.OfType<Explanation>()],
            TermQuery => Details(query, scorer, score),
            _ => new List<Explanation>(),
        };
        return new Explanation(score, Describe(query), parts);
    }

    private List<Explanation> Details(Query query, Scorer scorer, float score)
    {
        if (Plan(query, 1f, 0) is not TermPlan { IsOneList: true } plan || scorer is not TermScorer term) return [];
        return
        [
            new Explanation(
                plan.Weight, FormattableString.Invariant($"weight: idf of a term in {plan.Documents} of {plan.Of} documents"), []),
            new Explanation(
                score / plan.Weight,
                FormattableString.Invariant($"share: {term.Frequency} occurrences, saturated for the length of the text"), []),
        ];
    }

    private QueryPlan Plan(Query query, float boost, int depth)
    {
        if (!_plans.TryGetValue((query, boost), out var plan)) _plans.Add((query, boost), plan = _builder.Build(query, boost, depth));
        return plan;
    }

    private static string Describe(Query query) => query switch
    {
        TermQuery q => $"word {q.Field ?? "*"}:{q.Text}",
        PhraseQuery q => $"phrase {q.Field ?? "*"}:\"{q.Text}\"~{q.Slop}",
        PrefixQuery q => $"beginning {q.Field ?? "*"}:{q.Text}*",
        FuzzyQuery q => $"spelt nearly {q.Field ?? "*"}:{q.Text}~{q.MaxEdits}",
        KeywordQuery q => $"keyword {q.Field}:{q.Value}",
        RangeQuery q => $"range {q.Field}:{q.From}..{q.To}",
        BoostQuery q => FormattableString.Invariant($"boosted by {q.Factor}"),
        BooleanQuery => "sum of",
        AllQuery => "every document",
        _ => "nothing",
    };
}
