using System.Globalization;
using Search.Resolutions.Text;

namespace Search.Resolutions.Reading.Plain;

/// <summary>
/// The block between two lines <c>---</c> at the head of a text, with lines <c>symbol: ...</c>, <c>title: ...</c>,
/// <c>date: 2003-12-22</c> and others that are passed over.
/// </summary>
/// <param name="Span">The block with both its rules.</param>
/// <param name="Fields">What it states.</param>
internal sealed record StatedBlock(TextSpan Span, StatedFields Fields)
{
    private const int MaxLines = 200;

    /// <summary>The block that a text begins with, or null: a rule at the head of a text does not make one without a known field.</summary>
    public static StatedBlock? Find(string text, Action<ReadWarning> warn)
    {
        if (!IsRule(Line(text, 0))) return null;
        var fields = StatedFields.None;
        var known = false;
        var at = Next(text, 0);
        for (var i = 0; i < MaxLines && at < text.Length; i++, at = Next(text, at))
        {
            var line = Line(text, at);
            if (IsRule(line) || line.TrimEnd() is "...")
                return known ? new(new(0, at + line.Length), fields) : null;
            var colon = line.IndexOf(':');
            if (colon < 0) continue;
            var value = Unquoted(line[(colon + 1)..]);
            if (value.Length == 0) continue;
            switch (line[..colon].Trim())
            {
                case "symbol":
                    (fields, known) = (fields with { Symbol = value }, true);
                    break;
                case "title":
                    (fields, known) = (fields with { Title = value }, true);
                    break;
                case "date":
                    known = true;
                    if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                        fields = fields with { Date = date };
                    else
                        warn(new("front-matter-malformed",
                            $"The date \"{value}\" stated at the head of the text was ignored: it should have the form 2003-12-22."));
                    break;
            }
        }
        return null;
    }

    private static bool IsRule(ReadOnlySpan<char> line) => line.TrimEnd() is "---";

    private static ReadOnlySpan<char> Line(string text, int at)
    {
        var rest = text.AsSpan(at);
        var end = rest.IndexOfAny('\r', '\n');
        return end < 0 ? rest : rest[..end];
    }

    private static int Next(string text, int at)
    {
        var end = text.AsSpan(at).IndexOfAny('\r', '\n');
        if (end < 0) return text.Length;
        at += end + 1;
        return at < text.Length && text[at - 1] == '\r' && text[at] == '\n' ? at + 1 : at;
    }

    private static string Unquoted(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length >= 2 && value[0] is '"' or '\'' && value[^1] == value[0]) value = value[1..^1].Trim();
        return value.ToString();
    }
}
