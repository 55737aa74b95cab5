namespace Search.FullText.Segments;

/// <summary>A segment as its writer sees it: with the deletions that are not committed yet.</summary>
internal sealed class WrittenSegment : IDisposable
{
    private readonly int _number;
    private int _deletions;
    private bool _deletionsChanged;
    private bool _isOnDisk = true;

    private WrittenSegment(Segment segment, int number)
    {
        (Segment, _number) = (segment, number);
        Smallest = segment.DocumentCount > 0 ? segment.Keys[0] : long.MaxValue;
        Largest = segment.DocumentCount > 0 ? segment.Keys[segment.DocumentCount - 1] : long.MinValue;
    }

    public Segment Segment { get; }

    /// <summary>Whether it lacks what only searches need: such a segment is merged before a commit names it.</summary>
    public bool IsDraft { get; private init; }

    public DeletedDocuments? Deleted { get; private set; }

    /// <summary>Documents not deleted.</summary>
    public int Live => Segment.DocumentCount - (Deleted?.Count ?? 0);

    public CommittedSegment Committed => new(_number, Segment.Length, Segment.Checksum, _deletions);

    private long Smallest { get; }

    private long Largest { get; }

    public static WrittenSegment OpenNew(string folder, int number, Schema schema, bool isDraft) =>
        new(Segment.Open(Path.Combine(folder, CommittedSegment.SegmentName(number)), schema, verify: false), number)
        {
            IsDraft = isDraft,
            _isOnDisk = false,
        };

    public static WrittenSegment Open(string folder, CommittedSegment committed, Schema schema)
    {
        var segment = OpenCommitted(folder, committed, schema, verify: true, out var deleted);
        return new WrittenSegment(segment, committed.Number) { Deleted = deleted, _deletions = committed.Deletions };
    }

    /// <summary>Maps a segment and its deletions and checks that they are those of the commit.</summary>
    public static Segment OpenCommitted(string folder, CommittedSegment committed, Schema schema, bool verify,
        out DeletedDocuments? deleted)
    {
        var segment = Segment.Open(Path.Combine(folder, committed.FileName), schema, verify);
        try
        {
            if (segment.Length != committed.Length || segment.Checksum != committed.Checksum)
                throw new IndexCorruptException(segment.Path, segment.Length, "this is not the file that was committed");
            deleted = committed.Deletions > 0
                ? DeletedDocuments.Read(Path.Combine(folder, committed.DeletionsName), segment.DocumentCount)
                : null;
            return segment;
        }
        catch
        {
            segment.Dispose();
            throw;
        }
    }

    public bool Delete(long key)
    {
        if (key < Smallest || key > Largest) return false;
        var document = Segment.Keys.IndexOf(key);
        if (document < 0) return false;
        // A bitmap that a commit names is never changed in place: it is rewritten under a new name.
        Deleted ??= new DeletedDocuments(Segment.DocumentCount);
        if (!Deleted.Add(document)) return false;
        _deletionsChanged = true;
        return true;
    }

    /// <summary>Forces the segment to the disk and writes its deletions, so that a commit can name them.</summary>
    public void Persist(string folder, IndexWriterOptions options)
    {
        if (!_isOnDisk) options.ForceToDisk(Segment.Path);
        _isOnDisk = true;

        if (!_deletionsChanged) return;
        _deletions++;
        var path = Path.Combine(folder, CommittedSegment.DeletionName(_number, _deletions));
        using (var stream = options.CreateFile(path)) Deleted!.Write(stream);
        options.ForceToDisk(path);
        _deletionsChanged = false;
    }

    public void Dispose() => Segment.Dispose();
}
