using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Groups body lines into paragraphs: across page breaks and notes, and apart where a number or a new head begins.</summary>
internal sealed class Paragraphs
{
    /// <summary>Blanks by which the first line of a paragraph is set in, where a page layout has kept them.</summary>
    private const int FirstLineIndent = 3;

    /// <summary>Characters of the longest enacting line, and of the longest reference under a heading.</summary>
    private const int LongestEnactingLine = 160, LongestReference = 40;

    /// <summary>Lines that an open paragraph has at least where it is no title.</summary>
    private const int LinesOfTitle = 3;

    /// <summary>Characters of the shortest line that continues a sentence and begins with a capital.</summary>
    private const int ShortestContinuation = 4;

    /// <summary>The narrowest column whose full lines say that a sentence continues, and the narrowest page whose short lines say that
    /// a paragraph ends, in characters.</summary>
    private const int NarrowestColumn = 30, NarrowestPage = 50;

    /// <summary>Characters by which a full line may be shorter than the page is wide.</summary>
    private const int RaggedEdge = 16;

    /// <summary>The widest line that is counted, and the widest page: beyond it a line is a paragraph.</summary>
    private const int WidestLine = 199, WidestPage = 140;

    /// <summary>Digits of the greatest number of a paragraph; the greatest number without a gap before it, and how many numbers may be
    /// lost before one.</summary>
    private const int MostDigits = 3, GreatestNumber = 400, MostSkipped = 3;

    /// <summary>What follows a letter or number that is a reference: "(a) above".</summary>
    private static readonly WordList AfterItem = WordList.Of("after-item-reference");

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
        if (!LineShapes.IsDigits(line.In(_text), MostDigits) || LineShapes.Value(line.In(_text)) != _lastNumber + 1) return null;
        if (i + 1 >= _lines.Count || _roles[i + 1] != LineRole.Body || _lines[i + 1].BlankBefore > 0) return null;
        return _heads.ReadLine(_lines[i + 1].In(_text)) is { Known: true, Kind: HeadKind.Operative }
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
        while (to < line.End && to - line.Start <= MostDigits && char.IsAsciiDigit(_text[to])) to++;
        if (to - line.Start > MostDigits || to >= line.End || _text[to] is not (' ' or '\t' or '\u00A0')) return null;
        if (LineShapes.Value(_text.AsSpan(line.Start, to - line.Start)) != _lastNumber + 1) return null;
        var content = to;
        while (content < line.End && char.IsWhiteSpace(_text[content])) content++;
        var number = new Enumerator(EnumeratorStyle.Number, line.Start, to, line.Start, to, content);
        var item = Enumerator.Read(_text, content, line.End);
        if (item.Style == EnumeratorStyle.BracketLetter && item.Content < line.End && item.Token(_text) is "a")
            return new Opening(number, item, false, false, item.Content);
        return _heads.ReadLine(_text.AsSpan(content..line.End)) is { Known: true, Kind: HeadKind.Operative }
            ? new Opening(number, default, false, false, content)
            : null;
    }

    /// <summary>"z. Demands": the expected number as a scan reads it, before an operative head.</summary>
    private Opening Misread(Line line, Opening opening)
    {
        var number = opening.Number.AsMisreadDigit(_text);
        if (number.Style == EnumeratorStyle.None || number.Meant != _lastNumber + 1 || _lastNumber == 0 || opening.Content >= line.End)
            return opening;
        return _heads.ReadLine(_text.AsSpan(opening.Content..line.End)) is { Known: true, Kind: HeadKind.Operative }
            ? opening with { Number = number }
            : opening;
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
            if (rest < line.End && _heads.ReadLine(_text.AsSpan(rest..line.End)).Known)
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
        if (AwaitsItem(open) && opening.Number.Style is not (EnumeratorStyle.None or EnumeratorStyle.Number))
        {
            open.Second = opening.Number;
            if (opening.Content < line.End) open.Pieces.Add(new(opening.Content, line.End));
            open.HasWords = opening.Content < line.End;
            return;
        }
        open.Pieces.Add(line.Span);
        open.HasWords = open.HasWords || opening.Content < line.End;
    }

    /// <summary>"10." on one line, "(a) ..." on the next: whether a paragraph has a number only.</summary>
    private static bool AwaitsItem(Paragraph open) =>
        !open.HasWords && open.Number.Style == EnumeratorStyle.Number && open.Second.Style == EnumeratorStyle.None;

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
        {
            if (end != Ending.Open || EnactingLine.IsWhole(_text, open) || LeadsAnew(i, open)) return true;
            return !RunsOn(rest) && !GoesOn(open, previous, rest) || OpensUnderHeading(open, rest);
        }
        return end switch
        {
            Ending.Open => OpensAfterTitle(open, rest),
            Ending.Semicolon => !char.IsLower(rest[0]) || _heads.ReadLine(rest).Known,
            Ending.Comma => _heads.ReadLine(rest) is { Kind: not HeadKind.None } head && (!lower || head.Known),
            _ => true,
        };
    }

    /// <summary>Whether a head in small letters opens a paragraph under a heading: translations print the heads of preambles so.</summary>
    private bool OpensUnderHeading(Paragraph open, ReadOnlySpan<char> rest) =>
        !_heads.Language.IsEnglish && open.LineCount < LinesOfTitle && open.Number.Style is EnumeratorStyle.None or EnumeratorStyle.Capital
            && _heads.ReadLine(rest) is { Known: true, Kind: HeadKind.Preambular } && !_heads.Read(open.Pieces[0].In(_text)).Known;

    /// <summary>Whether a line after a page turn opens a paragraph although the one before ends in no sign, for that is a title.</summary>
    private bool OpensAfterTitle(Paragraph open, ReadOnlySpan<char> rest)
    {
        if (ClosingLine.Is(rest) || AnnexHeading.Is(rest) || EnactingLine.IsWhole(_text, open)) return true;
        return open.LineCount < LinesOfTitle && _heads.ReadLine(rest).Known;
    }

    /// <summary>Whether a line directly below another begins a new paragraph.</summary>
    private bool BreaksInside(int i, Paragraph open, Line line, int previous, ReadOnlySpan<char> rest, Ending end)
    {
        if (IsEnacting(i)) return true;
        if (open.Enacting) return true;
        if (open.LineCount == 1 && open.Number.Style == EnumeratorStyle.None
            && (AnnexHeading.Is(open.Pieces[0].In(_text)) || PartSigns.IsSign(open.Pieces[0].In(_text))))
            return true;
        if (EnactingLine.IsWhole(_text, open)) return _heads.ReadLine(rest).Kind != HeadKind.None || end == Ending.Comma;
        if (end == Ending.Open) return _lastNumber == 0 && char.IsUpper(rest[0]) && IsBracketed(_lines[previous].In(_text));
        if (end != Ending.Comma && !(end == Ending.Stop && char.IsLower(rest[0])) && IsCut(previous, rest)) return true;
        if (end == Ending.Stop && (ClosingLine.Is(rest) || AnnexHeading.Is(rest))) return true;
        if (!char.IsUpper(rest[0])) return false;
        if (end != Ending.Comma && TitledLine.Is(rest)) return true;
        var head = _heads.ReadLine(rest);
        if (!head.Known && head.Kind == HeadKind.Preambular && end == Ending.Comma
            && line.Indent - _lines[previous].Indent >= FirstLineIndent)
            return true;
        if (!head.Known || open.BlankBefore == 0 && open.LineCount == 1 && previous == 0) return false;
        // a head after a comma or semicolon opens the next paragraph, unless the sentence merely continues with a name
        return head.Kind == HeadKind.Preambular ? end == Ending.Comma : end is Ending.Semicolon or Ending.Comma;
    }

    /// <summary>"[S/1393]": the reference under a heading.</summary>
    private static bool IsBracketed(ReadOnlySpan<char> line) =>
        line.Length < LongestReference && line[0] is '[' or '(' && line[^1] is ']' or ')' && line.Contains('/');

    /// <summary>Small letters continue a sentence; "a Funded under ..." is the note of a table.</summary>
    private static bool RunsOn(ReadOnlySpan<char> rest) =>
        char.IsLower(rest[0]) && !(rest.Length > 2 && rest[1] == ' ' && char.IsUpper(rest[2]));

    /// <summary>Whether a clause that stops in the middle of its sentence continues after a blank line: a
    /// break that a scan put there.</summary>
    private bool GoesOn(Paragraph open, int previous, ReadOnlySpan<char> rest)
    {
        if (open.Heading || _width < NarrowestColumn || _lines[previous].Length * 10 < _width * (open.LineCount > 1 ? 7 : 9)) return false;
        if (open.Number.Style == EnumeratorStyle.None && !_heads.Read(open.Pieces[0].In(_text)).Known) return false;
        return MayContinue(rest);
    }

    /// <summary>Whether a line can be the middle of a sentence: words, and none that open or close something.</summary>
    private bool MayContinue(ReadOnlySpan<char> line)
    {
        if (!char.IsLetter(line[0]) && line[0] is not ('(' or '“' or '"')) return false;
        if (line.Length < ShortestContinuation && char.IsUpper(line[0]) || LineShapes.IsSymbol(line)) return false;
        return !_heads.ReadLine(line).Known && !ClosingLine.Is(line) && !AnnexHeading.Is(line) && !TitledLine.Is(line);
    }

    /// <summary>
    /// Whether a line is an enacting line and nothing else: it ends in a comma, or, where print or scan has
    /// none, a head follows on the next line.
    /// </summary>
    private bool IsEnacting(int i)
    {
        var line = _lines[i].In(_text);
        if (line.Length > LongestEnactingLine || !EnactingLine.IsAlone(line)) return false;
        if (EnactingLine.EndsInComma(line)) return true;
        if (i + 1 >= _lines.Count || _roles[i + 1] != LineRole.Body) return false;
        var next = Opening.Read(_text, _lines[i + 1].Start, _lines[i + 1].End);
        return next.Content < _lines[i + 1].End && _heads.ReadLine(_text.AsSpan(next.Content.._lines[i + 1].End)).Known;
    }

    /// <summary>
    /// Whether the line before was cut short on purpose: the next word would have had room on it. Asked only where the line ends a clause.
    /// </summary>
    private bool IsCut(int previous, ReadOnlySpan<char> rest)
    {
        if (_width < NarrowestPage) return false;
        var word = rest.IndexOf(' ');
        return _lines[previous].Indent + _lines[previous].Length + (word < 0 ? rest.Length : word) + RaggedEdge < _width;
    }

    /// <summary>How wide a full line is, in characters: nine lines of ten are no wider.</summary>
    private int Width()
    {
        var counts = new int[WidestLine + 1];
        var total = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            if (_roles[i] != LineRole.Body) continue;
            counts[Math.Min(WidestLine, _lines[i].Length + _lines[i].Indent)]++;
            total++;
        }
        var seen = 0;
        for (var w = WidestLine; w > 0; w--)
        {
            seen += counts[w];
            if (seen * 10 > total) return w >= WidestPage ? 0 : w;
        }
        return 0;
    }

    /// <summary>Whether a number at the start of a line numbers a paragraph, and is not the end of a reference.</summary>
    private bool Numbers(Opening opening, Line line, Ending end, bool blank)
    {
        var number = opening.Number;
        var empty = opening.Content >= line.End;
        var lower = !empty && char.IsLower(_text[opening.Content]);
        var reference = !empty && Refers(opening.Content, line.End);
        switch (number.Style)
        {
            case EnumeratorStyle.Number:
                var value = number.Value(_text);
                var expected = value == _lastNumber + 1;
                if (blank) return end != Ending.Open || expected || value == 1 || !lower;
                if (value is 0 or > GreatestNumber) return false;
                if (expected)
                    return end != Ending.Open || empty || char.IsUpper(_text[opening.Content]) || !char.IsLetter(_text[opening.Content]);
                return end is Ending.Semicolon or Ending.Stop or Ending.Colon
                    && (value == 1 || value > _lastNumber && value <= _lastNumber + MostSkipped);
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
                return blank || (end != Ending.Open && !(_apart > 2 && lower));
        }
    }

    private LayoutKind? StatedPart(int offset) =>
        _layout.Contains(LayoutKind.Preambular, offset) ? LayoutKind.Preambular
            : _layout.Contains(LayoutKind.Operative, offset) ? LayoutKind.Operative
            : null;

    /// <summary>A line that leads into a list of the kind that the open item belongs to: the words before it are lost.</summary>
    private bool LeadsAnew(int i, Paragraph open)
    {
        if (open.Number.Style is EnumeratorStyle.None or EnumeratorStyle.Number || _text[_lines[i].End - 1] != ':') return false;
        if (i + 1 >= _lines.Count || _roles[i + 1] != LineRole.Body) return false;
        var next = Opening.Read(_text, _lines[i + 1].Start, _lines[i + 1].End).Number;
        return next.Style == open.Number.Style && next.Token(_text) is "a" or "i" or "1";
    }

    /// <summary>"(a) above", "(b) and (c)": a reference that wrapped to the start of a line.</summary>
    private bool Refers(int content, int end)
    {
        var rest = _text.AsSpan(content..end);
        return rest[0] is ',' or ';' or ')' || AfterItem.Opens(rest);
    }

    private bool Tagged(Line line)
    {
        if (!_layout.Has(LayoutKind.Paragraph)) return false;
        var at = _layout.Find(LayoutKind.Paragraph, line.Start);
        return at >= 0 && _text.AsSpan(_layout.All(LayoutKind.Paragraph)[at].Start..line.Start).IsWhiteSpace();
    }
}
