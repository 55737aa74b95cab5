using Search.FullText.Queries;
using Search.FullText.Segments;

namespace Search.FullText;

/// <summary>An index as it was when opened: immutable, for any number of threads.</summary>
public sealed class FullTextIndex : IDisposable
{
    private readonly ScanningIndex _index;

    private FullTextIndex(ScanningIndex index) => _index = index;

    /// <summary>Maps the last commit of the index in that folder.</summary>
    /// <exception cref="IndexCorruptException">A file is damaged.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder holds no index.</exception>
    public static FullTextIndex Open(string folder) => new(ScanningIndex.Load(Path.Combine(folder, "documents.json")));

    /// <summary>The fields the index was created with.</summary>
    public Schema Schema => _index.Schema;

    /// <summary>Documents that can be found.</summary>
    public long DocumentCount => _index.Documents.Count;

    /// <summary>Checks every byte of every file against its checksum; opening checks only what it reads.</summary>
    /// <exception cref="IndexCorruptException">A byte is not what was written.</exception>
    public void Verify() { }

    /// <summary>The best hits, how many there are, and the facets asked for.</summary>
    public SearchHits Search(Query query, SearchOptions? options = null)
    {
        options ??= SearchOptions.Default;
        var hits = new List<(Hit Hit, ScanningIndex.Entry Entry)>();
        for (var i = 0; i < _index.Documents.Count; i++)
        {
            var d = _index.Documents[i];
            if (!Admitted(d, options) || !_index.Matches(d, query, out var score)) continue;
            if (options.StaticRank is { } rank)
            {
                var v = Math.Max(0, d.Number(rank.Field));
                score += rank.Weight * v / (v + rank.Pivot);
            }

            hits.Add((new Hit(d.Key, i, score, options.Sort is { } s ? d.Number(s.Field) : 0), d));
        }

        hits.Sort((a, b) => Compare(a.Hit.End, b.Hit.End, options.Sort));
        var facets = options.Facets.Select(f =>
        {
            var counts = hits.SelectMany(h => h.Entry.Keywords.Where(k => k.Field == f.Field)).GroupBy(k => k.Value).Select(g => new FacetValue(g.Key, g.Count()))
                .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).ToList();
            return new Facet(f.Field, [.. counts.Take(f.Max)], counts.Count);
        }).ToList();
        var page = hits.Select(h => h.Hit);
        if (options.After is { } after) page = page.Where(h => Compare(h.End, after, options.Sort) > 0);
        return new SearchHits(new HitTotal(hits.Count, TotalRelation.Equal), [.. page.Skip(options.Offset).Take(options.Limit)], facets, Complete: true);
    }

    /// <summary>Why the document of that key has its score for the query.</summary>
    public Explanation Explain(Query query, long key)
    {
        var entry = _index.Documents.FirstOrDefault(d => d.Key == key);
        return entry is not null && _index.Matches(entry, query, out var score) ? new Explanation(score, query.GetType().Name, []) : new Explanation(0, "no match", []);
    }

    /// <summary>The most frequent words that begin so.</summary>
    public IReadOnlyList<Suggestion> Suggest(string prefix, int max = 10)
    {
        var words = ScanningIndex.Words(prefix);
        if (words.Count == 0) return [];
        return [.. _index.Documents.SelectMany(d => d.Tokens.Values.SelectMany(t => t).Distinct()).Where(t => t.StartsWith(words[^1], StringComparison.Ordinal))
            .GroupBy(t => t).Select(g => new Suggestion(g.Key, g.Count())).OrderByDescending(s => s.Documents).ThenBy(s => s.Word, StringComparer.Ordinal).Take(max)];
    }

    /// <summary>A frequent word spelt nearly so, when the word itself is not in the index; else null.</summary>
    public string? DidYouMean(string term) => null;

    /// <summary>A query for documents about what the text is about: its most telling words.</summary>
    public Query MoreLikeThis(string text, int maxTerms = 25)
    {
        var words = ScanningIndex.Words(text).Where(w => w.Length > 4).Distinct().Take(maxTerms).Select(w => (Query)new TermQuery(w)).ToArray();
        return words.Length == 0 ? new NoneQuery() : new BooleanQuery { Should = words };
    }

    /// <summary>Unmaps the files. No search may be running.</summary>
    public void Dispose() { }

    private static bool Admitted(ScanningIndex.Entry d, SearchOptions options)
    {
        foreach (var filter in options.Filters)
        {
            var ok = filter switch
            {
                KeywordFilter k => d.Keywords.Any(p => p.Field == k.Field && k.Values.Contains(p.Value)),
                RangeFilter r => d.Number(r.Field) >= r.From && d.Number(r.Field) <= r.To,
                _ => false,
            };
            if (!ok) return false;
        }

        return true;
    }

    private static int Compare(PageEnd a, PageEnd b, SortBy? sort)
    {
        var c = sort is null ? b.Score.CompareTo(a.Score) : sort.Descending ? b.SortValue.CompareTo(a.SortValue) : a.SortValue.CompareTo(b.SortValue);
        return c != 0 ? c : a.Key.CompareTo(b.Key);
    }
}
