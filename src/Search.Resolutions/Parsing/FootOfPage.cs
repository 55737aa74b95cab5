using System.Runtime.InteropServices;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>
/// The notes at the foot of a page: all that follows a rule up to the form feed. Numbers are often on
/// lines of their own, and a converter may have moved them apart from their notes: to the end of the page, or several in a row.
/// </summary>
/// <remarks>
/// The lines form runs: one or more numbers, then text. A number without text belongs to the run of the
/// greatest number below it, whose text then holds several notes, each ending in a full stop.
/// </remarks>
internal sealed class FootOfPage
{
    /// <summary>Underscores of the shortest rule above notes.</summary>
    private const int RuleLength = 5;

    /// <summary>Most numbers that are looked for a note among the others of the page.</summary>
    private const int MostLoose = 100;

    private const int YearDigits = 4;

    /// <summary>Digits of the longest number of a note.</summary>
    private const int MarkDigits = 3;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly LineRole[] _roles;
    private readonly List<Run> _runs = [];
    private readonly List<(int Value, TextSpan Span, string Mark)> _loose = [];

    private FootOfPage(string text, List<Line> lines, LineRole[] roles) => (_text, _lines, _roles) = (text, lines, roles);

    /// <summary>Takes the notes of all pages whose end is known.</summary>
    public static List<NoteDraft> Take(string text, List<Line> lines, LineRole[] roles)
    {
        var notes = new List<NoteDraft>();
        var paged = text.Contains('\f');
        for (var i = 0; paged && i < lines.Count; i++)
        {
            if (roles[i] != LineRole.Furniture || lines[i].Length < RuleLength || text[lines[i].Start] != '_') continue;
            var end = i + 1;
            while (end < lines.Count && !lines[end].PageBefore && !IsUnderscored(text, lines[end])) end++;
            new FootOfPage(text, lines, roles).Read(i + 1, end, notes);
            i = end - 1;
        }
        return notes;
    }

    private static bool IsUnderscored(string text, Line line) => text[line.Start] == '_' && LineShapes.IsRule(line.In(text));

    private void Read(int from, int to, List<NoteDraft> notes)
    {
        if (!IsFoot(from, to)) return;
        var numbers = false; // whether the last line is a number
        for (var i = from; i < to; i++)
        {
            if (_roles[i] != LineRole.Body) continue;
            var line = _lines[i];
            var (end, value) = Mark(line);
            var alone = end == line.End;
            if (end > line.Start)
            {
                var span = new TextSpan(line.Start, end);
                var mark = (value, span, NoteSigns.Plain(span.In(_text)));
                if (!numbers || _runs.Count == 0) _runs.Add(new Run());
                _runs[^1].Marks.Add(mark);
                if (!alone) _runs[^1].Lines.Add(new(Skip(end, line.End), line.End));
            }
            else
            {
                if (_runs.Count == 0) _runs.Add(new Run());
                _runs[^1].Lines.Add(line.Span);
            }
            numbers = alone && end > line.Start;
            _roles[i] = LineRole.Note;
        }
        Distribute();
        foreach (var run in _runs) Write(run, notes);
    }

    /// <summary>Whether what follows a rule is notes: a number or a sign comes first, or follows the notes that have lost theirs.</summary>
    private bool IsFoot(int from, int to)
    {
        var marks = 0;
        for (var i = from; i < to; i++)
        {
            if (_roles[i] != LineRole.Body) continue;
            var (end, value) = Mark(_lines[i]);
            if (end > _lines[i].Start) marks++;
            else if (EnactingLine.Match(_lines[i].In(_text)) > 0 || AnnexHeading.Is(_lines[i].In(_text))) return false;
            else if (Opening.Read(_text, _lines[i].Start, _lines[i].End) is { Number.Style: EnumeratorStyle.Number } opening
                && opening.Content < _lines[i].End)
                return false;
        }
        return marks > 0;
    }

    /// <summary>Where the number or sign at the start of a line ends, and its value; the line's start where there is none.</summary>
    private (int End, int Value) Mark(Line line)
    {
        var end = line.Start;
        if (NoteSigns.IsSign(_text[end]))
        {
            while (end < line.End && _text[end] == _text[line.Start]) end++;
            return end == line.End || char.IsWhiteSpace(_text[end]) ? (end, 0) : (line.Start, 0);
        }
        while (end < line.End && end - line.Start <= MarkDigits
            && (char.IsAsciiDigit(_text[end]) || NoteSigns.SuperscriptDigit(_text[end]) >= 0))
            end++;
        if (end == line.Start || end - line.Start > MarkDigits) return (line.Start, 0);
        var rest = _text.AsSpan(end, line.End - end);
        var raised = !char.IsAsciiDigit(_text[line.Start]);
        if (!rest.IsEmpty && !raised && (!char.IsWhiteSpace(rest[0]) || !StartsNote(rest.TrimStart()))) return (line.Start, 0);
        return (end, LineShapes.Value(NoteSigns.Plain(_text.AsSpan(line.Start, end - line.Start))));
    }

    /// <summary>Whether words begin as a note does: "See", "“The", "1995 Review Conference".</summary>
    private static bool StartsNote(ReadOnlySpan<char> rest)
    {
        if (rest.Length > YearDigits && LineShapes.IsDigits(rest[..YearDigits], YearDigits) && rest[YearDigits] == ' ')
            rest = rest[YearDigits..].TrimStart();
        return LineShapes.BeginsSentence(rest) && !Months.StartsWith(rest);
    }

    /// <summary>Gives each number without text to the run that it belongs to.</summary>
    private void Distribute()
    {
        foreach (var run in _runs)
            if (run.Lines.Count == 0) _loose.AddRange(run.Marks);
        _runs.RemoveAll(r => r.Lines.Count == 0);
        if (_loose.Count > MostLoose)
        {
            // a list of numbers, no foot of a page
            foreach (var mark in _loose) _runs.Add(new Run { Marks = { mark } });
            return;
        }
        _loose.Sort((a, b) => a.Value.CompareTo(b.Value));
        foreach (var mark in _loose)
        {
            var at = _runs.FindLastIndex(r => r.Marks.Count > 0 && r.Marks[^1].Value > 0 && r.Marks[^1].Value < mark.Value);
            var run = at >= 0 ? _runs[at] : _runs.Find(r => r.Marks.Count == 0);
            if (run is null) _runs.Insert(0, run = new Run());
            run.Marks.Add(mark);
        }
        foreach (var run in _runs) run.Marks.Sort((a, b) => a.Value.CompareTo(b.Value));
    }

    /// <summary>Writes the notes of a run: as many as it has numbers, parted where a line ends a sentence
    /// and the next begins one.</summary>
    private void Write(Run run, List<NoteDraft> notes)
    {
        var first = notes.Count;
        var (line, next) = (0, 0);
        var ends = run.Marks.Count > 1 ? Ends(run.Lines) : [];
        for (var n = 0; n < Math.Max(1, run.Marks.Count); n++)
        {
            var mark = n < run.Marks.Count ? run.Marks[n] : default;
            var stop = n + 1 < run.Marks.Count && next < ends.Count ? ends[next++] : run.Lines.Count;
            var start = line < stop ? run.Lines[line].Start : mark.Span.Start;
            var beside = mark.Mark is not null && mark.Span.Start < start && IsBeside(mark.Span, start);
            var draft = new NoteDraft { Mark = mark.Mark ?? "", Value = mark.Value, Start = beside ? mark.Span.Start : start };
            draft.MarkEnd = beside || line >= stop ? mark.Span.End : start;
            for (; line < stop; line++) draft.Pieces.Add(run.Lines[line]);
            if (!beside && mark.Mark is not null && draft.Pieces.Count > 0) Aside(mark.Span);
            notes.Add(draft);
        }
        CollectionsMarshal.AsSpan(notes)[first..].Sort((a, b) => a.Start.CompareTo(b.Start));
    }

    /// <summary>The indices of the lines that begin a sentence after one that ends in a full stop.</summary>
    private List<int> Ends(List<TextSpan> lines)
    {
        var ends = new List<int>();
        for (var i = 1; i < lines.Count; i++)
            if (Endings.Of(lines[i - 1].In(_text)) == Ending.Stop && !char.IsLower(_text[lines[i].Start])) ends.Add(i);
        return ends;
    }

    private bool IsBeside(TextSpan mark, int start) => _text.AsSpan(mark.End..start).IsWhiteSpace();

    /// <summary>Sets a number aside that is apart from its note.</summary>
    private void Aside(TextSpan mark)
    {
        var at = _lines.BinarySearch(new Line(mark.Start, 0, 0, 0, false), Comparer<Line>.Create((a, b) => a.Start.CompareTo(b.Start)));
        if (at >= 0) _roles[at] = LineRole.Furniture;
    }

    private int Skip(int from, int to)
    {
        while (from < to && char.IsWhiteSpace(_text[from])) from++;
        return from;
    }

    /// <summary>One or more numbers and the text after them.</summary>
    private sealed class Run
    {
        public List<(int Value, TextSpan Span, string Mark)> Marks { get; } = [];

        public List<TextSpan> Lines { get; } = [];
    }
}
