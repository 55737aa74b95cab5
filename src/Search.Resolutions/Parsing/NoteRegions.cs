namespace Search.Resolutions.Parsing;

/// <summary>The stretches of a document that share a block of notes: on a page, the text above its notes.</summary>
internal sealed class NoteRegions
{
    private readonly List<int> _blockStarts = [];
    private readonly List<List<int>> _values = [];

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
                _blockStarts.Add(notes[i].Start);
                _values.Add([]);
            }
            if (notes[i].Value > 0) _values[^1].Add(notes[i].Value);
        }
        foreach (var values in _values)
        {
            values.Sort();
            FillGaps(values);
        }
    }

    /// <summary>"100, 102": a note between two others of its block is lost or its number misread, but its mark is in the text.</summary>
    private static void FillGaps(List<int> values)
    {
        if (values.Count < 2 || values[^1] - values[0] == values.Count - 1) return;
        var printed = values.ToArray();
        for (var i = 1; i < printed.Length; i++)
            if (printed[i] - printed[i - 1] is 2 or 3)
                for (var value = printed[i - 1] + 1; value < printed[i]; value++) values.Add(value);
        if (values.Count > printed.Length) values.Sort();
    }

    /// <summary>How many regions there are.</summary>
    public int Count => _blockStarts.Count;

    /// <summary>The region of a place: the block of notes that follows it, else the last.</summary>
    public int At(int offset)
    {
        var i = _blockStarts.BinarySearch(offset);
        return Math.Min(i < 0 ? ~i : i + 1, Count - 1);
    }

    /// <summary>The numbers of a region's notes, ascending, with those of its lost notes.</summary>
    public List<int> Values(int region) => _values[region];
}
