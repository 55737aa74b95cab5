namespace Search.Benchmarks.Graph;

/// <summary>
/// How a citation graph grows. Works appear in order of their dates, each year somewhat more than the last; some of them cite. A citing
/// work draws the number of its citations from a log-normal distribution, cut at a largest value, and groups them into clauses. Each
/// citation goes, by chance, to a work that the same work has cited already, to one that none has cited yet, to the target of an earlier citation (so that works are cited in
/// proportion to how often they were cited before, recent ones more), or to any earlier work.
/// </summary>
/// <param name="Name">What it is called on the command line.</param>
/// <param name="EdgesPerNode">Citations a work, all works counted.</param>
/// <param name="CitingShare">Part of the works that cite.</param>
/// <param name="Spread">Standard deviation of the logarithm of the citations of a citing work.</param>
/// <param name="LargestOut">Citations of a work at most.</param>
/// <param name="Repeat">Chance that a citation repeats one of the same work.</param>
/// <param name="Fresh">Chance that a citation that does not repeat goes to a work that none cited before.</param>
/// <param name="Preferential">Chance that any other citation follows an earlier one.</param>
/// <param name="Recent">Chance that the earlier one is of the latest tenth.</param>
/// <param name="ListShare">Chance that the next citation stands in the same clause.</param>
internal sealed record GraphModel(
    string Name,
    double EdgesPerNode,
    double CitingShare,
    double Spread,
    int LargestOut,
    double Repeat,
    double Fresh,
    double Preferential,
    double Recent,
    double ListShare)
{
    public const int FirstYear = 1946;
    public const int LastYear = 2025;

    /// <summary>Chance that a citing work has a wrong date, so that it may cite the future.</summary>
    public const double WrongDate = 0.001;

    /// <summary>Chance that a work that does not cite has no date.</summary>
    public const double Undated = 0.1;

    /// <summary>
    /// <c>law</c>: fitted to references among Canadian and D.C. statutes; <c>hepph</c>: to citations among papers on particle physics
    /// (denser, nearly all citing); <c>resolutions</c>: to the resolutions that the project was made for.
    /// </summary>
    public static IReadOnlyList<GraphModel> All { get; } =
    [
        new("law", EdgesPerNode: 3.41, CitingShare: 0.456, Spread: 1.25, LargestOut: 1300, Repeat: 0.44, Fresh: 0.43, Preferential: 0.9, Recent: 0.1, ListShare: 0.38),
        new("hepph", EdgesPerNode: 9.34, CitingShare: 0.906, Spread: 0.95, LargestOut: 250, Repeat: 0, Fresh: 0.075, Preferential: 0.75, Recent: 0.9, ListShare: 0.3),
        new("resolutions", EdgesPerNode: 3, CitingShare: 0.15, Spread: 0.9, LargestOut: 400, Repeat: 0.3, Fresh: 0.3, Preferential: 0.8, Recent: 0.3, ListShare: 0.35),
    ];
}
