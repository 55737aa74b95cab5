using System.Globalization;
using System.Xml;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>
/// Akoma Ntoso XML: blocks become paragraphs, a <c>num</c> stands before its text, an <c>authorialNote</c> leaves its
/// marker as a superscript and follows its paragraph as a note. What the metadata states becomes stated fields.
/// </summary>
internal static class AkomaNtosoReader
{
    private const int MaxDepth = 1000;

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
            throw new RejectedException("damaged", $"its XML cannot be read ({e.Message.TrimEnd('.')}); DTDs are not allowed, and tags must match");
        }
    }

    private sealed class Walk(XmlReader xml, int maxLength)
    {
        private readonly LayoutTextBuilder _body = new(maxLength);
        private readonly List<LayoutTextBuilder> _notes = []; // of the open paragraph
        private readonly Stack<Element> _path = new();
        private LayoutTextBuilder? _note; // open note
        private StatedFields _stated = StatedFields.None;
        private int _meta;                // depth inside the metadata
        private int _deleted;             // depth inside words that a change deletes
        private bool _numbered;           // the open paragraph holds its number only
        private bool _bareNumber;         // that number is digits alone, which a full stop makes a number of a paragraph

        private LayoutTextBuilder Out => _note ?? _body;

        public SourceText ToSource(string name)
        {
            xml.MoveToContent();
            if (xml.LocalName is not ("akomaNtoso" or "akomantoso"))
                throw new RejectedException("unknown-xml", $"its root element is {xml.LocalName}, not akomaNtoso; convert it to Akoma Ntoso or to text");
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
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when _meta == 0 && _deleted == 0:
                        Letters(xml.Value);
                        break;
                }
            }
            while (xml.Read());
            EndParagraph();
            return _body.Build(name) with { Stated = _stated };
        }

        private void Open()
        {
            var name = xml.LocalName;
            if (_path.Count >= MaxDepth) throw new RejectedException("too-deep", $"its elements are nested more than {MaxDepth} deep");
            if (_meta > 0) State(name);
            if (name == "meta") _meta++;
            if (name == "del" && !xml.IsEmptyElement) _deleted++;
            if (name is "br" or "eol") Out.Break();
            if (IsBlock(name) && !_numbered) EndParagraph();
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
            var style = StyleOf(name) | (_path.TryPeek(out var above) && name != "authorialNote" ? above.Style : LetterStyle.Plain);
            _path.Push(new(name, style));
        }

        private void Close()
        {
            if (!_path.TryPop(out var element)) return;
            if (element.Name == "meta") _meta--;
            if (element.Name == "del") _deleted--;
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
            else if (IsBlock(element.Name))
            {
                EndParagraph(element.Name is "heading" or "subheading" or "crossHeading" ? LayoutKind.Heading : LayoutKind.Paragraph);
            }
        }

        private void EndParagraph(LayoutKind role = LayoutKind.Paragraph)
        {
            _numbered = false;
            if (_note is not null)
            {
                _note.EndParagraph(LayoutKind.Footnote);
                return;
            }
            _body.EndParagraph(role);
            foreach (var note in _notes) _body.AppendParagraphs(note);
            _notes.Clear();
        }

        private void Letters(string text)
        {
            if (_numbered && !string.IsNullOrWhiteSpace(text) && _path.TryPeek(out var top) && top.Name != "num") _numbered = false;
            Out.Append(text, _path.TryPeek(out var element) ? element.Style : LetterStyle.Plain);
            _bareNumber = element.Name == "num" && text.AsSpan().Trim() is var number && !number.IsEmpty && !number.ContainsAnyExceptInRange('0', '9');
        }

        private void State(string name)
        {
            // The first of each wins: the work comes before its expressions and manifestations.
            var value = xml.GetAttribute("value")?.Trim();
            switch (name)
            {
                case "FRBRdate" when _stated.Date is null
                    && DateOnly.TryParseExact(xml.GetAttribute("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date):
                    _stated = _stated with { Date = date };
                    break;
                case "FRBRalias" when xml.GetAttribute("name") is "symbol" && _stated.Symbol is null && !string.IsNullOrEmpty(value):
                    _stated = _stated with { Symbol = value };
                    break;
                case "FRBRtitle" or "FRBRalias" when (name is "FRBRtitle" || xml.GetAttribute("name") is "title") && _stated.Title is null && !string.IsNullOrEmpty(value):
                    _stated = _stated with { Title = value };
                    break;
            }
        }

        private static LetterStyle StyleOf(string name) => name switch
        {
            "i" => LetterStyle.Italic,
            "b" => LetterStyle.Bold,
            "sup" or "noteRef" => LetterStyle.Superscript,
            _ => LetterStyle.Plain,
        };

        // Elements that stand inside a line; every other one begins and ends a paragraph, except a number, which joins its text.
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

        private readonly record struct Element(string Name, LetterStyle Style);
    }
}
