using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Search.Resolutions.Reading;

namespace Search.Catalog;

/// <summary>Folders of documents: what a build reads in them, and whether that changed.</summary>
public static class SourceFolders
{
    /// <summary>The extensions of files that are read, with the dot.</summary>
    public static IReadOnlyList<string> Formats => DocumentReader.Extensions;

    private static readonly EnumerationOptions All =
        new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>
    /// A number over the names, lengths and times of change of all files in folders: another number means that
    /// something was added, removed or written. Files that come or go meanwhile count as they are met.
    /// </summary>
    public static ulong Fingerprint(IEnumerable<string> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var sum = 0UL;
        foreach (var source in sources)
        {
            var files = File.Exists(source) ? [new FileInfo(source)]
                : Directory.Exists(source) ? new DirectoryInfo(source).EnumerateFiles("*", All)
                : [];
            foreach (var file in files) sum += Of(file); // in no order
        }
        return sum;
    }

    private static ulong Of(FileInfo file)
    {
        try
        {
            ReadOnlySpan<long> state = [file.Length, file.LastWriteTimeUtc.Ticks];
            return XxHash3.HashToUInt64([.. Encoding.UTF8.GetBytes(file.FullName), .. MemoryMarshal.AsBytes(state)]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
