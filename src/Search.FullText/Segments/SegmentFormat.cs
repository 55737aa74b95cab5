namespace Search.FullText.Segments;

/// <summary>Names of what a segment file holds; see docs/formats/full-text-segment.md.</summary>
internal static class SegmentFormat
{
    public const uint Version = 1;

    public const uint Meta = 0;

    public const uint Keys = 1;

    public static ReadOnlySpan<byte> Magic => "CGFTSEG\n"u8;

    public static uint Postings(int field) => Of(field, 0);

    public static uint Terms(int field) => Of(field, 1);

    public static uint Stems(int field) => Of(field, 2);

    public static uint Lengths(int field) => Of(field, 3);

    public static uint Column(int field) => Of(field, 4);

    /// <summary>Missing where a field has too few documents for common words.</summary>
    public static uint Bigrams(int field) => Of(field, 5);

    private static uint Of(int field, uint part) => ((uint)(field + 1) << 8) | part;
}
