using Search.FullText.Queries;
using Search.FullText.Storage;

namespace Search.FullText.Sharding;

/// <summary>Queries as bytes: a tag for each kind, and after it what its record holds.</summary>
internal static class QueryWire
{
    private enum Tag : byte
    {
        None = 0,
        All = 1,
        Term = 2,
        Phrase = 3,
        Boolean = 4,
        Prefix = 5,
        Fuzzy = 6,
        Keyword = 7,
        Range = 8,
        Boost = 9,
    }

    public static void Write(ByteBuffer bytes, Query query, int depth = 0)
    {
        if (depth > PlanBuilder.DeepestNesting)
            throw new ArgumentException($"The query is nested deeper than {PlanBuilder.DeepestNesting}.", nameof(query));
        bytes.Byte((byte)TagOf(query));
        switch (query)
        {
            case TermQuery q:
                bytes.Text(q.Text);
                bytes.OptionalText(q.Field);
                bytes.Flag(q.Exact);
                break;
            case PhraseQuery q:
                bytes.Text(q.Text);
                bytes.Zigzag(q.Slop);
                bytes.OptionalText(q.Field);
                break;
            case BooleanQuery q:
                foreach (var list in (IReadOnlyList<Query>[])[q.Must, q.Should, q.MustNot])
                {
                    bytes.Varint((ulong)list.Count);
                    foreach (var part in list) Write(bytes, part, depth + 1);
                }

                bytes.Flag(q.MinShouldMatch is not null);
                if (q.MinShouldMatch is { } least) bytes.Zigzag(least);
                break;
            case PrefixQuery q:
                bytes.Text(q.Text);
                bytes.OptionalText(q.Field);
                break;
            case FuzzyQuery q:
                bytes.Text(q.Text);
                bytes.Zigzag(q.MaxEdits);
                bytes.OptionalText(q.Field);
                break;
            case KeywordQuery q:
                bytes.Text(q.Field);
                bytes.Text(q.Value);
                break;
            case RangeQuery q:
                bytes.Text(q.Field);
                bytes.Zigzag(q.From);
                bytes.Zigzag(q.To);
                break;
            case BoostQuery q:
                bytes.Single(q.Factor);
                Write(bytes, q.Query, depth + 1);
                break;
        }
    }

    public static Query Read(ref WireReader at, int depth = 0)
    {
        if (depth > PlanBuilder.DeepestNesting) throw at.Wrong($"a query is nested deeper than {PlanBuilder.DeepestNesting}");
        var tag = (Tag)at.Byte();
        return tag switch
        {
            Tag.None => new NoneQuery(),
            Tag.All => new AllQuery(),
            Tag.Term => new TermQuery(at.Text(), at.OptionalText(), at.Flag()),
            Tag.Phrase => new PhraseQuery(at.Text(), Number(ref at), at.OptionalText()),
            Tag.Boolean => new BooleanQuery
            {
                Must = List(ref at, depth),
                Should = List(ref at, depth),
                MustNot = List(ref at, depth),
                MinShouldMatch = at.Flag() ? Number(ref at) : null,
            },
            Tag.Prefix => new PrefixQuery(at.Text(), at.OptionalText()),
            Tag.Fuzzy => new FuzzyQuery(at.Text(), Number(ref at), at.OptionalText()),
            Tag.Keyword => new KeywordQuery(at.Text(), at.Text()),
            Tag.Range => new RangeQuery(at.Text(), at.Zigzag(), at.Zigzag()),
            Tag.Boost => Boost(ref at, depth),
            _ => throw at.Wrong($"{(byte)tag} is no kind of query"),
        };
    }

    private static Tag TagOf(Query query) => query switch
    {
        TermQuery => Tag.Term,
        PhraseQuery => Tag.Phrase,
        BooleanQuery => Tag.Boolean,
        PrefixQuery => Tag.Prefix,
        FuzzyQuery => Tag.Fuzzy,
        KeywordQuery => Tag.Keyword,
        RangeQuery => Tag.Range,
        BoostQuery => Tag.Boost,
        AllQuery => Tag.All,
        _ => Tag.None,
    };

    private static BoostQuery Boost(ref WireReader at, int depth)
    {
        var factor = at.Single();
        return new(Read(ref at, depth + 1), factor);
    }

    private static Query[] List(ref WireReader at, int depth)
    {
        var list = new Query[at.Count()];
        for (var i = 0; i < list.Length; i++) list[i] = Read(ref at, depth + 1);
        return list;
    }

    private static int Number(ref WireReader at) =>
        at.Zigzag() is var value and >= int.MinValue and <= int.MaxValue ? (int)value : throw at.Wrong("a number is too large");
}
