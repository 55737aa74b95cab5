using System.Runtime.InteropServices;

namespace Search.FullText.Storage;

/// <summary>Memory that files are mapped into.</summary>
internal static unsafe partial class MappedMemory
{
    private const int DontNeed = 4; // MADV_DONTNEED of Linux

    /// <summary>
    /// Gives back what was read of a file: the process holds no page of it until it reads there again. Where a file is read once from
    /// beginning to end, nothing else keeps all of it from counting as memory of the process. Does nothing but on Linux.
    /// </summary>
    /// <param name="start">Where the mapping begins.</param>
    /// <param name="length">How many bytes it has.</param>
    public static void Release(byte* start, long length)
    {
        if (OperatingSystem.IsLinux()) _ = madvise(start, (nuint)length, DontNeed); // a hint: what fails changes nothing
    }

    [LibraryImport("libc")]
    private static partial int madvise(void* start, nuint length, int advice);
}
