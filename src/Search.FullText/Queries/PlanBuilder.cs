using System.Text;
using Search.FullText.Analysis;
using Search.FullText.Postings;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>
/// Makes a plan of a query: breaks and folds its words as the documents were, looks them up, and weighs them. Nothing more is looked up
/// once the work of the
/// search is done: it is over before it finds anything.
/// </summary>
/// <param name="statistics">The index.</param>
/// <param name="ranking">How words are weighed.</param>
internal sealed class PlanBuilder(IndexStatistics statistics, Bm25 ranking)
{
    /// <summary>Queries nested deeper are refused.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Of a phrase longer than this only the first words are looked for.</summary>
    private const int LongestPhrase = 128;

    /// <summary>The most words that a misspelt word is expanded to: the nearest and most frequent.</summary>
    private const int MostSpellings = 128;

    private readonly TokenList _tokens = TokenList.OfThread;

    /// <summary>The plan of a query whose scores are multiplied with <paramref name="boost"/>.</summary>
    /// <exception cref="ArgumentException">The query names a field that the schema does not have, or is nested too deep.</exception>
    public QueryPlan Build(Query query, float boost = 1f, int depth = 0)
    {
        if (depth > DeepestNesting) throw new ArgumentException($"The query is nested deeper than {DeepestNesting}.", nameof(query));
        if (WorkMeter.IsSpent) return new NonePlan();
        switch (query)
        {
            case TermQuery q:
                return Word(q.Text, q.Field, q.Exact, boost);
            case PhraseQuery q:
                return Phrase(q, boost);
            case BooleanQuery q:
                return Boolean(q, boost, depth);
            case PrefixQuery q:
                return Prefix(q, boost);
            case FuzzyQuery q:
                return Fuzzy(q, boost);
            case KeywordQuery q:
                return Keyword(q, boost);
            case RangeQuery q:
                return new RangePlan(statistics.Schema.OrdinalOf(q.Field, FieldKind.Number), q.From, q.To, boost);
            case BoostQuery q:
                if (!(q.Factor >= 0)) throw new ArgumentException("A boost is 0 or more.", nameof(query));
                return Build(q.Query, boost * q.Factor, depth + 1);
            case AllQuery:
                return new AllPlan(boost);
            default:
                return new NonePlan();
        }
    }

    private QueryPlan Boolean(BooleanQuery query, float boost, int depth)
    {
        if (query.Must.Count + query.Should.Count == 0 || query.Required > query.Should.Count) return new NonePlan();
        return new BooleanPlan(BuildAll(query.Must, boost, depth), BuildAll(query.Should, boost, depth),
            BuildAll([.. query.MustNot.Distinct()], boost, depth), Math.Max(0, query.Required));
    }

    private QueryPlan[] BuildAll(IReadOnlyList<Query> queries, float boost, int depth)
    {
        var plans = new QueryPlan[queries.Count];
        for (var i = 0; i < plans.Length; i++) plans[i] = Build(queries[i], boost, depth + 1);
        return plans;
    }

    private QueryPlan Word(string text, string? field, bool exact, float boost)
    {
        Tokenizer.Tokenize(text, _tokens);
        if (_tokens.Count == 0) return new NonePlan();
        var whole = Whole();
        if (whole < 0) return Phrase(field, slop: 0, boost);
        var wanted = WordForms.Of(_tokens.Term(whole), exact || _tokens[whole].HasDigit);
        return Term(field, boost, wanted.FindAll);
    }

    private QueryPlan Phrase(PhraseQuery query, float boost)
    {
        Tokenizer.Tokenize(query.Text, _tokens);
        if (_tokens.Count == 0) return new NonePlan();
        var whole = Whole();
        if (whole < 0) return Phrase(query.Field, query.Slop, boost);
        var wanted = WordForms.Of(_tokens.Term(whole), exact: true);
        return Term(query.Field, boost, (terms, ordinal, into) =>
        {
            if (wanted.Find(terms, out var entry)) into.Add(new TermInSegment(ordinal, 0, entry, 1f));
        });
    }

    /// <summary>The token that stands for the whole text, or -1.</summary>
    private int Whole()
    {
        for (var i = 0; i < _tokens.Count; i++)
        {
            if (_tokens[i].Position == 0 && _tokens[i].Span == _tokens.Length) return i;
        }

        return -1;
    }

    private QueryPlan Phrase(string? field, int slop, float boost)
    {
        var words = new List<(byte[] Term, int Offset)>();
        for (var i = 0; i < _tokens.Count && words.Count < LongestPhrase; i++)
        {
            if (_tokens[i].Span == 1) words.Add((Encoding.UTF8.GetBytes(_tokens.Term(i).ToArray()), _tokens[i].Position));
        }

        var plans = new List<QueryPlan>();
        foreach (var ordinal in TextFields(field))
        {
            var bySegment = new PhraseInSegment?[statistics.Segments.Count];
            var documents = new long[words.Count];
            foreach (var segment in statistics.Segments)
            {
                var entries = new TermEntry[words.Count];
                var all = true;
                for (var w = 0; w < entries.Length; w++)
                {
                    all &= segment.Segment[ordinal].Terms!.TryFind(words[w].Term, out entries[w]);
                    documents[w] += entries[w].Documents;
                }

                if (all && Bigrams(segment.Segment[ordinal], words, entries, slop) is { } bigrams)
                    bySegment[segment.Ordinal] = new(entries, bigrams);
            }

            var weight = 0f;
            for (var w = 0; w < documents.Length; w++)
                weight += IndexStatistics.Idf(statistics.IsOfCollection ? DocumentsWith(words[w].Term, ordinal) : documents[w],
                    statistics.Vocabulary.DocumentsOf(ordinal));
            var scoring = statistics.Scoring(ordinal, ranking, 1f);
            plans.Add(new PhrasePlan(ordinal, bySegment, [.. words.Select(w => w.Offset)], slop, weight * boost, scoring));
        }

        return Any(plans);
    }

    /// <summary>The bigrams that documents with the words one after the other have; null if one of them does not occur.</summary>
    private static TermEntry[]? Bigrams(SegmentField field, List<(byte[] Term, int Offset)> words, TermEntry[] entries, int slop)
    {
        if (field.Bigrams is not { } bigrams || slop > 0) return [];
        var found = new List<TermEntry>();
        for (var w = 1; w < entries.Length; w++)
        {
            var isBigram = words[w].Offset == words[w - 1].Offset + 1 && bigrams.HasCommon(entries[w - 1]) && bigrams.HasCommon(entries[w]);
            if (!isBigram) continue;
            if (!bigrams.TryFind(words[w - 1].Term, words[w].Term, out var entry)) return null;
            found.Add(entry);
        }

        return [.. found];
    }

    private long DocumentsWith(byte[] term, int field)
    {
        var documents = 0L;
        foreach (var terms in statistics.Vocabulary[field])
        {
            if (terms.Terms!.TryFind(term, out var entry)) documents += entry.Documents;
        }

        return documents;
    }

    private QueryPlan Prefix(PrefixQuery query, float boost)
    {
        Tokenizer.Tokenize(query.Text, _tokens);
        if (_tokens.Count == 0) return new NonePlan();
        var whole = Whole();
        if (whole < 0)
        {
            // Several words: the last one is the beginning, the others are words.
            var last = _tokens.Count - 1;
            var start = _tokens[last].Start;
            var before = new TermQuery(query.Text[..start], query.Field);
            return Build(Query.And(before, query with { Text = query.Text[start..] }), boost, 1);
        }

        var prefix = Encoding.UTF8.GetBytes(_tokens.Term(whole).ToArray());
        return Union(query.Field, boost, (segment, ordinal, into) =>
        {
            var terms = segment.Segment[ordinal].Terms!;
            var from = terms.OrdinalAtLeast(prefix);
            var walk = terms.WalkFrom(from);
            while (walk.MoveNext())
            {
                WorkMeter.Add(WorkMeter.Term);
                if (walk.Ordinal < from) continue;
                if (!walk.Term.StartsWith(prefix)) break;
                into.Add(walk.Entry);
            }
        });
    }

    private QueryPlan Fuzzy(FuzzyQuery query, float boost)
    {
        if (query.MaxEdits is < 0 or > 2) throw new ArgumentException("A spelling may differ by 0 to 2 edits.", nameof(query));
        Tokenizer.Tokenize(query.Text, _tokens);
        if (_tokens.Count == 0) return new NonePlan();
        var whole = Whole();
        if (whole < 0) return Phrase(query.Field, slop: 0, boost);
        var spellings = new SpellingWalk(_tokens.Term(whole), query.MaxEdits);
        var best = new Dictionary<string, (int Edits, long Documents)>();
        foreach (var ordinal in TextFields(query.Field))
        {
            foreach (var terms in statistics.Vocabulary[ordinal])
            {
                foreach (var (term, edits, entry) in spellings.Find(terms.Terms!))
                    best[term] = (edits, best.GetValueOrDefault(term).Documents + entry.Documents);
            }
        }

        var kept = best.OrderBy(b => b.Value.Edits).ThenByDescending(b => b.Value.Documents).ThenBy(b => b.Key, StringComparer.Ordinal)
            .Take(MostSpellings)
            .Select(b => (Term: Encoding.UTF8.GetBytes(b.Key), Scale: 1f / (1 + b.Value.Edits))).ToList();
        return Term(query.Field, boost, (terms, ordinal, into) =>
        {
            for (var i = 0; i < kept.Count; i++)
            {
                if (terms.Terms!.TryFind(kept[i].Term, out var entry)) into.Add(new TermInSegment(ordinal, i, entry, kept[i].Scale));
            }
        }, apart: TextFields(query.Field).Length == 1);
    }

    private QueryPlan Keyword(KeywordQuery query, float boost)
    {
        var field = statistics.Schema.OrdinalOf(query.Field, FieldKind.Keyword);
        var value = Encoding.UTF8.GetBytes(query.Value);
        var lists = new List<(int, List<TermEntry>)>[statistics.Segments.Count];
        foreach (var segment in statistics.Segments)
            lists[segment.Ordinal] = segment.Segment[field].Terms!.TryFind(value, out var entry) ? [(field, [entry])] : [];
        return new UnionPlan(lists, boost);
    }

    private QueryPlan Union(string? field, float boost, Action<IndexSegment, int, List<TermEntry>> find)
    {
        var lists = new List<(int, List<TermEntry>)>[statistics.Segments.Count];
        foreach (var segment in statistics.Segments)
        {
            lists[segment.Ordinal] = [];
            foreach (var ordinal in TextFields(field))
            {
                var terms = new List<TermEntry>();
                find(segment, ordinal, terms);
                if (terms.Count > 0) lists[segment.Ordinal].Add((ordinal, terms));
            }
        }

        return new UnionPlan(lists, boost);
    }

    private QueryPlan Term(string? field, float boost, Action<FieldTerms, int, List<TermInSegment>> find, bool apart = false)
    {
        var fields = TextFields(field);
        var lists = new List<TermInSegment>[statistics.Segments.Count];
        foreach (var segment in statistics.Segments)
        {
            lists[segment.Ordinal] = [];
            foreach (var ordinal in fields) find(segment.Segment[ordinal], ordinal, lists[segment.Ordinal]);
        }

        var byField = new long[statistics.Schema.Fields.Count];
        TermInSegment? first = null;
        var isOneList = true;
        foreach (var list in statistics.IsOfCollection ? [InCollection(fields, find)] : lists)
        {
            foreach (var found in list)
            {
                byField[found.Field] += found.Entry.Documents;
                first ??= found;
                isOneList &= (found.Field, found.Form) == (first.Value.Field, first.Value.Form);
            }
        }

        var of = 0L;
        foreach (var ordinal in fields) of = Math.Max(of, statistics.Vocabulary.DocumentsOf(ordinal));
        var documents = Math.Min(byField.Max(), of);
        return documents == 0 ? new NonePlan() : new TermPlan(lists, IndexStatistics.Idf(documents, of) * boost, documents, of, isOneList,
            statistics, ranking, apart);
    }

    private List<TermInSegment> InCollection(int[] fields, Action<FieldTerms, int, List<TermInSegment>> find)
    {
        var found = new List<TermInSegment>();
        foreach (var ordinal in fields)
        {
            foreach (var terms in statistics.Vocabulary[ordinal]) find(terms, ordinal, found);
        }

        return found;
    }

    private static QueryPlan Any(List<QueryPlan> plans) => plans.Count switch
    {
        0 => new NonePlan(),
        1 => plans[0],
        _ => new BooleanPlan([], [.. plans], [], 1),
    };

    private int[] TextFields(string? name) =>
        name is null ? statistics.TextFields : [statistics.Schema.OrdinalOf(name, FieldKind.Text)];
}
