using Search.Resolutions.Reading;
using Search.Resolutions.Text;
using Search.Testing;

namespace Search.Resolutions.Tests.Reading;

/// <summary>Shorthand for reading one file that lies in no folder.</summary>
internal static class ReadOne
{
    public static ReadResult File(string name, byte[] bytes, ReadLimits? limits = null)
    {
        using var folder = new TemporaryFolder();
        return DocumentReader.Read(folder.Write(name, bytes), limits ?? ReadLimits.Default);
    }

    public static SourceText Source(string name, byte[] bytes) => Source(File(name, bytes));

    /// <summary>The text that was read; else the reason why none was.</summary>
    public static SourceText Source(ReadResult result) =>
        result is ReadResult.Read read ? read.Source : throw new ShouldAssertException($"no text but {result}");

    public static SourceText Source(string name, string text) => Source(name, System.Text.Encoding.UTF8.GetBytes(text));

    public static string Rejection(string name, byte[] bytes, ReadLimits? limits = null) =>
        File(name, bytes, limits).ShouldBeOfType<ReadResult.Rejected>().Code;

    public static string Rejection(string name, string text) => Rejection(name, System.Text.Encoding.UTF8.GetBytes(text));

    /// <summary>What the marks of a kind cover, in order.</summary>
    public static string[] Marked(this SourceText source, LayoutKind kind) =>
        [.. source.Layout.Where(mark => mark.Kind == kind).Select(mark => source.Text[mark.Span.Start..mark.Span.End])];
}
