using System.Text;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>How a stretch of text is set.</summary>
[Flags]
internal enum LetterStyle
{
    /// <summary>Upright letters on the line.</summary>
    Plain = 0,

    /// <summary><see cref="LayoutKind.Superscript"/>.</summary>
    Superscript = 1,

    /// <summary><see cref="LayoutKind.Italic"/>.</summary>
    Italic = 2,

    /// <summary><see cref="LayoutKind.Bold"/>.</summary>
    Bold = 4,
}

/// <summary>
/// Collects extracted text in the form that all readers share: paragraphs with a blank line between, a
/// <see cref="LayoutKind.Paragraph"/> mark over each, letter styles and roles as marks.
/// White space runs become one space; <see cref="Break"/> makes a line break inside a paragraph.
/// </summary>
internal sealed class LayoutTextBuilder(int maxLength)
{
    /// <summary>A table cell up to this many characters may be the number of the cell beside it, even as a paragraph of its own.</summary>
    public const int ShortCell = 8;

    /// <summary>After more characters the next cell of a table row begins a new paragraph.</summary>
    public const int LongCell = 80;

    private static readonly LetterStyle[] Styles = [LetterStyle.Superscript, LetterStyle.Italic, LetterStyle.Bold];

    private readonly StringBuilder _text = new();
    private readonly List<LayoutMark> _marks = [];
    private readonly List<StatedLink> _links = [];
    private DocumentSymbol? _link; // of the open link
    private int _linkStart = -1;   // where its words begin
    private readonly int[] _open = [-1, -1, -1]; // where the style's stretch began, by index in Styles
    private int _paragraph = -1;                 // where the open paragraph began
    private char _pending;                       // white space seen and not yet written
    private LetterStyle _style;
    private bool _row; // the open paragraph holds a second cell

    /// <summary>Becomes <see cref="SourceText.MarksNotes"/>.</summary>
    public bool MarksNotes { get; set; }

    /// <summary>Whether the open paragraph holds text.</summary>
    public bool InParagraph => _paragraph >= 0;

    /// <summary>Whether a line break waits for the next letter.</summary>
    public bool AtBreak => _pending == '\n';

    /// <summary>The letter that the next one would follow directly, or 0 where a space or nothing comes before it.</summary>
    public char Last => _paragraph >= 0 && _pending == '\0' ? _text[^1] : '\0';

    /// <summary>The first letter of the open paragraph, or 0.</summary>
    public char First => _paragraph >= 0 ? _text[_paragraph] : '\0';

    /// <summary>Characters in the open paragraph.</summary>
    public int ParagraphLength => _paragraph < 0 ? 0 : _text.Length - _paragraph;

    /// <summary>Characters so far.</summary>
    public int Length => _text.Length;

    /// <summary>Appends letters set in <paramref name="style"/>; their white space is folded.</summary>
    public void Append(ReadOnlySpan<char> letters, LetterStyle style = LetterStyle.Plain)
    {
        while (!letters.IsEmpty)
        {
            // A paragraph does not begin with a blank of any kind: pages use no-break spaces as empty lines and indents.
            if (_paragraph < 0 && (char.IsWhiteSpace(letters[0]) || letters[0] is '\u200B' or '\uFEFF'))
            {
                letters = letters[1..];
                continue;
            }
            if (IsSpace(letters[0]))
            {
                Wait(letters[0] == '\t' ? '\t' : ' ');
                letters = letters[1..];
                continue;
            }
            var length = 1;
            while (length < letters.Length && !IsSpace(letters[length])) length++;
            Write(letters[..length], style);
            letters = letters[length..];
        }
    }

    /// <summary>Begins words that are linked to a document.</summary>
    public void BeginLink(DocumentSymbol symbol) => (_link, _linkStart) = (symbol, -1);

    /// <summary>Ends the words that are linked, if any are.</summary>
    public void EndLink()
    {
        if (_link is { } symbol && _linkStart >= 0) _links.Add(new(new(_linkStart, _text.Length), symbol));
        (_link, _linkStart) = (null, -1);
    }

    /// <summary>A line break inside the paragraph.</summary>
    public void Break() => Wait('\n');

    /// <summary>A tab inside the paragraph, kept as one character before the next letter.</summary>
    public void Tab() => Wait('\t');

    /// <summary>Begins another cell of a table row on the line of the cell before.</summary>
    public void Cell()
    {
        Tab();
        _row = InParagraph;
    }

    /// <summary>
    /// Ends the paragraph, if there is one, and gives it a role besides being a paragraph. Lines that were
    /// <paramref name="preformatted"/> may be several paragraphs, and are not marked as one.
    /// </summary>
    public void EndParagraph(LayoutKind role = LayoutKind.Paragraph, bool preformatted = false)
    {
        _pending = '\0';
        if (_paragraph < 0) return;
        SetStyle(LetterStyle.Plain);
        var span = new TextSpan(_paragraph, _text.Length);
        if (!preformatted) _marks.Add(new(span, LayoutKind.Paragraph));
        if (role != LayoutKind.Paragraph) _marks.Add(new(span, role));
        if (_row) _marks.Add(new(span, LayoutKind.Row));
        (_paragraph, _row) = (-1, false);
    }

    /// <summary>Appends finished paragraphs of another builder after the open one, which is ended.</summary>
    public void AppendParagraphs(LayoutTextBuilder other)
    {
        EndParagraph();
        other.EndParagraph();
        MarksNotes |= other.MarksNotes;
        if (other.Length == 0) return;
        Separate();
        var shift = _text.Length;
        Reserve(other.Length);
        _text.Append(other._text);
        foreach (var mark in other._marks)
            _marks.Add(mark with { Span = new(mark.Span.Start + shift, mark.Span.End + shift) });
        foreach (var link in other._links)
            _links.Add(link with { Span = new(link.Span.Start + shift, link.Span.End + shift) });
    }

    /// <summary>The text and its marks, ordered by start.</summary>
    public SourceText Build(string name)
    {
        EndParagraph();
        _marks.Sort(static (a, b) => a.Span == b.Span ? a.Kind.CompareTo(b.Kind) : a.Span.CompareTo(b.Span));
        _links.Sort(static (a, b) => a.Span.CompareTo(b.Span));
        return new SourceText { Name = name, Text = _text.ToString(), Layout = [.. _marks], Links = [.. _links], MarksNotes = MarksNotes };
    }

    // No-break spaces stay: they show the parser that a number belongs to its word.
    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v';

    private void Wait(char space)
    {
        // A line break outweighs a tab, a tab a space.
        if (_pending == '\n' || (_pending == '\t' && space == ' ')) return;
        if (_paragraph >= 0) _pending = space;
    }

    private void Write(ReadOnlySpan<char> word, LetterStyle style)
    {
        Reserve(word.Length + 3);
        if (_paragraph < 0)
        {
            Separate();
            _paragraph = _text.Length;
        }
        if (_pending != '\0')
        {
            SetStyle(_style & style); // the space between two styles belongs to neither
            _text.Append(_pending);
            _pending = '\0';
        }
        SetStyle(style);
        if (_link is not null && _linkStart < 0) _linkStart = _text.Length;
        _text.Append(word);
    }

    private void Separate()
    {
        if (_text.Length > 0) _text.Append("\n\n");
    }

    private void SetStyle(LetterStyle style)
    {
        if (style == _style) return;
        for (var i = 0; i < Styles.Length; i++)
        {
            var (was, now) = (_style.HasFlag(Styles[i]), style.HasFlag(Styles[i]));
            if (now && !was) _open[i] = _text.Length;
            if (was && !now) _marks.Add(new(new(_open[i], _text.Length), (LayoutKind)i)); // Styles are in the order of LayoutKind
        }
        _style = style;
    }

    private void Reserve(int more)
    {
        if ((long)_text.Length + more > maxLength)
            throw new RejectedException("too-large", $"it holds more than {maxLength:N0} characters of text; split it, or raise the limit");
    }
}
