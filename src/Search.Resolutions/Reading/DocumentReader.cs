using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
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

    private static readonly FrozenSet<string> Markup = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".html", ".htm", ".xml");

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
                throw new RejectedException("unknown-format",
                    $"its format is not one of {string.Join(' ', Extensions)}; convert it to one of these");
            var most = Markup.Contains(Path.GetExtension(path)) ? limits.MaxMarkup : limits.MaxSize;
            var file = new FileBytes(Path.GetFullPath(path), RegularFile.Read(path, Math.Min(most, limits.MaxSize)), limits);
            var read = reader(file);
            limits.Check(read.Source.Text);
            return WithSidecar(read, file);
        }
        catch (RejectedException e)
        {
            return new ReadResult.Rejected(e.Code, $"{char.ToUpperInvariant(e.Message[0])}{e.Message[1..]}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            return new ReadResult.Rejected("unreadable",
                $"It could not be read ({e.Message.TrimEnd('.')}); check the path and its permissions.");
        }
    }

    /// <summary>
    /// SHA-256 of the bytes of a file and of its sidecar, whether that can be understood or not, hex; null where one of
    /// them cannot be read or would be rejected unread. Equal fingerprints of files of one name give equal readings.
    /// </summary>
    public static string? Fingerprint(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(RegularFile.Read(path, ReadLimits.Default.MaxSize)));
            return Sidecar.Hash(path) is { } sidecar ? hash + sidecar : null;
        }
        catch (Exception e) when (e is RejectedException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ReadResult.Read WithSidecar(ReadResult.Read read, FileBytes file)
    {
        var warnings = read.Warnings.ToBuilder();
        var unused = ImmutableArray.CreateBuilder<(string, ReadWarning)>();
        var (sidecar, bytes) = Sidecar.For(file.Path, warning => unused.Add((Path.GetFileName(Sidecar.PathFor(file.Path)), warning)));
        warnings.AddRange(unused.Select(u => u.Item2));
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes)) + (bytes is null
            ? ""
            : Convert.ToHexStringLower(SHA256.HashData(bytes)));
        var stated = sidecar is null ? read.Source.Stated : new StatedFields(
            sidecar.Symbol ?? read.Source.Stated.Symbol,
            sidecar.Title ?? read.Source.Stated.Title,
            sidecar.Date ?? read.Source.Stated.Date);
        return new ReadResult.Read(read.Source with { Stated = stated })
        {
            Hash = hash,
            Warnings = warnings.ToImmutable(),
            UnusedFiles = unused.ToImmutable()
        };
    }
}
