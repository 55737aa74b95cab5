namespace Search.FullText;

/// <summary>How an index is written.</summary>
public sealed record IndexWriterOptions
{
    /// <summary>Bytes of memory that added documents may take before they are written out as a segment.</summary>
    public long MemoryBudget { get; init; } = 192L << 20;

    /// <summary>So many segments of like size are merged into one; at least 2.</summary>
    public int MergeFactor { get; init; } = 8;

    /// <summary>Words in fewer documents of a segment are not common, however few documents it has: their phrases are fast without
    /// bigrams.</summary>
    internal int LeastCommon { get; init; } = 1 << 12;

    /// <summary>Occurrences of bigrams that are in memory at once; the others wait in a temporary file.</summary>
    internal int BigramsAtOnce { get; init; } = 1 << 22;

    /// <summary>How files are created, for writing and reading back.</summary>
    public Func<string, Stream> CreateFile { get; init; } =
        path => new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

    /// <summary>How a finished file is forced to the disk before a commit names it.</summary>
    public Action<string> ForceToDisk { get; init; } = path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    };

    /// <summary>How the commit replaces the one before it: by a rename.</summary>
    public Action<string, string> Replace { get; init; } = (from, to) => File.Move(from, to, overwrite: true);
}
