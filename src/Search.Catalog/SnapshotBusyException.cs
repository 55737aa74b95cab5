namespace Search.Catalog;

/// <summary>Another build writes into the folder of snapshots.</summary>
public sealed class SnapshotBusyException : IOException
{
    /// <summary>Says who builds where.</summary>
    /// <param name="folder">The folder of snapshots.</param>
    /// <param name="holder">Process, machine and start, or null where they are not known.</param>
    public SnapshotBusyException(string folder, string? holder)
        : base($"{folder} is being built by {holder ?? "another process"}. Wait until that build ends, or name another folder with --out.") => Holder = holder;

    /// <summary>Process, machine and start, or null where they are not known.</summary>
    public string? Holder { get; }
}
