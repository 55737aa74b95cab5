using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Search.Resolutions.Reading.Word;

/// <summary>The parts of a Word document that hold text, opened within bounds.</summary>
internal sealed class WordPackage : IDisposable
{
    private const int MaxEntries = 10_000;

    private readonly WordprocessingDocument _document;
    private readonly ReadLimits _limits;

    /// <summary>A document of Word says of every word how it looks: it may have that many times the markup of others,
    /// which is read as a stream.</summary>
    private const long MarkupPerFile = 4;

    private WordPackage(WordprocessingDocument document, MainDocumentPart main, ReadLimits limits) =>
        (_document, Main, _limits) = (document, main, limits);

    /// <summary>The part with the body.</summary>
    public MainDocumentPart Main { get; }

    /// <summary>Opens a document, or rejects it.</summary>
    public static WordPackage Open(FileBytes file)
    {
        if (file.Bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new RejectedException("encrypted",
                "it is protected by a password or in the format of Word 97; save it as .docx without a password");
        CheckSize(file);
        WordprocessingDocument? document = null;
        try
        {
            document = Document(file);
            var main = document.MainDocumentPart ?? throw Damaged("it has no main part");
            return new WordPackage(document, main, file.Limits);
        }
        catch (Exception e) when (e is not RejectedException and not OutOfMemoryException)
        {
            // The SDK and the package classes below it throw a dozen kinds for what a damaged file can hold.
            document?.Dispose();
            throw Damaged(e.Message);
        }
    }

    /// <summary>
    /// Opens the bytes of a file. Since version 3 the SDK copies what it opens to a temporary file, to repair addresses of links that are
    /// none. It is asked to do so only where a document cannot be opened otherwise.
    /// </summary>
    private static WordprocessingDocument Document(FileBytes file)
    {
        try
        {
            return Document(file, CompatibilityLevel.Version_2_20);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Document(file, CompatibilityLevel.Default);
        }
    }

    private static WordprocessingDocument Document(FileBytes file, CompatibilityLevel level) => WordprocessingDocument.Open(
        new MemoryStream(file.Bytes, writable: false), isEditable: false, new OpenSettings
        {
            AutoSave = false,
            CompatibilityLevel = level,
            MaxCharactersInPart = MarkupPerFile * file.Limits.MaxMarkup,
        });

    /// <summary>A reader at the root element of a part.</summary>
    public XmlReader Xml(OpenXmlPart part)
    {
        var xml = Xml(new StreamReader(part.GetStream(FileMode.Open, FileAccess.Read)), MarkupPerFile * _limits.MaxMarkup);
        xml.MoveToContent();
        return xml;
    }

    /// <summary>A reader of XML that may come from anybody.</summary>
    public static XmlReader Xml(TextReader text, long maxCharacters) => XmlReader.Create(text, new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = maxCharacters,
        CloseInput = true,
    });

    /// <summary>The rejection of a file that is not what its format demands.</summary>
    public static RejectedException Damaged(string why) =>
        new("damaged", $"it is not a sound .docx file ({why.TrimEnd('.')}); open it in a word processor and save it again");

    /// <inheritdoc />
    public void Dispose() => _document.Dispose();

    // The sizes that a zip file states can lie, so every part that will be read is unpacked once and counted.
    private static void CheckSize(FileBytes file)
    {
        var buffer = new byte[81920];
        var left = file.Limits.MaxUnpacked;
        try
        {
            using var zip = new ZipArchive(new MemoryStream(file.Bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries) throw new RejectedException("too-large", $"it has more than {MaxEntries:N0} parts");
            foreach (var entry in zip.Entries)
            {
                if (!IsXml(entry.FullName)) continue;
                using var stream = entry.Open();
                for (int read; (read = stream.Read(buffer)) > 0;)
                    if ((left -= read) < 0)
                        throw new RejectedException("too-large",
                            $"its parts unpack to more than {file.Limits.MaxUnpacked:N0} bytes; split it, or raise the limit");
            }
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException or ArgumentException)
        {
            throw Damaged(e.Message);
        }
    }

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
