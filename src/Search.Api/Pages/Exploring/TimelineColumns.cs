using System.Globalization;
using Search.Catalog;

namespace Search.Api.Pages.Exploring;

/// <summary>Shares the years of works out over a few columns: empty years take no room, and years with few works share a column.</summary>
internal sealed class TimelineColumns
{
    private const int Most = 6;

    /// <summary>A year of a work without a date: after all others.</summary>
    public const int Undated = int.MaxValue;

    private readonly List<(int First, int Last)> _bands = [];

    /// <summary>Columns for works.</summary>
    /// <param name="works">The work in the middle first.</param>
    public TimelineColumns(IReadOnlyList<NeighbourView> works)
    {
        var counts = new SortedDictionary<int, int>();
        foreach (var work in works) counts[Year(work.Work)] = counts.GetValueOrDefault(Year(work.Work)) + 1;
        var centre = works.Count == 0 ? Undated : Year(works[0].Work);
        var bands = counts.Select(c => (First: c.Key, Last: c.Key, Works: c.Value)).ToList();
        while (bands.Count > Most)
        {
            var at = Enumerable.Range(0, bands.Count - 1).Where(i => CanJoin(i) || bands.Count <= 3)
                .MinBy(i => (bands[i].Works + bands[i + 1].Works, bands[i + 1].Last - bands[i].First));
            bands[at] = (bands[at].First, bands[at + 1].Last, bands[at].Works + bands[at + 1].Works);
            bands.RemoveAt(at + 1);
        }
        _bands.AddRange(bands.Select(b => (b.First, b.Last)));

        // The work in the middle has a column of its own, so that what cites it is to the right; works without a date share none.
        bool CanJoin(int i) => bands[i].First != centre && bands[i + 1].First != centre && bands[i + 1].Last != Undated;
    }

    /// <summary>Number of columns.</summary>
    public int Count => _bands.Count;

    /// <summary>The column of a work.</summary>
    public int Of(WorkSummary work)
    {
        var year = Year(work);
        return _bands.FindIndex(b => b.First <= year && year <= b.Last);
    }

    /// <summary>The years of a column as they are written.</summary>
    public string Years(int column) => Years(_bands[column].First, _bands[column].Last);

    /// <summary>Years as they are written; empty for those of works without a date.</summary>
    public static string Years(int first, int last) =>
        first == Undated ? ""
            : first == last ? first.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{first}–{last}");

    /// <summary>The year of a work.</summary>
    public static int Year(WorkSummary work) =>
        work.Date is { Length: >= 4 } date
            && int.TryParse(date.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : Undated;
}
