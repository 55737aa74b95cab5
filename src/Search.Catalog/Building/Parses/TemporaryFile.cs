using Microsoft.Win32.SafeHandles;

namespace Search.Catalog.Building.Parses;

/// <summary>Files that only one process uses. Their names are removed at once where the system allows it: a process that is killed leaves
/// none.</summary>
internal static class TemporaryFile
{
    /// <summary>A new file in the folder of temporary files.</summary>
    /// <exception cref="IOException">None can be created there.</exception>
    public static FileStream Create()
    {
        var folder = Path.GetTempPath();
        try
        {
            return Create(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"no temporary file could be created in {folder} ({e.Message.TrimEnd('.')}). Set TMPDIR to another folder",
                e);
        }
    }

    /// <summary>A new file that is closed and removed together.</summary>
    /// <param name="path">Its name while it needs one.</param>
    /// <param name="mode">Whether it replaces a file of that name.</param>
    public static FileStream Create(string path, FileMode mode)
    {
        var file = new FileStream(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0,
            FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }

    /// <summary>Fills a buffer from a file.</summary>
    /// <param name="bytes">Is filled.</param>
    /// <param name="file">The file.</param>
    /// <param name="start">Where its bytes begin.</param>
    /// <param name="name">The file's name, for a message.</param>
    /// <exception cref="IOException">The file cannot be read, or is too short.</exception>
    public static void Fill(Span<byte> bytes, SafeFileHandle file, long start, string name)
    {
        for (var read = 0; read < bytes.Length;)
            read += RandomAccess.Read(file, bytes[read..], start + read) is > 0 and var n ? n
                : throw new IOException($"{name} was changed while it was used");
    }
}
