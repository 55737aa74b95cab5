using System.Runtime.InteropServices;

namespace Search.Catalog.Snapshots;

/// <summary>Forces the entries of a folder to the device, which .NET offers for files only. Windows needs no such call:
/// its file systems log renames.</summary>
internal static partial class FolderSync
{
    private const int InvalidArgument = 22; // EINVAL: what file systems answer that have nothing to force
    private const int NotSupportedOnLinux = 95;
    private const int NotSupportedOnMac = 45;

    /// <summary>Forces a folder's entries to the device.</summary>
    /// <exception cref="IOException">The device failed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = open(folder, 0);
        if (descriptor < 0) throw Failed(folder);
        try
        {
            if (fsync(descriptor) != 0
                && Marshal.GetLastPInvokeError() is not (InvalidArgument or NotSupportedOnLinux or NotSupportedOnMac))
                throw Failed(folder);
        }
        finally
        {
            _ = close(descriptor);
        }
    }

    private static IOException Failed(string folder) =>
        new($"could not force the names in {folder} to the disk ({Marshal.GetLastPInvokeErrorMessage()}). Check the disk, then build again.");

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int open(string path, int flags);

    [LibraryImport("libc", SetLastError = true)]
    private static partial int fsync(int descriptor);

    [LibraryImport("libc")]
    private static partial int close(int descriptor);
}
