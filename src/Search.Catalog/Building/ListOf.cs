using System.Collections;

namespace Search.Catalog.Building;

/// <summary>A list whose items are made whenever they are asked for, and are not kept.</summary>
/// <param name="count">How many there are.</param>
/// <param name="make">Makes one by its index; called on several threads where the list is read on several.</param>
internal sealed class ListOf<T>(int count, Func<int, T> make) : IReadOnlyList<T>
{
    /// <inheritdoc />
    public int Count => count;

    /// <inheritdoc />
    public T this[int index] => make(index);

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < count; i++) yield return make(i);
    }

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
