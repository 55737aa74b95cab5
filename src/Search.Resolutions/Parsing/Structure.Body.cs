using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <content>Preamble and operative part.</content>
internal sealed partial class Structure
{
    private void InBody(int i, Paragraph paragraph, string text)
    {
        var style = paragraph.Number.Style;
        if (style == EnumeratorStyle.None)
        {
            Unnumbered(i, paragraph, text);
            return;
        }
        if (IsQuotation(paragraph) && _owner is { } amending && (_inQuote || IsAfterColon(i)))
        {
            // quoted text that an amendment puts in place: it belongs to the paragraph that quotes
            _inQuote = true;
            Add(paragraph, _ownerKind, amending, amending, Printed(paragraph.Number), continues: true);
            return;
        }
        _inQuote = false;
        if (style == EnumeratorStyle.BracketNumber && IsNumberedInBrackets(paragraph))
        {
            Numbered(paragraph);
            return;
        }
        if (style == EnumeratorStyle.Number && !InList(i, paragraph))
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
            if (paragraph.Head is { Kind: HeadKind.Operative, Known: true })
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
        Item(i, paragraph);
    }

    /// <summary>"(1) Urges ...": whether the operative paragraphs of this text have their numbers in
    /// brackets, and this is the next.</summary>
    private bool IsNumberedInBrackets(Paragraph paragraph)
    {
        var value = paragraph.Number.Value(_text);
        if (_phase == Phase.Preamble) _bracketed = value == 1 && paragraph.Head is { Kind: HeadKind.Operative, Known: true };
        return _bracketed && value == (_phase == Phase.Preamble ? 1 : _operative + 1) && paragraph.Head.Kind == HeadKind.Operative;
    }

    private void PlaceAsStated(Paragraph paragraph, LayoutKind part)
    {
        if (part == LayoutKind.Preambular)
        {
            if (_phase is Phase.Operative or Phase.Closing) (_operative, _numbered) = (0, false); // a section with a preamble of its own
            _phase = Phase.Preamble;
            Preambular(paragraph);
        }
        else if (paragraph.Number.Style == EnumeratorStyle.Number) Numbered(paragraph);
        else Verb(paragraph);
    }

    /// <summary>Whether a number continues a list inside an operative paragraph ("Approves the following agenda:") and not the
    /// paragraphs of the resolution.</summary>
    private bool InList(int i, Paragraph paragraph)
    {
        if (i < _listEnd) return true;
        if (_phase != Phase.Operative || _owner is null || paragraph.Number.Value(_text) != 1) return false;
        if (!IsAfterColon(i)) return false;
        _listEnd = NumberedLists.End(_text, _paragraphs, i, _operative);
        return i < _listEnd;
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
        if (_numbered && value > 1 && LeavesGap(value))
            Report("number-gap", $"Paragraph {value} follows paragraph {_operative}: the numbers between are missing.", paragraph);
        _phase = Phase.Operative;
        _operative = value;
        _owner = ClauseLabel.Operative(value);
        _ownerKind = ClauseKind.Operative;
        _items.Clear();
        if (paragraph.Second.Style != EnumeratorStyle.None)
        {
            var path = _items.Place(paragraph.Second.Token(_text), paragraph.Second.Style, out _);
            Add(paragraph, ClauseKind.Operative, Under(_owner.Value, path, path.Count), _owner, Printed(paragraph.Second));
            return;
        }
        Add(paragraph, ClauseKind.Operative, _owner.Value, null, Printed(paragraph.Number));
    }

    private void Item(int i, Paragraph paragraph)
    {
        var owner = _owner ?? ClauseLabel.Operative(Math.Max(_operative, 1));
        var path = IsMisreadA(i, paragraph)
            ? _items.Place("a", EnumeratorStyle.BracketLetter, out var restarted)
            : _items.Place(paragraph.Number.Token(_text), paragraph.Number.Style, out restarted);
        if (restarted && paragraph.Number.Style != EnumeratorStyle.Bullet)
            Report("list-restarts", $"The items under {owner} restart at {Printed(paragraph.Number)}: text before it may be lost.",
                paragraph);
        var kind = _owner is null ? _phase == Phase.Preamble ? ClauseKind.Preambular : ClauseKind.Operative : _ownerKind;
        var parent = Under(owner, path, path.Count - 1);
        Add(paragraph, kind, parent.Item(path[^1]), parent, Printed(paragraph.Number));
    }

    /// <summary>Whether numbers are missing between the last paragraph and this one; further on another text is numbered.</summary>
    private bool LeavesGap(int value) => _operative > 0 && value > _operative + 1 && value <= _operative + LongestGap;

    /// <summary>A scan's "(2)" before "(b)".</summary>
    private bool IsMisreadA(int i, Paragraph paragraph) =>
        paragraph.Number.Style == EnumeratorStyle.BracketNumber && _items.IsEmpty && i + 1 < _paragraphs.Count
            && IsB(_paragraphs[i + 1].Number);

    private bool IsB(Enumerator number) => number.Style == EnumeratorStyle.BracketLetter && number.Token(_text) == "b";

    /// <summary>Whether a paragraph is quoted in a text that is not quoted itself.</summary>
    private bool IsQuotation(Paragraph paragraph) => paragraph.Quoted && !_quoted;

    private void Unnumbered(int i, Paragraph paragraph, string text)
    {
        if (AnnexHeading.Is(text) && (_phase == Phase.Operative || _preambular > 0))
        {
            _phase = Phase.Annex;
            _items.Clear();
            Other(paragraph);
            return;
        }
        if (_annexed && TitledLine.IsArticle(text))
        {
            // a declaration with articles, annexed with its preamble
            _phase = Phase.Annex;
            Other(paragraph);
            return;
        }
        var head = paragraph.Head;
        if (ClosingLine.Is(text) && head.Kind != HeadKind.Preambular)
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
            InPreamble(i, paragraph, text);
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
        if (head is { Kind: HeadKind.Operative, Known: true } && (!_numbered || IsClauseOfItsOwn(i, paragraph, text)))
        {
            Verb(paragraph);
            return;
        }
        if (!_numbered && EnactingLine.Resolves(text))
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
        Add(paragraph, _ownerKind == ClauseKind.Preambular
            ? ClauseKind.Preambular
            : ClauseKind.Operative, _owner ?? ClauseLabel.Operative(Math.Max(1, _operative)), _owner, null, continues: _owner is not null);
    }

    private void InPreamble(int i, Paragraph paragraph, string text)
    {
        var head = paragraph.Head;
        if (!_statement && OpensOperative(i, text, head)) Verb(paragraph);
        else if (_statement && !IsHeading(i, paragraph, text)) Verb(paragraph);
        else if (IsHeading(i, paragraph, text) || LeadsToOperative(i, text, head)) Heading(paragraph);
        else if (head.Kind == HeadKind.None && IsQuotation(paragraph) && _owner is { } quoting && FollowsColon(i))
            Add(paragraph, ClauseKind.Preambular, quoting, quoting, null, continues: true);
        else Preambular(paragraph);
    }

    /// <summary>Whether a paragraph of the preamble is the first operative one: a verb that is listed, unless a comma follows the clause;
    /// another only where the clause ends.</summary>
    private bool OpensOperative(int i, string text, Head head)
    {
        if (head.Kind != HeadKind.Operative) return false;
        return head.Known ? !text.EndsWith(',') || IsLast(i) : EndsClause(text);
    }

    /// <summary>Whether a colon ends the paragraph before, its footnote marks and closing signs aside.</summary>
    private bool FollowsColon(int i) => i > 0 && Endings.Of(_paragraphs[i - 1].Text.Text) == Ending.Colon;

    /// <summary>Whether a colon is the last sign of the paragraph before.</summary>
    private bool IsAfterColon(int i) => i > 0 && _paragraphs[i - 1].Text.Text.EndsWith(':');

    /// <summary>Whether a paragraph without a number among numbered ones is an operative paragraph, not
    /// the end of the one before.</summary>
    private bool IsClauseOfItsOwn(int i, Paragraph paragraph, string text) => !paragraph.Quoted && Ended(i) && EndsClause(text);

    private static bool EndsClause(string text) => text.EndsWith('.') || text.EndsWith(';');

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
        Add(paragraph, ClauseKind.Preambular, _owner.Value, null, paragraph.Number.Style == EnumeratorStyle.None
            ? null
            : Printed(paragraph.Number));
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

    /// <summary>A lead-in that ends in a colon, after an item, before a list of the same kind that restarts.</summary>
    private bool LosesText(int i, string text)
    {
        if (_items.IsEmpty || !text.EndsWith(':') || i + 1 >= _paragraphs.Count || i == 0) return false;
        var next = _paragraphs[i + 1].Number;
        var restarts = next.Style == _paragraphs[i - 1].Number.Style && next.Style is not (EnumeratorStyle.None or EnumeratorStyle.Number)
            && next.Token(_text) is "a" or "i" or "1";
        return restarts && text.Length < LongestLead && char.IsLower(text[0]);
    }

    /// <summary>A letter or roman number alone, or before a short title, that opens a part.</summary>
    private bool IsPart(Paragraph paragraph, string text)
    {
        if (paragraph.Number.Style != EnumeratorStyle.Capital) return _parts.Matches(text) || _parts.MatchesTitled(text);
        if (_text[paragraph.Number.Start] == '(' || text.Length >= LongestPartTitle || paragraph.Head.Known) return false;
        return (text.Length == 0 || !char.IsLower(text[0])) && Endings.Of(text) is Ending.Open or Ending.Stop;
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
        if (paragraph.Head.Known || Endings.Of(text) != Ending.Open) return false;
        if (FollowsPartSign() && text.Length < LongestTitleOfPart) return true;
        if (text.Length is 0 or > LongestHeading || paragraph.LineCount > MostLinesOfHeading || char.IsLower(text[0])) return false;
        // before the first paragraph of the preamble, or between two numbered paragraphs
        return i + 1 < _paragraphs.Count && paragraph.BlankBefore > 0;
    }

    /// <summary>Whether the clause before is the sign of a part alone, so that its title follows.</summary>
    private bool FollowsPartSign() =>
        Clauses.Count > 0 && Clauses[^1].Label == ClauseLabel.Heading && Clauses[^1].Paragraph.Text.Length < LongestPartSign;

    /// <summary>"Hereby:", "Therefore, the Assembly:" between the preamble and paragraph 1.</summary>
    private bool LeadsToOperative(int i, string text, Head head) =>
        text.Length < LongestLead && text.EndsWith(':') && head.Kind == HeadKind.None && IsFirstOperative(i + 1);

    private bool IsFirstOperative(int i) =>
        i < _paragraphs.Count && _paragraphs[i] is { Number.Style: EnumeratorStyle.Number, Head.Kind: HeadKind.Operative } paragraph
            && paragraph.Number.Value(_text) == 1;

    /// <summary>Characters of the longest words between a preamble and paragraph 1, or before a list whose lead-in is lost.</summary>
    private const int LongestLead = 40;

    /// <summary>Characters of the longest sign of a part, of its title on the same line, and of its title below.</summary>
    private const int LongestPartSign = 8, LongestPartTitle = 160, LongestTitleOfPart = 400;

    /// <summary>Characters and lines of the longest heading between two paragraphs.</summary>
    private const int LongestHeading = 150, MostLinesOfHeading = 3;

    /// <summary>The most numbers of paragraphs that are reported as missing in a row.</summary>
    private const int LongestGap = 20;

    private void Heading(Paragraph paragraph) => Other(paragraph, ClauseLabel.Heading);
}
