using System.Globalization;
using Search.FullText;
using Search.FullText.Queries;

namespace Search.Benchmarks.FullText;

/// <summary>One query as every engine is asked it.</summary>
/// <param name="Kind">The row of the table it counts for.</param>
/// <param name="Operator">term, or, and, phrase, prefix, fuzzy.</param>
/// <param name="Flags">total, facets, highlights, filter, count (no hits, the total alone); joined by commas.</param>
/// <param name="Words">As in the texts.</param>
/// <param name="Stems">Of the words.</param>
/// <param name="Source">The filter's keyword, or empty.</param>
/// <param name="From">The filter's first date.</param>
/// <param name="To">The filter's last date.</param>
internal sealed record BenchmarkQuery(string Kind, string Operator, string Flags, string[] Words, string[] Stems, string Source, int From,
    int To)
{
    public bool Has(string flag) => Flags.Contains(flag, StringComparison.Ordinal);

    public string ToLine() =>
        string.Join('\t', Kind, Operator, Flags, string.Join(' ', Words), string.Join(' ', Stems), Source,
            From.ToString(CultureInfo.InvariantCulture), To.ToString(CultureInfo.InvariantCulture));

    public static BenchmarkQuery Parse(string line)
    {
        var p = line.Split('\t');
        return new BenchmarkQuery(p[0], p[1], p[2], p[3].Split(' '), p[4].Split(' '), p[5], int.Parse(p[6], CultureInfo.InvariantCulture),
            int.Parse(p[7], CultureInfo.InvariantCulture));
    }

    public Query ToQuery()
    {
        var words = Array.ConvertAll(Words, w => (Query)new TermQuery(w));
        return Operator switch
        {
            "term" => words[0],
            "or" => new BooleanQuery { Should = words },
            "and" => new BooleanQuery { Must = words },
            "phrase" => new PhraseQuery(string.Join(' ', Words)),
            "prefix" => new PrefixQuery(Words[0]),
            "fuzzy" => new FuzzyQuery(Words[0], 1),
            _ => throw new InvalidOperationException(Operator),
        };
    }

    public SearchOptions ToOptions() => new()
    {
        Limit = Has("count") ? 0 : 10,
        ExactTotal = Has("total"),
        Facets = Has("facets") ? [new FacetRequest("source", 10)] : [],
        Filters = Has("filter") ? [new KeywordFilter("source", [Source]), new RangeFilter("date", From, To)] : [],
    };
}
