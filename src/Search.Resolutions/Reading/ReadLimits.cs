namespace Search.Resolutions.Reading;

/// <summary>How much a single file may cost before it is rejected.</summary>
public sealed record ReadLimits
{
    /// <summary>64 MB of file and of text; 60 seconds of processor time and 1 GB for a PDF.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Largest file in bytes, and longest extracted text in UTF-16 code units.</summary>
    public int MaxSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>Largest total of a compressed document's parts in bytes, unpacked.</summary>
    public long MaxUnpacked { get; init; } = 512L * 1024 * 1024;

    /// <summary>Most processor time for reading a PDF. Processor time, so that a busy machine rejects no file that an idle one reads.</summary>
    public TimeSpan PdfTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most memory in bytes for reading a PDF.</summary>
    public long PdfMemory { get; init; } = 1024L * 1024 * 1024;
}
