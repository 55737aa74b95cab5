namespace Search.FullText;

/// <summary>How an index is written.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Bytes of memory that added documents may take before they are written out as a segment.</summary>
    public long MemoryBudget { get; init; } = 128L << 20;
}
