namespace Search.FullText.Impacts;

/// <summary>
/// The share of its weight that a term adds to a document: BM25's <c>tf / (tf + k1 (1 - b + b length / average))</c>,
/// the divisor's second part looked up by length code.
/// </summary>
internal sealed class Bm25Cache
{
    /// <summary>Computes the divisor for every length code.</summary>
    /// <param name="ranking">The constants.</param>
    /// <param name="averageLength">Of the field, in words.</param>
    /// <param name="weight">What one occurrence counts.</param>
    public Bm25Cache(Bm25 ranking, double averageLength, float weight = 1f)
    {
        for (var code = 0; code < 256; code++)
        {
            var relative = averageLength > 0 ? LengthNorm.Decode((byte)code) / averageLength : 1;
            Saturation[code] = (float)(ranking.K1 * (1 - ranking.B + (ranking.B * relative)) / weight);
        }
    }

    /// <summary>By length code: the occurrences at which half the weight is reached.</summary>
    public float[] Saturation { get; } = new float[256];

    /// <summary>Between 0 and 1.</summary>
    public float Share(float occurrences, byte lengthCode) => occurrences / (occurrences + Saturation[lengthCode]);

    /// <summary>A bound in one byte, never below the share.</summary>
    public static byte Encode(float share) => (byte)Math.Min(255, (int)MathF.Ceiling(share * 255f));

    /// <summary>
    /// What bounds encoded with <paramref name="written"/> must be multiplied with to bound shares by this table:
    /// the most that any length's divisor shrank.
    /// </summary>
    public float BoundFactor(Bm25Cache written)
    {
        var factor = 1f;
        for (var code = 0; code < 256; code++)
        {
            if (Saturation[code] < written.Saturation[code])
                factor = Math.Max(factor, Saturation[code] > 0 ? written.Saturation[code] / Saturation[code] : float.MaxValue);
        }

        // (tf + written) / (tf + now) with tf at least 1 is nearest to this for the shortest; a little more covers rounding.
        return factor == 1f ? 1f : Math.Min(factor, 1000f) * 1.000001f;
    }
}
