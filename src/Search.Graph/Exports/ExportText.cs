using System.Text;

namespace Search.Graph.Exports;

/// <summary>Text that came from anywhere, made fit for a format.</summary>
internal static class ExportText
{
    private const char Replacement = '\uFFFD';

    public static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Halves of surrogate pairs replaced: what no UTF-8 can hold.</summary>
    public static string WellFormed(string text) => Replace(text, static _ => false);

    /// <summary>Besides, every character replaced that XML 1.0 cannot hold, even escaped.</summary>
    public static string ForXml(string text) =>
        Replace(text, static c => (c < ' ' && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF');

    /// <summary>Besides, every control character replaced but line feeds.</summary>
    public static string Printable(string text) => Replace(text.ReplaceLineEndings("\n"), static c => char.IsControl(c) && c != '\n');

    /// <summary>The first day of a date that is known only in part, which formats with whole dates need; null for no date.</summary>
    public static string? WholeDate(string? date) => GraphDates.Parse(date) == 0 ? null : date!.Length switch
    {
        4 => date + "-01-01",
        7 => date + "-01",
        _ => date,
    };

    private static string Replace(string text, Func<char, bool> unfit)
    {
        StringBuilder? made = null;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair || (!char.IsSurrogate(text[i]) && !unfit(text[i])))
            {
                made?.Append(text[i]);
                if (pair) made?.Append(text[i + 1]);
                if (pair) i++;
                continue;
            }
            made ??= new StringBuilder(text, 0, i, text.Length);
            made.Append(Replacement);
        }
        return made?.ToString() ?? text;
    }
}
