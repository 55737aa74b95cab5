using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>Words of one field at given distances: the documents that have all, then those where the places fit.</summary>
internal sealed unsafe class PhraseScorer : Scorer
{
    private const float RoundingSlack = 1.00001f;
    private readonly PostingsCursor[] _byCost;
    private readonly PostingsCursor[] _cursors;
    private readonly PlaceMatcher _places;
    private readonly float _weight;
    private readonly ImpactTable _impacts;
    private readonly float _boundFactor;
    private readonly byte* _lengths;
    private int _confirmed = -1;
    private float _frequency;

    /// <summary>Looks for words at distances.</summary>
    /// <param name="cursors">One for each word, owned from now on.</param>
    /// <param name="offsets">Where each word stands in the phrase, ascending from 0.</param>
    /// <param name="previousSame">For each word the one before that is the same word, or -1.</param>
    /// <param name="slop">How far the words may be moved.</param>
    /// <param name="weight">The most a document can score.</param>
    /// <param name="impacts">Of the field.</param>
    /// <param name="boundFactor">See <see cref="ImpactTable.BoundFactor"/>.</param>
    /// <param name="lengths">Length codes of the field by document.</param>
    public PhraseScorer(PostingsCursor[] cursors, int[] offsets, int[] previousSame, int slop, float weight, ImpactTable impacts, float boundFactor, byte* lengths)
    {
        (_cursors, _weight, _impacts, _boundFactor) = (cursors, weight, impacts, boundFactor);
        _lengths = lengths;
        _places = new PlaceMatcher(cursors, offsets, previousSame, slop);
        _byCost = [.. cursors];
        Array.Sort(_byCost, (a, b) => a.Documents.CompareTo(b.Documents));
    }

    public override long Cost => _byCost[0].Documents;

    public override bool IsExact => false;

    public override int Seek(int target)
    {
        var lead = _byCost[0];
        var document = lead.Seek(target);
        while (document != End)
        {
            if (Floor > 0 && MostOf(lead.Frequency, document) < Floor)
            {
                document = lead.Next();
                continue;
            }

            var at = document;
            for (var i = 1; i < _byCost.Length; i++)
            {
                at = _byCost[i].Seek(document);
                if (at != document) break;
            }

            if (at == document) return Document = document;
            document = lead.Seek(at);
        }

        return Document = End;
    }

    public override bool Matches()
    {
        if (Floor > 0)
        {
            var fewest = int.MaxValue;
            foreach (var cursor in _cursors) fewest = Math.Min(fewest, cursor.Frequency);
            if (MostOf(fewest, Document) < Floor) return false;
        }

        _confirmed = Document;
        _frequency = _places.Frequency();
        return _frequency > 0;
    }

    public override float Score()
    {
        if (_confirmed != Document) Matches();
        return _weight * _frequency / (_frequency + _impacts.Saturation[_lengths[Document]]);
    }

    public override int BoundEnd(int from)
    {
        var end = End;
        foreach (var cursor in _cursors)
        {
            var e = cursor.BlockEnd(from);
            if (e == End) return End;
            end = Math.Min(end, e);
        }

        return end;
    }

    public override float Bound(int from, int to)
    {
        var least = 255;
        foreach (var cursor in _cursors) least = Math.Min(least, cursor.Bound(from, to));
        return Math.Min(1f, least * _boundFactor / 255f) * _weight * RoundingSlack;
    }

    public override void Dispose()
    {
        foreach (var cursor in _cursors) cursor.Dispose();
    }

    /// <summary>A phrase occurs at most as often as each of its words.</summary>
    private float MostOf(int frequency, int document) => _weight * frequency / (frequency + _impacts.Saturation[_lengths[document]]) * RoundingSlack;
}
