using Search.FullText.Postings;

namespace Search.FullText.Segments;

/// <summary>Goes through the terms of several dictionaries in ascending order, each term once.</summary>
internal sealed class TermUnion
{
    private readonly TermWalk[] _walks;
    private readonly PriorityQueue<int, byte[]> _next;
    private readonly List<int> _at = [];

    public TermUnion(IReadOnlyList<TermDictionary> sources)
    {
        _walks = [.. sources.Select(s => s.WalkFrom(0))];
        _next = new(_walks.Length, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        for (var s = 0; s < _walks.Length; s++) Step(s);
    }

    /// <summary>The current term.</summary>
    public byte[] Term { get; private set; } = [];

    /// <summary>Which of the dictionaries have it.</summary>
    public IReadOnlyList<int> At => _at;

    /// <summary>Its entry in one of them.</summary>
    public TermEntry Entry(int source) => _walks[source].Entry;

    public bool MoveNext()
    {
        foreach (var source in _at) Step(source);
        _at.Clear();
        if (!_next.TryDequeue(out var first, out var term)) return false;
        Term = term;
        _at.Add(first);
        while (_next.TryPeek(out var other, out var same) && same.AsSpan().SequenceEqual(term))
        {
            _next.Dequeue();
            _at.Add(other);
        }

        return true;
    }

    private void Step(int source)
    {
        if (_walks[source].MoveNext()) _next.Enqueue(source, _walks[source].Term.ToArray());
    }
}
