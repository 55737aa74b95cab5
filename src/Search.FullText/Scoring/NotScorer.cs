namespace Search.FullText.Scoring;

/// <summary>Documents that match one part and do not match another.</summary>
internal sealed class NotScorer(Scorer wanted, Scorer excluded) : Scorer
{
    public override long Cost => wanted.Cost;

    public override bool IsExact => false;

    public override bool IsConstant => wanted.IsConstant;

    public override float Floor
    {
        get => wanted.Floor;
        set => wanted.Floor = value;
    }

    public override int Seek(int target) => Document = wanted.Seek(target);

    public override bool Matches() => wanted.Matches() && !(excluded.Seek(Document) == Document && excluded.Matches());

    public override double Score() => wanted.Score();

    public override int BoundEnd(int from) => wanted.BoundEnd(from);

    public override float Bound(int from, int to) => wanted.Bound(from, to);

    public override void Fill(int from, int to, Span<ulong> bits)
    {
        if (excluded.Cost > wanted.Cost * 12)
        {
            base.Fill(from, to, bits);
            return;
        }

        var rented = System.Buffers.ArrayPool<ulong>.Shared.Rent(bits.Length * 2);
        var without = rented.AsSpan(0, bits.Length);
        var with = rented.AsSpan(bits.Length, bits.Length);
        with.Clear();
        without.Clear();
        wanted.Fill(from, to, with);
        excluded.Fill(from, to, without);
        for (var w = 0; w < bits.Length; w++) bits[w] |= with[w] & ~without[w];
        System.Buffers.ArrayPool<ulong>.Shared.Return(rented);
    }

    public override void Dispose()
    {
        wanted.Dispose();
        excluded.Dispose();
    }
}
