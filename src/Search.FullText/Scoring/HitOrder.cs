namespace Search.FullText.Scoring;

/// <summary>The order of hits: by score or by a number, ties by key.</summary>
/// <param name="sort">The order asked for; null for that by score.</param>
internal readonly struct HitOrder(SortBy? sort) : IComparer<Hit>
{
    private readonly bool _bySortValue = sort is not null;
    private readonly bool _descending = sort?.Descending ?? false;

    public bool IsBetter(in Hit a, in Hit b)
    {
        if (_bySortValue)
        {
            if (a.SortValue != b.SortValue) return a.SortValue > b.SortValue == _descending;
        }
        else if (a.Score != b.Score)
        {
            return a.Score > b.Score;
        }

        return a.Key < b.Key;
    }

    public int Compare(Hit x, Hit y) => IsBetter(x, y) ? -1 : IsBetter(y, x) ? 1 : 0;
}
