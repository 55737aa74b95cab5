using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Groups body lines into paragraphs: across page breaks and notes, and apart where a number or a new head begins.</summary>
internal sealed class Paragraphs
{
    /// <summary>Blanks by which the first line of a paragraph is set in, where a page layout has kept them.</summary>
    private const int FirstLineIndent = 3;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly LineRole[] _roles;
    private readonly LayoutIndex _layout;
    private readonly HeadReader _heads;
    private readonly List<Paragraph> _done = [];
    private Paragraph? _open;
    private int _lastNumber;
    private int _apart;
    private readonly int _width;

    private Paragraphs(string text, List<Line> lines, LineRole[] roles, LayoutIndex layout, HeadReader heads)
    {
        (_text, _lines, _roles, _layout, _heads) = (text, lines, roles, layout, heads);
        _width = Width();
    }

    /// <summary>The paragraphs of the lines whose role is <see cref="LineRole.Body"/>.</summary>
    public static List<Paragraph> Group(string text, List<Line> lines, LineRole[] roles, LayoutIndex layout, HeadReader heads)
    {
        var paragraphs = new Paragraphs(text, lines, roles, layout, heads);
        paragraphs.Run();
        return paragraphs._done;
    }

    private void Run()
    {
        var previous = -1;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_roles[i] != LineRole.Body) continue;
            var line = _lines[i];
            var opening = Opening.Read(_text, line.Start, line.End);
            if (opening.Number.Style == EnumeratorStyle.None && (BareNumber(i) ?? Unpointed(i)) is { } bare) opening = bare;
            if (opening.Number.Style is EnumeratorStyle.Letter or EnumeratorStyle.Capital) opening = Misread(line, opening);
            if (_open is null || Breaks(i, previous, opening))
            {
                Start(line, opening);
                if (opening.Number.Style == EnumeratorStyle.None) _open!.Enacting = IsEnacting(i);
            }
            else Add(line, opening);
            previous = i;
        }
    }

    /// <summary>A number that lost its full stop, alone on its line, before an operative head: "26 / Condemns ...".</summary>
    private Opening? BareNumber(int i)
    {
        var line = _lines[i];
        if (line.Length > 3 || !LineShapes.IsDigits(line.In(_text), 3) || LineShapes.Value(line.In(_text)) != _lastNumber + 1) return null;
        if (i + 1 >= _lines.Count || _roles[i + 1] != LineRole.Body || _lines[i + 1].BlankBefore > 0) return null;
        var head = _heads.Read(_text.AsSpan(_lines[i + 1].Start, Math.Min(80, _lines[i + 1].Length)));
        return head is { Known: true, Kind: HeadKind.Operative }
            ? new Opening(new(EnumeratorStyle.Number, line.Start, line.End, line.Start, line.End, line.End), default, false, false,
                line.End)
            : null;
    }

    /// <summary>The expected number without its full stop before an operative head or an item: "6 Reaffirms
    /// ...", "65 (a) Work ...".</summary>
    private Opening? Unpointed(int i)
    {
        var line = _lines[i];
        if (!char.IsAsciiDigit(_text[line.Start])) return null;
        var to = line.Start;
        while (to < line.End && to - line.Start < 4 && char.IsAsciiDigit(_text[to])) to++;
        if (to - line.Start > 3 || to >= line.End || _text[to] is not (' ' or '\t' or '\u00A0')
            || LineShapes.Value(_text.AsSpan(line.Start, to - line.Start)) != _lastNumber + 1)
            return null;
        var content = to;
        while (content < line.End && char.IsWhiteSpace(_text[content])) content++;
        var number = new Enumerator(EnumeratorStyle.Number, line.Start, to, line.Start, to, content);
        var item = Enumerator.Read(_text, content, line.End);
        if (item.Style == EnumeratorStyle.BracketLetter && item.Content < line.End && item.Token(_text) is "a")
            return new Opening(number, item, false, false, item.Content);
        return _heads.Read(_text.AsSpan(content, Math.Min(80, line.End - content))) is { Known: true, Kind: HeadKind.Operative }
            ? new Opening(number, default, false, false, content)
            : null;
    }

    /// <summary>"z. Demands": the expected number as a scan reads it, before an operative head.</summary>
    private Opening Misread(Line line, Opening opening)
    {
        var number = opening.Number.AsMisreadDigit(_text);
        if (number.Style == EnumeratorStyle.None || number.Meant != _lastNumber + 1 || _lastNumber == 0 || opening.Content >= line.End)
            return opening;
        return _heads.Read(_text.AsSpan(opening.Content, Math.Min(80, line.End - opening.Content))) is
        {
            Known: true,
            Kind: HeadKind.Operative
        } ? opening with { Number = number } : opening;
    }

    private void Start(Line line, Opening opening)
    {
        _open = new Paragraph
        {
            Heads = _heads,
            Start = line.Start,
            End = line.End,
            Number = opening.Number,
            Second = opening.Second,
            Quoted = opening.Quoted,
            Heading = opening.Heading || (_layout.Has(LayoutKind.Heading) && _layout.Contains(LayoutKind.Heading, line.Start)),
            BlankBefore = line.BlankBefore,
            LineCount = 1,
            Stated = StatedPart(line.Start),
        };
        _done.Add(_open);
        if (opening.Number.Style == EnumeratorStyle.Number) _lastNumber = opening.Number.Value(_text);
        if (opening.Number.Style is EnumeratorStyle.Number or EnumeratorStyle.BracketLetter) _apart += line.BlankBefore > 0 ? 1 : -1;
        var content = opening.Content;
        // "The Security Council, Recalling ...": the enacting line and the first paragraph on one line
        var enacting = opening.Number.Style == EnumeratorStyle.None ? EnactingLine.Match(_text.AsSpan(content, line.End - content)) : 0;
        if (enacting > 0 && content + enacting < line.End)
        {
            var rest = content + enacting;
            while (rest < line.End && (char.IsWhiteSpace(_text[rest]) || _text[rest] is '*' or '_')) rest++;
            if (rest < line.End && _heads.Read(_text.AsSpan(rest, Math.Min(80, line.End - rest))).Known)
            {
                _open.Pieces.Add(new(content, content + enacting));
                _open.HasWords = true;
                _open.End = content + enacting;
                _open = new Paragraph { Heads = _heads, Start = rest, End = line.End, LineCount = 1, HasWords = true };
                _open.Pieces.Add(new(rest, line.End));
                _done.Add(_open);
                return;
            }
        }
        if (content < line.End) _open.Pieces.Add(new(content, line.End));
        _open.HasWords = content < line.End;
    }

    private void Add(Line line, Opening opening)
    {
        var open = _open!;
        open.End = line.End;
        open.LineCount++;
        if (!open.HasWords && open.Second.Style == EnumeratorStyle.None && opening.Number.Style != EnumeratorStyle.None
            && open.Number.Style == EnumeratorStyle.Number
            && opening.Number.Style != EnumeratorStyle.Number)
        {
            // "10." on one line, "(a) ..." on the next
            open.Second = opening.Number;
            if (opening.Content < line.End) open.Pieces.Add(new(opening.Content, line.End));
            open.HasWords = opening.Content < line.End;
            return;
        }
        open.Pieces.Add(line.Span);
        open.HasWords = open.HasWords || opening.Content < line.End;
    }

    private bool Breaks(int i, int previous, Opening opening)
    {
        var open = _open!;
        var line = _lines[i];
        if (!open.HasWords) return false;
        if (opening.Heading || open.Heading && line.BlankBefore > 0) return true;
        if (IsEnacting(i) || open.Enacting) return true;
        if (_layout.Has(LayoutKind.Paragraph))
        {
            var here = _layout.Find(LayoutKind.Paragraph, line.Start);
            if (here >= 0 && here == _layout.Find(LayoutKind.Paragraph, _lines[previous].Start)) return false;
            if (_layout.Contains(LayoutKind.Continuation, line.Start)) return false;
            if (_layout.Contains(LayoutKind.Heading, line.Start) || StatedPart(line.Start) is not null) return true;
        }
        var interrupted = i - previous > 1 || line.PageBefore;
        var blank = line.BlankBefore > 0 || interrupted || Tagged(line);
        var end = Endings.Of(_text, open);
        if (opening.Number.Style != EnumeratorStyle.None && Numbers(opening, line, end, blank)) return true;
        var rest = _text.AsSpan(opening.Quoted ? opening.Content : line.Start, line.End - (opening.Quoted ? opening.Content : line.Start));
        if (!blank) return BreaksInside(i, open, line, previous, rest, end);
        if (opening.Quoted && end != Ending.Open) return true;
        var lower = char.IsLower(rest[0]) || char.IsDigit(rest[0]);
        if (open.Enacting || IsEnacting(i)) return true;
        if (!interrupted)
            return end != Ending.Open || EnactingLine.IsWhole(_text, open) || LeadsAnew(i, open)
                || !(RunsOn(rest) || GoesOn(open, previous, rest));
        return end switch
        {
            Ending.Open =>
                ClosingLine.Is(rest) || AnnexHeading.Is(rest) || EnactingLine.IsWhole(_text, open)
                    || (open.LineCount < 3 && _heads.Read(rest[..Math.Min(rest.Length, 80)]).Known),
            Ending.Semicolon => !char.IsLower(rest[0]) || _heads.Read(rest[..Math.Min(rest.Length, 80)]).Known,
            Ending.Comma => _heads.Read(rest[..Math.Min(rest.Length, 80)]) is { Kind: not HeadKind.None } head && (!lower || head.Known),
            _ => true,
        };
    }

    /// <summary>Whether a line directly below another begins a new paragraph.</summary>
    private bool BreaksInside(int i, Paragraph open, Line line, int previous, ReadOnlySpan<char> rest, Ending end)
    {
        if (IsEnacting(i)) return true;
        if (open.Enacting) return true;
        if (open.LineCount == 1 && open.Number.Style == EnumeratorStyle.None
            && (AnnexHeading.Is(open.Pieces[0].In(_text)) || PartSigns.IsSign(open.Pieces[0].In(_text))))
            return true;
        if (open.LineCount <= 3 && EnactingLine.IsWhole(_text, open))
            return _heads.Read(rest[..Math.Min(rest.Length, 80)]).Kind != HeadKind.None || end == Ending.Comma;
        if (end == Ending.Open) return _lastNumber == 0 && char.IsUpper(rest[0]) && IsBracketed(_lines[previous].In(_text));
        if (end != Ending.Comma && !(end == Ending.Stop && char.IsLower(rest[0])) && IsCut(previous, rest)) return true;
        if (end == Ending.Stop && (ClosingLine.Is(rest) || AnnexHeading.Is(rest))) return true;
        if (!char.IsUpper(rest[0])) return false;
        if (end != Ending.Comma && TitledLine.Is(rest)) return true;
        var head = _heads.Read(rest[..Math.Min(rest.Length, 80)]);
        if (!head.Known && head.Kind == HeadKind.Preambular && end == Ending.Comma
            && line.Indent - _lines[previous].Indent >= FirstLineIndent)
            return true;
        if (!head.Known || open.BlankBefore == 0 && open.LineCount == 1 && previous == 0) return false;
        // a head after a comma or semicolon opens the next paragraph, unless the sentence merely continues with a name
        return head.Kind == HeadKind.Preambular ? end == Ending.Comma : end is Ending.Semicolon or Ending.Comma;
    }

    /// <summary>"[S/1393]": the reference under a heading.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> line) =>
        line.Length < 40 && line[0] is '[' or '(' && line[^1] is ']' or ')' && line.Contains('/');

    /// <summary>Small letters continue a sentence; "a Funded under ..." is the note of a table.</summary>
    private static bool RunsOn(ReadOnlySpan<char> rest) =>
        char.IsLower(rest[0]) && !(rest.Length > 2 && rest[1] == ' ' && char.IsUpper(rest[2]));

    /// <summary>Whether a clause that stops in the middle of its sentence continues after a blank line: a
    /// break that a scan put there.</summary>
    private bool GoesOn(Paragraph open, int previous, ReadOnlySpan<char> rest)
    {
        if (open.Heading || _width < 30 || _lines[previous].Length * 10 < _width * (open.LineCount > 1 ? 7 : 9)) return false;
        if (open.Number.Style == EnumeratorStyle.None && !_heads.Read(open.Pieces[0].In(_text)).Known) return false;
        var head = rest[..Math.Min(rest.Length, 80)];
        return !_heads.Read(head).Known && !ClosingLine.Is(rest) && !AnnexHeading.Is(rest) && !TitledLine.Is(rest)
            && !LineShapes.IsSymbol(rest)
            && !(rest.Length < 4 && char.IsUpper(rest[0])) && (char.IsLetter(rest[0]) || rest[0] is '(' or '“' or '"');
    }

    /// <summary>
    /// Whether a line is an enacting line and nothing else: it ends in a comma, or, where print or scan has
    /// none, a head follows on the next line.
    /// </summary>
    private bool IsEnacting(int i)
    {
        var line = _lines[i].In(_text);
        if (line.Length > 160) return false;
        var length = EnactingLine.Match(line);
        if (length == 0 || line[length..].Trim(" *_:").Length > 0) return false;
        if (line.TrimEnd("*_ ").EndsWith(",")) return true;
        if (i + 1 >= _lines.Count || _roles[i + 1] != LineRole.Body) return false;
        var next = Opening.Read(_text, _lines[i + 1].Start, _lines[i + 1].End);
        return next.Content < _lines[i + 1].End
            && _heads.Read(_text.AsSpan(next.Content, Math.Min(80, _lines[i + 1].End - next.Content))).Known;
    }

    /// <summary>
    /// Whether the line before was cut short on purpose: the next word would have had room on it. Asked only where the line ends a clause.
    /// </summary>
    private bool IsCut(int previous, ReadOnlySpan<char> rest)
    {
        if (_width < 50) return false;
        var word = rest.IndexOf(' ');
        return _lines[previous].Indent + _lines[previous].Length + (word < 0 ? rest.Length : word) + 16 < _width;
    }

    /// <summary>How wide a full line is, in characters: nine lines of ten are no wider.</summary>
    private int Width()
    {
        var counts = new int[200];
        var total = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_roles[i] != LineRole.Body) continue;
            counts[Math.Min(199, _lines[i].Length + _lines[i].Indent)]++;
            total++;
        }
        var seen = 0;
        for (var w = 199; w > 0; w--)
        {
            seen += counts[w];
            if (seen * 10 > total) return w >= 140 ? 0 : w;
        }
        return 0;
    }

    /// <summary>Whether a number at the start of a line numbers a paragraph, and is not the end of a reference.</summary>
    private bool Numbers(Opening opening, Line line, Ending end, bool blank)
    {
        var number = opening.Number;
        var empty = opening.Content >= line.End;
        var reference = !empty && Refers(opening.Content, line.End);
        switch (number.Style)
        {
            case EnumeratorStyle.Number:
                var value = number.Value(_text);
                if (blank)
                    return !(end == Ending.Open && value != _lastNumber + 1 && value != 1 && !empty
                        && char.IsLower(_text[opening.Content]));
                if (value == 0 || value > 400) return false;
                if (value == _lastNumber + 1)
                    return end != Ending.Open || empty || char.IsUpper(_text[opening.Content]) || !char.IsLetter(_text[opening.Content]);
                return end is Ending.Semicolon or Ending.Stop or Ending.Colon
                    && (value == 1 || value > _lastNumber && value < _lastNumber + 4);
            case EnumeratorStyle.Bullet:
                return blank || end != Ending.Open;
            case EnumeratorStyle.Capital:
                return blank || (end is Ending.Stop or Ending.Semicolon && !reference);
            case EnumeratorStyle.Decimal:
                return blank || (end is Ending.Stop or Ending.Semicolon && !reference);
            case EnumeratorStyle.Letter:
                return blank ? !reference : end != Ending.Open && !reference;
            default:
                if (reference) return false;
                // where paragraphs are apart, small letters after a letter are the middle of a sentence: "including (a) ...; and (b) ..."
                return blank || (end != Ending.Open && !(_apart > 2 && !empty && char.IsLower(_text[opening.Content])));
        }
    }

    private LayoutKind? StatedPart(int offset) =>
        _layout.Contains(LayoutKind.Preambular, offset) ? LayoutKind.Preambular
            : _layout.Contains(LayoutKind.Operative, offset) ? LayoutKind.Operative
            : null;

    /// <summary>A line that leads into a list of the kind that the open item belongs to: the words before it are lost.</summary>
    private bool LeadsAnew(int i, Paragraph open)
    {
        if (open.Number.Style is EnumeratorStyle.None or EnumeratorStyle.Number || _text[_lines[i].End - 1] != ':' || i + 1 >= _lines.Count
            || _roles[i + 1] != LineRole.Body)
            return false;
        var next = Opening.Read(_text, _lines[i + 1].Start, _lines[i + 1].End).Number;
        return next.Style == open.Number.Style && next.Token(_text) is "a" or "i" or "1";
    }

    /// <summary>"(a) above", "(b) and (c)": a reference that wrapped to the start of a line.</summary>
    private bool Refers(int content, int end)
    {
        var rest = _text.AsSpan(content, Math.Min(12, end - content));
        foreach (var word in (ReadOnlySpan<string>)["above", "below", "and (", "or (", "to (", "of the pr", "of this ", "of para",
            "of resolu", "of article"])
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return rest[0] is ',' or ';' or ')';
    }

    private bool Tagged(Line line)
    {
        if (!_layout.Has(LayoutKind.Paragraph)) return false;
        var at = _layout.Find(LayoutKind.Paragraph, line.Start);
        return at >= 0 && _text.AsSpan(_layout.All(LayoutKind.Paragraph)[at].Start..line.Start).IsWhiteSpace();
    }
}
