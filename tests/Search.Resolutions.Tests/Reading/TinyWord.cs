using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Search.Resolutions.Tests.Reading;

/// <summary>Writes Word documents part by part.</summary>
internal sealed class TinyWord
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private readonly SortedDictionary<string, (string Root, string Content)> _parts = new(StringComparer.Ordinal);

    public TinyWord(string body) => _parts["document"] = ("document", $"<w:body>{body}</w:body>");

    public TinyWord Part(string name, string root, string content)
    {
        _parts[name] = (root, content);
        return this;
    }

    public byte[] Bytes()
    {
        var types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        var links = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, (root, content)) in _parts)
            {
                Entry(zip, $"word/{name}.xml", $"<w:{root} {Namespaces}>{content}</w:{root}>");
                var kind = name == "document" ? "document.main" : name.TrimEnd('1', '2', '3');
                types.Append(CultureInfo.InvariantCulture,
                    $"<Override PartName=\"/word/{name}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml\"/>");
                if (name != "document")
                    links.Append(CultureInfo.InvariantCulture,
                        $"<Relationship Id=\"{name}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{name}.xml\"/>");
            }
            Entry(zip, "[Content_Types].xml", types + "</Types>");
            Entry(zip, "word/_rels/document.xml.rels", links + "</Relationships>");
            Entry(zip, "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"main\" "
                + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
        }
        return stream.ToArray();
    }

    public static void Entry(ZipArchive zip, string name, string content)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(Encoding.UTF8.GetBytes(content));
    }

    /// <summary>A paragraph of runs.</summary>
    public static string P(params string[] runs) => $"<w:p>{string.Concat(runs)}</w:p>";

    /// <summary>A run of text with properties.</summary>
    public static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";
}
