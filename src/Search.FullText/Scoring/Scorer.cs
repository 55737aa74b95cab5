using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>
/// Walks the documents of one segment that match one part of a query, in ascending order, and scores them.
/// A walk is in two steps: <see cref="Seek"/> may stop at a document that does not match; <see cref="Matches"/> tells.
/// Every bound is at least every score it covers.
/// </summary>
internal abstract class Scorer : IDisposable
{
    /// <summary>The document after the last.</summary>
    public const int End = PostingsCursor.End;

    /// <summary>Documents of a window that <see cref="Fill"/> works on at once, at most.</summary>
    public const int Window = 1 << 16;

    /// <summary>The current document; -1 before the first, <see cref="End"/> after the last.</summary>
    public int Document { get; protected set; } = -1;

    /// <summary>About how many documents the walk passes.</summary>
    public abstract long Cost { get; }

    /// <summary>Whether every match has the same score.</summary>
    public virtual bool IsConstant => false;

    /// <summary>How many documents match, where that is known without walking; else -1.</summary>
    public virtual long KnownCount => -1;

    /// <summary>Whether every document visited matches.</summary>
    public virtual bool IsExact => true;

    /// <summary>Scores below this need not be found: documents that cannot reach it may be passed over.</summary>
    public virtual float Floor { get; set; } = float.NegativeInfinity;

    /// <summary>Goes to the first candidate at or after <paramref name="target"/>; never back.</summary>
    public abstract int Seek(int target);

    /// <summary>Whether the current document matches.</summary>
    public virtual bool Matches() => true;

    /// <summary>
    /// Of the current document, which matches. Sums are not rounded before the whole is: what parts were joined in does
    /// not change a score, and with it neither how the index is cut into segments and shards.
    /// </summary>
    public abstract double Score();

    /// <summary>Of a document that is known to match, at or after the current one; where it is less than <paramref name="least"/>,
    /// something that is less too.</summary>
    public virtual double ScoreOfMatch(int document, float least)
    {
        if (IsConstant) return Score();
        Seek(document);
        Matches();
        return Score();
    }

    /// <summary>The last document up to which the bound from <paramref name="from"/> on does not change; calls never go back.</summary>
    public abstract int BoundEnd(int from);

    /// <summary>A bound of the scores of all documents from <paramref name="from"/> to
    /// <paramref name="to"/>; calls never go back.</summary>
    public abstract float Bound(int from, int to);

    /// <summary>Whether a document from <paramref name="from"/> to <paramref name="to"/> can match, as far as bounds
    /// show; calls never go back.</summary>
    public virtual bool MayMatch(int from, int to) => Document != End;

    /// <summary>Sets a bit for each match from <paramref name="from"/> to before <paramref name="to"/>; bit 0 is that of
    /// <paramref name="from"/>.</summary>
    public virtual void Fill(int from, int to, Span<ulong> bits)
    {
        for (var d = Seek(from); d < to && !WorkMeter.IsSpent; d = Seek(d + 1))
        {
            if (Matches()) bits[(d - from) >> 6] |= 1UL << ((d - from) & 63);
        }
    }

    /// <summary>Adds the scores of all matches from <paramref name="from"/> to before <paramref name="to"/>, counts them unless
    /// <paramref name="counts"/> is empty, and sets their bits.</summary>
    public virtual void Accumulate(int from, int to, double[] scores, ushort[] counts, ulong[] bits)
    {
        for (var d = Seek(from); d < to; d = Seek(d + 1))
        {
            if (!Matches()) continue;
            var i = d - from;
            scores[i] += Score();
            if (counts.Length > 0) counts[i]++;
            bits[i >> 6] |= 1UL << (i & 63);
        }
    }

    public abstract void Dispose();
}
