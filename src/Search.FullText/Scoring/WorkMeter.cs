namespace Search.FullText.Scoring;

/// <summary>
/// Counts what searches do on a thread. A unit is about what reading one entry of a list costs; what else takes time is charged in such units. A search runs
/// on one thread from beginning to end: its work is the difference between two readings, the same on every machine.
/// </summary>
internal static class WorkMeter
{
    /// <summary>Opening a list of postings or of documents.</summary>
    public const int List = 32;

    /// <summary>A term that a walk through a dictionary looks at.</summary>
    public const int Term = 16;

    /// <summary>A term of a dictionary that is compared with a misspelt word letter by letter.</summary>
    public const int Spelling = 24;

    /// <summary>Trying one part of a query on one candidate or one stretch of documents.</summary>
    public const int Part = 8;

    [ThreadStatic]
    private static long t_units;

    /// <summary>Units of this thread so far.</summary>
    public static long Units => t_units;

    /// <summary>Adds work that was done.</summary>
    public static void Add(long units) => t_units += units;
}
