using System.Buffers;
using System.Globalization;

namespace Search.Api.Pages.Documents;

/// <summary>How what is outside preamble and operative part is printed: which lines are headings, and how
/// deep its numbered items are.</summary>
internal sealed class Outline
{
    private const int LongestHeading = 160;

    /// <summary>Signs with which no heading ends, of all six languages.</summary>
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".,;:?”\")。，；：？」）،؛؟»");

    private string _before = "";
    private int _depth;

    /// <summary>Whether a paragraph without a number is a heading: short, and it ends as no sentence does.</summary>
    public static bool IsHeading(string text) =>
        text.Length is > 0 and <= LongestHeading && (BeginsLine(text[0]) || char.IsDigit(text[0])) && !SentenceEnds.Contains(text[^1]);

    /// <summary>Whether a letter can begin a heading or sentence: a capital, or one of a script without capitals.</summary>
    public static bool BeginsLine(char letter) => char.IsUpper(letter) || char.GetUnicodeCategory(letter) == UnicodeCategory.OtherLetter;

    /// <summary>Depth of the next paragraph: 0 for "1." and for one without a number, 1 for "(a)", 2 for "(i)" below it.</summary>
    /// <param name="number">As printed, or null.</param>
    public int Next(string? number)
    {
        var sign = number?.Trim('(', ')', '.', ' ') ?? "";
        _depth = sign.Length == 0 || char.IsAsciiDigit(sign[0]) ? 0
            : !IsRoman(sign) || Follows(sign) ? 1
            : sign == "i" || _depth == 2 ? 2 : 1;
        if (_depth < 2) _before = sign;
        return _depth;
    }

    private bool Follows(string sign) => sign.Length == 1 && _before.Length == 1 && sign[0] == _before[0] + 1;

    private static bool IsRoman(string sign) => sign.All(c => c is 'i' or 'v' or 'x');
}
