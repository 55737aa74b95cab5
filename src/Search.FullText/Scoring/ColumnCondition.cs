using System.Numerics;
using Search.FullText.Segments;

namespace Search.FullText.Scoring;

/// <summary>A condition on one column of a segment.</summary>
internal abstract class ColumnCondition
{
    public abstract bool Holds(int document);

    /// <summary>Clears the bits of documents it does not hold for.</summary>
    public virtual void Restrict(int from, int to, Span<ulong> bits)
    {
        for (var w = 0; w < bits.Length; w++)
        {
            for (var word = bits[w]; word != 0; word &= word - 1)
            {
                var bit = BitOperations.TrailingZeroCount(word);
                if (!Holds(from + (w << 6) + bit)) bits[w] &= ~(1UL << bit);
            }
        }
    }
}

/// <summary>A number within bounds.</summary>
internal sealed class NumberWithin(NumberColumn column, long from, long to) : ColumnCondition
{
    public override bool Holds(int document)
    {
        var value = column[document];
        return value >= from && value <= to;
    }
}

/// <summary>At least one of several keyword values.</summary>
internal sealed class KeywordAmong : ColumnCondition
{
    private readonly KeywordColumn _column;
    private readonly ulong[] _wanted;

    /// <summary>Holds for documents with one of the values.</summary>
    /// <param name="column">Of the field.</param>
    /// <param name="values">How many values the field has.</param>
    /// <param name="ordinals">Those wanted.</param>
    public KeywordAmong(KeywordColumn column, int values, IEnumerable<int> ordinals)
    {
        _column = column;
        _wanted = new ulong[(values + 63) / 64];
        foreach (var o in ordinals) _wanted[o >> 6] |= 1UL << (o & 63);
    }

    public override bool Holds(int document)
    {
        if (_column.IsSingle)
        {
            var ordinal = _column.Single(document);
            return ordinal >= 0 && IsWanted(ordinal);
        }

        var (at, end) = _column.Range(document);
        for (; at < end; at++)
        {
            if (IsWanted(_column.Ordinal(at))) return true;
        }

        return false;
    }

    private bool IsWanted(int ordinal) => (_wanted[ordinal >> 6] >> (ordinal & 63) & 1) != 0;
}
