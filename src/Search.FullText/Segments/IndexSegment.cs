namespace Search.FullText.Segments;

/// <summary>A segment in its place in an open index.</summary>
/// <param name="Schema">Of the index.</param>
/// <param name="Segment">The mapped file.</param>
/// <param name="Deleted">What is gone, or null.</param>
/// <param name="Base">The number its first document has in the index.</param>
/// <param name="Ordinal">Its place.</param>
/// <param name="FollowsAll">Whether its keys are greater than those of all segments before.</param>
internal sealed record IndexSegment(Schema Schema, Segment Segment, DeletedDocuments? Deleted, int Base, int Ordinal, bool FollowsAll)
{
    public int DocumentCount => Segment.DocumentCount;
}
