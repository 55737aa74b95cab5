using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Search.Benchmarks.Graph;

/// <summary>Asks Linux to take a file that no process has mapped out of memory, so that its next reader waits for the disk.</summary>
internal static partial class PageCache
{
    private const int DontNeed = 4;

    public static void Forget(string path)
    {
        using var file = File.OpenHandle(path);
        if (Advise(file, 0, 0, DontNeed) != 0) throw new InvalidOperationException("the file cannot be taken out of memory");
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(SafeFileHandle file, long offset, long length, int advice);
}
