using Search.FullText.Storage;

namespace Search.FullText.Sharding;

/// <summary>The options of a search as bytes.</summary>
internal static class OptionsWire
{
    private enum FilterTag : byte
    {
        Keyword = 1,
        Range = 2,
    }

    public static void Write(ByteBuffer bytes, SearchOptions options)
    {
        if (options.Limit < 0 || options.Offset < 0) throw new ArgumentException("Limit and offset are 0 or more.", nameof(options));
        bytes.Varint((ulong)options.Limit);
        bytes.Varint((ulong)options.Offset);
        bytes.Flag(options.After is not null);
        if (options.After is { } after)
        {
            bytes.Single(after.Score);
            bytes.Zigzag(after.SortValue);
            bytes.Zigzag(after.Key);
        }

        bytes.Flag(options.ExactTotal);
        bytes.Varint((ulong)options.Facets.Count);
        foreach (var facet in options.Facets)
        {
            bytes.Text(facet.Field);
            bytes.Varint((ulong)Math.Max(0, facet.Max));
        }

        bytes.Varint((ulong)options.Counted.Count);
        foreach (var filters in options.Counted) Write(bytes, filters);
        bytes.Flag(options.Sort is not null);
        if (options.Sort is { } sort)
        {
            bytes.Text(sort.Field);
            bytes.Flag(sort.Descending);
            bytes.Flag(sort.ZeroLast);
        }

        Write(bytes, options.Filters);
        bytes.Flag(options.Ranking is not null);
        if (options.Ranking is { } ranking)
        {
            bytes.Single(ranking.K1);
            bytes.Single(ranking.B);
        }

        bytes.Zigzag(options.MaxWork);
    }

    public static SearchOptions Read(ref WireReader at, CancellationToken cancellation) => new()
    {
        Limit = at.Int(),
        Offset = at.Int(),
        After = at.Flag() ? new PageEnd(at.Single(), at.Zigzag(), at.Zigzag()) : null,
        ExactTotal = at.Flag(),
        Facets = Facets(ref at),
        Counted = Counted(ref at),
        Sort = at.Flag() ? new SortBy(at.Text(), at.Flag(), at.Flag()) : null,
        Filters = Filters(ref at),
        Ranking = at.Flag() ? new Bm25(at.Single(), at.Single()) : null,
        MaxWork = at.Zigzag(),
        Cancellation = cancellation,
    };

    private static void Write(ByteBuffer bytes, IReadOnlyList<Filter> filters)
    {
        bytes.Varint((ulong)filters.Count);
        foreach (var filter in filters)
        {
            if (filter is RangeFilter range)
            {
                bytes.Byte((byte)FilterTag.Range);
                bytes.Text(range.Field);
                bytes.Zigzag(range.From);
                bytes.Zigzag(range.To);
                continue;
            }

            var keyword = (KeywordFilter)filter;
            bytes.Byte((byte)FilterTag.Keyword);
            bytes.Text(keyword.Field);
            bytes.Varint((ulong)keyword.Values.Count);
            foreach (var value in keyword.Values) bytes.Text(value);
        }
    }

    private static FacetRequest[] Facets(ref WireReader at)
    {
        var facets = new FacetRequest[at.Count()];
        for (var i = 0; i < facets.Length; i++) facets[i] = new(at.Text(), at.Int());
        return facets;
    }

    private static IReadOnlyList<Filter>[] Counted(ref WireReader at)
    {
        var counted = new IReadOnlyList<Filter>[at.Count()];
        for (var i = 0; i < counted.Length; i++) counted[i] = Filters(ref at);
        return counted;
    }

    private static Filter[] Filters(ref WireReader at)
    {
        var filters = new Filter[at.Count()];
        for (var i = 0; i < filters.Length; i++)
        {
            var tag = (FilterTag)at.Byte();
            filters[i] = tag switch
            {
                FilterTag.Keyword => new KeywordFilter(at.Text(), Values(ref at)),
                FilterTag.Range => new RangeFilter(at.Text(), at.Zigzag(), at.Zigzag()),
                _ => throw at.Wrong($"{(byte)tag} is no kind of filter"),
            };
        }

        return filters;
    }

    private static string[] Values(ref WireReader at)
    {
        var values = new string[at.Count()];
        for (var i = 0; i < values.Length; i++) values[i] = at.Text();
        return values;
    }
}
