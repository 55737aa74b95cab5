namespace Search.FullText.Scoring;

/// <summary>Documents that match one part; those that match the other too score higher.</summary>
internal sealed class OptionalScorer(Scorer wanted, Scorer bonus) : Scorer
{
    public override long Cost => wanted.Cost;

    public override bool IsExact => wanted.IsExact;

    public override int Seek(int target) => Document = wanted.Seek(target);

    public override bool Matches() => wanted.Matches();

    public override double Score()
    {
        var score = wanted.Score();
        if (bonus.Seek(Document) == Document && bonus.Matches()) score += bonus.Score();
        return score;
    }

    public override int BoundEnd(int from) => Math.Min(wanted.BoundEnd(from), bonus.BoundEnd(from));

    public override float Bound(int from, int to) =>
        (float)((wanted.Bound(from, to) + (double)bonus.Bound(from, to)) * RoundingSlack.OfSums);

    public override void Fill(int from, int to, Span<ulong> bits) => wanted.Fill(from, to, bits);

    public override void Dispose()
    {
        wanted.Dispose();
        bonus.Dispose();
    }
}

/// <summary>Documents that match any part, all alike however many parts they match.</summary>
internal sealed class EitherScorer(List<Scorer> parts, float score) : Scorer
{
    public override long Cost { get; } = parts.Sum(p => p.Cost);

    public override bool IsConstant => true;

    public override int Seek(int target)
    {
        var least = End;
        WorkMeter.Add(parts.Count);
        foreach (var part in parts) least = Math.Min(least, part.Seek(target));
        return Document = least;
    }

    public override double Score() => score;

    public override int BoundEnd(int from) => End;

    public override float Bound(int from, int to) => score;

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        foreach (var part in parts) part.Fill(from, to, bits);
    }

    public override void Dispose()
    {
        foreach (var part in parts) part.Dispose();
    }
}
