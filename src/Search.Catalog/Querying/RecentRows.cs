namespace Search.Catalog.Querying;

/// <summary>
/// Rows by number, those read last from memory. There is a fixed number of places, and a row puts out the one that had its place, so that
/// memory is bounded whatever is asked for. Safe to use from any number of threads: a place is written in one go.
/// </summary>
/// <param name="read">Reads the row of a number.</param>
/// <param name="bits">The number of places is two to this power.</param>
internal sealed class RecentRows<T>(Func<int, T> read, int bits = 14) where T : class
{
    private readonly Place?[] _places = new Place?[1 << bits];

    /// <summary>The row of a number.</summary>
    public T Of(int number)
    {
        ref var place = ref _places[number & (_places.Length - 1)];
        if (place is { } kept && kept.Number == number) return kept.Row;
        var row = read(number);
        place = new(number, row);
        return row;
    }

    private sealed record Place(int Number, T Row);
}
