using System.Buffers;
using System.Text;

namespace Search.Resolutions.Text;

/// <summary>Writes full-width and Arabic punctuation and digits as their Latin equals, each character in its place.</summary>
public static class PlainSigns
{
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        "\u060C\u061B\u061F\u066A\u066B\u3001\u3002" + Range('\u0660', '\u0669') + Range('\u06F0', '\u06F9') + Range('\uFF01', '\uFF5E')
            + Range('\u3014', '\u3015'));

    /// <summary>A text of the same length with plain signs; the same text where it has none to change.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAny(Signs) < 0) return text;
        var plain = text.ToCharArray();
        Apply(plain);
        return new string(plain);
    }

    /// <summary>Changes the signs in place.</summary>
    internal static void Apply(Span<char> text)
    {
        for (var at = text.IndexOfAny(Signs); at >= 0;)
        {
            text[at] = Of(text[at]);
            var next = text[(at + 1)..].IndexOfAny(Signs);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static char Of(char c) => c switch
    {
        '\u060C' or '\u3001' => ',',
        '\u061B' => ';',
        '\u061F' => '?',
        '\u066A' => '%',
        '\u066B' or '\u3002' => '.',
        '\u3014' => '[',
        '\u3015' => ']',
        >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
        >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => c,
    };

    private static string Range(char first, char last)
    {
        var signs = new StringBuilder();
        for (var c = first; c <= last; c++) signs.Append(c);
        return signs.ToString();
    }
}
