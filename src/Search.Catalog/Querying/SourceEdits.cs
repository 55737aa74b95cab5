using System.Buffers;
using System.Text;
using Search.Resolutions.Text;

namespace Search.Catalog.Querying;

/// <summary>
/// The source of a document as edits of its clauses and notes, which the database holds anyway: almost all of a source is their text.
/// Edits are triples of numbers (characters to insert, characters to move in the joined texts, characters to copy from there), then what
/// is inserted, as UTF-8 under Brotli.
/// </summary>
internal static class SourceEdits
{
    /// <summary>A shorter stretch costs as much to copy as to insert.</summary>
    private const int ShortestCopy = 8;

    /// <summary>The edits that make the source from the texts.</summary>
    /// <param name="source">The source of a document.</param>
    /// <param name="texts">Texts of the document in any order, with where they come from. <see cref="Apply"/>
    /// needs them in the same order.</param>
    public static byte[] Of(string source, IEnumerable<MappedText> texts)
    {
        var numbers = new ArrayBufferWriter<byte>();
        var inserted = new StringBuilder();
        var (at, from, count) = (0, 0, 0); // how far the source and the joined texts are used up, edits so far
        foreach (var (copied, begin, length) in Copies(source, texts))
        {
            Edit(source.AsSpan(at, begin - at), copied - from, length);
            (at, from) = (begin + length, copied + length);
        }
        if (at < source.Length) Edit(source.AsSpan(at), 0, 0);

        var head = new ArrayBufferWriter<byte>();
        VarInt(head, (uint)count);
        head.Write(numbers.WrittenSpan);
        head.Write(Encoding.UTF8.GetBytes(inserted.ToString()));
        return Packed.Compress(head.WrittenSpan);

        void Edit(ReadOnlySpan<char> insert, int move, int copy)
        {
            inserted.Append(insert);
            VarInt(numbers, (uint)insert.Length);
            VarInt(numbers, (uint)((move << 1) ^ (move >> 31)));
            VarInt(numbers, (uint)copy);
            count++;
        }
    }

    /// <summary>The source that the edits make from the texts.</summary>
    /// <param name="packed">What <see cref="Of"/> returned.</param>
    /// <param name="texts">The same texts in the same order.</param>
    /// <exception cref="InvalidDataException">They do not fit the edits.</exception>
    public static string Apply(byte[] packed, IEnumerable<string> texts)
    {
        var joined = string.Concat(texts);
        var bytes = Packed.Decompress(packed);
        var position = 0;
        var edits = new (int Insert, int Move, int Copy)[checked((int)VarInt(bytes, ref position))];
        for (var i = 0; i < edits.Length; i++)
        {
            var insert = (int)VarInt(bytes, ref position);
            var move = VarInt(bytes, ref position);
            edits[i] = (insert, (int)(move >> 1) ^ -(int)(move & 1), (int)VarInt(bytes, ref position));
        }
        var inserted = Encoding.UTF8.GetString(bytes.AsSpan(position));
        var source = new StringBuilder();
        var (used, from) = (0, 0);
        foreach (var (insert, move, copy) in edits)
        {
            from += move;
            if (insert < 0 || insert > inserted.Length - used || copy < 0 || from < 0 || copy > joined.Length - from)
                throw new InvalidDataException("the edits of a source do not fit the texts of its clauses");
            source.Append(inserted, used, insert).Append(joined, from, copy);
            used += insert;
            from += copy;
        }
        return source.ToString();
    }

    /// <summary>What of the source can be copied, in source order and without overlaps: offset in the joined texts,
    /// offset in the source, length.</summary>
    private static List<(int Joined, int Source, int Length)> Copies(string source, IEnumerable<MappedText> texts)
    {
        var runs = new List<(int Joined, int Source, int Length)>();
        var before = 0;
        foreach (var text in texts)
        {
            foreach (var (at, from, length) in text.Runs())
            {
                var possible = Math.Min(length, source.Length - from);
                var same = text.Text.AsSpan(at, possible).CommonPrefixLength(source.AsSpan(from, possible));
                if (same < ShortestCopy) continue;
                var first = char.IsLowSurrogate(source[from]) ? 1 : 0; // the halves of a pair stay together, for each side is encoded alone
                if (char.IsHighSurrogate(source[from + same - 1])) same--;
                runs.Add((before + at + first, from + first, same - first));
            }
            before += text.Length;
        }
        runs.Sort((a, b) => (a.Source, a.Joined).CompareTo((b.Source, b.Joined)));
        var copies = new List<(int Joined, int Source, int Length)>(runs.Count);
        var end = 0;
        foreach (var run in runs)
        {
            if (run.Source < end) continue;
            copies.Add(run);
            end = run.Source + run.Length;
        }
        return copies;
    }

    private static void VarInt(ArrayBufferWriter<byte> to, uint value)
    {
        for (; value >= 0x80; value >>= 7) to.Write([(byte)(value | 0x80)]);
        to.Write([(byte)value]);
    }

    private static uint VarInt(byte[] from, ref int position)
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (position >= from.Length) break;
            var next = from[position++];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new InvalidDataException("the edits of a source are cut short");
    }
}
