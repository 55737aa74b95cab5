using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Search.Resolutions.Reading.Html;

/// <summary>Bytes of a page to characters: as for plain text, but a page that is not UTF-8 may name its encoding.</summary>
internal static partial class HtmlDecoding
{
    private const int HeadBytes = 1024; // where the HTML standard looks for the encoding

    /// <summary>The page's characters, or null where the bytes are no text.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, Action<ReadWarning> warn)
    {
        if (!Utf8.IsValid(bytes) && Stated(bytes) is { } encoding)
        {
            var text = encoding.GetString(bytes);
            return text.Contains('\0') ? null : text;
        }
        return TextDecoding.Decode(bytes, warn);
    }

    // Latin-1 and ASCII mean Windows-1252 on the web, which is what is taken without a word.
    private static Encoding? Stated(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(HeadBytes, bytes.Length)]);
        var name = Charset().Match(head).Groups["name"].Value;
        if (name.Length == 0 || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase)) return null;
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name);
        return encoding is null || encoding.CodePage is 1200 or 1201 or 12000 or 12001 ? null : encoding;
    }

    [GeneratedRegex("""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}(?<name>[\w.:-]{1,40})""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
