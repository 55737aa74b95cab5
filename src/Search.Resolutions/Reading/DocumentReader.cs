using System.Collections.Frozen;
using Search.Resolutions.Reading.Html;
using Search.Resolutions.Reading.Pdf;
using Search.Resolutions.Reading.Plain;
using Search.Resolutions.Reading.Word;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>Reads a file in any supported format.</summary>
public static class DocumentReader
{
    private static readonly FrozenDictionary<string, Func<FileBytes, ReadResult.Read>> Readers =
        new Dictionary<string, Func<FileBytes, ReadResult.Read>>
        {
            [".txt"] = PlainTextReader.Read,
            [".md"] = MarkdownReader.Read,
            [".html"] = HtmlReader.Read,
            [".htm"] = HtmlReader.Read,
            [".docx"] = WordReader.Read,
            [".pdf"] = PdfReader.Read,
            [".xml"] = AkomaNtosoReader.Read,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>File name extensions that <see cref="Read(string)"/> understands, with the dot, lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. Readers.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Reads one file within the default limits. A file that cannot be read is an outcome, not an exception.</summary>
    public static ReadResult Read(string path) => Read(path, ReadLimits.Default);

    /// <summary>Reads one file within limits. A file that cannot be read is an outcome, not an exception.</summary>
    public static ReadResult Read(string path, ReadLimits limits)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(limits);
        try
        {
            if (!Readers.TryGetValue(Path.GetExtension(path), out var reader))
                throw new RejectedException("unknown-format", $"its format is not one of {string.Join(' ', Extensions)}; convert it to one of these");
            var file = new FileBytes(Path.GetFullPath(path), Load(path, limits), limits);
            return WithSidecar(reader(file), file);
        }
        catch (RejectedException e)
        {
            return new ReadResult.Rejected(e.Code, $"{char.ToUpperInvariant(e.Message[0])}{e.Message[1..]}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new ReadResult.Rejected("unreadable", $"It could not be read ({e.Message.TrimEnd('.')}); check the path and its permissions.");
        }
    }

    private static byte[] Load(string path, ReadLimits limits)
    {
        // The length is asked before the file is opened: a pipe or a device has none, and opening it could wait forever.
        var file = new FileInfo(path);
        if (!file.Exists) throw new RejectedException("not-found", "there is no such file; check the path");
        if (file.Length == 0) throw new RejectedException("empty-file", "it holds no bytes; fetch it again");
        if (file.Length > limits.MaxSize)
            throw new RejectedException("too-large", $"it has {file.Length:N0} bytes, more than {limits.MaxSize:N0}; split it, or raise the limit");
        return File.ReadAllBytes(path);
    }

    private static ReadResult.Read WithSidecar(ReadResult.Read read, FileBytes file)
    {
        var warnings = read.Warnings.ToBuilder();
        var sidecar = Sidecar.For(file.Path, warnings.Add);
        if (sidecar is null) return read with { Warnings = warnings.ToImmutable() };
        var stated = new StatedFields(
            sidecar.Symbol ?? read.Source.Stated.Symbol,
            sidecar.Title ?? read.Source.Stated.Title,
            sidecar.Date ?? read.Source.Stated.Date);
        return new ReadResult.Read(read.Source with { Stated = stated }) { Warnings = warnings.ToImmutable() };
    }
}
