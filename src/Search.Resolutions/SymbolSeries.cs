using System.Collections.Frozen;
using System.Globalization;

namespace Search.Resolutions;

/// <summary>The known beginnings of document symbols, and how their parts are written.</summary>
public static class SymbolSeries
{
    /// <summary>Roots of symbols: the organs' letters and the acronyms of bodies with a series of their own.</summary>
    private static readonly FrozenSet<string> Roots = new[]
    {
        "A", "S", "E", "T", "ST", "AC", "ACC", "AMCEN", "APLC", "AT", "BWC", "CAC", "CAT", "CBD", "CCM", "CCPR", "CCW", "CD", "CEB", "CED", "CEDAW", "CERD", "CLCS",
        "CMW", "CRC", "CRPD", "CTOC", "CWC", "DP", "DC", "DST", "ECA", "ECE", "EB", "ENMOD", "ESCAP", "EXCOM", "FCCC", "FFDF", "GC", "GEF", "GOV", "HRC", "HRI", "HSP", "IAEA",
        "ICC", "ICCD", "ICEF", "ID", "IDB", "INFCIRC", "IPBES", "ISBA", "JIU", "LC", "LOS", "NPT", "PBC", "PC", "PCNICC", "SAICM", "SC", "SPLOS", "SPT", "TC", "TD", "TRADE",
        "TRANS", "UNEP", "UNFF", "UNHCR", "UNICEF", "UNIDIR", "UNIFEM", "UNITAR", "UNW", "UNWTO", "WFP", "WHA", "WTO", "UN", "AU", "ASSEMBLY", "PSC", "FDES", "EP", "IPCC", "MC", "OEA", "CM", "EX", "SG",
        "SMCC", "CARICOM", "PBSO", "MINURSO", "HA", "IFAD", "ITU", "ILO", "ICAO", "IMO", "UNDP", "UNFPA",
    }.ToFrozenSet();

    /// <summary>Segments whose spelling is fixed, by their upper-case letters.</summary>
    private static readonly FrozenDictionary<string, string> Spelling = new Dictionary<string, string>
    {
        ["ADD"] = "Add", ["CORR"] = "Corr", ["REV"] = "Rev", ["AMEND"] = "Amend", ["SUB"] = "Sub", ["SUMMARY"] = "Summary",
        ["PART"] = "Part", ["PARTS"] = "Parts", ["VOL"] = "Vol", ["SECT"] = "Sect", ["PLAN"] = "Plan", ["OUTLINE"] = "outline",
        ["EXT"] = "Ext", ["PREP"] = "Prep", ["PLANOUTLINE"] = "Planoutline",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Spellings =
        Spelling.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> RootLookup = Roots.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (string Prefix, string Organ)[] Organs =
    [
        ("A/HRC/", "HRC"), ("A/RES/", "GA"), ("A/DEC/", "GA"), ("S/", "SC"), ("E/CN.4/Sub.", "Sub-Commission"), ("E/CN.4/", "CHR"),
        ("E/CN.5/", "CSocD"), ("E/CN.6/", "CSW"), ("E/CN.7/", "CND"), ("E/CN.9/", "CPD"), ("E/CN.15/", "CCPCJ"), ("E/RES/", "ECOSOC"), ("E/DEC/", "ECOSOC"),
        ("UNEP/EA.", "UNEA"), ("HSP/HA.", "UN-Habitat Assembly"), ("CTOC/COP/", "CTOC-COP"), ("CAC/COSP/", "CAC-COSP"), ("E/", "ECOSOC"), ("A/", "GA"),
    ];

    /// <summary>Whether <paramref name="text"/> can begin a symbol.</summary>
    public static bool IsRoot(ReadOnlySpan<char> text) => RootLookup.Contains(text is "Assembly" ? "ASSEMBLY" : text);

    /// <summary>Whether a segment makes an addendum, corrigendum, revision or amendment of what stands before it.</summary>
    public static bool IsModifier(ReadOnlySpan<char> segment) =>
        segment.StartsWith("Add.", StringComparison.OrdinalIgnoreCase) || segment.StartsWith("Corr.", StringComparison.OrdinalIgnoreCase)
        || segment.StartsWith("Rev.", StringComparison.OrdinalIgnoreCase) || segment.StartsWith("Amend.", StringComparison.OrdinalIgnoreCase)
        || segment.StartsWith("Summary", StringComparison.OrdinalIgnoreCase);

    internal static Organ OrganOf(string canonical)
    {
        foreach (var (prefix, organ) in Organs)
            if (canonical.StartsWith(prefix, StringComparison.Ordinal)) return new(organ);
        return Organ.None;
    }

    /// <summary>The uniform spelling of a symbol without spaces, or null where it is no symbol.</summary>
    internal static string? Canonical(string symbol)
    {
        var slash = symbol.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0) return null;
        var chars = symbol.ToCharArray();
        for (var i = 0; i < chars.Length;)
        {
            if (!char.IsAsciiLetter(chars[i]))
            {
                i++;
                continue;
            }
            var end = i;
            while (end < chars.Length && char.IsAsciiLetter(chars[end])) end++;
            Respell(chars.AsSpan(i, end - i), i > slash);
            i = end;
        }
        var text = new string(chars);
        return PartLetterInside(text) ?? text;
    }

    private static void Respell(Span<char> word, bool mayBeModifier)
    {
        Span<char> upper = stackalloc char[word.Length > 32 ? 32 : word.Length];
        if (word.Length > upper.Length) return;
        ((ReadOnlySpan<char>)word).ToUpper(upper, CultureInfo.InvariantCulture);
        upper.CopyTo(word);
        if (!mayBeModifier) return;
        // "PartI": the word's letters and a numeral run together once spaces are gone
        var tail = upper.Length;
        while (tail > 0 && upper[tail - 1] is 'I' or 'V' or 'X') tail--;
        if (Spellings.TryGetValue(upper, out var fixedForm) || tail < upper.Length && Spellings.TryGetValue(upper[..tail], out fixedForm)) fixedForm.CopyTo(word);
    }

    /// <summary><c>A/RES/217A(III)</c> → <c>A/RES/217(III) A</c>: the letter of the part moves behind the session.</summary>
    private static string? PartLetterInside(string text)
    {
        var open = text.LastIndexOf('(');
        if (open < 2 || text[^1] != ')' || !char.IsAsciiLetterUpper(text[open - 1]) || !char.IsAsciiDigit(text[open - 2])) return null;
        return text.Contains("/RES/", StringComparison.Ordinal) || text.Contains("/DEC/", StringComparison.Ordinal)
            ? $"{text[..(open - 1)]}{text[open..]} {text[open - 1]}"
            : null;
    }
}
