using System.Buffers;
using Search.FullText.Postings;

namespace Search.FullText.Scoring;

/// <summary>
/// Documents that all of several lists of postings have. They are met stretch by stretch, a stretch being the documents in which
/// every list stays in one block: its bounds decide whether to read it at all, and then the documents of the rarest list are kept
/// that score enough, are accepted, and are in every other list. Lists that are much longer than the rarest do not cut stretches:
/// the documents left are looked up in them one by one.
/// </summary>
internal abstract unsafe class BlockMaxConjunctionScorer : Scorer
{
    /// <summary>A list this many times as long as the rarest has few of its documents looked at.</summary>
    private const int LongList = 32;

    /// <summary>Where all other lists together are at most this many times as long as the rarest, sets of bits are joined faster than
    /// documents are looked up.</summary>
    private const int LikeLists = 5;

    private static readonly int[] s_all = [.. Enumerable.Range(0, PostingsFormat.BlockSize)];

    private readonly PostingsCursor[] _cursors;
    private readonly int[] _ends; // of the stretch's blocks
    private readonly float[] _bounds;
    private readonly int _firstWithBits; // it and all after it have bits
    private int _near;
    private readonly bool _meetsAsBits;
    private readonly bool _hasBits;
    private int _emptied;

    /// <summary>Meets lists, owned from now on.</summary>
    /// <param name="byCost">The rarest first.</param>
    /// <param name="mayTestBits">Whether documents may be looked up in the bits of common lists instead of in the lists.</param>
    protected BlockMaxConjunctionScorer(PostingsCursor[] byCost, bool mayTestBits)
    {
        (_cursors, _ends, _bounds) = (byCost, new int[byCost.Length], new float[byCost.Length]);
        Array.Fill(_ends, -1);
        _near = 1;
        while (_near < byCost.Length && byCost[_near].Documents <= LongList * (long)Lead.Documents) _near++;
        _firstWithBits = byCost.Length;
        while (mayTestBits && _firstWithBits > 1 && byCost[_firstWithBits - 1].HasBits) _firstWithBits--;
        var others = 0L;
        for (var i = 1; i < byCost.Length; i++) others += byCost[i].HasBits ? 0 : byCost[i].Documents;
        _meetsAsBits = others <= LikeLists * (long)Lead.Documents;
        _hasBits = others == 0 && Lead.HasBits;
    }

    public override long Cost => _cursors[0].Documents;

    /// <summary>The rarest list.</summary>
    protected PostingsCursor Lead => _cursors[0];

    /// <summary>Whether every document that <see cref="KeepNear"/> keeps is a match.</summary>
    private bool IsSettled => IsExact && _near >= _firstWithBits;

    /// <summary>Whether matches are counted faster as bits than while they are ranked.</summary>
    private bool CountsFaster => IsExact && _hasBits;

    /// <summary>Whether <see cref="KeepMatches"/> keeps the matches of documents that the near lists share.</summary>
    private bool SettlesTogether => MatchesTogether && _near == _cursors.Length;

    /// <summary>Whether documents that all lists share are matched many at a time: <see cref="KeepMatches"/>.</summary>
    protected virtual bool MatchesTogether => false;

    /// <summary>What a bound of the postings of one list stands for.</summary>
    protected abstract float BoundOf(int list, int bound);

    /// <summary>A bound of the scores in the stretch by the bounds of all lists in it.</summary>
    protected abstract float Join(ReadOnlySpan<float> bounds);

    /// <summary>Whether the document that the rarest list is at can reach the floor.</summary>
    protected abstract bool LeadCanReach(float floor);

    /// <summary>Keeps of documents ahead in the rarest list those that can reach the floor in the stretch: see
    /// <see cref="CompetitiveDocuments.Keep"/>.</summary>
    protected abstract int KeepPromising(int* documents, int* chosen, int count, float floor);

    /// <summary>Keeps of documents that all lists have those that match, and returns how many.</summary>
    /// <param name="documents">Ahead in the rarest list.</param>
    /// <param name="chosen">Which of them all lists have, found by <see cref="PostingsCursor.Keep"/>; those
    /// kept are moved to the front.</param>
    /// <param name="count">Of those.</param>
    protected virtual int KeepMatches(int* documents, int* chosen, int count) => count;

    /// <summary>Goes to a document that all near lists have.</summary>
    protected void StandAtFound(int* documents, int index)
    {
        Lead.StandAhead(documents, index);
        for (var i = 1; i < _near; i++) _cursors[i].StandAtFound(index);
        Document = documents[index];
    }

    /// <summary>Whether the document that the first lists are at can reach the floor by the bounds of its blocks in the others.</summary>
    protected virtual bool OthersCanReach(int standing, float floor) => true;

    /// <summary>Whether the document that all lists are at is a match that can reach the floor.</summary>
    protected virtual bool Confirm(float floor) => true;

    public override int Seek(int target)
    {
        var document = Lead.Seek(target);
        while (document != End)
        {
            if (Floor > 0 && !LeadCanReach(Floor))
            {
                document = Lead.Next();
                continue;
            }

            var (at, sought) = (document, 1);
            for (; sought < _cursors.Length && at == document; sought++) at = _cursors[sought].Seek(document);
            WorkMeter.Add(sought * WorkMeter.Seek);
            if (WorkMeter.IsSpent) break;
            if (at == document) return Document = document;
            document = Lead.Seek(at);
        }

        return Document = End;
    }

    public override bool Matches() => Confirm(Floor);

    public override int BoundEnd(int from)
    {
        var end = End;
        foreach (var cursor in _cursors)
        {
            var last = cursor.BlockEnd(from);
            if (last == End) return End;
            end = Math.Min(end, last);
        }

        return end;
    }

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        LeaveListsWithBits();
        if (CountsFaster || (IsSettled && _meetsAsBits)) FillByBits(from, to, bits);
        else FillByStretches(from, to, bits);
    }

    private void FillByBits(int from, int to, Span<ulong> bits)
    {
        var length = bits.Length;
        var rented = ArrayPool<ulong>.Shared.Rent(length * 2);
        var all = rented.AsSpan(0, length);
        var one = rented.AsSpan(length, length);
        all.Clear();
        PostingsFill.Fill(Lead, from, to, all);
        for (var i = 1; i < _cursors.Length; i++)
        {
            one.Clear();
            PostingsFill.Fill(_cursors[i], from, to, one);
            DocumentBitSet.And(all, one);
        }

        DocumentBitSet.Or(bits, all);
        ArrayPool<ulong>.Shared.Return(rented);
    }

    private void FillByStretches(int from, int to, Span<ulong> bits)
    {
        var chosen = stackalloc int[PostingsFormat.BlockSize];
        for (var at = from; at < to;)
        {
            var last = EnterStretch(at, out _);
            if (last == End) return;
            last = Math.Min(last, to - 1);
            if (Lead.Seek(at) <= last)
            {
                var count = KeepNear(All(last, chosen, out var documents), documents, chosen);
                var settled = IsSettled || SettlesTogether;
                if (SettlesTogether) count = KeepMatches(documents, chosen, count);
                for (var i = 0; i < count; i++)
                {
                    var found = documents[chosen[i]] - from;
                    if (settled || StandAt(documents, chosen[i], float.NegativeInfinity)) bits[found >> 6] |= 1UL << (found & 63);
                }
            }

            at = NextStretch(last);
        }
    }

    /// <summary>Offers every document that can reach the floor; where the hits count all matches, sees them all.</summary>
    public void Rank(TopHits hits, AcceptedDocuments accepted)
    {
        var chosen = stackalloc int[PostingsFormat.BlockSize];
        var countsAll = hits.CountsAll && !CountsFaster;
        if (countsAll) LeaveListsWithBits();
        _bounds.AsSpan().Clear();
        for (var i = _near; i < _cursors.Length; i++) _bounds[i] = BoundOf(i, byte.MaxValue);
        for (var from = accepted.FirstFrom(0); !hits.Stopped;)
        {
            var last = EnterStretch(from, out var bound);
            if (last == End) return;
            var reaches = bound >= hits.Floor;
            if (!reaches) hits.Skipped |= !countsAll;
            if ((reaches || countsAll) && Lead.Seek(from) <= last) RankStretch(last, chosen, reaches, countsAll, hits, accepted);
            from = accepted.FirstFrom(NextStretch(last));
        }
    }

    public override void Dispose()
    {
        foreach (var cursor in _cursors) cursor.Dispose();
    }

    /// <summary>
    /// Reads no blocks of lists that have bits but for documents that all lists have: it is cheapest where all matches are counted, but
    /// ranking alone passes over more with the bounds of these blocks.
    /// </summary>
    private void LeaveListsWithBits() => _near = Math.Min(_near, _firstWithBits);

    /// <summary>Finds where the stretch ends that begins at <paramref name="from"/>, and a bound of the scores in it.</summary>
    private int EnterStretch(int from, out float bound)
    {
        var last = End;
        bound = 0;
        _emptied = 0;
        for (var i = 0; i < _near; i++)
        {
            if (_ends[i] < from)
            {
                _ends[i] = _cursors[i].BlockEnd(from);
                _bounds[i] = BoundOf(i, _cursors[i].BlockBound);
                if (_ends[i] == End) return End;
            }

            last = Math.Min(last, _ends[i]);
        }

        bound = Join(_bounds);
        return last;
    }

    /// <summary>Where the next stretch begins: passes over what the blocks read already show to be empty.</summary>
    private int NextStretch(int last)
    {
        var from = Lead.SeekInBlock(last + 1);
        return _emptied == 0 ? from : _cursors[_emptied].SeekInBlock(from);
    }

    private void RankStretch(int last, int* chosen, bool reaches, bool countsAll, TopHits hits, AcceptedDocuments accepted)
    {
        var all = All(last, chosen, out var documents);
        WorkMeter.Add(all * WorkMeter.Part);
        hits.CheckWork();
        var count = all;
        if (!countsAll && hits.Floor > 0)
        {
            count = KeepPromising(documents, chosen, all, hits.Floor);
            if (count < all) hits.Skipped = true;
        }

        count = KeepNear(accepted.Keep(documents, chosen, count), documents, chosen);
        var matches = 0;
        var settled = IsSettled;
        if (countsAll && SettlesTogether)
        {
            count = KeepMatches(documents, chosen, count);
            settled = true;
        }

        if (settled)
        {
            matches = count;
            count = !reaches ? 0 : countsAll && hits.Floor > 0 ? KeepPromising(documents, chosen, count, hits.Floor) : count;
        }

        for (var i = 0; i < count; i++)
        {
            if (!StandAt(documents, chosen[i], countsAll ? float.NegativeInfinity : hits.Floor))
            {
                hits.Skipped |= !countsAll && hits.Floor > 0; // no match, or one that the floor rules out
                continue;
            }

            if (!settled) matches++;
            if (!reaches) continue;
            var score = (float)Score();
            if (score >= hits.Floor) hits.Offer(Document, score);
        }

        hits.Visited(matches);
    }

    private bool StandAt(int* documents, int index, float floor)
    {
        StandAtFound(documents, index);
        if (_near < _cursors.Length)
        {
            if (floor > 0 && !OthersCanReach(_near, floor)) return false;
            for (var i = _near; i < _cursors.Length; i++)
            {
                if (_cursors[i].Seek(Document) != Document) return false;
            }
        }

        return Confirm(floor);
    }

    /// <summary>Chooses all documents of the rarest list from the current one up to <paramref name="last"/>.</summary>
    private int All(int last, int* chosen, out int* documents)
    {
        var count = Lead.Ahead(last, out documents);
        s_all.AsSpan(0, count).CopyTo(new Span<int>(chosen, count));
        return count;
    }

    private int KeepNear(int count, int* documents, int* chosen)
    {
        for (var i = _firstWithBits; i < _cursors.Length && count > 0; i++)
            count = DocumentBitSet.Keep(_cursors[i].Bits, documents, chosen, count);
        for (var i = 1; i < _near && count > 0; i++)
        {
            count = _cursors[i].Keep(documents, chosen, count);
            if (count == 0) _emptied = i;
        }

        return count;
    }
}
