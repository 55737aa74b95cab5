using System.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Canonical symbols out of what headings and symbol lines print.</summary>
internal static class SymbolForms
{
    /// <summary>Upper case, no inner spaces, a blank before a part letter: <c>S/RES/353 (1974)</c> → <c>S/RES/353(1974)</c>, <c>A/RES/46/36L</c> → <c>A/RES/46/36 L</c>.</summary>
    public static string Canonical(string printed)
    {
        var symbol = new StringBuilder(printed.Length);
        foreach (var c in printed)
            if (!char.IsWhiteSpace(c) && c != '*') symbol.Append(c == '‑' ? '-' : char.ToUpperInvariant(c));
        var text = symbol.ToString().TrimEnd('.', ',');
        if (text.StartsWith("A/RES/", StringComparison.Ordinal) || text.StartsWith("E/RES/", StringComparison.Ordinal))
        {
            // the part's letter: "46/36L", "217(III)A"
            // "69/901 A-B", "34/93 A to R": the document holds all parts
            var range = text.Length;
            while (range > 6 && (char.IsAsciiLetterUpper(text[range - 1]) || text[range - 1] is '-' or '–' or ',')) range--;
            if (text.Length - range >= 3 && char.IsAsciiDigit(text[range - 1])) return text[..range];
            var last = text.Length - 1;
            if (char.IsAsciiLetterUpper(text[last]) && last > 6 && (char.IsAsciiDigit(text[last - 1]) || text[last - 1] == ')')) return text[..last] + " " + text[last];
        }
        foreach (var modifier in (ReadOnlySpan<string>)["Add.", "Rev.", "Corr.", "Amend."])
            text = text.Replace("/" + modifier.ToUpperInvariant(), "/" + modifier, StringComparison.Ordinal);
        return text;
    }

    /// <summary>
    /// Reads a heading that names the resolution by number: "78/157. Ensuring ...", "Resolution 353 (1974)", "1996/26. Measures ...",
    /// "ECOSOC Resolution 2003/20", "217 (III). International Bill ...". Returns the symbol, or null, and the title behind the number.
    /// </summary>
    public static (string? Symbol, string Title) Heading(string text, Organ organ)
    {
        var none = ((string?)null, "");
        if (text.Length is < 4 or > 800) return none;
        var at = 0;
        var named = Prefix(text, ref at, ref organ);
        var start = at;
        if (text.AsSpan(at).StartsWith("S-", StringComparison.Ordinal)) at += 2;
        else if (text.AsSpan(at).StartsWith("ES-", StringComparison.Ordinal)) at += 3;
        var special = at > start;
        var digits = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at == digits || at - digits > 4) return none;
        if (at < text.Length && text[at] == '/')
        {
            var number = ++at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at == number || at - number > 4) return none;
            var letter = Letter(text, ref at);
            if (!Ends(text, at, named)) return none;
            var session = LineShapes.Value(text.AsSpan(digits, number - 1 - digits));
            var prefix = Slashed(organ, session, special);
            return prefix is null ? none : (prefix + text[start..(at - letter.Length)].TrimEnd() + letter, Rest(text, at));
        }
        // "353 (1974)", "217 (III)", "217 A (III)"
        var end = at;
        var part = Letter(text, ref at);
        while (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || text[at] != '(') return none;
        var close = text.IndexOf(')', at);
        if (close < 0 || close - at > 8) return none;
        var inner = text[(at + 1)..close].Trim();
        at = close + 1;
        var after = Letter(text, ref at);
        if (!Ends(text, at, named)) return none;
        var digitsText = text[digits..end].TrimStart('0');
        if (digitsText.Length == 0) return none;
        if (inner.Length == 4 && LineShapes.IsDigits(inner, 4))
            return organ.IsNone || organ == Organ.SecurityCouncil ? ($"S/RES/{digitsText}({inner})" + part, Dated(Rest(text, at))) : none;
        if (!RomanSession(inner)) return none;
        var series = organ == Organ.EconomicAndSocialCouncil ? "E/RES/" : organ.IsNone || organ == Organ.GeneralAssembly ? "A/RES/" : null;
        return series is null ? none : ($"{series}{digitsText}({inner.ToUpperInvariant()})" + (part.Length > 0 ? part : after), Rest(text, at));
    }

    /// <summary>The organ whose series a symbol belongs to.</summary>
    public static Organ OrganOf(string symbol) =>
        symbol.StartsWith("A/HRC/", StringComparison.Ordinal) ? Organ.HumanRightsCouncil
        : symbol.StartsWith("UNEP/EA.", StringComparison.Ordinal) ? new("UNEA")
        : symbol.StartsWith("E/CN.4/", StringComparison.Ordinal) ? new("CHR")
        : symbol.StartsWith("A/", StringComparison.Ordinal) ? Organ.GeneralAssembly
        : symbol.StartsWith("S/", StringComparison.Ordinal) ? Organ.SecurityCouncil
        : symbol.StartsWith("E/", StringComparison.Ordinal) ? Organ.EconomicAndSocialCouncil
        : Organ.None;

    /// <summary>Passes "Resolution", "RESOLUTION", "ECOSOC Resolution", "Security Council resolution".</summary>
    private static bool Prefix(string text, ref int at, ref Organ organ)
    {
        foreach (var (name, of) in (ReadOnlySpan<(string, Organ)>)[("ECOSOC ", Organ.EconomicAndSocialCouncil), ("Economic and Social Council ", Organ.EconomicAndSocialCouncil), ("General Assembly ", Organ.GeneralAssembly), ("Security Council ", Organ.SecurityCouncil), ("Human Rights Council ", Organ.HumanRightsCouncil)])
            if (text.AsSpan(at).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                at += name.Length;
                organ = of;
                break;
            }
        if (!text.AsSpan(at).StartsWith("resolution ", StringComparison.OrdinalIgnoreCase)) return false;
        at += "resolution ".Length;
        return true;
    }

    private static string? Slashed(Organ organ, int session, bool special)
    {
        if (organ == Organ.GeneralAssembly) return "A/RES/";
        if (organ == Organ.HumanRightsCouncil) return "A/HRC/RES/";
        if (organ == Organ.EconomicAndSocialCouncil) return "E/RES/";
        if (organ.Code == "CHR") return "E/CN.4/RES/";
        if (!organ.IsNone && organ != Organ.SecurityCouncil) return organ.Code + "/RES/";
        if (special) return null;
        return session is >= 1970 and < 2100 ? "E/RES/" : session is >= 31 and <= 120 ? "A/RES/" : null;
    }

    private static string Letter(string text, ref int at)
    {
        var i = at;
        while (i < text.Length && text[i] == ' ') i++;
        if (i >= text.Length || text[i] is < 'A' or > 'Z' || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))) return "";
        if (i + 1 < text.Length && text[i + 1] == ' ' && i + 2 < text.Length && char.IsLetter(text[i + 2])) return "";
        at = i + 1;
        return " " + text[i];
    }

    /// <summary>A number that the heading names ends in a full stop, or ends the line.</summary>
    private static bool Ends(string text, int at, bool named)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at >= text.Length || text[at] == '.' || named && (text[at] is ':' or '-' or '–' || text.AsSpan(at).StartsWith("of ", StringComparison.Ordinal));
    }

    private static string Rest(string text, int at) => text.AsSpan(at).Trim(" .:–-\t\u00A0*").ToString();

    private static string Dated(string rest) => rest.StartsWith("Resolution of ", StringComparison.Ordinal) || rest.StartsWith("of ", StringComparison.Ordinal) ? "" : rest;

    private static bool RomanSession(string text)
    {
        var roman = text.StartsWith("S-", StringComparison.Ordinal) ? text[2..] : text.StartsWith("ES-", StringComparison.Ordinal) ? text[3..] : text;
        if (roman.Length is 0 or > 7) return false;
        foreach (var c in roman)
            if (c is not ('I' or 'V' or 'X' or 'L')) return false;
        return true;
    }
}
