using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Hashing;
using System.Text;

namespace Search.Catalog.Following;

/// <summary>
/// Which generation each edge, clause and work first appeared in: <c>first-seen.bin</c> beside the generations, kept over
/// rebuilds. It is no part of a generation, whose bytes follow from its sources alone. Layout: docs/formats/snapshot.md.
/// </summary>
internal sealed class FirstSeenFile
{
    /// <summary>The file's name in the folder of snapshots.</summary>
    public const string FileName = "first-seen.bin";

    private const string Magic = "CGFS";
    private const int Version = 1;
    private const int LongestStamp = 64;
    private const int WrittenAtOnce = 1 << 16;

    private readonly ulong[] _keys;
    private readonly ushort[] _ordinals;

    private FirstSeenFile(ImmutableArray<GenerationStamp> generations, ulong[] keys, ushort[] ordinals)
    {
        Generations = generations;
        (_keys, _ordinals) = (keys, ordinals);
    }

    /// <summary>Nothing was seen yet.</summary>
    public static FirstSeenFile Empty { get; } = new([], [], []);

    /// <summary>The generations that were published since the file was begun, the oldest first.</summary>
    public ImmutableArray<GenerationStamp> Generations { get; }

    /// <summary>The place in <see cref="Generations"/> of the one in which a key first appeared; null for a key that none had.</summary>
    public int? OrdinalOf(ulong key) => Array.BinarySearch(_keys, key) is >= 0 and var at ? _ordinals[at] : null;

    /// <summary>Adds a generation with all its keys: those that are new first appeared in it.</summary>
    public FirstSeenFile With(GenerationStamp generation, ulong[] keys)
    {
        if (Generations.Length > ushort.MaxValue) return WithoutOldest().With(generation, keys);
        Array.Sort(keys);
        var distinct = Distinct(keys);
        var added = 0;
        for (int old = 0, next = 0; next < distinct.Length;)
        {
            if (old == _keys.Length || _keys[old] > distinct[next])
            {
                added++;
                next++;
            }
            else if (_keys[old++] == distinct[next])
            {
                next++;
            }
        }
        // as long as they need be: lists would take three times as much while they grow
        var (merged, ordinals) = (new ulong[_keys.Length + added], new ushort[_keys.Length + added]);
        var ordinal = (ushort)Generations.Length;
        for (int at = 0, old = 0, next = 0; at < merged.Length; at++)
        {
            var isOld = old < _keys.Length && (next >= distinct.Length || _keys[old] <= distinct[next]);
            if (isOld && next < distinct.Length && _keys[old] == distinct[next]) next++;
            (merged[at], ordinals[at]) = isOld ? (_keys[old], _ordinals[old]) : (distinct[next], ordinal);
            if (isOld) old++;
            else next++;
        }
        return new(Generations.Add(generation), merged, ordinals);
    }

    /// <summary>Reads the file of a folder of snapshots; empty where there is none.</summary>
    /// <param name="root">The folder of snapshots.</param>
    /// <param name="damage">What is wrong with the file, which then counts as empty; null where it is whole or absent.</param>
    public static FirstSeenFile Read(string root, out string? damage)
    {
        damage = null;
        var path = Path.Combine(root, FileName);
        try
        {
            return File.Exists(path) ? Parse(File.ReadAllBytes(path)) : Empty;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            damage = $"{path} is damaged: {(e is InvalidDataException ? e.Message : "it ends too early")}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            damage = $"{path} cannot be read: {e.Message.TrimEnd('.')}.";
        }
        return Empty;
    }

    /// <summary>Writes the file; its last four bytes are the CRC-32C of those before them.</summary>
    public void Write(Stream to)
    {
        var crc = new Crc32(Crc32ParameterSet.Crc32C);
        using var part = new MemoryStream(WrittenAtOnce * 2);
        using var writer = new BinaryWriter(part, Encoding.UTF8);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(Version);
        writer.Write(Generations.Length);
        foreach (var generation in Generations)
        {
            writer.Write(generation.Generation);
            writer.Write(generation.Built);
        }
        writer.Write(_keys.Length);
        foreach (var key in _keys)
        {
            writer.Write(key);
            if (part.Position >= WrittenAtOnce) End();
        }
        foreach (var ordinal in _ordinals)
        {
            writer.Write(ordinal);
            if (part.Position >= WrittenAtOnce) End();
        }
        End();
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, crc.GetCurrentHashAsUInt32());
        to.Write(sum);

        void End()
        {
            var bytes = part.GetBuffer().AsSpan(0, (int)part.Length);
            crc.Append(bytes);
            to.Write(bytes);
            part.SetLength(0);
        }
    }

    /// <summary>Brings each number of a sorted list to its beginning once.</summary>
    private static ReadOnlySpan<ulong> Distinct(Span<ulong> sorted)
    {
        var count = 0;
        foreach (var key in sorted)
            if (count == 0 || sorted[count - 1] != key) sorted[count++] = key;
        return sorted[..count];
    }

    /// <summary>The same without the oldest generation; what first appeared in it counts as of the next one.</summary>
    private FirstSeenFile WithoutOldest() => new(Generations.RemoveAt(0), _keys, [.. _ordinals.Select(o => (ushort)Math.Max(0, o - 1))]);

    private static FirstSeenFile Parse(byte[] bytes)
    {
        if (bytes.Length < Magic.Length + sizeof(uint)) throw new InvalidDataException("it is too short");
        var body = bytes.AsSpan(0, bytes.Length - sizeof(uint));
        if (Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, body) != BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(body.Length)))
            throw new InvalidDataException("its checksum differs");
        using var reader = new BinaryReader(new MemoryStream(bytes, 0, body.Length), Encoding.UTF8);
        if (Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic || reader.ReadInt32() != Version)
            throw new InvalidDataException("it has another format");
        var generations = new GenerationStamp[Length(reader, sizeof(byte))];
        for (var i = 0; i < generations.Length; i++) generations[i] = new(Stamp(reader), Stamp(reader));
        var keys = new ulong[Length(reader, sizeof(ulong) + sizeof(ushort))];
        for (var i = 0; i < keys.Length; i++) keys[i] = reader.ReadUInt64();
        var ordinals = new ushort[keys.Length];
        for (var i = 0; i < keys.Length; i++)
            if ((ordinals[i] = reader.ReadUInt16()) >= generations.Length)
                throw new InvalidDataException("it names a generation that it does not list");
        return new([.. generations], keys, ordinals);
    }

    private static int Length(BinaryReader reader, int width)
    {
        var length = reader.ReadInt32();
        if (length < 0 || (long)length * width > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException("it names more entries than it has");
        return length;
    }

    private static string Stamp(BinaryReader reader) =>
        reader.ReadString() is { Length: <= LongestStamp } text ? text : throw new InvalidDataException("a name is too long");
}

/// <summary>A generation and when it was built.</summary>
/// <param name="Generation">Its name.</param>
/// <param name="Built">ISO 8601, UTC.</param>
public sealed record GenerationStamp(string Generation, string Built);
