namespace Search.Testing;

/// <summary>
/// How work grows with its input, measured so that a busy machine does not change the answer: the thread's own processor time, the least
/// of several runs.
/// </summary>
public static class Growth
{
    /// <summary>
    /// What ten times the input may cost at most, as a multiple. A line costs ten times as much, and up to fifteen where the larger input
    /// no longer fits the caches; a square that takes an eighth of the small run's time costs more than this.
    /// </summary>
    public const double OfALine = 20;

    private const int LeastRuns = 3;
    private const int MostRuns = 20; // as many as it takes on a busy machine, where collections of other tests interfere

    private static readonly double DoublingsOfTenTimes = Math.Log2(10);

    /// <summary>Nanoseconds: a shorter run counts as this long, for it would measure caches and fresh pages.</summary>
    private const long Shortest = 500_000;

    /// <summary>
    /// How many times as long the work takes on ten times the input. Where the direct measure is over a
    /// line's, the last doubling is measured too and the smaller answer counts: a line jumps once, where its arrays outgrow a cache or come
    /// from fresh pages, a square grows everywhere.
    /// </summary>
    /// <param name="size">The small input's size.</param>
    /// <param name="input">Makes an input of a size; its own time does not count.</param>
    /// <param name="work">What is measured: it has to run in the calling thread.</param>
    public static double OverTenTimes<T>(int size, Func<int, T> input, Action<T> work)
    {
        var (few, many) = (input(size), input(size * 10));
        var (small, large) = (Math.Max(Shortest, Least(few, work)), long.MaxValue);
        for (var n = 1; n <= MostRuns; n++)
        {
            large = Math.Min(large, Time(many, work));
            small = Math.Max(Shortest, Math.Min(small, Least(few, work)));
            if (n < LeastRuns) continue; // not by one disturbed run
            if (large < small * OfALine) return large / (double)small;
            if (large > small * OfALine * 3) return large / (double)small;
        }
        var half = Math.Max(Shortest, Least(input(size * 5), work));
        large = Math.Min(large, Least(many, work));
        return Math.Min(large / (double)small, Math.Pow(large / (double)half, DoublingsOfTenTimes));
    }

    /// <summary>A piece over and over, to a length in UTF-16 units.</summary>
    public static string Text(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length));

    private static long Least<T>(T input, Action<T> work)
    {
        var least = long.MaxValue;
        for (var n = 0; n < LeastRuns; n++) least = Math.Min(least, Time(input, work));
        return least;
    }

    private static long Time<T>(T input, Action<T> work)
    {
        var start = ThreadClock.Nanoseconds;
        work(input);
        return ThreadClock.Nanoseconds - start;
    }
}
