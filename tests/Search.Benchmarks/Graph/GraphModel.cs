namespace Search.Benchmarks.Graph;

/// <summary>
/// How a citation graph grows. Works appear in order of their dates, each year somewhat more than the last; some of them cite. A citing
/// work draws the number of its citations from a log-normal distribution, cut at a largest value, and groups them into clauses. Each
/// citation goes, by chance, to a work that the same work has cited already, to a landmark
/// that everybody cites, to one that none has cited yet, to the target of an earlier citation (so that works are cited in
/// proportion to how often they were cited before, recent ones more), or to any earlier work.
/// </summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="EdgesPerNode">Citations a work, all works counted.</param>
/// <param name="CitingShare">Part of the works that cite.</param>
/// <param name="Spread">Standard deviation of the logarithm of the citations of a citing work.</param>
/// <param name="LargestOut">Citations of a work at most.</param>
/// <param name="Repeat">Chance that a citation repeats one of the same work.</param>
/// <param name="Landmark">Chance that a citation that does not repeat goes to one of the hundred oldest works, by Zipf's law.</param>
/// <param name="Fresh">Chance that any other citation goes to a work that none cited before.</param>
/// <param name="Preferential">Chance that what is left follows an earlier one.</param>
/// <param name="Recent">Chance that the earlier one is of the latest tenth.</param>
/// <param name="ListShare">Chance that the next citation is in the same clause.</param>
/// <param name="Undated">Chance that a work that does not cite has no date.</param>
internal sealed record GraphModel(
    string Name,
    double EdgesPerNode,
    double CitingShare,
    double Spread,
    int LargestOut,
    double Repeat,
    double Landmark,
    double Fresh,
    double Preferential,
    double Recent,
    double ListShare,
    double Undated)
{
    public const int FirstYear = 1946;
    public const int LastYear = 2025;

    /// <summary>Chance that a citing work has a wrong date, so that it may cite the future.</summary>
    public const double WrongDate = 0.001;

    /// <summary>
    /// <c>law</c>: fitted to references among Canadian and D.C. statutes; <c>hepph</c>: to citations among papers on particle physics
    /// (denser, nearly all citing); <c>resolutions</c>: to the resolutions that the project was made for.
    /// </summary>
    public static IReadOnlyList<GraphModel> All { get; } =
    [
        new("law", EdgesPerNode: 3.41, CitingShare: 0.456, Spread: 1.25, LargestOut: 1300, Repeat: 0.44, Landmark: 0.07, Fresh: 0.43,
            Preferential: 0.9, Recent: 0.1, ListShare: 0.38, Undated: 0.1),
        new("hepph", EdgesPerNode: 9.34, CitingShare: 0.906, Spread: 0.95, LargestOut: 250, Repeat: 0, Landmark: 0, Fresh: 0.075,
            Preferential: 0.75, Recent: 0.9, ListShare: 0.3, Undated: 0),
        new("resolutions", EdgesPerNode: 3.94, CitingShare: 0.142, Spread: 0.87, LargestOut: 425, Repeat: 0.38, Landmark: 0.3, Fresh: 0.5,
            Preferential: 0.9, Recent: 0.1, ListShare: 0.45, Undated: 0.9),
    ];
}
