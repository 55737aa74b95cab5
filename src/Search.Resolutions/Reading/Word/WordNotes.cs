using System.Xml;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Reading.Word;

/// <summary>The footnotes and endnotes of a Word document, kept as XML until a paragraph refers to them.</summary>
internal sealed class WordNotes(int maxLength)
{
    private readonly Dictionary<string, string> _xml = [];
    private long _length;
    private int _next;

    /// <summary>Takes the notes of a part; <paramref name="element"/> is footnote or endnote.</summary>
    public void Load(XmlReader xml, string element)
    {
        using (xml)
        {
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != element)
                {
                    xml.Read();
                    continue;
                }
                // Separators are notes by name only.
                var (id, type) = (WordXml.Attribute(xml, "id"), WordXml.Attribute(xml, "type"));
                var note = xml.ReadOuterXml();
                if (id is null || type is not (null or "normal")) continue;
                _length += note.Length;
                if (_length > 4L * maxLength)
                    throw new RejectedException("too-large", "its notes are too long; split it, or raise the limit");
                _xml[element + id] = note;
            }
        }
    }

    /// <summary>The XML of a note, once: a second reference to the same note finds it gone.</summary>
    public string? Take(string element, string? id) => _xml.Remove(element + id, out var note) ? note : null;

    /// <summary>The number that Word shows for the next reference.</summary>
    public string NextNumber() => Ordinals.Decimal(++_next);
}
