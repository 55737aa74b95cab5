using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>A footnote as found at the foot of a page, before its text is cleaned.</summary>
internal sealed class NoteDraft
{
    /// <summary>The mark in plain digits or signs.</summary>
    public required string Mark { get; init; }

    /// <summary>The mark's value, 0 where it is a sign.</summary>
    public required int Value { get; init; }

    /// <summary>Where the mark begins.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after the mark and what belongs to it.</summary>
    public int MarkEnd { get; set; }

    /// <summary>The note's lines without the mark, in order.</summary>
    public SpanList Pieces;
}

/// <summary>Takes the footnotes out of the lines.</summary>
internal sealed class NoteBlocks
{
    /// <summary>Words that the text of a source note begins with.</summary>
    private static readonly WordList Cues = WordList.Of("note-openings");

    /// <summary>Words that nothing but a note begins with.</summary>
    private static readonly WordList UnmarkedOpenings = WordList.Of("unmarked-note-openings");

    /// <summary>Lines at the head of a document in which no note without a mark is.</summary>
    private const int HeadLines = 4;

    /// <summary>Characters of the longest line that begins a note without a mark.</summary>
    private const int LongestUnmarked = 400;

    /// <summary>Characters of a line within which the mark of its note is.</summary>
    private const int MarkReach = 12;

    /// <summary>Blanks by which a line further in or out is not of the note before it.</summary>
    private const int HangingIndent = 2;

    /// <summary>The greatest number whose value a further digit is added to.</summary>
    private const int GreatestValue = 9999;

    private readonly HeadReader _heads;
    private readonly LayoutIndex _layout;
    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly LineRole[] _roles;
    private readonly bool _marksNotes;
    private readonly bool _raisesNumbers; // notes begin with a raised number
    private readonly bool _hasLooseSign;
    private readonly bool[] _loose; // by value
    private readonly HashSet<int> _inBrackets;
    private NoteDraft? _open;
    private int _openIndent;
    private bool _closed;

    private NoteBlocks(SourceText source, List<Line> lines, LineRole[] roles, LayoutIndex layout, HeadReader heads)
    {
        _heads = heads;
        (_layout, _text, _lines, _roles, _marksNotes) = (layout, source.Text, lines, roles, source.MarksNotes);
        foreach (var note in layout.All(LayoutKind.Footnote))
            _raisesNumbers |= _marksNotes && layout.Contains(LayoutKind.Superscript, note.Start);
        (_hasLooseSign, _loose) = LooseMarks.Find(_text, lines, roles);
        _inBrackets = LooseMarks.InBrackets(_text);
    }

    private List<NoteDraft> Notes { get; } = [];

    /// <summary>The notes of a document; their lines get the role <see cref="LineRole.Note"/>.</summary>
    public static List<NoteDraft> Take(SourceText source, List<Line> lines, LineRole[] roles, LayoutIndex layout, HeadReader heads)
    {
        var feet = source.MarksNotes ? [] : FootOfPage.Take(source.Text, lines, roles);
        var blocks = new NoteBlocks(source, lines, roles, layout, heads);
        blocks.Run();
        if (feet.Count == 0) return blocks.Notes;
        feet.AddRange(blocks.Notes);
        return [.. feet.OrderBy(n => n.Start)];
    }

    private void Run()
    {
        var afterRule = false;
        var tagged = _layout.All(LayoutKind.Footnote);
        var footnote = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            var line = _lines[i];
            if (_roles[i] == LineRole.Furniture)
            {
                var rule = LineShapes.IsRule(line.In(_text));
                afterRule = rule && _text[line.Start] is '_' or '─' or '―' or '-' or '—';
                if (!rule) _open = null;
                continue;
            }
            if (_roles[i] == LineRole.Note)
            {
                (_open, afterRule) = (null, false); // a note at the foot of its page, taken already
                continue;
            }
            while (footnote < tagged.Length && tagged[footnote].End <= line.Start) footnote++;
            if (footnote < tagged.Length && tagged[footnote].Start < line.End)
            {
                Tagged(i, tagged[footnote]);
                continue;
            }
            if (line.PageBefore || _marksNotes) _open = null;
            if (_open is not null ? Goes(i) : Starts(i, afterRule)) _roles[i] = LineRole.Note;
            else
            {
                _open = null;
                _closed |= _text[line.Start] == 'A' && ClosingLine.Is(line.In(_text)) && i > _lines.Count / 2;
            }
            afterRule = false;
        }
    }

    /// <summary>A line inside an element or block that the layout calls a note.</summary>
    private void Tagged(int i, TextSpan span)
    {
        var line = _lines[i];
        _roles[i] = LineRole.Note;
        var continues = i > 0 && _roles[i - 1] == LineRole.Note; // a later paragraph of the note
        var first = i == 0 || _lines[i - 1].End <= span.Start || _roles[i - 1] != LineRole.Note;
        var mark = Mark(line, plain: true);
        var begins = mark.End > line.Start && (!_raisesNumbers || _layout.Contains(LayoutKind.Superscript, mark.Start));
        if (begins && (first || _open is null || IsNext(mark, line))) Open(line, mark);
        else if (_open is null || (first && !(continues && _open.Mark.Length > 0))) Open(line, (line.Start, line.Start, 0));
        else _open.Pieces.Add(line.Span);
    }

    private bool Starts(int i, bool afterRule)
    {
        var line = _lines[i];
        if (_marksNotes || !afterRule && !IsApart(i) || IsRow(line)) return false;
        var mark = Mark(line, plain: true);
        if (mark.End == line.Start)
        {
            if (i < HeadLines || !IsUnmarked(line.In(_text))) return false;
            Open(line, mark);
            return true;
        }
        var first = _text[mark.Start];
        if (NoteSigns.IsSign(first))
        {
            if (!afterRule && !_hasLooseSign && (first == '*' || !HasCue(_text.AsSpan(SkipBlank(mark.End, line.End)..line.End))))
                return false;
            Open(line, mark);
            return true;
        }
        if (!char.IsAsciiDigit(first) || _text[line.Start] is '[' or '/')
        {
            Open(line, mark);
            return true;
        }
        if (_text[mark.End] == '/')
        {
            Open(line, mark);
            return true;
        }
        var rest = _text.AsSpan(SkipBlank(mark.End, line.End)..line.End);
        if (!afterRule && !IsExpected(mark.Value, rest) && !HasCue(rest)) return false;
        if (IsMonth(rest) || IsRange(rest)) return false;
        Open(line, mark);
        return true;
    }

    /// <summary>Whether a line does not continue the text above it: after a gap, a page turn or what is no text.</summary>
    private bool IsApart(int i) => i == 0 || _lines[i].BlankBefore > 0 || _lines[i].PageBefore || _roles[i - 1] != LineRole.Body;

    /// <summary>Whether a sentence after a number is a note because the text has ended, or has a mark of that number.</summary>
    private bool IsExpected(int value, ReadOnlySpan<char> rest) =>
        (_closed || _loose[Math.Min(value, _loose.Length - 1)]) && LineShapes.BeginsSentence(rest) && !Heads(rest);

    /// <summary>Whether a line is the row of a table: only where its first cell is raised may it be a note.</summary>
    private bool IsRow(Line line) =>
        _layout.Contains(LayoutKind.Row, line.Start)
            ? !_layout.Contains(LayoutKind.Superscript, line.Start)
            : _layout.Has(LayoutKind.Paragraph) && line.In(_text).Count('\t') > 1;

    /// <summary>Whether the open note continues in this line, or another follows it.</summary>
    private bool Goes(int i)
    {
        var line = _lines[i];
        var mark = Mark(line, plain: true);
        if (mark.End > line.Start && IsNext(mark, line))
        {
            Open(line, mark);
            return true;
        }
        if (line.BlankBefore > 0) return false;
        var ended = _open!.Pieces.Count > 0 && Endings.Of(_text.AsSpan(_open.Pieces[^1].Start, _open.Pieces[^1].Length)) == Ending.Stop;
        if (ended)
        {
            if (char.IsLower(_text[line.Start])) return false;
            if (Math.Abs(line.Indent - _openIndent) >= HangingIndent && _open.Pieces.Count <= 1) return false;
            var enumerator = Enumerator.Read(_text, line.Start, line.End);
            if (enumerator.Style is EnumeratorStyle.Number or EnumeratorStyle.BracketLetter && enumerator.Content > enumerator.End)
                return false;
            var head = _heads.Read(line.In(_text));
            if (head.Known) return false;
        }
        _open.Pieces.Add(line.Span);
        return true;
    }

    private bool IsNext((int Start, int End, int Value) mark, Line line)
    {
        var first = _text[mark.Start];
        if (!char.IsAsciiDigit(first) || _text[line.Start] == '[') return !NoteSigns.IsSign(first) || _hasLooseSign || line.BlankBefore > 0;
        if (_text[mark.End] == '/') return true;
        var rest = _text.AsSpan(SkipBlank(mark.End, line.End)..line.End);
        if (rest.IsEmpty || IsMonth(rest) || IsRange(rest)) return false;
        var last = Notes.Count == 0 ? 0 : Notes[^1].Value;
        if (mark.Value == last + 1) return true;
        return line.BlankBefore > 0 ? LineShapes.BeginsSentence(rest) || HasCue(rest) : HasCue(rest) && (mark.Value > last || last == 0);
    }

    private void Open(Line line, (int Start, int End, int Value) mark)
    {
        var plain = mark.End > mark.Start ? NoteSigns.Plain(_text.AsSpan(mark.Start, mark.End - mark.Start)) : "";
        _open = new NoteDraft { Mark = plain, Value = mark.Value, Start = line.Start };
        _openIndent = line.Indent;
        var from = mark.End;
        if (from < line.End && _text[from] is '/') from++;
        if (from > line.Start && from < line.End && _text[from] is '.' or ')' && mark.End > mark.Start) from++;
        if (_text[line.Start] == '[' && mark.End > mark.Start)
            while (from < line.End && _text[from] is ']' or ':') from++;
        _open.MarkEnd = from;
        from = SkipBlank(from, line.End);
        if (from < line.End) _open.Pieces.Add(new(from, line.End));
        Notes.Add(_open);
    }

    /// <summary>The mark at the start of a line; End = line.Start where there is none.</summary>
    private (int Start, int End, int Value) Mark(Line line, bool plain)
    {
        var none = (line.Start, line.Start, 0);
        var (at, end) = (line.Start, Math.Min(line.End, line.Start + MarkReach));
        var first = _text[at];
        if (first == '[' && at + 2 < end && _text[at + 1] == '^')
        {
            var to = at + 2;
            while (to < end && char.IsAsciiLetterOrDigit(_text[to])) to++;
            return to > at + 2 && to < end && _text[to] == ']' ? (at + 2, to, ValueOf(at + 2, to)) : none;
        }
        var stop = at;
        // "[1] See", for a mark "[1]" in the text
        if (first == '[' && LooseMarks.BracketEnd(_text, at) is > 0 and var close && close < line.End
            && _inBrackets.Contains(ValueOf(at + 1, close - 1)))
            return (at + 1, close - 1, ValueOf(at + 1, close - 1));
        if (NoteSigns.SuperscriptDigit(first) >= 0)
        {
            while (stop < end && NoteSigns.SuperscriptDigit(_text[stop]) >= 0) stop++;
            return (at, stop, ValueOf(at, stop));
        }
        if (NoteSigns.IsSign(first))
        {
            while (stop < end && _text[stop] == first) stop++;
            return stop - at <= NoteSigns.MostSigns && stop < line.End && char.IsWhiteSpace(_text[stop]) ? (at, stop, 0) : none;
        }
        if (!plain) return none;
        if (first == '/' && at + 1 < end && char.IsAsciiDigit(_text[at + 1]))
        {
            stop = at + 1;
            while (stop < end && char.IsAsciiDigit(_text[stop])) stop++;
            return stop - at - 1 <= NoteSigns.MostDigits && stop < line.End && char.IsWhiteSpace(_text[stop])
                ? (at + 1, stop, ValueOf(at + 1, stop))
                : none;
        }
        if (char.IsAsciiDigit(first))
        {
            while (stop < end && char.IsAsciiDigit(_text[stop])) stop++;
            if (stop - at > NoteSigns.MostDigits || stop >= line.End) return none;
            var next = _text[stop];
            // "1. See", "1) See" in an element that is a note
            if (next is '.' or ')' && stop + 1 < line.End && char.IsWhiteSpace(_text[stop + 1])
                && _layout.Contains(LayoutKind.Footnote, at))
                return (at, stop, ValueOf(at, stop));
            if (next == '/' && stop + 1 < line.End && char.IsWhiteSpace(_text[stop + 1])) return (at, stop, ValueOf(at, stop));
            return char.IsWhiteSpace(next) || (char.IsUpper(next) && stop + 1 < line.End && char.IsLetter(_text[stop + 1]))
                ? (at, stop, ValueOf(at, stop))
                : none;
        }
        return char.IsAsciiLetterLower(first) && at + 1 < line.End && _text[at + 1] == ' ' && _layout.Contains(LayoutKind.Superscript, at)
            ? (at, at + 1, 0)
            : none;
    }

    private int ValueOf(int from, int to)
    {
        var value = 0;
        for (var i = from; i < to; i++)
        {
            var digit = char.IsAsciiDigit(_text[i]) ? _text[i] - '0' : NoteSigns.SuperscriptDigit(_text[i]);
            if (digit < 0 || value > GreatestValue) return 0;
            value = value * 10 + digit;
        }
        return value;
    }

    private int SkipBlank(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(_text[from])) from++;
        return from;
    }

    private static bool Heads(ReadOnlySpan<char> rest) =>
        Head.Read(rest[..Math.Min(rest.Length, HeadReader.Reach)]).Kind == HeadKind.Operative;

    private static bool HasCue(ReadOnlySpan<char> rest) => Cues.Opens(rest);

    private static bool IsMonth(ReadOnlySpan<char> rest) => Months.StartsWith(rest);

    /// <summary>"3 – 14 June 1992": a note continues in this line.</summary>
    private static bool IsRange(ReadOnlySpan<char> rest) =>
        rest.Length > 2 && rest[0] is '–' or '-' or '—' && char.IsAsciiDigit(rest[1..].TrimStart()[0]);

    /// <summary>Words that only a note begins with, where its mark is lost.</summary>
    private static bool IsUnmarked(ReadOnlySpan<char> line) => line.Length < LongestUnmarked && UnmarkedOpenings.Opens(line);
}
