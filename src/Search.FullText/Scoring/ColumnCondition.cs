using System.Numerics;
using System.Runtime.CompilerServices;
using Search.FullText.Segments;

namespace Search.FullText.Scoring;

/// <summary>A condition on one column of a segment.</summary>
internal abstract unsafe class ColumnCondition
{
    public abstract bool Holds(int document);

    /// <summary>The first document at or after <paramref name="document"/> that it can hold for, as far as is known without looking at
    /// each; <see cref="Scorer.End"/> if there is none.</summary>
    public virtual int FirstFrom(int document) => document;

    /// <summary>Keeps of documents those it holds for, and returns how many, without a branch a document: see
    /// <see cref="AcceptedDocuments.Keep"/>.</summary>
    public abstract int Keep(int* documents, int* chosen, int count);

    /// <summary>Clears the bits of documents it does not hold for.</summary>
    public void Restrict(int from, Span<ulong> bits)
    {
        for (var w = 0; w < bits.Length; w++)
        {
            var kept = 0UL;
            WorkMeter.Add(BitOperations.PopCount(bits[w]));
            for (var word = bits[w]; word != 0; word &= word - 1)
            {
                var bit = BitOperations.TrailingZeroCount(word);
                kept |= (ulong)Unsafe.BitCast<bool, byte>(Holds(from + (w << 6) + bit)) << bit;
            }

            bits[w] = kept;
        }
    }
}

/// <summary>A number within bounds.</summary>
internal sealed unsafe class NumberWithin : ColumnCondition
{
    private readonly NumberColumn _column;
    private readonly ulong _least;
    private readonly ulong _range;

    /// <summary>Holds for documents with a number between both, which reach into the column's range.</summary>
    public NumberWithin(NumberColumn column, long from, long to)
    {
        _column = column;
        var (least, most) = column.PackedBetween(from, to);
        (_least, _range) = (least, unchecked(most - least));
        IsEmpty = most < least;
    }

    /// <summary>Whether no number of the column lies between both.</summary>
    public bool IsEmpty { get; }

    public override bool Holds(int document) => unchecked(_column.Packed(document) - _least) <= _range;

    public override int Keep(int* documents, int* chosen, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var document = documents[chosen[i]];
            chosen[kept] = chosen[i];
            kept += Unsafe.BitCast<bool, byte>(unchecked(_column.Packed(document) - _least) <= _range);
        }

        return kept;
    }
}

/// <summary>At least one of several keyword values.</summary>
internal sealed unsafe class KeywordAmong : ColumnCondition
{
    private readonly KeywordColumn _column;
    private readonly KeywordRuns? _runs;
    private readonly ulong[] _wanted;
    private int _run;

    /// <summary>Holds for documents with one of the values.</summary>
    /// <param name="column">Of the field.</param>
    /// <param name="values">How many values the field has.</param>
    /// <param name="ordinals">Those wanted.</param>
    public KeywordAmong(KeywordColumn column, int values, IEnumerable<int> ordinals)
    {
        (_column, _runs) = (column, column.Runs);
        _wanted = new ulong[(values / 64) + 1];
        foreach (var o in ordinals) _wanted[(o + 1) >> 6] |= 1UL << ((o + 1) & 63); // 0 stands for no value
    }

    public override bool Holds(int document)
    {
        if (_column.IsSingle) return IsWanted(_column.Single(document));
        var (at, end) = _column.Range(document);
        for (; at < end; at++)
        {
            if (IsWanted(_column.Ordinal(at))) return true;
        }

        return false;
    }

    public override int Keep(int* documents, int* chosen, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var document = documents[chosen[i]];
            chosen[kept] = chosen[i];
            kept += Unsafe.BitCast<bool, byte>(_column.IsSingle ? IsWanted(_column.Single(document)) : Holds(document));
        }

        return kept;
    }

    public override int FirstFrom(int document)
    {
        if (_runs is not { } runs) return document;
        if (_run == runs.Count || document < runs.StartOf(_run)) _run = 0;
        _run = runs.RunFrom(_run, document);
        while (_run < runs.Count && !IsWanted(runs.ValueOf(_run))) _run++;
        return _run == runs.Count ? Scorer.End : Math.Max(document, runs.StartOf(_run));
    }

    private bool IsWanted(int ordinal) => (_wanted[(ordinal + 1) >> 6] >> ((ordinal + 1) & 63) & 1) != 0;
}
