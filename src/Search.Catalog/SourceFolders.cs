using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Search.Catalog.Building;
using Search.Resolutions.Reading;

namespace Search.Catalog;

/// <summary>Folders of documents: what a build reads in them, and whether that changed.</summary>
public static class SourceFolders
{
    /// <summary>The extensions of files that are read, with the dot.</summary>
    public static IReadOnlyList<string> Formats => DocumentReader.Extensions;

    private static readonly EnumerationOptions Visible = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden | FileAttributes.System,
    };

    /// <summary>Whether a build reads a file in a folder of documents: a document or a sidecar, in no hidden folder.</summary>
    /// <param name="path">Its path relative to the folder of documents.</param>
    public static bool IsRead(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return CorpusFiles.IsRead(Path.GetFileName(path)) && !IsHidden(path);
    }

    /// <summary>Whether a change of a name in a folder of documents can change what a build reads: where it is that of a document or
    /// a sidecar, or may be that of a folder, in no hidden folder.</summary>
    /// <param name="path">A path relative to the folder of documents; what had the name may be gone.</param>
    public static bool MayHold(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return IsRead(path) || (Path.GetExtension(path).Length == 0 && !IsHidden(path));
    }

    /// <summary>
    /// A number over the names, lengths and times of change of the files that a build reads in folders: another number means that
    /// a document or a sidecar was added, removed or written. Files that come or go meanwhile count as they are met.
    /// </summary>
    public static ulong Fingerprint(IEnumerable<string> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var sum = 0UL;
        foreach (var source in sources)
        {
            var files = File.Exists(source) ? [new(source), new(Path.ChangeExtension(source, CorpusFiles.SidecarExtension))]
                : Directory.Exists(source) ? new DirectoryInfo(source).EnumerateFiles("*", Visible).Where(f => CorpusFiles.IsRead(f.Name))
                : [];
            foreach (var file in files) sum += Of(file); // in no order
        }
        return sum;
    }

    private static bool IsHidden(string path) =>
        path.StartsWith('.') || path.Contains(Path.DirectorySeparatorChar + ".", StringComparison.Ordinal);

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
