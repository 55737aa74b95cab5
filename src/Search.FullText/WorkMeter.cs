namespace Search.FullText;

/// <summary>
/// Counts what searches do on a thread. A unit is about what reading one entry of a list costs; what else takes time
/// is charged in such units. A search runs on one thread from beginning to end: its work is the difference between
/// two readings, the same on every machine.
/// </summary>
internal static class WorkMeter
{
    /// <summary>Opening a list of postings or of documents.</summary>
    public const int List = 128;

    /// <summary>A term that a walk through a dictionary looks at.</summary>
    public const int Term = 16;

    /// <summary>A term of a dictionary that is compared with a misspelt word letter by letter.</summary>
    public const int Spelling = 24;

    /// <summary>Trying one part of a query on one candidate or one stretch of documents.</summary>
    public const int Part = 8;

    /// <summary>Looking a document up in one part of a query.</summary>
    public const int Seek = 4;

    /// <summary>Words of 64 documents that are joined or cleared in the time of a unit.</summary>
    public const int WordsOfUnit = 4;

    [ThreadStatic]
    private static long t_units;

    [ThreadStatic]
    private static long t_mostUnits;

    /// <summary>Units of this thread so far.</summary>
    public static long Units => t_units;

    /// <summary>Whether the search of this thread has done all the work that it may do: walks end, wherever they are.</summary>
    public static bool IsSpent => t_mostUnits != 0 && t_units > t_mostUnits;

    /// <summary>Adds work that was done.</summary>
    public static void Add(long units) => t_units += units;

    /// <summary>Begins a search that may do so much work, and returns the reading from which it counts.</summary>
    public static long Begin(long mostUnits)
    {
        t_mostUnits = mostUnits > long.MaxValue - t_units ? long.MaxValue : Math.Max(1, t_units + mostUnits);
        return t_units;
    }
}
