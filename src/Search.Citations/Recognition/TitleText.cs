using System.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>The one way in which a title is written in ids, however a text prints it.</summary>
internal static class TitleText
{
    /// <summary>White space squeezed, accents composed, ligatures spelled out, one kind of apostrophe and hyphen, and words joined that a
    /// line's end parted ("System- wide").</summary>
    public static string Canonical(ReadOnlySpan<char> title)
    {
        var text = new StringBuilder(title.Length);
        var blank = false;
        for (var i = 0; i < title.Length; i++)
        {
            var c = title[i];
            if (char.IsWhiteSpace(c))
            {
                blank = text.Length > 0;
                continue;
            }
            if (blank && !ClosesGap(text, title[i..])) text.Append(' ');
            blank = false;
            var ligature = NameLetters.Ligature(c);
            if (!ligature.IsEmpty) text.Append(ligature);
            else if (NameLetters.IsApostrophe(c)) text.Append('\u2019');
            else if (c is '\u2010' or '\u2011' or '\u2212') text.Append('-');
            else if (!NameLetters.IsSilent(c) || IsAccent(c)) text.Append(c);
        }
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    private static bool IsAccent(char c) => c is >= '\u0300' and <= '\u036f';

    /// <summary>Whether a space only is where a line ended: "System- wide", "2022– 2025"; "low- and middle-income" keeps it.</summary>
    private static bool ClosesGap(StringBuilder text, ReadOnlySpan<char> behind)
    {
        if (text.Length < 2 || !NameLetters.IsDash(text[^1])) return false;
        if (char.IsAsciiDigit(text[^2])) return char.IsAsciiDigit(behind[0]);
        return char.IsLower(text[^2]) && char.IsLower(behind[0]) && !Joints.Opens(behind);
    }

    /// <summary>Words between two halves that share their second part: "low- and middle-income".</summary>
    private static readonly WordList Joints = WordList.Of("joints");
}
