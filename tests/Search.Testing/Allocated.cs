namespace Search.Testing;

/// <summary>What work allocates: the same on every machine, so that it can be gated.</summary>
public static class Allocated
{
    /// <summary>Bytes that the calling thread allocates in the second of two runs: the first fills pools and caches.</summary>
    public static long By(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
