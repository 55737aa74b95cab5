using Search.Catalog;

namespace Search.Api.Pages.Exploring;

/// <summary>Puts works into the cells of a timeline, lane by column, and folds those of which a cell has too many.</summary>
internal static class TimelineCells
{
    private const int MostWorks = 3, MostBoxes = 4, MostLanes = 6, LeastFold = 3;

    /// <summary>The key of works that share a lane with none.</summary>
    public const string Others = "other";

    /// <summary>The lanes in order: the work in the middle's, then by the number of works; the smallest share the last.</summary>
    public static List<string> Lanes(IReadOnlyList<NeighbourView> works, Func<WorkSummary, string> lane)
    {
        var lanes = works.Select(w => lane(w.Work)).GroupBy(l => l).Select(g => (Lane: g.Key, Works: g.Count()))
            .OrderByDescending(l => works.Count > 0 && l.Lane == lane(works[0].Work)).ThenBy(l => l.Lane == Others)
            .ThenByDescending(l => l.Works).ThenBy(l => l.Lane, StringComparer.Ordinal).Select(l => l.Lane).ToList();
        return lanes.Count <= MostLanes ? lanes : [.. lanes.Where(l => l != Others).Take(MostLanes - 1), Others];
    }

    /// <summary>The boxes of a cell, from the top.</summary>
    /// <param name="works">Those of the cell, by date.</param>
    /// <param name="at">Where the cell is.</param>
    /// <param name="centre">The work that was asked for.</param>
    /// <param name="options">What is folded.</param>
    public static IEnumerable<TimelineBox> Of(IReadOnlyList<NeighbourView> works, (int Lane, string Key,
        int Column) at, WorkSummary centre, TimelineOptions options)
    {
        var rest = works.Where(w => w.Work.Id != centre.Id).ToList();
        if (rest.Count < works.Count) yield return Single(works.First(w => w.Work.Id == centre.Id), null) with { IsCentre = true };
        if (!options.Folds || rest.Count <= MostWorks)
        {
            foreach (var work in rest) yield return Single(work, null);
            yield break;
        }
        var years = rest.GroupBy(w => TimelineColumns.Year(w.Work)).Select(g => g.ToList()).ToList();
        if (years.Count > MostBoxes) years = [rest];
        foreach (var group in years)
        {
            if (group.Count < LeastFold)
            {
                foreach (var work in group) yield return Single(work, null);
                continue;
            }
            var span = TimelineColumns.Years(group.Min(w => TimelineColumns.Year(w.Work)), group.Max(w => TimelineColumns.Year(w.Work)));
            var key = $"{at.Key}.{span.Replace('–', '-')}";
            var open = options.Open.Contains(key);
            yield return new()
            {
                Id = key,
                Works = group,
                Fold = key,
                Years = span,
                IsFold = true,
                IsOpen = open,
                Column = at.Column,
                Lane = at.Lane
            };
            if (!open) continue;
            foreach (var work in group) yield return Single(work, key);
        }

        TimelineBox Single(NeighbourView work, string? fold) =>
            new() { Id = work.Work.Id, Works = [work], Fold = fold, Column = at.Column, Lane = at.Lane };
    }
}
