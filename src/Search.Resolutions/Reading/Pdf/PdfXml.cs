using System.Globalization;
using System.Net;
using System.Text;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>
/// Reads what <c>pdftohtml -xml</c> prints. The output is not always well-formed (links and styles may cross), so it
/// is scanned for the three tags that matter.
/// </summary>
internal static class PdfXml
{
    private const double Zoom = 3;

    /// <summary>The pages, in order.</summary>
    public static List<PdfPage> Parse(string xml)
    {
        var pages = new List<PdfPage>();
        var fonts = new Dictionary<int, Font>();
        List<PdfRun>? runs = null;
        for (var at = 0; (at = xml.IndexOf('<', at)) >= 0;)
        {
            var end = xml.IndexOf('>', at);
            if (end < 0) break;
            var tag = xml.AsSpan(at + 1, end - at - 1);
            at = end + 1;
            if (tag.StartsWith("page "))
            {
                runs = [];
                pages.Add(new PdfPage(Number(tag, " width=\"") / Zoom, Number(tag, " height=\"") / Zoom, runs));
            }
            else if (tag.StartsWith("fontspec "))
            {
                fonts[(int)Number(tag, " id=\"")] = Font.Parse(Value(tag, " family=\""), Number(tag, " size=\"") / Zoom);
            }
            else if (tag.StartsWith("text ") && runs is not null)
            {
                var close = xml.IndexOf("</text>", at, StringComparison.Ordinal);
                if (close < 0) break;
                Runs(tag, xml.AsSpan(at, close - at), fonts, runs);
                at = close;
            }
        }
        return pages;
    }

    private static void Runs(ReadOnlySpan<char> tag, ReadOnlySpan<char> content, Dictionary<int, Font> fonts, List<PdfRun> runs)
    {
        var (left, top) = (Number(tag, " left=\"") / Zoom, Number(tag, " top=\"") / Zoom);
        var (width, height) = (Number(tag, " width=\"") / Zoom, Number(tag, " height=\"") / Zoom);
        if (!double.IsFinite(left) || !double.IsFinite(top) || !double.IsFinite(width) || !double.IsFinite(height) || height <= 0) return;

        // The box of one size is now high, now low, as the font's tables have it; its lower edge and the size are sound.
        var font = fonts.GetValueOrDefault((int)Number(tag, " font=\""));
        if (font.Size > 1) (top, height) = (top + height - 1.1 * font.Size, 1.1 * font.Size);

        var parts = Letters(content);
        var length = parts.Sum(static part => part.Text.Length);
        foreach (var (text, style) in parts)
        {
            var share = width * text.Length / length;
            if (!string.IsNullOrWhiteSpace(text)) runs.Add(Run(left, top, share, height, style, text, font.IsBarCode));
            left += share;
        }
    }

    private static PdfRun Run(double left, double top, double width, double height, LetterStyle style, string text, bool isBarCode)
    {
        // A space at the end is about a quarter of the height wide and may hang over the column's edge.
        var letters = text.AsSpan().Trim().Length;
        var lead = text.Length - text.AsSpan().TrimStart().Length;
        var hang = text.Length - letters - lead;
        var shift = Math.Min(lead * height / 4, width * lead / text.Length);
        width -= shift + Math.Min(hang * height / 4, width * hang / text.Length);
        return new PdfRun(left + shift, top, width, height, style, text, isBarCode);
    }

    // Letters of one size that touch are one element, in which tags tell bold and italic ones.
    private static List<(string Text, LetterStyle Style)> Letters(ReadOnlySpan<char> content)
    {
        var parts = new List<(string, LetterStyle)>();
        var text = new StringBuilder();
        var (style, textStyle) = (LetterStyle.Plain, LetterStyle.Plain);
        while (true)
        {
            var tag = content.IndexOf('<');
            var piece = tag < 0 ? content : content[..tag];
            if (!piece.IsEmpty)
            {
                if (style != textStyle) Flush();
                textStyle = style;
                text.Append(piece);
            }
            if (tag < 0) break;
            content = content[tag..];
            if (content.StartsWith("<b>")) style |= LetterStyle.Bold;
            else if (content.StartsWith("</b>")) style &= ~LetterStyle.Bold;
            else if (content.StartsWith("<i>")) style |= LetterStyle.Italic;
            else if (content.StartsWith("</i>")) style &= ~LetterStyle.Italic;
            var end = content.IndexOf('>');
            content = end < 0 ? default : content[(end + 1)..];
        }
        Flush();
        return parts;

        void Flush()
        {
            if (text.Length > 0) parts.Add((Printable(WebUtility.HtmlDecode(text.ToString())), textStyle));
            text.Clear();
        }
    }

    private static string Printable(string letters) => !letters.AsSpan().ContainsAnyInRange('\0', '\u001F')
        ? letters
        : string.Create(letters.Length, letters, static (chars, letters) =>
        {
            for (var i = 0; i < chars.Length; i++) chars[i] = letters[i] < ' ' ? ' ' : letters[i];
        });

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        var at = tag.IndexOf(name);
        if (at < 0) return default;
        var value = tag[(at + name.Length)..];
        var end = value.IndexOf('"');
        return end < 0 ? value : value[..end];
    }

    private static double Number(ReadOnlySpan<char> tag, ReadOnlySpan<char> name) =>
        double.TryParse(Value(tag, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private readonly record struct Font(double Size, bool IsBarCode)
    {
        public static Font Parse(ReadOnlySpan<char> family, double size) =>
            new(size, Has(family, "barcode") || Has(family, "bar code") || Has(family, "code39") || Has(family, "3of9"));

        private static bool Has(ReadOnlySpan<char> family, string word) => family.Contains(word, StringComparison.OrdinalIgnoreCase);
    }
}
