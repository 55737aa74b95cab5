using System.Globalization;
using Search.Resolutions;

namespace Search.Citations.Recognition;

/// <summary>
/// Finds statements of the Presidents by number: the Human Rights Council's by session ("presidential statement 29/1", "PRST 29/1"), the
/// Security Council's by year ("Presidential Statement 2011/20").
/// </summary>
internal static class StatementScanner
{
    /// <summary>The first year in which the Security Council's statements were numbered.</summary>
    private const int FirstYear = 1994;

    /// <summary>Reads at the word "presidential" or "statement"; returns the index after what was used, or <paramref name="i"/>.</summary>
    public static int At(TokenText text, int i, List<Mention> mentions)
    {
        var at = i + 1;
        if (text[i] == Word.Presidential && text[at] == Word.Statement) at++;
        else if (!text.Equals(i, "prst")) return i;
        if (text[at] != Word.Digits
            || ActNumberReader.Read(text, at)
                is not { Act: { Shape: ActShape.Session, IsSpecial: false, SessionValue: < 100 or (>= FirstYear and < 2100) } } number)
            return i;
        var series = number.Act.SessionValue < FirstYear ? "A/HRC/PRST" : "S/PRST";
        if (!DocumentSymbol.TryParse(string.Create(CultureInfo.InvariantCulture, $"{series}/{number.Act.SessionValue}/{number.Act.Number}"),
            null, out var symbol))
            return i;
        mentions.Add(new SymbolMention { Span = text.Span(i, number.End), Symbol = symbol });
        return number.End;
    }
}
