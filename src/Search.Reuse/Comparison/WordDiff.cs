using DiffPlex;
using DiffPlex.Model;

namespace Search.Reuse.Comparison;

/// <summary>What became of a stretch of text.</summary>
public enum TextChange
{
    /// <summary>Both texts have it.</summary>
    Same,

    /// <summary>Only the first has it.</summary>
    Dropped,

    /// <summary>Only the second has it.</summary>
    Added,
}

/// <summary>A stretch of text, and which of two texts have it.</summary>
/// <param name="Change">Which have it.</param>
/// <param name="Text">As printed; what both have as in the second.</param>
public readonly record struct TextSegment(TextChange Change, string Text);

/// <summary>Compares two texts word by word.</summary>
public static class WordDiff
{
    /// <summary>Words, spaces and signs that are compared; longer texts are shown as replaced whole, apart
    /// from how they begin and end.</summary>
    private const int MostPieces = 3000;

    /// <summary>
    /// The first text turned into the second: without what was added the segments are the first text, without what was dropped the second.
    /// </summary>
    public static IReadOnlyList<TextSegment> Of(string first, string second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        var (a, b) = (TextPieces.Of(first), TextPieces.Of(second));
        var start = 0;
        while (start < Math.Min(a.Length, b.Length) && a[start] == b[start]) start++;
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - start && a[^(end + 1)] == b[^(end + 1)]) end++;
        var (left, right) = (a[start..^end], b[start..^end]);
        var segments = new SegmentList();
        segments.Add(TextChange.Same, b.AsSpan(0, start));
        if (left.Length + right.Length > MostPieces) segments.Replace(left, right);
        else
        {
            var (i, j) = (0, 0);
            foreach (var block in Blocks(left, right))
            {
                segments.Add(TextChange.Same, right.AsSpan(j..block.InsertStartB));
                i = block.DeleteStartA + block.DeleteCountA;
                j = block.InsertStartB + block.InsertCountB;
                segments.Replace(left.AsSpan(block.DeleteStartA..i), right.AsSpan(block.InsertStartB..j));
            }
            segments.Add(TextChange.Same, right.AsSpan(j));
        }
        segments.Add(TextChange.Same, b.AsSpan(b.Length - end));
        return segments.Readable();
    }

    private static IList<DiffBlock> Blocks(string[] left, string[] right) =>
        Differ.Instance.CreateDiffs("a", "b", ignoreWhiteSpace: false, ignoreCase: false, new Given(left, right)).DiffBlocks;

    /// <summary>Hands over texts that are cut already.</summary>
    private sealed class Given(string[] left, string[] right) : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => text == "a" ? left : right;
    }
}
