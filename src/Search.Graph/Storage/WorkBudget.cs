using System.Numerics;
using System.Runtime.CompilerServices;

namespace Search.Graph.Storage;

/// <summary>
/// How much of some rows may be looked at within an allowance, known before any is. Opening a row costs one, each of its citations one.
/// Where not all can be afforded, the longest rows are cut and the short ones stay whole.
/// </summary>
/// <param name="Rows">How many of the works have their rows opened: the first ones.</param>
/// <param name="MostOfRow">Citations of a row at most.</param>
/// <param name="Cost">What that takes from the allowance at most; never more than it.</param>
/// <param name="IsWhole">Whether nothing is left out.</param>
internal readonly record struct WorkBudget(int Rows, int MostOfRow, int Cost, bool IsWhole)
{
    /// <summary>The share of the rows of some works.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="directions">One side, or both.</param>
    /// <param name="works">Whose rows.</param>
    /// <param name="allowance">What may be spent.</param>
    public static WorkBudget Of(CitationGraph graph, CitationDirection directions, ReadOnlySpan<int> works, int allowance)
    {
        var sides = Math.Max(1, BitOperations.PopCount((uint)directions));
        var rows = Math.Min(works.Length, allowance / sides);
        var lengths = Lengths.Of(graph, directions, works[..rows]);
        if (lengths.Total > allowance - (rows * sides) && rows > allowance / (2 * sides))
        {
            // A row of which nothing can be read says nothing: no more than half is spent on opening.
            rows = allowance / (2 * sides);
            lengths = Lengths.Of(graph, directions, works[..rows]);
        }
        var opening = rows * sides;
        return lengths.Total <= allowance - opening
            ? new WorkBudget(rows, int.MaxValue, opening + (int)lengths.Total, rows == works.Length)
            : Cut(lengths, rows, opening, allowance);
    }

    /// <summary>From the longest rows down: what the shorter leave is shared equally by the longer, once that is no less
    /// than the shortest of these has.</summary>
    private static WorkBudget Cut(Lengths lengths, int rows, int opening, int allowance)
    {
        var (shorter, longer) = (lengths.Total, 0L);
        for (var digits = Lengths.Most; digits > 0; digits--)
        {
            shorter -= lengths.Citations[digits];
            longer += lengths.Rows[digits];
            if (longer == 0) continue;
            var most = (allowance - opening - shorter) / longer;
            if (most >= 1L << (digits - 1))
                return new WorkBudget(rows, (int)most, (int)(opening + shorter + (longer * most)), IsWhole: false);
        }
        return new WorkBudget(rows, 0, opening, IsWhole: false);
    }

    /// <summary>Rows by the number of binary digits of their length: how many, and how many citations they have together.</summary>
    private struct Lengths
    {
        public const int Most = 31;
        public long Total;
        public ByDigits Rows;
        public ByDigits Citations;

        public static Lengths Of(CitationGraph graph, CitationDirection directions, ReadOnlySpan<int> works)
        {
            var lengths = default(Lengths);
            foreach (var side in (ReadOnlySpan<CitationDirection>)[CitationDirection.Cites, CitationDirection.CitedBy])
            {
                if (!directions.HasFlag(side)) continue;
                foreach (var work in works)
                {
                    var length = graph.RowPlace(work, side).Count;
                    var digits = 32 - BitOperations.LeadingZeroCount((uint)length);
                    lengths.Rows[digits]++;
                    lengths.Citations[digits] += length;
                    lengths.Total += length;
                }
            }
            return lengths;
        }
    }

    [InlineArray(Lengths.Most + 1)]
    private struct ByDigits
    {
        private long first;
    }
}
