using System.Numerics;

namespace Search.FullText.Segments;

/// <summary>
/// A column of single values as runs of documents that have the same one: what is known of a text as a whole is alike in all its
/// clauses. Values are counted over matches run by run, by counting bits.
/// </summary>
internal sealed class KeywordRuns
{
    /// <summary>A column with more than one run in this many documents is not kept as runs.</summary>
    private const int FewestDocuments = 8;

    private readonly int[] _ends; // the document after each run
    private readonly int[] _values; // its ordinal, -1 for none

    private KeywordRuns(int[] ends, int[] values) => (_ends, _values) = (ends, values);

    /// <summary>How many runs there are.</summary>
    public int Count => _ends.Length;

    /// <summary>The runs of a column, or null where they are too many.</summary>
    public static KeywordRuns? Of(KeywordColumn column, int documents)
    {
        var (ends, values) = (new List<int>(), new List<int>());
        for (var document = 0; document < documents; document++)
        {
            var value = column.Single(document);
            if (values.Count == 0 || values[^1] != value)
            {
                if (values.Count == documents / FewestDocuments) return null;
                ends.Add(document);
                values.Add(value);
            }

            ends[^1] = document + 1;
        }

        return new KeywordRuns([.. ends], [.. values]);
    }

    /// <summary>The first document of a run.</summary>
    public int StartOf(int run) => run == 0 ? 0 : _ends[run - 1];

    /// <summary>The ordinal of a run's value, -1 for none.</summary>
    public int ValueOf(int run) => _values[run];

    /// <summary>The run of a document that is in no run before <paramref name="run"/>; <see cref="Count"/> after the last.</summary>
    public int RunFrom(int run, int document)
    {
        var step = 1;
        var low = run;
        while (run < _ends.Length && _ends[run] <= document)
        {
            low = run + 1;
            run += step;
            step <<= 1;
        }

        var found = Array.BinarySearch(_ends, low, Math.Min(run, _ends.Length) - low, document + 1);
        return found < 0 ? ~found : found;
    }

    /// <summary>The run of a document, for <see cref="AddCounts"/>.</summary>
    public int RunOf(int document)
    {
        var run = Array.BinarySearch(_ends, document + 1);
        return run < 0 ? ~run : run;
    }

    /// <summary>Adds to the count of each value, at its ordinal + 1, how many of the documents have it.</summary>
    /// <param name="firstRun">Of the first document.</param>
    /// <param name="from">The first document, which bit 0 is of.</param>
    /// <param name="bits">Of documents.</param>
    /// <param name="counts">0 is of documents without a value.</param>
    public void AddCounts(int firstRun, int from, ReadOnlySpan<ulong> bits, int[] counts)
    {
        var (at, end) = (from, from + (bits.Length << 6));
        for (var run = firstRun; run < _ends.Length && at < end; run++)
        {
            var last = Math.Min(_ends[run], end) - 1;
            counts[_values[run] + 1] += CountOf(bits, at - from, last - from);
            at = last + 1;
        }
    }

    /// <summary>How many bits are set from one to another, both included.</summary>
    private static int CountOf(ReadOnlySpan<ulong> bits, int first, int last)
    {
        var (word, lastWord) = (first >> 6, last >> 6);
        var (head, tail) = (ulong.MaxValue << (first & 63), ulong.MaxValue >> (63 - (last & 63)));
        if (word == lastWord) return BitOperations.PopCount(bits[word] & head & tail);
        var count = BitOperations.PopCount(bits[word] & head) + BitOperations.PopCount(bits[lastWord] & tail);
        while (++word < lastWord) count += BitOperations.PopCount(bits[word]);
        return count;
    }
}
