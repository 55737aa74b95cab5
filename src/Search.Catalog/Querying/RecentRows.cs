namespace Search.Catalog.Querying;

/// <summary>
/// Rows by number, those read last from memory. There is a fixed number of places, and a row puts out the one that had its place, so that
/// memory is bounded whatever is asked for. Safe to use from any number of threads: a place is written in one go.
/// </summary>
/// <param name="read">Reads the rows of some numbers, each given once.</param>
/// <param name="bits">The number of places is two to this power.</param>
internal sealed class RecentRows<T>(Func<IReadOnlyList<int>, IEnumerable<(int Number, T Row)>> read, int bits = 14) where T : class
{
    private readonly Place?[] _places = new Place?[1 << bits];

    /// <summary>The rows of these numbers; those that there are not are not in it.</summary>
    public Dictionary<int, T> Of(IEnumerable<int> numbers)
    {
        var rows = new Dictionary<int, T>();
        List<int>? missing = null;
        foreach (var number in numbers.Distinct())
        {
            if (_places[number & (_places.Length - 1)] is { } place && place.Number == number) rows[number] = place.Row;
            else (missing ??= []).Add(number);
        }
        if (missing is null) return rows;
        foreach (var (number, row) in read(missing))
        {
            rows[number] = row;
            _places[number & (_places.Length - 1)] = new(number, row);
        }
        return rows;
    }

    private sealed record Place(int Number, T Row);
}
