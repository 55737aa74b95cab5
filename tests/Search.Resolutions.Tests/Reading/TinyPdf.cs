using System.Globalization;
using System.Text;

namespace Search.Resolutions.Tests.Reading;

/// <summary>Writes small PDF files: text in the standard Times fonts at given places, nothing else.</summary>
internal sealed class TinyPdf
{
    public const string Roman = "F1";
    public const string Italic = "F2";
    public const string Bold = "F3";

    private readonly List<StringBuilder> _pages = [];
    private string _trailer = "";
    private int _rotation;

    /// <summary>Begins a page of 612 by 792 points.</summary>
    public TinyPdf Page()
    {
        _pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Writes text with its baseline that many points below the page's upper edge.</summary>
    public TinyPdf At(double x, double y, string text, string font = Roman, double size = 10)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal)
            .Replace(")", "\\)", StringComparison.Ordinal);
        _pages[^1].Append(CultureInfo.InvariantCulture, $"BT /{font} {size} Tf {x} {792 - y} Td ({escaped}) Tj ET\n");
        return this;
    }

    /// <summary>Lines with 12 points between, from a place down.</summary>
    public TinyPdf Lines(double x, double y, params string[] lines)
    {
        foreach (var line in lines)
        {
            At(x, y, line);
            y += 12;
        }
        return this;
    }

    /// <summary>Content as it is, for what the other methods do not write.</summary>
    public TinyPdf Raw(string content)
    {
        _pages[^1].Append(content);
        return this;
    }

    /// <summary>Claims that the file is encrypted, with an unknown password.</summary>
    public TinyPdf Locked()
    {
        var key = new string('A', 64);
        _trailer = $"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<{key[..32]}> <{key[..32]}>] ";
        return this;
    }

    /// <summary>Shows every page turned clockwise.</summary>
    public TinyPdf Rotated(int degrees)
    {
        _rotation = degrees;
        return this;
    }

    public byte[] Bytes()
    {
        var objects = new List<string>
        {
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Count {_pages.Count} /Kids [{string.Join(' ', Enumerable.Range(0, _pages.Count).Select(i => $"{6 + 2 * i} 0 R"))}] >>",
            Font("Times-Roman"),
            Font("Times-Italic"),
            Font("Times-Bold"),
        };
        for (var i = 0; i < _pages.Count; i++)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {_rotation} /Contents {7 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>");
            objects.Add(Stream(_pages[i].ToString()));
        }
        return File(objects, _trailer);
    }

    /// <summary>A file of these objects, numbered from 1, of which the first is the catalog.</summary>
    public static byte[] File(IEnumerable<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        foreach (var content in objects)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture,
            $"trailer << /Size {offsets.Count + 1} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>A stream object.</summary>
    public static string Stream(string content, string entries = "") =>
        $"<< {entries} /Length {content.Length} >>\nstream\n{content}\nendstream";

    public static string Font(string name, string entries = "") =>
        $"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding {entries}>>";
}
