namespace Search.Resolutions.Parsing;

/// <summary>Walks the paragraphs of a document and says of each what it is: front matter, preamble, operative part, closing, annex.</summary>
internal sealed class Structure
{
    private readonly string _text;
    private readonly List<Paragraph> _paragraphs;
    private readonly List<Diagnostic> _diagnostics;
    private readonly ItemLevels _items = new();
    private Phase _phase = Phase.Front;
    private int _preambular;
    private int _operative;
    private bool _numbered;
    private int _foreign;
    private readonly PartSigns _parts = new();
    private bool _draft;
    private (int Operative, bool Numbered, bool Draft)? _outer;
    private bool? _enacts;
    private bool _statement;
    private bool _quoted;
    private bool _inQuote;
    private ClauseLabel? _owner;
    private ClauseKind _ownerKind;

    private enum Phase : byte
    {
        Front,
        Preamble,
        Operative,
        Closing,
        Annex,
    }

    private Structure(string text, List<Paragraph> paragraphs, List<Diagnostic> diagnostics) => (_text, _paragraphs, _diagnostics) = (text, paragraphs, diagnostics);

    private List<ClauseDraft> Clauses { get; } = [];

    private List<Paragraph> Enacting { get; } = [];

    /// <summary>The clauses of a document in reading order, its enacting lines, and the number of paragraphs that are not in English.</summary>
    public static (List<ClauseDraft> Clauses, List<Paragraph> Enacting, int Foreign) Of(string text, List<Paragraph> paragraphs, List<Diagnostic> diagnostics)
    {
        var structure = new Structure(text, paragraphs, diagnostics);
        for (var i = 0; i < paragraphs.Count; i++) structure.Place(i);
        Scopes.Apply(structure.Clauses);
        return (structure.Clauses, structure.Enacting, structure._foreign);
    }

    private void Place(int i)
    {
        var paragraph = _paragraphs[i];
        var text = paragraph.Text.Text;
        var style = paragraph.Number.Style;
        if (style == EnumeratorStyle.None && Openings.IsEnacting(_paragraphs, i, _phase == Phase.Operative))
        {
            Open(paragraph);
            return;
        }
        if (Languages.IsForeign(text))
        {
            _foreign++;
            var last = _diagnostics.Count > 0 ? _diagnostics[^1] : null;
            if (last?.Code == "foreign-language") _diagnostics[^1] = last with { Span = new(last.Span.Start, paragraph.End) };
            else _diagnostics.Add(new("foreign-language", "A passage in another language than English was set aside and not parsed.", new(paragraph.Start, paragraph.End)));
            Other(paragraph);
            return;
        }
        switch (_phase)
        {
            case Phase.Front:
                BeforeBody(i, paragraph, text);
                break;
            case Phase.Preamble or Phase.Operative:
                InBody(i, paragraph, text);
                break;
            case Phase.Closing:
                AfterBody(i, paragraph, text);
                break;
            default:
                InAnnex(paragraph, text);
                break;
        }
    }

    /// <summary>
    /// Front matter, until something opens the body: a paragraph of the preamble where the enacting line is lost, a statement's lead-in,
    /// or, in a document without any enacting line (a report, a declaration), paragraph 1.
    /// </summary>
    private void BeforeBody(int i, Paragraph paragraph, string text)
    {
        var style = paragraph.Number.Style;
        if (style == EnumeratorStyle.None && text.Length > 30 && text.EndsWith(',') | text.EndsWith(';') && Head.Read(text) is { Known: true, Kind: HeadKind.Preambular })
        {
            _phase = Phase.Preamble;
            InBody(i, paragraph, text);
            return;
        }
        if (style == EnumeratorStyle.Number && paragraph.Number.Value(_text) == 1 && !(_enacts ??= Openings.FollowSoon(_paragraphs, i)))
        {
            _phase = Phase.Operative;
            InBody(i, paragraph, text);
            return;
        }
        if (style == EnumeratorStyle.None && text.Length < 8 && IsPart(paragraph, text))
        {
            Part(paragraph, text.Trim(' ', '.', '*', '#', '_'));
            return;
        }
        Other(paragraph);
        if (style != EnumeratorStyle.None || !text.EndsWith(':') || !text.Contains("the following statement", StringComparison.Ordinal)) return;
        _phase = Phase.Preamble;
        _statement = true;
    }

    private void Open(Paragraph paragraph)
    {
        if (Enacting.Count > 0 && Openings.IsDraft(paragraph, Clauses, _phase == Phase.Annex))
        {
            _outer = _draft ? _outer : (_operative, _numbered, _draft);
            _draft = true;
        }
        else if (!paragraph.Quoted)
        {
            (_draft, _outer) = (false, null);
        }
        Enacting.Add(paragraph);
        _quoted = paragraph.Quoted;
        _phase = Phase.Preamble;
        // a preamble of "Whereas ..." stands before the first enacting line
        if (Enacting.Count > 1) _preambular = 0;
        (_operative, _numbered) = (0, false);
        _owner = null;
        _items.Clear();
    }

    /// <summary>Whether the number goes on the outer text behind a draft whose quotation has ended.</summary>
    private bool EndsDraft(Paragraph paragraph, int value) =>
        _quoted && !paragraph.Quoted && _outer is { } outer && value == outer.Operative + 1 && Clauses.Count > 0 && _text[Clauses[^1].Paragraph.End - 1] is '”' or '"';

    private void InBody(int i, Paragraph paragraph, string text)
    {
        var style = paragraph.Number.Style;
        if (style == EnumeratorStyle.None)
        {
            Unnumbered(i, paragraph, text);
            return;
        }
        if (paragraph.Quoted && !_quoted && _owner is { } amending && (_inQuote || (i > 0 && _paragraphs[i - 1].Text.Text.EndsWith(':'))))
        {
            // quoted text that an amendment puts in place: it belongs to the paragraph that quotes
            _inQuote = true;
            Add(paragraph, _ownerKind, amending, amending, Printed(paragraph.Number), continues: true);
            return;
        }
        _inQuote = false;
        if (style == EnumeratorStyle.Number)
        {
            Numbered(paragraph);
            return;
        }
        if (style == EnumeratorStyle.Capital && IsPart(paragraph, text))
        {
            Part(paragraph, paragraph.Number.Token(_text).ToUpperInvariant());
            return;
        }
        if (_owner is null)
        {
            // an item before any paragraph
            if (Head.Read(text) is { Kind: HeadKind.Operative, Known: true })
            {
                _phase = Phase.Operative;
                _operative = 1;
                (_owner, _ownerKind) = (ClauseLabel.Operative(1), ClauseKind.Operative);
            }
            else if (_phase == Phase.Preamble && _preambular == 0)
            {
                Other(paragraph);
                return;
            }
        }
        Item(paragraph);
    }

    private void Numbered(Paragraph paragraph)
    {
        var value = paragraph.Number.Value(_text);
        if (EndsDraft(paragraph, value))
        {
            (_operative, _numbered, _draft) = _outer!.Value;
            (_outer, _quoted) = (null, false);
        }
        if (_phase == Phase.Preamble || value == 1) _numbered = true;
        if (_numbered && value > 1 && _operative > 0 && value > _operative + 1 && value <= _operative + 20)
            Report("number-gap", $"Paragraph {value} follows paragraph {_operative}: the numbers between are missing.", paragraph);
        _phase = Phase.Operative;
        _operative = value;
        _owner = ClauseLabel.Operative(value);
        _ownerKind = ClauseKind.Operative;
        _items.Clear();
        if (paragraph.Second.Style != EnumeratorStyle.None)
        {
            var path = _items.Place(paragraph.Second.Token(_text), paragraph.Second.Style, out _);
            Add(paragraph, ClauseKind.Operative, Under(_owner.Value, path), _owner, Printed(paragraph.Second));
            return;
        }
        Add(paragraph, ClauseKind.Operative, _owner.Value, null, Printed(paragraph.Number));
    }

    private void Item(Paragraph paragraph)
    {
        var owner = _owner ?? ClauseLabel.Operative(Math.Max(_operative, 1));
        var path = _items.Place(paragraph.Number.Token(_text), paragraph.Number.Style, out var restarted);
        if (restarted && paragraph.Number.Style != EnumeratorStyle.Bullet)
            Report("list-restarts", $"The items under {owner} begin anew at {Printed(paragraph.Number)}: text before it may be lost.", paragraph);
        var kind = _owner is null ? _phase == Phase.Preamble ? ClauseKind.Preambular : ClauseKind.Operative : _ownerKind;
        Add(paragraph, kind, Under(owner, path), path.Count > 1 ? Under(owner, path[..^1]) : owner, Printed(paragraph.Number));
    }

    private void Unnumbered(int i, Paragraph paragraph, string text)
    {
        if (AnnexHeading.Is(text) && (_phase == Phase.Operative || _preambular > 0))
        {
            _phase = Phase.Annex;
            _items.Clear();
            Other(paragraph);
            return;
        }
        var head = Head.Read(text);
        if (ClosingLine.Is(text) && !(head.Kind == HeadKind.Preambular))
        {
            _phase = Phase.Closing;
            Other(paragraph);
            return;
        }
        if (IsPart(paragraph, text))
        {
            Part(paragraph, text.Trim(' ', '.', '*', '#', '_'));
            return;
        }
        if (_phase == Phase.Preamble)
        {
            if (head.Kind == HeadKind.Operative && (head.Known ? !text.EndsWith(',') || IsLast(i) : text.EndsWith('.') || text.EndsWith(';')) && !_statement) Verb(paragraph);
            else if (_statement && !IsHeading(i, paragraph, text)) Verb(paragraph);
            else if (IsHeading(i, paragraph, text)) Heading(paragraph);
            else if (paragraph.Quoted && !_quoted && _owner is { } quoting && i > 0 && head.Kind == HeadKind.None && Endings.Of(_paragraphs[i - 1].Text.Text) == Ending.Colon)
                Add(paragraph, ClauseKind.Preambular, quoting, quoting, null, continues: true);
            else Preambular(paragraph);
            return;
        }
        if (head is { Kind: HeadKind.Preambular, Known: true } && text.EndsWith(','))
        {
            // a section with a preamble of its own
            (_operative, _numbered) = (0, false);
            Preambular(paragraph);
            return;
        }
        if (_statement && paragraph.Quoted && !ClosingLine.Is(text))
        {
            Verb(paragraph);
            return;
        }
        if (head is { Kind: HeadKind.Operative, Known: true } && (!_numbered || (!paragraph.Quoted && Ended(i) && text.EndsWith('.') | text.EndsWith(';'))))
        {
            Verb(paragraph);
            return;
        }
        if (IsHeading(i, paragraph, text)) { Heading(paragraph); return; }
        if (LosesText(i, text))
        {
            Report("text-lost", "A lead-in without its beginning: text before it is lost.", paragraph);
            Add(paragraph, ClauseKind.Other, _owner ?? ClauseLabel.Operative(Math.Max(1, _operative)), null, null, continues: true);
            return;
        }
        Add(paragraph, _ownerKind == ClauseKind.Preambular ? ClauseKind.Preambular : ClauseKind.Operative, _owner ?? ClauseLabel.Operative(Math.Max(1, _operative)), _owner, null, continues: _owner is not null);
    }

    /// <summary>Whether nothing but closing matter follows.</summary>
    private bool IsLast(int i) => i + 1 == _paragraphs.Count || ClosingLine.Is(_paragraphs[i + 1].Text.Text);

    /// <summary>Whether the paragraph before ends its clause.</summary>
    private bool Ended(int i) => i > 0 && Endings.Of(_paragraphs[i - 1].Text.Text) is Ending.Semicolon or Ending.Stop;

    private void Preambular(Paragraph paragraph)
    {
        _preambular++;
        _owner = ClauseLabel.Preambular(_preambular);
        _ownerKind = ClauseKind.Preambular;
        _items.Clear();
        Add(paragraph, ClauseKind.Preambular, _owner.Value, null, null);
    }

    /// <summary>An operative paragraph without a number: it takes the next one.</summary>
    private void Verb(Paragraph paragraph)
    {
        _phase = Phase.Operative;
        _operative++;
        _owner = ClauseLabel.Operative(_operative);
        _ownerKind = ClauseKind.Operative;
        _items.Clear();
        Add(paragraph, ClauseKind.Operative, _owner.Value, null, null);
    }

    /// <summary>A lead-in that ends in a colon, behind an item, before a list of the same kind that begins anew.</summary>
    private bool LosesText(int i, string text)
    {
        if (_items.IsEmpty || !text.EndsWith(':') || i + 1 >= _paragraphs.Count || i == 0) return false;
        var next = _paragraphs[i + 1];
        var last = _paragraphs[i - 1];
        return next.Number.Style != EnumeratorStyle.None && next.Number.Style == last.Number.Style && next.Number.Style != EnumeratorStyle.Number
            && next.Number.Token(_text) is "a" or "i" or "1" && text.Length < 40 && char.IsLower(text[0]);
    }

    /// <summary>A letter or roman number alone, or before a short title, that opens a part.</summary>
    private bool IsPart(Paragraph paragraph, string text)
    {
        if (paragraph.Number.Style == EnumeratorStyle.Capital)
            return _text[paragraph.Number.Start] != '(' && text.Length < 160 && Endings.Of(text) is Ending.Open or Ending.Stop && !Head.Read(text).Known && !char.IsLower(text.Length > 0 ? text[0] : 'A');
        return _parts.Matches(text) || _parts.MatchesTitled(text);
    }

    private void Part(Paragraph paragraph, string token)
    {
        _parts.Open(token);
        _preambular = 0;
        Other(paragraph, ClauseLabel.Heading);
    }

    private bool IsHeading(int i, Paragraph paragraph, string text)
    {
        if (paragraph.Heading) return true;
        // the title of a part
        if (Clauses.Count > 0 && Clauses[^1].Label == ClauseLabel.Heading && Clauses[^1].Paragraph.Text.Length < 8 && Endings.Of(text) == Ending.Open && text.Length < 400 && !Head.Read(text).Known) return true;
        if (text.Length > 150 || paragraph.LineCount > 3 || Endings.Of(text) != Ending.Open || text.Length == 0) return false;
        if (char.IsLower(text[0]) || Head.Read(text).Known) return false;
        // before the first paragraph of the preamble, or between two numbered paragraphs
        return i + 1 < _paragraphs.Count && paragraph.BlankBefore > 0;
    }

    private void Heading(Paragraph paragraph) => Other(paragraph, ClauseLabel.Heading);

    private void AfterBody(int i, Paragraph paragraph, string text)
    {
        if (paragraph.Number.Style == EnumeratorStyle.None)
        {
            if (AnnexHeading.Is(text))
            {
                _phase = Phase.Annex;
                Other(paragraph);
            }
            else if (IsPart(paragraph, text)) Part(paragraph, text.Trim(' ', '.', '*', '#', '_'));
            else Other(paragraph);
            return;
        }
        if (paragraph.Number.Style == EnumeratorStyle.Number && paragraph.Number.Value(_text) == _operative + 1 && Head.Read(text).Kind == HeadKind.Operative)
        {
            _phase = Phase.Operative;
            Numbered(paragraph);
            return;
        }
        Other(paragraph);
    }

    private void InAnnex(Paragraph paragraph, string text)
    {
        Add(paragraph, ClauseKind.Annex, ClauseLabel.Annex, null, paragraph.Number.Style == EnumeratorStyle.None ? null : Printed(paragraph.Number));
    }

    private void Other(Paragraph paragraph, ClauseLabel? label = null)
    {
        var kind = _phase == Phase.Annex ? ClauseKind.Annex : ClauseKind.Other;
        var where = label ?? _phase switch
        {
            Phase.Front => ClauseLabel.Front,
            Phase.Annex => ClauseLabel.Annex,
            _ => ClauseLabel.Back,
        };
        Add(paragraph, kind, where, null, paragraph.Number.Style == EnumeratorStyle.None ? null : Printed(paragraph.Number));
    }

    private void Add(Paragraph paragraph, ClauseKind kind, ClauseLabel label, ClauseLabel? parent, string? number, bool continues = false) =>
        Clauses.Add(new ClauseDraft { Paragraph = paragraph, Continues = continues, Kind = kind, Label = label, Parent = parent, Number = number, IsDraft = _draft });

    private void Report(string code, string message, Paragraph paragraph) => _diagnostics.Add(new(code, message, new(paragraph.Start, paragraph.End)));

    private string Printed(Enumerator number) => _text[number.Start..number.End];

    private static ClauseLabel Under(ClauseLabel label, List<string> path)
    {
        foreach (var token in path) label = label.Item(token);
        return label;
    }
}
