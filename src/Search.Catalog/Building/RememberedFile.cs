using System.Collections.Immutable;
using Search.Catalog.Building.Parses;

namespace Search.Catalog.Building;

/// <summary>A file whose entry in the store is known.</summary>
/// <param name="State">What the file system said of it before it was read.</param>
/// <param name="Key">Its entry.</param>
/// <param name="Stored">What the entry holds beside documents, of which there are none here: they are of the store of one build.</param>
/// <param name="Sheets">What is known of its documents.</param>
internal sealed record RememberedFile(FileState State, string Key, StoredFile Stored, ImmutableArray<SheetEntry> Sheets)
{
    /// <summary>A file that was read, for other builds.</summary>
    public static RememberedFile Of(FileState state, string key, StoredFile stored) =>
        new(state, key, stored with { Documents = [] }, [.. stored.Documents.Select(d => d.Entry)]);
}

/// <summary>Lengths and times of a file and of its sidecar.</summary>
/// <param name="Seen">When they were looked at.</param>
/// <param name="Length">Bytes of the file; -1 where it is missing.</param>
/// <param name="Written">When the file was last written.</param>
/// <param name="SidecarLength">Bytes of its sidecar; -1 where there is none.</param>
/// <param name="SidecarWritten">When that one was last written.</param>
internal readonly record struct FileState(DateTime Seen, long Length, DateTime Written, long SidecarLength, DateTime SidecarWritten)
{
    /// <summary>Two writes within this time may give one time of the last write, whatever the file system.</summary>
    private static readonly TimeSpan Coarsest = TimeSpan.FromSeconds(3);

    /// <summary>Whether a write after the look shows in the times.</summary>
    public bool IsSettled => Length >= 0 && Seen - Written > Coarsest && (SidecarLength < 0 || Seen - SidecarWritten > Coarsest);

    /// <summary>Looks at a file now.</summary>
    public static FileState Of(string path) => Of(path, TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>Looks at a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="seen">The time of the look, UTC.</param>
    public static FileState Of(string path, DateTime seen)
    {
        var (file, sidecar) = (new FileInfo(path), new FileInfo(Path.ChangeExtension(path, CorpusFiles.SidecarExtension)));
        return new(seen, file.Exists ? file.Length : -1, file.LastWriteTimeUtc, sidecar.Exists ? sidecar.Length : -1,
            sidecar.LastWriteTimeUtc);
    }
}
