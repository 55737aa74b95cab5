namespace Search.Resolutions.Reading;

/// <summary>How much a single file may cost before it is rejected.</summary>
public sealed record ReadLimits
{
    /// <summary>64 MB of file, 8 MB of markup, 4 million characters of text; 60 seconds of processor time and 1 GB for a PDF.</summary>
    public static ReadLimits Default { get; } = new();

    /// <summary>Largest file in bytes.</summary>
    public int MaxSize { get; init; } = 64 * 1024 * 1024;

    /// <summary>Largest file of a format that is markup throughout, in bytes: its tree takes some forty times as much memory.</summary>
    public int MaxMarkup { get; init; } = 8 * 1024 * 1024;

    /// <summary>
    /// Longest text in UTF-16 code units. Clauses, citations and marks take up to ninety bytes a character: the largest text that is
    /// read takes less than 400 MB, and no other takes more than its file.
    /// </summary>
    public int MaxText { get; init; } = 4 * 1024 * 1024;

    /// <summary>Largest total of a compressed document's parts in bytes, unpacked.</summary>
    public long MaxUnpacked { get; init; } = 512L * 1024 * 1024;

    /// <summary>Most processor time for reading a PDF. Processor time, so that a busy machine rejects no file
    /// that an idle one reads.</summary>
    public TimeSpan PdfTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most memory in bytes for reading a PDF.</summary>
    public long PdfMemory { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Rejects a text that is too long.</summary>
    internal void Check(string text)
    {
        if (text.Length > MaxText)
            throw new RejectedException("too-large",
                $"its text has {text.Length:N0} characters, more than {MaxText:N0}; split it into its documents");
    }
}
