using Search.Resolutions.Reading;

namespace Search.Catalog;

/// <summary>Files that visitors send: what reading one may cost a server.</summary>
public static class Uploads
{
    /// <summary>The largest file in bytes.</summary>
    public const int LargestFile = 8 << 20;

    /// <summary>The longest text of a file in UTF-16 code units.</summary>
    public const int LongestText = 500_000;

    /// <summary>Extensions of the files that are read, with the dot, lower case.</summary>
    public static IReadOnlyList<string> Formats => DocumentReader.Extensions;

    internal static ReadLimits Limits { get; } = new()
    {
        MaxSize = LargestFile,
        MaxMarkup = LargestFile / 2,
        MaxText = LongestText,
        MaxUnpacked = LargestFile * 8,
        PdfTime = TimeSpan.FromSeconds(8),
        PdfMemory = 512 << 20,
    };

    /// <summary>The text of a file; null where it cannot be read within the limits.</summary>
    public static string? TextOf(string path) => (DocumentReader.Read(path, Limits) as ReadResult.Read)?.Source.Text;
}
