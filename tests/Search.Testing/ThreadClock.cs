using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Search.Testing;

/// <summary>Processor time of the calling thread: what others do on the machine does not count. Elapsed time
/// where the system is not Linux.</summary>
public static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    /// <summary>Nanoseconds since some fixed moment; only differences mean anything.</summary>
    public static long Nanoseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux()) return Stopwatch.GetElapsedTime(0).Ticks * TimeSpan.NanosecondsPerTick;
            _ = clock_gettime(ThreadCpuTime, out var time);
            return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
        }
    }

    /// <summary>Nanoseconds of processor time that another process of this machine has taken; Linux only.</summary>
    /// <param name="process">Its number.</param>
    public static long NanosecondsOf(int process)
    {
        // the clock that clock_getcpuclockid(3) gives
        if (clock_gettime((~process << 3) | 2, out var time) != 0)
            throw new ArgumentException($"there is no process {process}", nameof(process));
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out TimeSpec time);
}
