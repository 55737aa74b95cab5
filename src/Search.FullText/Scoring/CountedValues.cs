using System.Text;
using Search.FullText.Segments;
using Search.FullText.Storage;

namespace Search.FullText.Scoring;

/// <summary>
/// Values with their counts as bytes, in ascending order of their UTF-8, each only where it differs from the one before: the length shared,
/// the length of the
/// rest, the rest, the count. Partial counts are merged without making a string of any value that is not shown.
/// </summary>
internal static class CountedValues
{
    /// <summary>The values of a dictionary that were counted.</summary>
    /// <param name="terms">The dictionary.</param>
    /// <param name="counts">By ordinal + 1.</param>
    public static byte[] Of(TermDictionary terms, ReadOnlySpan<int> counts)
    {
        var writer = new Writer();
        var walk = terms.WalkFrom(0);
        while (walk.MoveNext())
        {
            if (counts[walk.Ordinal + 1] > 0) writer.Add(walk.Term, counts[walk.Ordinal + 1]);
        }

        return writer.ToArray();
    }

    /// <summary>The values of several lists with the sums of their counts.</summary>
    public static byte[] Union(IReadOnlyList<ReadOnlyMemory<byte>> lists)
    {
        if (lists.Count == 1) return lists[0].ToArray();
        var writer = new Writer();
        Merge(lists, writer.Add);
        return writer.ToArray();
    }

    /// <summary>The most frequent values of several lists together, ties in ascending order, and how many there are.</summary>
    public static Facet Top(string field, int max, IReadOnlyList<ReadOnlyMemory<byte>> lists)
    {
        var distinct = 0;
        var best = new PriorityQueue<byte[], (long Count, int Order)>();
        Merge(lists, (value, count) =>
        {
            distinct++;
            if (max <= 0) return;
            var rank = (count, -distinct);
            if (best.Count < max) best.Enqueue(value.ToArray(), rank);
            else if (best.TryPeek(out _, out var least) && rank.CompareTo(least) > 0) best.EnqueueDequeue(value.ToArray(), rank);
        });
        var values = new FacetValue[best.Count];
        for (var i = values.Length - 1; best.TryDequeue(out var value, out var rank); i--)
            values[i] = new(Encoding.UTF8.GetString(value), rank.Count);
        return new(field, values, distinct);
    }

    /// <summary>Checks that bytes from elsewhere are such a list, and returns how many values are in it; -1 where they are not.</summary>
    public static int Check(ReadOnlyMemory<byte> list)
    {
        var cursor = new Cursor(list);
        var (distinct, before) = (0, Array.Empty<byte>());
        while (cursor.MoveNext())
        {
            if (distinct++ > 0 && cursor.Value.SequenceCompareTo(before) <= 0) return -1;
            before = cursor.Value.ToArray();
        }

        return cursor.IsValid ? distinct : -1;
    }

    private delegate void Take(ReadOnlySpan<byte> value, long count);

    private static void Merge(IReadOnlyList<ReadOnlyMemory<byte>> lists, Take take)
    {
        Cursor[] cursors = [.. lists.Select(l => new Cursor(l)).Where(c => c.MoveNext())];
        var left = cursors.Length;
        while (left > 0)
        {
            var least = cursors[0];
            for (var i = 1; i < left; i++)
            {
                if (cursors[i].Value.SequenceCompareTo(least.Value) < 0) least = cursors[i];
            }

            var count = 0L;
            foreach (var cursor in cursors.AsSpan(0, left))
            {
                if (cursor == least || cursor.Value.SequenceEqual(least.Value)) count += cursor.Count;
            }

            take(least.Value, count);
            for (var i = left - 1; i >= 0; i--)
            {
                if (cursors[i] == least || !cursors[i].Value.SequenceEqual(least.Value)) continue;
                if (!cursors[i].MoveNext()) cursors[i] = cursors[--left];
            }

            if (least.MoveNext()) continue;
            left--;
            cursors[Array.IndexOf(cursors, least)] = cursors[left];
        }
    }

    private sealed class Writer
    {
        private readonly ByteBuffer _bytes = new();
        private byte[] _before = new byte[64];
        private int _length;

        public void Add(ReadOnlySpan<byte> value, long count)
        {
            var shared = value.CommonPrefixLength(_before.AsSpan(0, _length));
            _bytes.Varint((ulong)shared);
            _bytes.Varint((ulong)(value.Length - shared));
            _bytes.Raw(value[shared..]);
            _bytes.Varint((ulong)count);
            if (value.Length > _before.Length) _before = new byte[value.Length * 2];
            value[shared..].CopyTo(_before.AsSpan(shared));
            _length = value.Length;
        }

        public byte[] ToArray() => _bytes.Bytes.ToArray();
    }

    /// <summary>Goes through a list; stops where it is not one.</summary>
    private sealed class Cursor(ReadOnlyMemory<byte> list)
    {
        private byte[] _value = new byte[64];
        private int _length;
        private int _at;

        public ReadOnlySpan<byte> Value => _value.AsSpan(0, _length);

        public long Count { get; private set; }

        public bool IsValid { get; private set; } = true;

        public bool MoveNext()
        {
            var bytes = list.Span;
            if (_at == bytes.Length) return false;
            IsValid = false;
            if (!Number(bytes, out var shared) || shared > _length || !Number(bytes, out var rest) || rest > bytes.Length - _at)
                return false;
            if (shared + rest > _value.Length) Array.Resize(ref _value, (int)(shared + rest) * 2);
            bytes.Slice(_at, (int)rest).CopyTo(_value.AsSpan((int)shared));
            _at += (int)rest;
            _length = (int)(shared + rest);
            if (!Number(bytes, out var count) || count == 0) return false;
            Count = count;
            return IsValid = true;
        }

        private bool Number(ReadOnlySpan<byte> bytes, out long value)
        {
            value = 0;
            for (var shift = 0; shift < 63 && _at < bytes.Length; shift += 7)
            {
                var b = bytes[_at++];
                value |= (long)(b & 0x7F) << shift;
                if (b < 0x80) return true;
            }

            return false;
        }
    }
}
