using System.Text;
using Search.FullText.Postings;
using Search.FullText.Scoring;
using Search.FullText.Segments;

namespace Search.FullText.Queries;

/// <summary>The filters of a search, opened segment by segment: rare ones lead the walk, the others are asked of each candidate.</summary>
internal sealed class FilterPlan(Schema schema, IReadOnlyList<Filter> filters)
{
    /// <summary>A filter that admits less than one document in this many leads the walk.</summary>
    private const int RareShare = 24;

    private readonly Filter[] _filters = filters.Count == 0 ? [] : [.. Ranges(filters), .. Keywords(filters)];

    /// <summary>What a segment's documents must pass, or null if none does.</summary>
    public (AcceptedDocuments Accepted, List<Scorer> Leads)? Open(IndexSegment segment)
    {
        if (_filters.Length == 0) return (new AcceptedDocuments(segment.Deleted, []), []);
        var conditions = new List<ColumnCondition>();
        var leads = new List<Scorer>();
        foreach (var filter in _filters)
        {
            if (Open(filter, segment, conditions, leads)) continue;
            foreach (var lead in leads) lead.Dispose();
            return null;
        }

        return (new AcceptedDocuments(segment.Deleted, [.. conditions]), leads);
    }

    // Each filter is asked of each candidate: what is asked twice is asked once.
    private static IEnumerable<Filter> Ranges(IReadOnlyList<Filter> filters) =>
        filters.OfType<RangeFilter>().GroupBy(f => f.Field).Select(of => new RangeFilter(of.Key, of.Max(f => f.From), of.Min(f => f.To)));

    private static IEnumerable<Filter> Keywords(IReadOnlyList<Filter> filters)
    {
        var single = new HashSet<(string, string)>();
        return filters.OfType<KeywordFilter>().Where(f => f.Values.Count != 1 || single.Add((f.Field, f.Values[0])));
    }

    private bool Open(Filter filter, IndexSegment segment, List<ColumnCondition> conditions, List<Scorer> leads)
    {
        if (filter is RangeFilter range)
        {
            var column = segment.Segment[schema.OrdinalOf(range.Field, FieldKind.Number)].Numbers!;
            if (range.From > range.To || column.Largest < range.From || column.Smallest > range.To) return false;
            if (range.From <= column.Smallest && range.To >= column.Largest) return true;
            var within = new NumberWithin(column, range.From, range.To);
            conditions.Add(within);
            return !within.IsEmpty;
        }

        var keyword = (KeywordFilter)filter;
        var field = segment.Segment[schema.OrdinalOf(keyword.Field, FieldKind.Keyword)];
        var entries = new List<TermEntry>();
        foreach (var value in keyword.Values)
        {
            if (field.Terms!.TryFind(Encoding.UTF8.GetBytes(value), out var entry)) entries.Add(entry);
        }

        if (entries.Count == 0) return false;
        if (entries.Sum(e => (long)e.Documents) * RareShare > segment.DocumentCount)
            conditions.Add(new KeywordAmong(field.Keywords!, field.Terms!.Count, entries.Select(e => e.Ordinal)));
        else leads.Add(entries.Count == 1
            ? new PostingsScorer(field.Open(entries[0]), 0)
            : new ConstantDisjunctionScorer(field, entries, segment.DocumentCount, 0));
        return true;
    }
}
