using Search.FullText.Analysis;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>One segment as a commit knows it.</summary>
/// <param name="Number">Names its file.</param>
/// <param name="Length">Of the file in bytes.</param>
/// <param name="Checksum">The footer's, which stands for the whole file.</param>
/// <param name="Deletions">Names the file of its deleted documents, 0 for none.</param>
internal readonly record struct CommittedSegment(int Number, long Length, uint Checksum, int Deletions)
{
    public string FileName => SegmentName(Number);

    public string DeletionsName => DeletionName(Number, Deletions);

    public static string SegmentName(int number) => FormattableString.Invariant($"segment-{number:d6}.fts");

    public static string DeletionName(int number, int deletions) =>
        FormattableString.Invariant($"segment-{number:d6}-{deletions:d6}.deleted");
}

/// <summary>The statistics file of a shard as its commit knows it.</summary>
/// <param name="Length">Of the file in bytes.</param>
/// <param name="Checksum">The footer's, which stands for the whole file.</param>
internal readonly record struct CommittedStatistics(long Length, uint Checksum);

/// <summary>What an index consists of since its last commit. Replacing this one file is the commit.</summary>
/// <param name="Schema">Of all segments.</param>
/// <param name="Generation">Counts commits.</param>
/// <param name="NextNumber">No file has this number yet.</param>
/// <param name="Segments">In the order they were written.</param>
internal sealed record CommitFile(Schema Schema, int Generation, int NextNumber, IReadOnlyList<CommittedSegment> Segments)
{
    public const string Name = "index.commit";
    private const uint Version = 1;

    /// <summary>The version of a shard, which ends in the statistics of its collection.</summary>
    private const uint ShardVersion = 2;

    /// <summary>Those of the collection of which the index is a shard, or null.</summary>
    public CommittedStatistics? Statistics { get; init; }

    private static ReadOnlySpan<byte> Magic => "CGFTIDX\n"u8;

    public ReadOnlySpan<byte> ToBytes()
    {
        var bytes = new ByteBuffer();
        bytes.Raw(Magic);
        bytes.UInt32(Statistics is null ? Version : ShardVersion);
        bytes.UInt32((uint)Generation);
        bytes.UInt32((uint)NextNumber);
        bytes.UInt32((uint)Schema.Fields.Count);
        foreach (var field in Schema.Fields)
        {
            bytes.Byte((byte)field.Kind);
            bytes.Byte((byte)field.Language);
            bytes.UInt32(BitConverter.SingleToUInt32Bits(field.Weight));
            bytes.Text(field.Name);
        }

        bytes.UInt32((uint)Segments.Count);
        foreach (var segment in Segments)
        {
            bytes.UInt32((uint)segment.Number);
            bytes.UInt64((ulong)segment.Length);
            bytes.UInt32(segment.Checksum);
            bytes.UInt32((uint)segment.Deletions);
        }

        if (Statistics is { } statistics)
        {
            bytes.UInt64((ulong)statistics.Length);
            bytes.UInt32(statistics.Checksum);
        }

        bytes.UInt32(Checksum.Of(bytes.Bytes));
        return bytes.Bytes;
    }

    /// <summary>The next commit, of the same documents with the statistics of their collection.</summary>
    public CommitFile WithStatistics(CommittedStatistics statistics) => this with { Generation = Generation + 1, Statistics = statistics };

    /// <summary>Makes this the last commit of a folder.</summary>
    public void Replace(string folder, IndexWriterOptions options)
    {
        var path = Path.Combine(folder, Name);
        using (var stream = options.CreateFile(path + ".tmp")) stream.Write(ToBytes());
        options.ForceToDisk(path + ".tmp");
        options.Replace(path + ".tmp", path);
    }

    /// <summary>Reads the last commit of a folder.</summary>
    /// <exception cref="FileNotFoundException">The folder holds no index.</exception>
    /// <exception cref="IndexCorruptException">The file is not as written.</exception>
    public static unsafe CommitFile Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < Magic.Length + 4 || !bytes.AsSpan().StartsWith(Magic))
            throw new IndexCorruptException(path, 0, "this is not the commit of an index");
        if (Checksum.Of(bytes.AsSpan(0, bytes.Length - 4)) != BitConverter.ToUInt32(bytes, bytes.Length - 4))
            throw new IndexCorruptException(path, 0, "the checksum of the file differs");
        fixed (byte* start = bytes)
        {
            var at = new ByteReader(start + Magic.Length);
            var version = at.UInt32();
            if (version is not (Version or ShardVersion))
                throw new IndexCorruptException(path, Magic.Length,
                    $"format version {version} is neither {Version} nor {ShardVersion}, which this program reads");
            var generation = (int)at.UInt32();
            var next = (int)at.UInt32();
            var fields = new Field[at.UInt32()];
            for (var i = 0; i < fields.Length; i++)
            {
                var kind = (FieldKind)at.Byte();
                var language = at.Byte();
                if (!Language.IsKnown(language)) throw new IndexCorruptException(path, 0, $"no language has the number {language}");
                var weight = BitConverter.UInt32BitsToSingle(at.UInt32());
                fields[i] = new Field(at.Text(), kind, weight, (TextLanguage)language);
            }

            var segments = new CommittedSegment[at.UInt32()];
            for (var i = 0; i < segments.Length; i++)
                segments[i] = new CommittedSegment((int)at.UInt32(), (long)at.UInt64(), at.UInt32(), (int)at.UInt32());
            CommittedStatistics? statistics = version == ShardVersion ? new((long)at.UInt64(), at.UInt32()) : null;
            return new CommitFile(new Schema(fields), generation, next, segments) { Statistics = statistics };
        }
    }
}
