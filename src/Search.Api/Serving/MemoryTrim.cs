using System.Runtime.InteropServices;

namespace Search.Api.Serving;

/// <summary>
/// Gives memory back to the system when a snapshot is no longer served and when the server is idle. The collector
/// keeps what a burst of requests took until something asks for memory again, which on an idle server nothing does.
/// </summary>
/// <param name="live">What is served, and how often it was asked for.</param>
/// <param name="time">The clock.</param>
/// <param name="trim">What gives the memory back.</param>
internal sealed partial class MemoryTrim(LiveCatalog live, TimeProvider time, Action trim)
{
    /// <summary>Without a request for this long the server is idle.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    private long _leases;
    private long _asked = time.GetTimestamp();
    private bool _used;
    private bool _swapped;

    /// <summary>A blocking, compacting collection that gives back all it can; then what SQLite has freed,
    /// which the C library keeps.</summary>
    public static void Collect()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (!OperatingSystem.IsLinux()) return;
        try
        {
            _ = malloc_trim(0);
        }
        catch (TypeLoadException)
        {
            // Another C library than glibc: there is no such call.
        }
    }

    [LibraryImport("libc", EntryPoint = "malloc_trim")]
    private static partial int malloc_trim(nuint pad);

    /// <summary>Says that another snapshot is served from now on.</summary>
    public void Swapped() => _swapped = true;

    /// <summary>Trims where there is something to gain; called now and then, by one thread.</summary>
    public void Look()
    {
        if (live.Leased != _leases) (_leases, _asked, _used) = (live.Leased, time.GetTimestamp(), true);
        var isReleased = _swapped && live.Open <= 1;
        var isIdle = _used && time.GetElapsedTime(_asked) >= Idle;
        if (!isReleased && !isIdle) return;
        if (isReleased) _swapped = false;
        if (isIdle) _used = false;
        trim();
    }
}
