namespace Search.Catalog.Building;

/// <summary>Makes items on other threads a little before they are needed.</summary>
internal static class ReadAhead
{
    /// <summary>Items that wait for each thread.</summary>
    private const int WaitingPerThread = 4;

    /// <summary>What is made of each item, in their order; with one thread nothing is made before it is asked for.</summary>
    /// <param name="items">The items.</param>
    /// <param name="make">Makes one; called on several threads.</param>
    /// <param name="threads">How many threads.</param>
    public static IEnumerable<TResult> InOrder<T, TResult>(IEnumerable<T> items, Func<T, TResult> make, int threads)
    {
        if (threads <= 1)
        {
            foreach (var item in items) yield return make(item);
            yield break;
        }
        var waiting = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            waiting.Enqueue(Task.Run(() => make(item)));
            if (waiting.Count >= threads * WaitingPerThread) yield return waiting.Dequeue().GetAwaiter().GetResult();
        }
        while (waiting.TryDequeue(out var made)) yield return made.GetAwaiter().GetResult();
    }

    /// <summary>Does two things at once, or one after the other with one thread. Both have ended when it returns, whatever fails.</summary>
    public static void Both(Action first, Action second, int threads)
    {
        if (threads <= 1)
        {
            first();
            second();
            return;
        }
        var other = Task.Run(second);
        try
        {
            first();
        }
        catch
        {
            ((IAsyncResult)other).AsyncWaitHandle.WaitOne();
            throw;
        }
        other.GetAwaiter().GetResult();
    }
}
