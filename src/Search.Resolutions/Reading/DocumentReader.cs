using System.Text;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading;

/// <summary>The outcome of reading one file.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The file's text with its layout.</summary>
    public sealed record Read(SourceText Source) : ReadResult;

    /// <summary>Why the file was left out, and what to do about it.</summary>
    /// <param name="Code">A stable word such as <c>empty-file</c>.</param>
    /// <param name="Message">One sentence: what, why, next step.</param>
    public sealed record Rejected(string Code, string Message) : ReadResult;
}

/// <summary>Reads a file in any supported format.</summary>
public static class DocumentReader
{
    /// <summary>File name extensions that <see cref="Read"/> understands, with the dot, lower case.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".txt", ".md"];

    /// <summary>Reads one file. A file that cannot be read is an outcome, not an exception.</summary>
    public static ReadResult Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        try
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
            return new ReadResult.Read(new SourceText { Name = Path.GetFileNameWithoutExtension(path), Text = text });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ReadResult.Rejected("unreadable", $"{Path.GetFileName(path)} could not be read: {e.Message}");
        }
    }
}
