using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>
/// The letters and roman numbers over the parts of a resolution. Letters are parts with an identity of their own
/// (67/206 A), roman numbers are sections.
/// </summary>
internal sealed class PartSigns
{
    /// <summary>Sections whose headings were not found before one that is.</summary>
    private const int MostSkipped = 4;

    /// <summary>Characters of the longest line that is a sign alone, and of the longest that is the next letter.</summary>
    private const int LongestLine = 16, LongestNext = 8;

    /// <summary>Characters of the longest sign before a title, and of the longest: "XVIII".</summary>
    private const int LongestTitledSign = 6, LongestSign = 5;

    /// <summary>Characters of the shortest and the longest sign with a title.</summary>
    private const int ShortestTitled = 8, LongestTitled = 400;

    private string? _letter;
    private string? _section;

    /// <summary>Whether a line is nothing but such a sign, "PART" before it or not.</summary>
    public bool Matches(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestLine) return false;
        var token = Bare(line);
        // a scan's "c" after part B
        if (token.Length == 1 && _letter is { Length: 1 } && char.ToUpperInvariant(token[0]) == _letter[0] + 1) return true;
        return IsSign(token) && !line.Trim(" .*#_").Contains(' ')
            || (IsSign(token) && line.TrimStart(" *#_").StartsWith("Part ", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a line is the sign after the open one: B after A.</summary>
    public bool Continues(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestNext || _letter is not { Length: 1 }) return false;
        var token = Bare(line);
        return token.Length == 1 && token[0] == _letter[0] + 1;
    }

    /// <summary>Whether a token alone is a capital letter or a roman number.</summary>
    public static bool IsSign(ReadOnlySpan<char> token) =>
        token.Length is > 0 and <= LongestSign && char.IsUpper(token[0]) && Ordinals.IsLetterOrRoman(token);

    /// <summary>Whether a line is a section's roman number and its title: "II Estimates in respect of ...".</summary>
    public bool MatchesTitled(ReadOnlySpan<char> line)
    {
        var gap = line.IndexOfAny(' ', '\t');
        if (gap is < 1 or > LongestTitledSign || line.Length is < ShortestTitled or > LongestTitled || !char.IsUpper(line[gap + 1]))
            return false;
        var roman = char.IsUpper(line[0]) ? Ordinals.Roman(line[..gap]) : 0;
        var last = _section is null ? 0 : Ordinals.Roman(_section);
        if (roman <= last || roman > last + MostSkipped) return false;
        var mayBeFirst = roman == 1 || gap > 1; // one letter, "V", may be a part's
        return (_section is not null || mayBeFirst) && Endings.Of(line) == Ending.Open;
    }

    /// <summary>Opens the part or section that a line names.</summary>
    public void Open(ReadOnlySpan<char> line)
    {
        var token = Bare(line).ToString().ToUpperInvariant();
        if (IsSection(token)) _section = token;
        else (_letter, _section) = (token, null);
    }

    /// <summary>Whether a sign is a roman number and not the letter of a part: "II", "I" unless after H, "V" after "IV".</summary>
    private bool IsSection(string token)
    {
        var roman = Ordinals.Roman(token);
        if (roman == 0) return false;
        if (token.Length > 1) return true;
        return token == "I" && _letter != "H" || _section is not null && roman == Ordinals.Roman(_section) + 1;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line)
    {
        var token = line.Trim(" .*#_");
        if (token.StartsWith("Part ", StringComparison.OrdinalIgnoreCase)) token = token[5..].Trim();
        return token.IndexOf(' ') is > 0 and var gap ? token[..gap] : token;
    }
}
