using System.Buffers;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>Every document of the segment, all alike.</summary>
internal sealed class AllScorer(int documents, float score) : Scorer
{
    public override long Cost => documents;

    public override long KnownCount => documents;

    public override bool IsConstant => true;

    public override int Seek(int target) => Document = target < documents ? Math.Max(target, Document) : End;

    public override double Score() => score;

    public override int BoundEnd(int from) => End;

    public override float Bound(int from, int to) => score;

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        to = Math.Min(to, documents);
        if (to <= from) return;
        bits[..((to - from) >> 6)].Fill(ulong.MaxValue);
        if (((to - from) & 63) != 0) bits[(to - from) >> 6] |= (1UL << ((to - from) & 63)) - 1;
    }

    public override void Dispose() { }
}

/// <summary>The documents of one list of postings, all alike.</summary>
internal sealed class PostingsScorer(PostingsCursor cursor, float score) : Scorer
{
    public override long Cost => cursor.Documents;

    public override long KnownCount => cursor.Documents;

    public override bool IsConstant => true;

    public PostingsCursor Cursor => cursor;

    public override int Seek(int target) => Document = cursor.Seek(target);

    public override double Score() => score;

    public override int BoundEnd(int from) => from > cursor.LastDocument ? End : cursor.LastDocument;

    public override float Bound(int from, int to) => from > cursor.LastDocument ? 0 : score;

    public override void Fill(int from, int to, Span<ulong> bits) => PostingsFill.Fill(cursor, from, to, bits);

    public override void Dispose() => cursor.Dispose();
}

/// <summary>Documents for which a condition on a column holds, all alike.</summary>
internal sealed class ColumnScorer(ColumnCondition condition, int documents, float score) : Scorer
{
    public override long Cost => documents;

    public override bool IsConstant => true;

    public override bool IsExact => false;

    public override int Seek(int target) => Document = target < documents ? Math.Max(target, Document) : End;

    public override bool Matches() => condition.Holds(Document);

    public override double Score() => score;

    public override int BoundEnd(int from) => End;

    public override float Bound(int from, int to) => score;

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        to = Math.Min(to, documents);
        WorkMeter.Add(Math.Max(0, to - from));
        for (var d = from; d < to; d++)
        {
            if (condition.Holds(d)) bits[(d - from) >> 6] |= 1UL << ((d - from) & 63);
        }
    }

    public override void Dispose() { }
}

/// <summary>The documents of any number of lists of postings, all alike: brought into one bitmap when first asked for.</summary>
internal sealed unsafe class ConstantDisjunctionScorer(Segments.SegmentField field, List<TermEntry> terms, int documents, float score)
    : Scorer
{
    private ulong[]? _bits;

    public override long Cost { get; } = Math.Min(documents, terms.Sum(t => (long)t.Documents));

    public override bool IsConstant => true;

    public override int Seek(int target)
    {
        if (Document >= target) return Document;
        Materialize();
        var w = target >> 6;
        var last = (documents + 63) >> 6;
        if (target >= documents) return Document = End;
        var word = _bits![w] >> (target & 63) << (target & 63);
        while (word == 0)
        {
            if (++w >= last) return Document = End;
            word = _bits[w];
        }

        return Document = (w << 6) + System.Numerics.BitOperations.TrailingZeroCount(word);
    }

    public override double Score() => score;

    public override int BoundEnd(int from) => End;

    public override float Bound(int from, int to) => score;

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        Materialize();
        var last = Math.Min((to + 63) >> 6, (documents + 63) >> 6);
        for (var w = from >> 6; w < last; w++) bits[w - (from >> 6)] |= _bits![w];
    }

    /// <summary>The first matching documents, at most that many, in ascending order: without reading lists that begin after them.</summary>
    public int[] First(int count, AcceptedDocuments accepted, TopHits hits)
    {
        var least = new SortedSet<int>();
        var longest = 0;
        for (var i = 1; i < terms.Count; i++)
        {
            if (terms[i].Documents > terms[longest].Documents) longest = i;
        }

        Take(terms[longest], least, count, accepted, hits);
        for (var i = 0; i < terms.Count && !hits.Stopped; i++)
        {
            if (i == longest || (least.Count == count && PostingsCursor.FirstDocument(field.PostingsStart, terms[i]) >= least.Max))
                continue;
            Take(terms[i], least, count, accepted, hits);
        }

        return [.. least];
    }

    public override void Dispose()
    {
        if (_bits is not null) ArrayPool<ulong>.Shared.Return(_bits);
        _bits = null;
    }

    private void Take(in TermEntry term, SortedSet<int> least, int count, AcceptedDocuments accepted, TopHits hits)
    {
        using var cursor = field.Open(term);
        while (true)
        {
            var document = cursor.Next();
            if (document == End || (least.Count == count && document >= least.Max)) break;
            if (!accepted.Contains(document) || !least.Add(document) || least.Count <= count) continue;
            least.Remove(least.Max);
        }

        hits.CheckWork();
    }

    private void Materialize()
    {
        if (_bits is not null) return;
        var words = (documents + 63) >> 6;
        _bits = ArrayPool<ulong>.Shared.Rent(words);
        Array.Clear(_bits, 0, words);
        WorkMeter.Add(words / WorkMeter.WordsOfUnit);
        foreach (var term in terms)
        {
            if (PostingsFill.TryFillShort(field.PostingsStart, term, _bits))
            {
                WorkMeter.Add(term.Documents + WorkMeter.List);
                continue;
            }

            using var cursor = field.Open(term);
            PostingsFill.Fill(cursor, 0, documents, _bits);
        }
    }
}
