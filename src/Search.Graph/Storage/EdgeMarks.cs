namespace Search.Graph.Storage;

/// <summary>An edge's attributes in sixteen bits: treatment (0-4), place (5-7), pinpoint (8), list size (9-15).</summary>
/// <param name="Bits">As in the file.</param>
internal readonly record struct EdgeMarks(ushort Bits)
{
    public const int Treatments = 32;
    public const int Places = 8;

    public int Treatment => Bits & 31;

    public int Place => (Bits >> 5) & 7;

    public bool HasPinpoint => (Bits & 256) != 0;

    public int ListSize => Math.Max(1, Bits >> 9);

    public static EdgeMarks Of(in GraphEdge edge) => new((ushort)(
        edge.Treatment | (edge.Place << 5) | (edge.HasPinpoint ? 256 : 0) | (Math.Min(edge.ListSize, GraphEdge.MaxListSize) << 9)));
}
