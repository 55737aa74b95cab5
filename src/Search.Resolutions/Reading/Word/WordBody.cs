using System.Xml;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Word;

/// <summary>Walks the XML of a body, a head, a foot or a note, and makes paragraphs of it.</summary>
internal sealed class WordBody(WordStyles styles, WordNumbering numbering, WordNotes notes, int maxLength)
{
    // XML nested deeper is no document that a word processor wrote.
    private const int MaxDepth = 400;
    private const int MaxNesting = 8;

    private readonly List<(string Mark, string Xml)> _pending = []; // notes of the open paragraph
    private LayoutKind _role;
    private LetterStyle _paragraphStyle;
    private bool _newCell;
    private bool _joins; // a tracked change deletes the end of the last paragraph: the next one continues it
    private int _cells; // depth of table cells
    private int _nesting;

    /// <summary>The role of paragraphs that are not headings.</summary>
    public LayoutKind Role { get; init; } = LayoutKind.Paragraph;

    /// <summary>What has been read.</summary>
    public LayoutTextBuilder Text { get; } = new(maxLength);

    /// <summary>The parts with heads and feet, by relationship, and whether one is the head of the first page.</summary>
    public List<(string Id, bool IsFirst)> Margins { get; } = [];

    /// <summary>The mark that is where the note says "my mark", or null outside notes.</summary>
    private string? Mark { get; init; }

    /// <summary>Reads everything below the reader's element.</summary>
    public void Read(XmlReader xml)
    {
        _role = Role;
        Children(xml, Block);
        EndParagraph();
    }

    // Calls one for each child element; a child that it does not consume is passed over, with all below it.
    private static void Children(XmlReader xml, Action<XmlReader> one)
    {
        if (xml.IsEmptyElement) return;
        var depth = xml.Depth;
        if (depth > MaxDepth) throw new RejectedException("too-deep", $"its elements are nested more than {MaxDepth} deep");
        xml.Read();
        while (!xml.EOF && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1) one(xml);
            xml.Read();
        }
    }

    // What is between paragraphs.
    private void Block(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p":
                Paragraph(xml);
                break;
            case "tr":
                Children(xml, Block);
                EndParagraph();
                break;
            case "tc":
                _cells++;
                _newCell = true;
                Children(xml, Block);
                _cells--;
                break;
            case "sectPr":
                Children(xml, Margin);
                break;
            case "Fallback" or "del" or "moveFrom" or "sdtPr" or "tblPr" or "trPr" or "tcPr":
                Skip(xml);
                break;
            default: // tables, content controls, insertions and whatever else may hold paragraphs
                Children(xml, Block);
                break;
        }
    }

    private void Paragraph(XmlReader xml)
    {
        var joined = _joins;
        _joins = false;
        if (!joined) BeginParagraph();
        LayoutTextBuilder? boxes = null;
        string? list = null;
        var level = 0;
        var described = false;
        var deleted = false; // a tracked change deletes the end of the paragraph

        void Describe()
        {
            if (described || joined) return;
            described = true;
            if (list is not null && list != "0" && numbering.Next(list, level) is { } number)
            {
                Text.Append(number);
                Text.Tab();
            }
        }

        void Property(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "pStyle":
                    var style = styles[WordXml.Value(xml)];
                    _paragraphStyle = style.Letters;
                    if (style.IsHeading) _role = Role == LayoutKind.Paragraph ? LayoutKind.Heading : Role;
                    (list, level) = (style.List, style.Level);
                    break;
                case "outlineLvl" when WordXml.Number(xml) is >= 0 and < 9 && Role == LayoutKind.Paragraph:
                    _role = LayoutKind.Heading;
                    break;
                case "numId":
                    list = WordXml.Value(xml);
                    break;
                case "ilvl":
                    level = WordXml.Number(xml) ?? 0;
                    break;
                case "numPr":
                    Children(xml, Property);
                    break;
                case "rPr":
                    Children(xml, mark => deleted |= mark.LocalName is "del" or "moveFrom");
                    break;
                case "sectPr":
                    Children(xml, Margin);
                    break;
            }
        }

        void Inline(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "pPr":
                    Children(xml, Property);
                    break;
                case "r":
                    Describe();
                    Run(xml, ref boxes);
                    break;
                case "del" or "moveFrom" or "Fallback":
                    Skip(xml);
                    break;
                case "t": // mathematics
                    Text.Append(xml.ReadString(), LetterStyle.Plain);
                    break;
                default: // hyperlinks, insertions, fields, content controls
                    Children(xml, Inline);
                    break;
            }
        }

        Children(xml, Inline);
        if (!deleted) Describe(); // a deleted paragraph has no number, as Word shows it
        _joins = deleted && _cells == 0 && Text.InParagraph;
        if (_cells == 0 && !_joins) EndParagraph();
        if (boxes is null) return;
        EndParagraph();
        Text.AppendParagraphs(boxes);
    }

    private void Run(XmlReader xml, ref LayoutTextBuilder? boxes)
    {
        var style = _paragraphStyle;
        var hidden = false;
        LayoutTextBuilder? found = boxes;
        string? note = null; // its mark is the text after the reference

        void Property(XmlReader xml)
        {
            var (set, cleared) = (LetterStyle.Plain, LetterStyle.Plain);
            if (xml.LocalName == "rStyle") set = styles[WordXml.Value(xml)].Letters;
            else if (xml.LocalName is "vanish" && WordXml.IsOn(xml)) hidden = true;
            else WordXml.Letters(xml, ref set, ref cleared);
            style = (style & ~cleared) | set;
        }

        void Content(XmlReader xml)
        {
            switch (xml.LocalName)
            {
                case "rPr":
                    Children(xml, Property);
                    break;
                case "t" when note is not null:
                    Refer(xml.ReadString(), note);
                    note = null;
                    break;
                case "t" when !hidden:
                    Text.Append(xml.ReadString(), style);
                    break;
                case "tab" or "ptab":
                    Text.Tab();
                    break;
                case "br" or "cr":
                    Text.Break();
                    break;
                case "noBreakHyphen":
                    Text.Append("\u2011", style);
                    break;
                case "softHyphen":
                    Text.Append("\u00AD", style);
                    break;
                case "sym":
                    Symbol(xml, style);
                    break;
                case "footnoteReference":
                    note = Refer(xml, "footnote");
                    break;
                case "endnoteReference":
                    note = Refer(xml, "endnote");
                    break;
                case "footnoteRef" or "endnoteRef" when Mark is not null:
                    Text.Append(Mark, LetterStyle.Superscript);
                    Text.Append(" ");
                    break;
                case "txbxContent":
                    var box = Within(Role);
                    box.Read(xml);
                    (found ??= new LayoutTextBuilder(maxLength)).AppendParagraphs(box.Text);
                    Margins.AddRange(box.Margins);
                    break;
                case "Fallback" or "instrText" or "delText" or "t":
                    Skip(xml);
                    break;
                default: // drawings and alternatives, for the text boxes in them
                    Children(xml, Content);
                    break;
            }
        }

        Children(xml, Content);
        if (note is not null) Refer("", note);
        boxes = found;
    }

    // Refers to a note by its number; returns a note whose mark is of its own and follows.
    private string? Refer(XmlReader xml, string element)
    {
        var custom = WordXml.Attribute(xml, "customMarkFollows") is "1" or "true" or "on";
        if (notes.Take(element, WordXml.Attribute(xml, "id")) is not { } note) return null;
        if (custom) return note;
        Refer(notes.NextNumber(), note);
        return null;
    }

    private void Refer(string mark, string note)
    {
        Text.MarksNotes = true;
        Text.Append(mark, LetterStyle.Superscript);
        _pending.Add((mark, note));
    }

    private void Symbol(XmlReader xml, LetterStyle style)
    {
        // Symbol fonts are addressed in the private area; their asterisks and bullets are the only signs that matter here.
        var code = WordXml.Attribute(xml, "char");
        if (code is null || !int.TryParse(code, System.Globalization.NumberStyles.AllowHexSpecifier, null, out var number)) return;
        if (number is >= 0xF000 and <= 0xF0FF) number -= 0xF000;
        Text.Append(number switch
        {
            '*' => "*",
            0xB7 or 0xA7 => "•",
            0x2D => "–",
            > 0x20 and < 0x7F => ((char)number).ToString(),
            >= 0xA0 and < 0xD800 => ((char)number).ToString(),
            _ => "",
        }, style);
    }

    private void Margin(XmlReader xml)
    {
        if (xml.LocalName is not ("headerReference" or "footerReference") || Attribute(xml) is not { } id) return;
        var first = xml.LocalName == "headerReference" && WordXml.Attribute(xml, "type") == "first" && !Margins.Exists(m => m.IsFirst);
        if (!Margins.Exists(m => m.Id == id)) Margins.Add((id, first));

        static string? Attribute(XmlReader xml) => WordXml.Attribute(xml, "id");
    }

    private void BeginParagraph()
    {
        if (_cells > 0 && Text.InParagraph)
        {
            var limit = _newCell ? LayoutTextBuilder.LongCell : LayoutTextBuilder.ShortCell;
            if (Text.ParagraphLength <= limit) Text.Cell();
            else EndParagraph();
        }
        _newCell = false;
        _role = Role;
        _paragraphStyle = LetterStyle.Plain;
    }

    private void EndParagraph()
    {
        Text.EndParagraph(_role);
        if (_pending.Count == 0) return;
        var pending = _pending.ToArray();
        _pending.Clear();
        foreach (var (mark, note) in pending)
        {
            var body = Within(LayoutKind.Footnote, mark);
            using var xml = WordPackage.Xml(new StringReader(note), note.Length + 1L);
            xml.MoveToContent();
            body.Read(xml);
            Text.AppendParagraphs(body.Text);
        }
    }

    // A note can refer to a note and a box hold a box: each is a walk of its own, within the walk around it.
    private WordBody Within(LayoutKind role, string? mark = null)
    {
        if (_nesting == MaxNesting)
            throw new RejectedException("too-deep", "its notes refer to notes, or its boxes hold boxes, without end");
        return new WordBody(styles, numbering, notes, maxLength) { Role = role, Mark = mark, _nesting = _nesting + 1 };
    }

    private static void Skip(XmlReader xml) => Children(xml, static _ => { });
}
