namespace Search.FullText.Scoring;

/// <summary>Finds the best documents of one segment, each kind of query by the way that passes over most.</summary>
internal static class Ranking
{
    public static void Rank(Scorer root, TopHits hits, AcceptedDocuments accepted, int documents)
    {
        switch (root)
        {
            case TermScorer term:
                term.Rank(hits, accepted, documents);
                break;
            case BlockMaxConjunctionScorer all:
                all.Rank(hits, accepted);
                break;
            case DisjunctionScorer or:
                OrRanking.Rank(or, hits, accepted, documents);
                break;
            default:
                RankByBlocks(root, hits, accepted, documents);
                break;
        }
    }

    /// <summary>Offers the first documents only: all score alike, and keys ascend with documents.</summary>
    public static void RankConstant(Scorer root, TopHits hits, AcceptedDocuments accepted, int documents)
    {
        if (root is ConstantDisjunctionScorer union)
        {
            var wanted = hits.Capacity;
            var first = union.First(wanted, accepted, hits);
            foreach (var document in first) hits.Offer(document, (float)root.Score());
            hits.Visited(first.Length);
            if (first.Length == wanted) hits.Skipped = true;
            return;
        }

        var seen = 0;
        for (var d = root.Seek(0); d < documents && !hits.Stopped; d = root.Seek(d + 1))
        {
            if (seen == hits.Capacity)
            {
                hits.Skipped = true;
                break;
            }

            WorkMeter.Add(WorkMeter.Part);
            hits.CheckWork();
            if (!accepted.Contains(d) || !root.Matches()) continue;
            seen++;
            hits.Offer(d, (float)root.Score());
        }

        hits.Visited(seen);
    }

    private static void RankByBlocks(Scorer root, TopHits hits, AcceptedDocuments accepted, int documents)
    {
        for (var from = 0; from < documents && !hits.Stopped;)
        {
            var end = Math.Min(documents - 1, root.BoundEnd(from));
            if (root.Bound(from, end) < hits.Floor)
            {
                hits.Skipped = true;
                from = end + 1;
                continue;
            }

            root.Floor = hits.Floor;
            if (hits.Floor > 0) hits.Skipped = true;
            var d = root.Seek(from);
            var seen = 0;
            for (; d <= end; d = root.Seek(d + 1))
            {
                seen++;
                if (!root.Matches()) continue;
                var score = (float)root.Score();
                if (score < hits.Floor)
                {
                    hits.Skipped = true;
                    continue;
                }

                if (!accepted.Contains(d)) continue;
                hits.Visited(1);
                hits.Offer(d, score);
                root.Floor = hits.Floor;
                if (hits.Floor > 0) hits.Skipped = true;
            }

            WorkMeter.Add((seen + 1) * WorkMeter.Part);
            hits.CheckWork();
            from = Math.Max(end + 1, d);
        }
    }
}
