using Search.FullText.Scoring;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>A query with its terms looked up in all segments and its weights known; opened segment by segment.</summary>
internal abstract class QueryPlan
{
    /// <summary>The walk over a segment, or null if nothing in it matches.</summary>
    public abstract Scorer? Open(IndexSegment segment);
}

internal sealed class NonePlan : QueryPlan
{
    public override Scorer? Open(IndexSegment segment) => null;
}

internal sealed class AllPlan(float score) : QueryPlan
{
    public override Scorer? Open(IndexSegment segment) => new AllScorer(segment.DocumentCount, score);
}

internal sealed class RangePlan(int field, long from, long to, float score) : QueryPlan
{
    public override Scorer? Open(IndexSegment segment)
    {
        var column = segment.Segment[field].Numbers!;
        if (from > to || column.Largest < from || column.Smallest > to) return null;
        if (from <= column.Smallest && to >= column.Largest) return new AllScorer(segment.DocumentCount, score);
        var within = new NumberWithin(column, from, to);
        return within.IsEmpty ? null : new ColumnScorer(within, segment.DocumentCount, score);
    }
}

/// <summary>The documents of lists of postings, all alike.</summary>
/// <param name="terms">By segment, the field and the lists in it.</param>
/// <param name="score">Of every match.</param>
internal sealed class UnionPlan(List<(int Field, List<Postings.TermEntry> Terms)>[] terms, float score) : QueryPlan
{
    public override Scorer? Open(IndexSegment segment)
    {
        var parts = new List<Scorer>();
        foreach (var (fieldOrdinal, entries) in terms[segment.Ordinal])
        {
            if (entries.Count == 0) continue;
            var field = segment.Segment[fieldOrdinal];
            parts.Add(entries.Count == 1
                ? new PostingsScorer(field.Open(entries[0]), score)
                : new ConstantDisjunctionScorer(field, entries, segment.DocumentCount, score));
        }

        return parts.Count switch { 0 => null, 1 => parts[0], _ => new EitherScorer(parts, score) };
    }
}

/// <summary>Every part that is there must match.</summary>
internal sealed class BooleanPlan(QueryPlan[] must, QueryPlan[] should, QueryPlan[] mustNot, int required) : QueryPlan
{
    public override Scorer? Open(IndexSegment segment)
    {
        var opened = new List<Scorer>();
        var root = OpenWanted(segment, opened);
        if (root is null)
        {
            foreach (var scorer in opened) scorer.Dispose();
            return null;
        }

        var excluded = OpenAll(mustNot, segment);
        if (excluded.Count == 0) return root;
        return new NotScorer(root, excluded.Count == 1 ? excluded[0] : new DisjunctionScorer([.. excluded], 1));
    }

    private Scorer? OpenWanted(IndexSegment segment, List<Scorer> opened)
    {
        var all = new List<Scorer>(must.Length + 1);
        foreach (var plan in must)
        {
            if (plan.Open(segment) is not { } scorer) return null;
            opened.Add(scorer);
            all.Add(scorer);
        }

        var any = OpenAll(should, segment);
        opened.AddRange(any);
        if (any.Count < required) return null;
        if (required > 0 && any.Count == required)
        {
            all.AddRange(any);
        }
        else if (any.Count > 0)
        {
            if (required > 0) all.Add(any.Count == 1 ? any[0] : new DisjunctionScorer([.. any], required));
            else return all.Count == 0
                ? null
                : new OptionalScorer(ConjunctionScorer.Of(all), any.Count == 1 ? any[0] : new DisjunctionScorer([.. any], 1));
        }

        return all.Count == 0 ? null : ConjunctionScorer.Of(all);
    }

    private static List<Scorer> OpenAll(QueryPlan[] plans, IndexSegment segment)
    {
        var scorers = new List<Scorer>(plans.Length);
        foreach (var plan in plans)
        {
            if (plan.Open(segment) is { } scorer) scorers.Add(scorer);
        }

        return scorers;
    }
}
