namespace Search.Catalog;

/// <summary>A generation that is not whole.</summary>
public sealed class SnapshotDamagedException : Exception
{
    /// <summary>Says which file of which generation is damaged, and how.</summary>
    public SnapshotDamagedException(string generation, string file, string what, Exception? inner = null)
        : base($"snapshot {generation}: {file} {what}. Build again with 'Search.Indexer build', or remove the folder.", inner)
    {
        Generation = generation;
        File = file;
    }

    /// <summary>Says what is wrong with the folder of snapshots itself.</summary>
    public SnapshotDamagedException(string message)
        : base(message) => (Generation, File) = ("", Snapshots.SnapshotFolder.CurrentFile);

    /// <summary>The generation's name; empty where the folder of snapshots is at fault.</summary>
    public string Generation { get; }

    /// <summary>The file at fault, relative to the generation.</summary>
    public string File { get; }
}
