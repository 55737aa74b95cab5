using Search.FullText.Impacts;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>
/// One word in several fields or several spellings, scored as one by BM25F: occurrences are added up, each in units of the
/// saturation of its field and length, before they saturate together.
/// </summary>
internal sealed unsafe class SynonymScorer : Scorer
{
    private readonly Member[] _members;
    private readonly float _weight;

    public SynonymScorer(List<Member> members, float weight)
    {
        (_members, _weight) = ([.. members], weight);
        foreach (var m in _members) Cost += m.Cursor.Documents;
    }

    /// <summary>One list of postings of the group.</summary>
    public sealed record Member(PostingsCursor Cursor, Bm25Cache Impacts, float BoundFactor, nint Lengths);

    public override long Cost { get; }

    public override int Seek(int target)
    {
        var (least, sought) = (End, 0);
        foreach (var m in _members)
        {
            if (m.Cursor.Document < target) sought++;
            least = Math.Min(least, m.Cursor.Seek(target));
        }

        WorkMeter.Add(_members.Length + (sought * WorkMeter.Seek));
        return Document = least;
    }

    public override double Score()
    {
        var sum = 0f;
        foreach (var m in _members)
        {
            if (m.Cursor.Document != Document) continue;
            var saturation = m.Impacts.Saturation[((byte*)m.Lengths)[Document]];
            if (saturation <= 0) return _weight;
            sum += m.Cursor.Frequency / saturation;
        }

        return _weight * sum / (sum + 1);
    }

    public override int BoundEnd(int from)
    {
        var end = End;
        foreach (var m in _members) end = Math.Min(end, m.Cursor.BlockEnd(from));
        return end;
    }

    public override float Bound(int from, int to)
    {
        // Saturation makes a whole at most the sum of its parts.
        var sum = 0f;
        foreach (var m in _members) sum += m.Cursor.Bound(from, to) * m.BoundFactor;
        return Math.Min(1f, sum / 255f) * _weight * RoundingSlack.OfScores;
    }

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        foreach (var m in _members) PostingsFill.Fill(m.Cursor, from, to, bits);
    }

    public override void Dispose()
    {
        foreach (var m in _members) m.Cursor.Dispose();
    }
}
