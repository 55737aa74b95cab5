namespace Search.Resolutions.Reading.Pdf;

/// <summary>
/// PDF by geometry: from where every piece of text is and how large it is follow lines, columns, running heads and feet,
/// notes and paragraphs.
/// </summary>
internal static class PdfReader
{
    /// <summary>Reads a PDF file.</summary>
    public static ReadResult.Read Read(FileBytes file)
    {
        // Some writers put a few bytes before the header; readers look for it in the first kilobyte.
        if (file.Bytes.AsSpan(0, Math.Min(1024, file.Bytes.Length)).IndexOf("%PDF-"u8) < 0)
            throw new RejectedException("damaged", "it does not begin as a PDF does; download it again");
        var (pages, warnings) = PdfProcess.Read(file);
        var text = PdfText.Of(pages, file.Limits.MaxSize).Build(file.Name);
        if (text.Text.Length == 0)
            throw new RejectedException("no-text",
                "its pages are pictures without text; recognise the text first, with ocrmypdf for instance");
        return new ReadResult.Read(text) { Warnings = warnings };
    }
}
