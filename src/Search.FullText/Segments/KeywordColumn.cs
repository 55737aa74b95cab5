using System.Runtime.CompilerServices;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>The keyword values of every document of a segment, as ordinals of the field's dictionary, ascending.</summary>
internal sealed unsafe class KeywordColumn
{
    private const int HeaderLength = 2;
    private readonly PackedNumbers _starts;
    private readonly PackedNumbers _ordinals;
    private readonly Lazy<KeywordRuns?> _runs;

    public KeywordColumn(Mapped section, int count)
    {
        var startWidth = section.Start[0];
        IsSingle = startWidth == 0;
        _starts = new PackedNumbers(section.Start + HeaderLength, startWidth);
        var offset = IsSingle ? 0 : PackedNumbers.ByteLength(count + 1L, startWidth);
        _ordinals = new PackedNumbers(section.Start + HeaderLength + offset, section.Start[1]);
        _runs = new(() => IsSingle ? KeywordRuns.Of(this, count) : null);
    }

    /// <summary>Whether no document has more than one value: then <see cref="Single"/> tells it.</summary>
    public bool IsSingle { get; }

    /// <summary>The column as runs of one value, where no document has more than one and runs are few; found when
    /// first asked for, then kept.</summary>
    public KeywordRuns? Runs => _runs.Value;

    /// <summary>The only ordinal of a document, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Single(int document) => (int)_ordinals[document] - 1;

    /// <summary>Where a document's ordinals lie, for <see cref="Ordinal"/>.</summary>
    public (long From, long To) Range(int document) => ((long)_starts[document], (long)_starts[document + 1L]);

    public int Ordinal(long index) => (int)_ordinals[index];

    /// <summary>Writes the column: one number a document where none has two values.</summary>
    /// <param name="sink">Where to.</param>
    /// <param name="section">Its id.</param>
    /// <param name="starts">For every document, and once more at the end, where its ordinals begin.</param>
    /// <param name="ordinals">All of them.</param>
    public static void Write(SectionWriter sink, uint section, ReadOnlySpan<int> starts, ReadOnlySpan<int> ordinals)
    {
        var single = true;
        var largest = 0;
        for (var i = 0; i + 1 < starts.Length; i++) single &= starts[i + 1] - starts[i] <= 1;
        foreach (var o in ordinals) largest = Math.Max(largest, o + 1);
        var width = PackedNumbers.WidthFor((ulong)largest);
        var startWidth = single ? 0 : Math.Max(1, PackedNumbers.WidthFor((ulong)ordinals.Length));
        sink.Begin(section);
        sink.Raw([(byte)startWidth, (byte)width]);
        var packed = new PackedNumbersWriter(sink, width);
        if (single)
        {
            for (var i = 0; i + 1 < starts.Length; i++) packed.Add(starts[i + 1] > starts[i] ? (ulong)ordinals[starts[i]] + 1 : 0);
        }
        else
        {
            var begins = new PackedNumbersWriter(sink, startWidth);
            foreach (var start in starts) begins.Add((ulong)start);
            begins.Finish();
            foreach (var ordinal in ordinals) packed.Add((ulong)ordinal);
        }

        packed.Finish();

        sink.End();
    }
}
