namespace Search.Resolutions.Reading.Pdf;

/// <summary>
/// PDF by way of poppler's pdftohtml, which tells where every piece of text stands and how large it is:
/// lines, columns, running heads and feet, notes and paragraphs are told from geometry.
/// </summary>
internal static class PdfReader
{
    /// <summary>Reads a PDF file.</summary>
    public static ReadResult.Read Read(FileBytes file)
    {
        // Some writers put a few bytes before the header; readers look for it in the first kilobyte.
        if (file.Bytes.AsSpan(0, Math.Min(1024, file.Bytes.Length)).IndexOf("%PDF-"u8) < 0)
            throw new RejectedException("damaged", "it does not begin as a PDF does; fetch it again");
        var pages = PdfXml.Parse(Poppler.ToXml(file));
        var text = PdfText.Of(pages, file.Limits.MaxSize).Build(file.Name);
        if (text.Text.Length == 0)
            throw new RejectedException("no-text", "its pages are pictures without text; recognise the text first, with ocrmypdf for instance");
        return new ReadResult.Read(text);
    }
}
