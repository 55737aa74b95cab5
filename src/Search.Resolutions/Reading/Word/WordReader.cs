using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Word;

/// <summary>
/// Word documents: paragraphs with the numbers that Word counts, letter styles by run and by style, each note after
/// the paragraph that refers to it. The first page's head comes first; other heads and feet come last, as furniture.
/// </summary>
internal static class WordReader
{
    /// <summary>Reads a .docx file.</summary>
    public static ReadResult.Read Read(FileBytes file)
    {
        using var package = WordPackage.Open(file);
        try
        {
            var source = ToText(package, file.Limits.MaxText).Build(file.Name);
            if (source.Text.Length == 0)
                throw new RejectedException("no-text", "it holds no text; if its pages are pictures, recognise their text first");
            return new ReadResult.Read(source);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or InvalidOperationException
            or ArgumentException)
        {
            throw WordPackage.Damaged(e.Message);
        }
    }

    private static LayoutTextBuilder ToText(WordPackage package, int maxLength)
    {
        var main = package.Main;
        var styles = Part(package, main.StyleDefinitionsPart, WordStyles.Read);
        var numbering = Part(package, main.NumberingDefinitionsPart, WordNumbering.Read);
        var notes = new WordNotes(maxLength);
        if (main.FootnotesPart is { } footnotes) notes.Load(package.Xml(footnotes), "footnote");
        if (main.EndnotesPart is { } endnotes) notes.Load(package.Xml(endnotes), "endnote");

        var body = new WordBody(styles, numbering, notes, maxLength);
        using (var xml = package.Xml(main)) body.Read(xml);

        var text = new LayoutTextBuilder(maxLength);
        var margins = new LayoutTextBuilder(maxLength);
        foreach (var (id, isFirst) in body.Margins)
        {
            if (!main.TryGetPartById(id, out var part)) continue;
            var margin = new WordBody(styles, WordNumbering.Read(null), new WordNotes(maxLength), maxLength)
            {
                Role = isFirst ? LayoutKind.Paragraph : LayoutKind.Furniture,
            };
            using (var xml = package.Xml(part)) margin.Read(xml);
            (isFirst ? text : margins).AppendParagraphs(margin.Text);
        }
        text.AppendParagraphs(body.Text);
        text.AppendParagraphs(margins);
        return text;
    }

    private static T Part<T>(WordPackage package, OpenXmlPart? part, Func<XmlReader?, T> read)
    {
        if (part is null) return read(null);
        using var xml = package.Xml(part);
        return read(xml);
    }
}
