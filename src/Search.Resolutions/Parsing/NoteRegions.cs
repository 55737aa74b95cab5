using System.Runtime.InteropServices;

namespace Search.Resolutions.Parsing;

/// <summary>The stretches of a document that share a block of notes: on a page, the text above its notes.</summary>
internal sealed class NoteRegions
{
    private readonly List<int> _blockStarts = [];
    private readonly List<int> _values = []; // of all blocks, one after another
    private int _last;
    private readonly List<int> _valueEnds = []; // where in it those of a block end

    /// <summary>Groups the notes into blocks: notes with no running text between them.</summary>
    public NoteRegions(List<NoteDraft> notes, List<Line> lines, LineRole[] roles)
    {
        var line = 0;
        for (var i = 0; i < notes.Count; i++)
        {
            var broken = i == 0;
            while (line < lines.Count && lines[line].Start < notes[i].Start)
            {
                if (roles[line] == LineRole.Body) broken = true;
                line++;
            }
            if (broken)
            {
                if (i > 0) EndBlock();
                _blockStarts.Add(notes[i].Start);
            }
            if (notes[i].Value > 0) _values.Add(notes[i].Value);
        }
        if (notes.Count > 0) EndBlock();
    }

    /// <summary>Sorts the values of the last block, and adds those of its lost notes.</summary>
    private void EndBlock()
    {
        var start = _valueEnds.Count == 0 ? 0 : _valueEnds[^1];
        _values.Sort(start, _values.Count - start, null);
        FillGaps(start);
        _valueEnds.Add(_values.Count);
    }

    /// <summary>"100, 102": a note between two others of its block is lost or its number misread, but its mark is in the text.</summary>
    private void FillGaps(int start)
    {
        var end = _values.Count;
        if (end - start < 2 || _values[end - 1] - _values[start] == end - start - 1) return;
        for (var i = start + 1; i < end; i++)
            if (_values[i] - _values[i - 1] is 2 or 3)
                for (var value = _values[i - 1] + 1; value < _values[i]; value++) _values.Add(value);
        if (_values.Count > end) _values.Sort(start, _values.Count - start, null);
    }

    /// <summary>How many regions there are.</summary>
    public int Count => _blockStarts.Count;

    /// <summary>The region of a place: the block of notes that follows it, else the last.</summary>
    public int At(int offset)
    {
        // places are mostly asked for in order
        if (_last < Count && offset < _blockStarts[_last] && (_last == 0 || offset >= _blockStarts[_last - 1])) return _last;
        var i = _blockStarts.BinarySearch(offset);
        return _last = Math.Min(i < 0 ? ~i : i + 1, Count - 1);
    }

    /// <summary>The numbers of a region's notes, ascending, with those of its lost notes.</summary>
    public ReadOnlySpan<int> Values(int region)
    {
        var start = region == 0 ? 0 : _valueEnds[region - 1];
        return CollectionsMarshal.AsSpan(_values)[start.._valueEnds[region]];
    }
}
