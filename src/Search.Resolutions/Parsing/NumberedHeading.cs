using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>
/// A heading that names a resolution by number: "78/157. Ensuring ...", "Resolution 353 (1974)", "1996/26. Measures ...",
/// "ECOSOC Resolution 2003/20", "217 (III). International Bill ...".
/// </summary>
internal static class NumberedHeading
{
    /// <summary>Characters of the shortest and the longest heading.</summary>
    private const int Shortest = 4, Longest = 800;

    private const string Act = "resolution ";

    /// <summary>The canonical symbol, or null where the text is no such heading or the body cannot have the number, and
    /// the title after the number.</summary>
    /// <param name="text">A paragraph or a line.</param>
    /// <param name="organ">The organ of the document, as far as it is known.</param>
    public static (string? Symbol, string Title) Read(string text, Organ organ)
    {
        var none = ((string?)null, "");
        if (text.Length is < Shortest or > Longest) return none;
        var rest = text.AsSpan();
        var body = NamedBody(ref rest) ?? organ.Body;
        var named = rest.StartsWith(Act, StringComparison.OrdinalIgnoreCase);
        if (named) rest = rest[Act.Length..];
        if (!ActNumber.TryRead(rest, out var number, out var length) && !(named && IsNumberAlone(rest, out number, out length)))
            return none;
        if (number.Number == 0 || !Ends(rest[length..], named)) return none;
        body ??= Bodies.Usual(number);
        if (body is not null && named) number = WithItsYear(body, number);
        if (body is null || !body.CanHave(number)) return none;
        var title = rest[length..].Trim(" .:–-\t\u00A0*").ToString();
        return (body.Symbol(number, false, number.Letters is [var letter] ? letter : null), number.Shape == ActShape.Year && IsDate(title)
            ? ""
            : title);
    }

    private static bool IsNumberAlone(ReadOnlySpan<char> rest, [NotNullWhen(true)] out ActNumber? number, out int length)
    {
        length = rest.Length;
        return ActNumber.TryParse(rest, null, out number);
    }

    /// <summary>"Resolution 1540" of the Security Council: its running number gives the year.</summary>
    private static ActNumber WithItsYear(Body body, ActNumber number) =>
        number.Shape == ActShape.Plain && body == Bodies.SecurityCouncil
            && body.Sessions.OfNumber(number.Number) is { First.Year: var year }
            ? number with { Shape = ActShape.Year, Session = year.ToString(CultureInfo.InvariantCulture), SessionValue = year }
            : number;

    /// <summary>The body that the heading begins with: "ECOSOC", "Security Council".</summary>
    private static Body? NamedBody(ref ReadOnlySpan<char> text)
    {
        var body = Bodies.At(text, out var length);
        if (body is null)
        {
            length = Math.Max(0, text.IndexOf(' '));
            body = length > 1 && char.IsAsciiLetterUpper(text[1]) ? Bodies.Named(text[..length].ToString()) : null;
        }
        if (body is null || length >= text.Length || text[length] != ' ') return null;
        text = text[(length + 1)..];
        return body;
    }

    /// <summary>A number that the heading names ends in a full stop, or ends the line; in Arabic a title may follow it directly.</summary>
    private static bool Ends(ReadOnlySpan<char> rest, bool named)
    {
        rest = rest.TrimStart(' ');
        if (rest.IsEmpty || rest[0] == '.' || LanguageFinder.MainScript(rest[..1]) == Script.Arabic) return true;
        return named && (rest[0] is ':' or '-' or '–' || rest.StartsWith("of ", StringComparison.Ordinal));
    }

    private static bool IsDate(string title) =>
        title.StartsWith("Resolution of ", StringComparison.Ordinal) || title.StartsWith("of ", StringComparison.Ordinal);
}
