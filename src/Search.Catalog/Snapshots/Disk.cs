namespace Search.Catalog.Snapshots;

/// <summary>Every change that building, publishing and pruning make to the file system. Tests put one here that
/// fails at the n-th change.</summary>
internal class Disk
{
    /// <summary>The file system itself.</summary>
    public static Disk Real { get; } = new();

    /// <summary>The most pages that SQLite may give a database, or null for no limit but the disk's.</summary>
    public virtual int? MostDatabasePages => null;

    /// <summary>Creates a file; one that exists is emptied.</summary>
    /// <remarks>A file that is empty already is not truncated, as <see cref="FileMode.Create"/> would: ext4 writes out what
    /// was truncated as soon as it is closed.</remarks>
    public virtual Stream Create(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
        if (file.Length > 0) file.SetLength(0);
        return file;
    }

    /// <summary>Creates a folder and those above it.</summary>
    public virtual void CreateFolder(string path) => Directory.CreateDirectory(path);

    /// <summary>Forces a file's bytes to the device.</summary>
    public virtual void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Forces a folder's names to the device: without it, a power failure can undo a rename.</summary>
    public virtual void FlushFolder(string path) => FolderSync.Flush(path);

    /// <summary>Copies a file to a name that is not used yet; on file systems that can, both share their blocks.</summary>
    public virtual void Copy(string from, string to) => File.Copy(from, to);

    /// <summary>Renames a file over the one that may have the name already.</summary>
    public virtual void Replace(string from, string to) => File.Move(from, to, overwrite: true);

    /// <summary>Renames a folder.</summary>
    public virtual void MoveFolder(string from, string to) => Directory.Move(from, to);

    /// <summary>Removes a folder with everything in it.</summary>
    public virtual void DeleteFolder(string path) => Directory.Delete(path, recursive: true);

    /// <summary>Removes a file.</summary>
    public virtual void DeleteFile(string path) => File.Delete(path);

    /// <summary>Writes a small file and forces it to the device.</summary>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using (var file = Create(path)) file.Write(bytes);
        Flush(path);
    }
}
