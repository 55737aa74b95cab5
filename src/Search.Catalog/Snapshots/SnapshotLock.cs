using System.Globalization;

namespace Search.Catalog.Snapshots;

/// <summary>
/// The right to write into a folder of snapshots: one process at a time has it, from the first file of a build to the end of pruning.
/// The operating system holds the lock, so that of a process that died is free at once; a file beside it says who holds it.
/// </summary>
internal sealed class SnapshotLock : IDisposable
{
    private const string FileName = ".lock";
    private const string HolderName = ".lock.holder"; // apart: a locked file cannot be read everywhere
    private const int LongestHolder = 200;
    private const int WindowsSharingViolation = 32;
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;

    private readonly FileStream _file;
    private readonly string _holder;

    private SnapshotLock(FileStream file, string holder) => (_file, _holder) = (file, holder);

    /// <summary>Takes the lock of a folder, which must exist.</summary>
    /// <exception cref="SnapshotBusyException">Another build holds it.</exception>
    public static SnapshotLock Take(string root, TimeProvider time)
    {
        var holder = Path.Combine(root, HolderName);
        FileStream file;
        try
        {
            file = new FileStream(Path.Combine(root, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new SnapshotBusyException(root, HolderIn(holder));
        }
        try
        {
            File.WriteAllText(holder, string.Create(CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} on {Environment.MachineName} since {time.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}\n"));
            return new(file, holder);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Releases the lock. The file stays: removing it could let two processes lock two files of one name.</summary>
    public void Dispose()
    {
        try
        {
            File.Delete(_holder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only a name that the next build overwrites.
        }
        _file.Dispose();
    }

    private static bool IsHeld(IOException e) =>
        (e.HResult & 0xFFFF) == (OperatingSystem.IsWindows() ? WindowsSharingViolation
            : OperatingSystem.IsLinux() ? LinuxWouldBlock
            : MacWouldBlock);

    private static string? HolderIn(string path)
    {
        try
        {
            var text = File.ReadAllText(path).Trim();
            return text.Length is 0 or > LongestHolder || text.Any(char.IsControl) ? null : text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // it has just begun or just ended
        }
    }
}
