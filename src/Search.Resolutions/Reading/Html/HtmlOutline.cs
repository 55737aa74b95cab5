using AngleSharp.Html.Parser.Tokens;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Html;

/// <summary>Takes the tags and letters of a page as they come and makes paragraphs of them.</summary>
internal sealed class HtmlOutline(int maxLength)
{
    // Deeper elements are read as if their tags were not there: no page that people read comes near.
    private const int MaxDepth = 100;
    private const int MaxImplied = 32; // how far above an element lies that the next one ends

    private readonly List<Element> _path = [];
    private int _unseen;        // depth of elements that are not shown
    private int _cells;         // depth of table cells
    private int _atNumber = -1; // the text's length after the number of a list item
    private int _cellStart;     // the text's length where the open table cell began
    private int _blockEnd = -1; // the text's length where a block inside a cell ended
    private readonly HashSet<string> _noteIds = []; // what the marks of notes link to
    private readonly HashSet<string> _markIds = []; // the marks themselves, to which notes link back

    /// <summary>What has been read.</summary>
    public LayoutTextBuilder Text { get; } = new(maxLength);

    private Element Top => _path.Count > 0 ? _path[^1] : default;

    /// <summary>Letters between tags.</summary>
    public void Letters(string letters)
    {
        if (_unseen > 0) return;
        if (Top.Preformatted)
        {
            Lines(letters);
            return;
        }
        // words after a block of their cell
        if (_cells > 0 && _blockEnd == Text.Length && !string.IsNullOrWhiteSpace(letters)) EndParagraph();
        if (Top.Target is { } target && IsMark(letters))
        {
            if (LinksBack(target)) BeginNote();
            else Refer(target);
            Text.Append(WithoutBrackets(letters), Top.Style | LetterStyle.Superscript);
            return;
        }
        if (Top.Target is { } back && LinksBack(back) && Top.Role == LayoutKind.Footnote) return; // "Back"
        Text.Append(Top.Style.HasFlag(LetterStyle.Superscript) ? WithoutBrackets(letters) : letters, Top.Style);
    }

    private bool LinksBack(string target) => _markIds.Contains(target) || HtmlTags.IsReferenceId(target);

    // A sign that is a link refers to a note where it directly follows a word or is raised.
    private bool IsMark(string letters)
    {
        var sign = WithoutBrackets(letters).Trim();
        if (sign.IsEmpty || sign.Length > 3 || (sign.ContainsAnyExceptInRange('0', '9') && sign.ContainsAnyExcept("*†‡§"))) return false;
        return Top.Style.HasFlag(LetterStyle.Superscript) || LinksBack(Top.Target!) || char.IsLetterOrDigit(Text.Last)
            || Text.Last is ',' or ';' or '.' or ':' or ')' or '”' or '"' or '’';
    }

    private void Refer(string target)
    {
        Text.MarksNotes = true;
        _noteIds.Add(target);
        for (var i = _path.Count - 1; i >= 0 && !HtmlTags.IsBlock(_path[i].Name); i--)
            if (_path[i].Id is { } id) _markIds.Add(id);
    }

    // A page sets [1] or (1) where print sets a raised 1.
    private static ReadOnlySpan<char> WithoutBrackets(string letters)
    {
        var mark = letters.AsSpan().Trim();
        if (mark is "[" or "]") return [];
        return mark is ['[', .., ']'] or ['(', .., ')'] && mark.Length is > 2 and <= 6 ? mark[1..^1] : letters;
    }

    /// <summary>A start tag.</summary>
    public void Open(HtmlTagToken tag)
    {
        var name = tag.Name;
        if (name == "br")
        {
            if (Text.AtBreak && !Top.Preformatted) EndParagraph(); // two breaks make an empty line
            else Text.Break();
            return;
        }
        if (HtmlTags.IsBlock(name)) OpenBlock(name);
        if (HtmlTags.IsVoid(name)) return;
        CloseImplied(name);
        if (_path.Count >= MaxDepth) return;
        var unseen = HtmlTags.IsUnseen(name) || HtmlTags.IsBackLink(tag) || HtmlTags.IsHidden(tag);
        if (tag.IsSelfClosing && unseen) return; // <script/> inside XHTML
        if (unseen) _unseen++;
        if (name is "td" or "th") OpenCell();
        var above = Top;
        var id = HtmlTags.IdOf(tag);
        var element = new Element(name, above.Style | HtmlTags.StyleOf(tag))
        {
            Unseen = unseen,
            Role = above.Role
                ?? (id is not null && HtmlTags.IsBlock(name) && _noteIds.Contains(id) ? LayoutKind.Footnote : HtmlTags.RoleOf(tag)),
            Id = id,
            Target = name == "a" ? HtmlTags.TargetOf(tag) : HtmlTags.IsBlock(name) ? null : above.Target,
            Preformatted = name == "pre" || (above.Preformatted && name != "table"),
            Start = Text.Length,
            List = name switch { "ol" => new ListNumber(tag), "ul" or "menu" or "dir" or "dl" => null, _ => above.List },
        };
        if (HtmlTags.IsNoteNumber(tag)) BeginNote();
        _path.Add(element);
        if (name != "li" || _unseen > 0 || element.List is not { } list) return;
        var isNote = element.Role == LayoutKind.Footnote;
        Text.Append(list.Next(tag, isNote), isNote ? LetterStyle.Superscript : LetterStyle.Plain);
        Text.Append(" ");
        _atNumber = Text.Length;
    }

    // The number of a note makes a note of the blocks that begin with it.
    private void BeginNote()
    {
        for (var i = _path.Count - 1; i >= 0 && _path[i].Start == Text.Length
            && _path[i].Name is "p" or "div" or "li" or "dd" or "span" or "sup"; i--)
            _path[i] = _path[i] with { Role = LayoutKind.Footnote };
    }

    /// <summary>An end tag; one that closes nothing is passed over, as browsers do.</summary>
    public void Close(string name)
    {
        if (HtmlTags.IsBlock(name)) EndBlock(name);
        for (var i = _path.Count - 1; i >= 0; i--)
        {
            if (_path[i].Name != name)
            {
                // An inline element is not closed from beyond the block it is in.
                if (!HtmlTags.IsBlock(name) && _path[i].Name is "td" or "th" or "table") return;
                continue;
            }
            Unwind(i);
            return;
        }
    }

    /// <summary>The end of the page.</summary>
    public void End()
    {
        EndParagraph();
        _path.Clear();
    }

    // <p>, <li>, <tr> and the like need no end tag: the next of their kind ends them, unless a container of theirs is between.
    private void CloseImplied(string name)
    {
        for (var i = _path.Count - 1; i >= 0 && i >= _path.Count - MaxImplied; i--)
        {
            var (ends, shelters) = HtmlTags.Implied(name, _path[i].Name);
            if (shelters) return;
            if (!ends) continue;
            Unwind(i);
            return;
        }
    }

    private void Unwind(int to)
    {
        for (var i = _path.Count - 1; i >= to; i--)
        {
            if (_path[i].Unseen) _unseen--;
            if (_path[i].Name is "td" or "th") _cells--;
        }
        _path.RemoveRange(to, _path.Count - to);
    }

    // Cells of a row are on one line, with a tab between, so that a number keeps its text; after a long cell a new paragraph begins.
    private void OpenCell()
    {
        _cells++;
        if (Text.ParagraphLength > LayoutTextBuilder.LongCell) EndParagraph();
        else Text.Cell();
        (_cellStart, _blockEnd) = (Text.Length, -1);
    }

    private void OpenBlock(string name)
    {
        // the first block of a cell, and the words beside a short one
        if (_cells == 0 || !IsInCell(name) || (Text.Length > _cellStart && Text.ParagraphLength > LayoutTextBuilder.ShortCell))
        {
            EndBlock(name);
            return;
        }
        _blockEnd = -1;
        if (Text.Length > _cellStart) Text.Append(" ");
    }

    private void EndBlock(string name)
    {
        // The text of a numbered item may be a block of its own beside the number.
        if (name is "p" or "div" && _atNumber == Text.Length) Text.Append(" ");
        else if (_cells > 0 && IsInCell(name)) _blockEnd = Text.Length;
        else EndParagraph();
    }

    private static bool IsInCell(string name) => name is "p" or "div";

    private void EndParagraph() => Text.EndParagraph(Top.Role ?? LayoutKind.Paragraph, Top.Preformatted);

    private void Lines(string letters)
    {
        var rest = letters.AsSpan();
        while (true)
        {
            var line = rest.IndexOf('\n');
            Text.Append(line < 0 ? rest : rest[..line], Top.Style);
            if (line < 0) return;
            rest = rest[(line + 1)..];
            // A blank line parts paragraphs in preformatted text as it does in plain text.
            if (rest.TrimStart(' ').StartsWith("\n") || rest.TrimStart(' ').StartsWith("\r\n")) EndParagraph();
            else Text.Break();
        }
    }

    private readonly record struct Element(string Name, LetterStyle Style)
    {
        public LayoutKind? Role { get; init; }
        public int Start { get; init; } // the text's length at its start tag
        public bool Unseen { get; init; }
        public bool Preformatted { get; init; }
        public ListNumber? List { get; init; }
        public string? Id { get; init; }
        public string? Target { get; init; } // what the link around it leads to inside the page
    }
}
