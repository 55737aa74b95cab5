namespace Search.Testing;

/// <summary>What work allocates: the same on every machine, however busy, so that it can be gated.</summary>
public static class Allocated
{
    private const int Runs = 5;

    /// <summary>
    /// Bytes that the calling thread allocates for the work, the least of several runs after one that fills pools
    /// and caches. A collection that other threads cause may empty a pool between two runs, and a run may recompile a method; what the work
    /// itself needs, every run allocates.
    /// </summary>
    public static long By(Action work)
    {
        work();
        var least = long.MaxValue;
        for (var run = 0; run < Runs && least > 0; run++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
