namespace Search.FullText.Scoring;

/// <summary>Joins other walks, owned from now on, whose scores add up.</summary>
internal abstract class PartsScorer(Scorer[] parts) : Scorer
{
    public IReadOnlyList<Scorer> Parts => parts;

    public sealed override int BoundEnd(int from)
    {
        var end = End;
        foreach (var part in parts) end = Math.Min(end, part.BoundEnd(from));
        return end;
    }

    public sealed override float Bound(int from, int to)
    {
        var sum = 0.0;
        foreach (var part in parts) sum += part.Bound(from, to);
        return (float)(sum * RoundingSlack.OfSums);
    }

    public sealed override void Dispose()
    {
        foreach (var part in parts) part.Dispose();
    }
}
