using System.Text;

namespace Search.Catalog;

/// <summary>What a search found: which clauses, and not yet what they say. Valid as long as the catalog.</summary>
public sealed class FoundClauses
{
    private readonly Action<IHitReceiver> _read;

    internal FoundClauses(SearchResult withoutHits, int count, Action<IHitReceiver> read) =>
        (WithoutHits, Count, _read) = (withoutHits, count, read);

    /// <summary>All but the hits, which are none here.</summary>
    public SearchResult WithoutHits { get; }

    /// <summary>How many hits the page has.</summary>
    public int Count { get; }

    /// <summary>Reads the hits in their order; each call reads them again.</summary>
    /// <param name="receiver">Takes them.</param>
    public void Read(IHitReceiver receiver)
    {
        ArgumentNullException.ThrowIfNull(receiver);
        _read(receiver);
    }

    /// <summary>Reads the hits into the result.</summary>
    public SearchResult WithHits()
    {
        if (Count == 0) return WithoutHits;
        var hits = new HitList(Count);
        Read(hits);
        return WithoutHits with { Hits = hits.List };
    }

    private sealed class HitList(int count) : IHitReceiver
    {
        public List<SearchHit> List { get; } = new(count);

        public void Take(in HitView hit) => List.Add(new()
        {
            Number = hit.Number,
            Id = hit.Id.ToString(),
            Document = hit.Document,
            Label = hit.Label,
            Kind = hit.Kind,
            Date = hit.Date,
            Organ = hit.Organ,
            Score = hit.Score,
            Text = Encoding.UTF8.GetString(hit.Text),
            Highlights = hit.Highlights.ToArray(),
            CitedWorks = hit.CitedWorks,
            CitedByCount = hit.CitedByCount,
            Explanation = hit.Explanation,
            Language = hit.Language,
            SameWords = hit.SameWords,
            DocumentKind = hit.DocumentKind,
        });
    }
}
