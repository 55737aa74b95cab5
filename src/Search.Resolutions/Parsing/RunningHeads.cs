using System.Text;

namespace Search.Resolutions.Parsing;

/// <summary>
/// Finds running heads and feet by their position and by repetition: lines next to a page turn that are the document's symbol, its title
/// over one or several lines, or that are next to another page turn as well.
/// </summary>
internal sealed class RunningHeads
{
    /// <summary>Most lines of a head or a foot, page counters and job numbers aside.</summary>
    private const int Depth = 8;

    /// <summary>Most lines of a running title.</summary>
    private const int TitleLines = 6;

    /// <summary>Characters of the longest line that is looked at.</summary>
    private const int Longest = 400;

    /// <summary>Letters and digits of the shortest title or repeated line.</summary>
    private const int Shortest = 4;

    /// <summary>Characters of the longest line that repeats the symbol alone.</summary>
    private const int LongestSymbolLine = 64;

    /// <summary>Letters and digits of the shortest repeated line where the text has lost its form feeds.</summary>
    private const int ShortestUnsure = 10;

    /// <summary>Characters of the longest number before a title, its full stop included.</summary>
    private const int LongestNumber = 20;

    /// <summary>Lines of front matter that may hold the title.</summary>
    private const int FrontLines = 80;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly LineRole[] _roles;
    private readonly List<(int At, bool Sure)> _turns = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);
    private readonly HashSet<int> _counted = [];
    private readonly StringBuilder _key = new();
    private readonly List<int> _zone = new(Depth);
    private string? _symbol;
    private int _front;

    private RunningHeads(string text, List<Line> lines, LineRole[] roles) => (_text, _lines, _roles) = (text, lines, roles);

    /// <summary>Marks running heads and feet; page counters, job numbers and bar codes are marked already.</summary>
    public static void Mark(string text, List<Line> lines, LineRole[] roles)
    {
        var heads = new RunningHeads(text, lines, roles);
        heads.FindTurns();
        if (heads._turns.Count == 0) return;
        heads.ReadFront();
        foreach (var (turn, _) in heads._turns) heads.Count(turn);
        foreach (var (turn, sure) in heads._turns)
        {
            heads.MarkZone(turn, -1, sure);
            heads.MarkZone(turn, 1, sure);
        }
    }

    /// <summary>A form feed turns the page; so does a run of page counters and job numbers, where the text
    /// has lost the form feed.</summary>
    private void FindTurns()
    {
        var run = -1;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_lines[i].PageBefore && i > 0)
            {
                if (run >= 0 && _turns.Count > 0 && !_turns[^1].Sure) _turns.RemoveAt(_turns.Count - 1);
                _turns.Add((i, true));
                run = i;
            }
            if (!IsFurniture(i)) run = -1;
            else if (run < 0)
            {
                run = i;
                _turns.Add((i, false));
            }
        }
    }

    /// <summary>The symbol at the head of the document, and everything in the front matter that may be its title.</summary>
    private void ReadFront()
    {
        var stop = Math.Min(_lines.Count, FrontLines);
        if (_turns.Find(t => t.Sure) is { Sure: true } first) stop = Math.Min(stop, first.At);
        for (var i = 0; i < stop; i++)
        {
            if (_lines[i].Length < Longest && EnactingLine.IsAlone(_lines[i].In(_text))) stop = i;
            else if (_symbol is null && i < Depth * 2 && _lines[i].Length < Longest)
                foreach (var column in new LineColumns(_text, _lines[i]))
                    if (LineShapes.IsSymbol(column.In(_text))) _symbol ??= KeyOf(column.In(_text));
        }
        _front = stop;
        for (var i = 0; i < stop; i++)
        {
            AddTitles(i, stop, _lines[i].Start);
            if (NumberEnd(_lines[i]) is var title && title > _lines[i].Start) AddTitles(i, stop, title);
        }
    }

    /// <summary>Where the title begins after its number: "79/160. Ferries", "2037 (XX). Ferries"; the line's
    /// start where there is none.</summary>
    private int NumberEnd(Line line)
    {
        var number = _text.AsSpan(line.Start, Math.Min(LongestNumber, line.Length));
        var stop = number.IndexOf('.');
        if (stop < 2 || number[..stop].IndexOfAnyInRange('0', '9') < 0 || number[..stop].IndexOfAnyInRange('a', 'z') >= 0)
            return line.Start;
        return line.Start + stop + 1;
    }

    private void AddTitles(int first, int stop, int from)
    {
        _key.Clear();
        for (var i = first; i < stop && i < first + TitleLines && _lines[i].Length < Longest; i++)
        {
            Append(_text.AsSpan(i == first ? from : _lines[i].Start, _lines[i].End - (i == first ? from : _lines[i].Start)));
            if (_key.Length >= Shortest) _titles.Add(_key.ToString());
        }
    }

    private void Count(int turn)
    {
        foreach (var step in (ReadOnlySpan<int>)[-1, 1])
        {
            Collect(turn, step);
            for (var at = 0; at < _zone.Count; at++)
            {
                // a symbol and a counter of one head are two turns for its title
                if (Place(at, step) is { } place && _counted.Add(_zone[at])) _seen[place] = _seen.GetValueOrDefault(place) + 1;
            }
        }
    }

    /// <summary>A line of the zone with its place in it; null where it cannot be furniture.</summary>
    private string? Place(int at, int step)
    {
        if (IsClauseEnd(_zone[at]) || IsClosing(_zone[at])) return null;
        var key = Key(_zone[at]);
        return key.Length < Shortest ? null : $"{step * (at + 1)} {key}";
    }

    /// <summary>The lines on one side of a turn, from the turn outwards, that may be its head or foot.</summary>
    private void Collect(int turn, int step)
    {
        _zone.Clear();
        for (var i = step < 0 ? turn - 1 : turn; i >= _front && i < _lines.Count && _zone.Count < Depth; i += step)
        {
            if (step > 0 && i > turn && _lines[i].PageBefore) return;
            if (_roles[i] == LineRole.Furniture)
            {
                if (step < 0 && LineShapes.IsRule(_lines[i].In(_text))) return;
            }
            else if (_lines[i].Length < Longest) _zone.Add(i);
            else return;
            if (step < 0 && _lines[i].PageBefore) return;
        }
    }

    private void MarkZone(int turn, int step, bool sure)
    {
        Collect(turn, step);
        for (var at = 0; at < _zone.Count;)
        {
            var count = Title(at, step);
            if (count == 0 && (IsOwnSymbol(_zone[at]) || IsRepeated(at, step, sure))) count = 1;
            if (count == 0) return;
            for (var n = 0; n < count; n++) _roles[_zone[at + n]] = LineRole.Furniture;
            at += count;
        }
    }

    private bool IsRepeated(int at, int step, bool sure) =>
        Place(at, step) is { } place && _seen.GetValueOrDefault(place) > 1 && (sure || place.Length >= ShortestUnsure);

    /// <summary>How many lines from a place in the zone make up the title, the symbol beside it or not; 0 where none do.</summary>
    private int Title(int at, int step)
    {
        for (var count = Math.Min(TitleLines, _zone.Count - at); count > 0; count--)
        {
            _key.Clear();
            for (var n = 0; n < count; n++) AppendColumns(_zone[step > 0 ? at + n : at + count - 1 - n]);
            if (_key.Length < Shortest || !_titles.Contains(_key.ToString())) continue;
            if (!IsQuoted(_zone[at], _zone[at + count - 1]) && !(count == 1 && IsClosing(_zone[at]))) return count;
        }
        return 0;
    }

    /// <summary>“Ferries”: the title as the last words of a sentence, which names an agenda item.</summary>
    private bool IsQuoted(int a, int b)
    {
        var (first, last) = (_lines[Math.Min(a, b)], _lines[Math.Max(a, b)]);
        return _text[first.Start] is '“' or '"' && _text.AsSpan(last.Start, last.Length).IndexOfAny('”', '"') > 0
            || IsClauseEnd(Math.Max(a, b));
    }

    private bool IsClauseEnd(int i) => _text[_lines[i].End - 1] is ',' or ';' or '.' or ':';

    /// <summary>The meeting and its day: the cover may print the same day.</summary>
    private bool IsClosing(int i) => char.IsAsciiDigit(_text[_lines[i].Start]) && ClosingLine.Is(_lines[i].In(_text));

    private bool IsFurniture(int i) => _roles[i] == LineRole.Furniture && !LineShapes.IsRule(_lines[i].In(_text));

    private bool IsOwnSymbol(int i) => _symbol is not null && _lines[i].Length < LongestSymbolLine && Key(i) == _symbol;

    private string Key(int i) => KeyOf(_lines[i].In(_text));

    private string KeyOf(ReadOnlySpan<char> line)
    {
        _key.Clear();
        Append(line);
        return _key.ToString();
    }

    /// <summary>Appends a line without the columns that are the symbol, a page counter or a job number.</summary>
    private void AppendColumns(int i)
    {
        foreach (var column in new LineColumns(_text, _lines[i]))
        {
            var words = WithoutOwnSymbol(column.In(_text));
            if (!LineShapes.IsSymbol(words) && LineShapes.PageOf(words).Of == 0 && !LineShapes.IsJobNumber(words)) Append(words);
        }
    }

    /// <summary>"A/RES/79/989 Ferries": the words without the document's symbol before or after them.</summary>
    private ReadOnlySpan<char> WithoutOwnSymbol(ReadOnlySpan<char> words)
    {
        if (_symbol is null) return words;
        if (words.IndexOf(' ') is > 0 and var first && IsOwn(words[..first])) return words[first..].TrimStart();
        return words.LastIndexOf(' ') is > 0 and var last && IsOwn(words[(last + 1)..]) ? words[..last].TrimEnd() : words;
    }

    private bool IsOwn(ReadOnlySpan<char> word)
    {
        if (!LineShapes.IsSymbol(word)) return false;
        var at = 0;
        foreach (var c in word)
            if (char.IsLetterOrDigit(c) && (at == _symbol!.Length || _symbol[at++] != char.ToLowerInvariant(c))) return false;
        return at == _symbol!.Length;
    }

    private void Append(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
            if (char.IsLetterOrDigit(c)) _key.Append(char.ToLowerInvariant(c));
    }
}
