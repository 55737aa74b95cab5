namespace Search.Catalog;

/// <summary>Counts by one or two fields.</summary>
/// <param name="By">The fields, the outer first.</param>
/// <param name="Groups">The groups of the outer field: years and sessions in their order, others the largest first.
/// What has no value is in none.</param>
public sealed record Grouping(IReadOnlyList<string> By, IReadOnlyList<GroupCount> Groups)
{
    /// <summary>Groups out of counts of pairs; the inner value is empty where there is one field.</summary>
    internal static Grouping Of(IReadOnlyList<string> by, IEnumerable<(string? Outer, string? Inner, int Count)> counts) => new(
        by,
        Ordered(by[0], counts.Where(c => c.Outer is not null).GroupBy(c => c.Outer!)
            .Select(outer => new GroupCount(outer.Key, outer.Sum(c => c.Count))
            {
                Groups = by.Count == 1
                ? []
                : Ordered(by[1], outer.Where(c => c.Inner is not null).Select(c => new GroupCount(c.Inner!, c.Count))),
            })));

    /// <summary>Groups in the order of their field.</summary>
    internal static IReadOnlyList<GroupCount> Ordered(string by, IEnumerable<GroupCount> groups) => by is "year" or "firstUsed" or "session"
        ? [.. groups.OrderBy(g => g.Value.Length).ThenBy(g => g.Value, StringComparer.Ordinal)]
        : [.. groups.OrderByDescending(g => g.Count).ThenBy(g => g.Value, StringComparer.Ordinal)];
}

/// <summary>A value, how many have it, and how they divide further.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How many: the total of the list with that value as a further filter.</param>
public sealed record GroupCount(string Value, int Count)
{
    /// <summary>The groups within, by the inner field; empty where there is one field.</summary>
    public IReadOnlyList<GroupCount> Groups { get; init; } = [];
}
