using System.Xml;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>
/// Akoma Ntoso XML: blocks become paragraphs, a <c>num</c> comes before its text, an <c>authorialNote</c> leaves its
/// marker as a superscript and follows its paragraph as a note. What the metadata states becomes stated fields, what the
/// elements state about preamble and operative part becomes layout.
/// </summary>
internal static class AkomaNtosoReader
{
    private const int MaxDepth = 1000;

    /// <summary>Titles of sections are shorter than this, in characters.</summary>
    private const int LongestTitle = 300;

    /// <summary>Reads an Akoma Ntoso file.</summary>
    public static ReadResult.Read Read(FileBytes file)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(file.Bytes, writable: false), new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                MaxCharactersInDocument = file.Limits.MaxMarkup,
            });
            return new ReadResult.Read(new Walk(xml, file.Limits.MaxText).ToSource(file.Name));
        }
        catch (XmlException e)
        {
            throw new RejectedException("damaged",
                $"its XML cannot be read ({e.Message.TrimEnd('.')}); DTDs are not allowed, and tags must match");
        }
    }

    private sealed class Walk(XmlReader xml, int maxLength)
    {
        private readonly LayoutTextBuilder _body = new(maxLength);
        private readonly List<LayoutTextBuilder> _notes = []; // of the open paragraph
        private readonly Stack<Element> _path = new();
        private LayoutTextBuilder? _note; // open note
        private readonly AkomaNtosoMetadata _stated = new();
        private int _meta;                // depth inside the metadata
        private int _deleted;             // depth inside words that a change deletes
        private bool _numbered;           // the open paragraph holds its number only
        private bool _bareNumber;         // that number is digits alone, which a full stop makes a number of a paragraph
        private bool _recites;            // the document has recitals: its paragraphs are operative by their tag too
        private int _cells;               // depth of table cells
        private int _cellStart = -1;      // the text's length where the open cell began
        private int _blockEnd = -1;       // the text's length where a block inside a cell ended
        private LayoutKind? _stage;       // preamble or operative part, for the next paragraph that holds text
        private bool _contained;          // that paragraph is in a container of the preamble, as items and titles are too
        private bool _italic;             // the open paragraph has italic letters, as its verb does
        private char _last;               // the last sign of the open paragraph, marks of notes apart

        private LayoutTextBuilder Out => _note ?? _body;

        public SourceText ToSource(string name)
        {
            xml.MoveToContent();
            if (xml.LocalName is not ("akomaNtoso" or "akomantoso"))
                throw new RejectedException("unknown-xml",
                    $"its root element is {xml.LocalName}, not akomaNtoso; convert it to Akoma Ntoso or to text");
            do
            {
                switch (xml.NodeType)
                {
                    case XmlNodeType.Element:
                        Open();
                        break;
                    case XmlNodeType.EndElement:
                        Close();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace
                        when _meta == 0 && _deleted == 0:
                        Letters(xml.Value);
                        break;
                }
            }
            while (xml.Read());
            EndParagraph();
            _body.MarksNotes = true;
            return _body.Build(name) with { Stated = _stated.Fields };
        }

        private void Open()
        {
            var name = xml.LocalName;
            if (_path.Count >= MaxDepth) throw new RejectedException("too-deep", $"its elements are nested more than {MaxDepth} deep");
            if (_meta > 0) _stated.Read(xml);
            if (name == "meta") _meta++;
            if (name == "del" && !xml.IsEmptyElement) _deleted++;
            if (name is "br" or "eol") Out.Break();
            if (name is "td" or "th") OpenCell();
            else if (IsBlock(name)) OpenBlock(name);
            if (name == "authorialNote" && _note is null)
            {
                var marker = xml.GetAttribute("marker") ?? "";
                _body.Append(marker, LetterStyle.Superscript);
                _notes.Add(_note = new LayoutTextBuilder(maxLength));
                _note.Append(marker, LetterStyle.Superscript);
                _note.Append(" ");
                _numbered = true;
            }
            if (xml.IsEmptyElement) return;
            if (IsReference(name) && DocumentLinks.Read(xml.GetAttribute("href")) is { } cited) Out.BeginLink(cited);
            var style = StyleOf(name, xml.GetAttribute("class")) | (_path.TryPeek(out var above) && name != "authorialNote"
                ? above.Style
                : LetterStyle.Plain);
            _path.Push(new(name, style, name is "heading" or "subheading" || (name == "crossHeading" && !IsRecital())));
        }

        private void Close()
        {
            if (!_path.TryPop(out var element)) return;
            if (element.Name == "meta") _meta--;
            if (element.Name == "del") _deleted--;
            if (IsReference(element.Name)) Out.EndLink();
            if (element.Name is "td" or "th") _cells--;
            if (element.Name == "authorialNote")
            {
                _note?.EndParagraph(LayoutKind.Footnote);
                _note = null;
                _numbered = false;
            }
            else if (element.Name == "num")
            {
                _numbered = true; // the text that follows is on its line
                if (_bareNumber) Out.Append(".");
                Out.Append(" ");
            }
            else if (IsBlock(element.Name) && _cells > 0)
            {
                _blockEnd = Out.Length;
            }
            else if (IsBlock(element.Name) && element.Name is not ("td" or "th"))
            {
                EndParagraph(element.IsHeading ? LayoutKind.Heading : LayoutKind.Paragraph);
            }
        }

        private void OpenBlock(string name)
        {
            if (_cells > 0)
            {
                if (Out.Length > _cellStart) EndParagraph(); // the second block of a cell
                return;
            }
            if (!_numbered) EndParagraph();
            _recites |= name == "recital";
            var above = _path.TryPeek(out var parent) ? parent.Name : "";
            _contained = _contained && _stage is not null || IsOfPreamble(name, above);
            _stage = name switch
            {
                "recital" => LayoutKind.Preambular,
                _ when IsOfPreamble(name, above) => LayoutKind.Preambular,
                "crossHeading" when IsRecital() => LayoutKind.Preambular,
                "paragraph" when _recites && above is "mainBody" or "section" => LayoutKind.Operative,
                _ => _stage,
            };
        }

        // The UN keeps each paragraph of a preamble in a container of its own.
        private static bool IsOfPreamble(string name, string above) =>
            name == "container" && above == "preamble" || name == "listIntroduction" && above == "blockList";

        private static bool IsReference(string name) => name is "ref" or "a";

        // The UN sets the preamble of a section as headings that refer to it.
        private bool IsRecital() => xml.GetAttribute("refersTo") == "#preamble";

        // The cells of a row are on one line, as in HTML.
        private void OpenCell()
        {
            _cells++;
            if (Out.ParagraphLength > LayoutTextBuilder.LongCell) EndParagraph();
            else Out.Cell();
            (_cellStart, _blockEnd) = (Out.Length, -1);
        }

        private void EndParagraph(LayoutKind role = LayoutKind.Paragraph)
        {
            _numbered = false;
            if (_note is not null)
            {
                _note.EndParagraph(LayoutKind.Footnote);
                return;
            }
            if (_body.InParagraph)
            {
                if (_stage is { } stage && role == LayoutKind.Paragraph && !(_contained && _body.First is '(' or '（'))
                    role = _contained && IsTitle() ? LayoutKind.Heading : stage;
                if (role is LayoutKind.Preambular or LayoutKind.Operative) _stage = null;
            }
            _body.EndParagraph(role);
            (_italic, _last) = (false, '\0');
            foreach (var note in _notes) _body.AppendParagraphs(note);
            _notes.Clear();
        }

        // A title of a part of the preamble: short, without a verb in italics and without a sign at its end.
        private bool IsTitle() => !_italic && _body.ParagraphLength < LongestTitle && !char.IsPunctuation(_last);

        private void Letters(string text)
        {
            if (_numbered && !string.IsNullOrWhiteSpace(text) && _path.TryPeek(out var top) && top.Name != "num") _numbered = false;
            // words after a block of their cell
            if (_cells > 0 && _blockEnd == Out.Length && !string.IsNullOrWhiteSpace(text)) EndParagraph();
            var element = _path.TryPeek(out var open) ? open : default;
            var number = text.AsSpan().Trim();
            if (element.Name == "num" && number.LastIndexOf(' ') is > 0 and var words && _recites) number = Lead(number, words);
            _italic |= element.Style.HasFlag(LetterStyle.Italic);
            if (_note is null && !element.Style.HasFlag(LetterStyle.Superscript) && text.AsSpan().TrimEnd() is [.., var last]) _last = last;
            if (element.Name == "num" && _recites) Out.Append(number, element.Style);
            else Out.Append(text, element.Style);
            _bareNumber = element.Name == "num" && !number.IsEmpty && !number.ContainsAnyExceptInRange('0', '9');
        }

        // "resolves 1": the words before a number are a heading.
        private ReadOnlySpan<char> Lead(ReadOnlySpan<char> number, int words)
        {
            if (number[(words + 1)..].ContainsAnyExceptInRange('0', '9') || number[..words].ContainsAnyInRange('0', '9')) return number;
            var stage = _stage;
            _stage = null;
            Out.Append(number[..words]);
            EndParagraph(LayoutKind.Heading);
            _stage = stage;
            return number[(words + 1)..];
        }

        private static LetterStyle StyleOf(string name, string? set) => (name, set) switch
        {
            ("i", _) or ("span", "italic") => LetterStyle.Italic,
            ("b", _) or ("span", "bold") => LetterStyle.Bold,
            ("sup" or "noteRef", _) => LetterStyle.Superscript,
            _ => LetterStyle.Plain,
        };

        // Elements that are inside a line; every other one begins and ends a paragraph, except a number, which joins its text.
        private static bool IsBlock(string name) => name is not (
            "i" or "b" or "u" or "sup" or "sub" or "span" or "a" or "ref" or "mref" or "rref" or "noteRef" or "def" or "term" or "abbr" or
            "date" or "time" or "person" or "organization" or "concept" or "object" or "event" or "location" or "process" or "role" or
            "entity" or "quantity" or "ins" or "del" or "omissis" or "placeholder" or "inline" or "embeddedText" or "quotedText" or
            "docType" or "docTitle" or "docNumber" or "docProponent" or "docDate" or "docStage" or "docStatus" or "docCommittee" or
            "docIntroducer" or "docPurpose" or "docketNumber" or "docJurisdiction" or "session" or "shortTitle" or "judge" or "party" or
            "lawyer" or "signature" or "outcome" or "opinion" or "argument" or "affectedDocument" or "relatedDocument" or "change" or
            "neutralCitation" or "legislature" or "decoration" or "img" or "marker" or "eop" or "eol" or "br" or
            "remark" or "recordedTime" or "vote" or "fillIn" or "courtType" or "authorialNote" or "num" or
            "akomaNtoso" or "meta");

        private readonly record struct Element(string Name, LetterStyle Style, bool IsHeading);
    }
}
