using System.Collections.Frozen;
using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>All bodies of <c>bodies.tsv</c>, found by code, by name and by the symbols of their documents.</summary>
public static class Bodies
{
    private static readonly FrozenDictionary<string, Body> ByCode;
    private static readonly FrozenDictionary<string, Body> ByName;
    private static readonly (string Name, Body Body)[] LongNames;
    private static readonly (string Prefix, Body Body)[] Prefixes;

    static Bodies()
    {
        var sessions = Table.Read("sessions.tsv").ToLookup(r => r["body"], ReadSession);
        var names = Table.Read("en/bodies.tsv").ToDictionary(r => r["code"]);
        All = [.. Table.Read("bodies.tsv").Select(row => ReadBody(row, names[row["code"]], sessions[row["code"]]))];
        ByCode = All.ToFrozenDictionary(b => b.Code);
        var named = new Dictionary<string, Body>();
        foreach (var body in All)
            foreach (var name in body.Names.Prepend(body.Name).Prepend(body.Code)) named.TryAdd(Key(name), body);
        ByName = named.ToFrozenDictionary();
        LongNames = [.. All.SelectMany(b => b.Names.Prepend(b.Name).Where(n => n.Contains(' ', StringComparison.Ordinal))
            .Select(n => (n, b))).OrderByDescending(n => n.n.Length)];
        Prefixes = [.. All.SelectMany(b => b.Symbols.Select(s => (Prefix: s, b))).OrderByDescending(p => p.Prefix.Length)];
        GeneralAssembly = ByCode["GA"];
        SecurityCouncil = ByCode["SC"];
        EconomicAndSocialCouncil = ByCode["ECOSOC"];
        HumanRightsCouncil = ByCode["HRC"];
    }

    /// <summary>All bodies, in file order.</summary>
    public static IReadOnlyList<Body> All { get; }

    /// <summary>General Assembly.</summary>
    public static Body GeneralAssembly { get; }

    /// <summary>Security Council.</summary>
    public static Body SecurityCouncil { get; }

    /// <summary>Economic and Social Council.</summary>
    public static Body EconomicAndSocialCouncil { get; }

    /// <summary>Human Rights Council.</summary>
    public static Body HumanRightsCouncil { get; }

    /// <summary>The body with this acronym, or null.</summary>
    public static Body? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The body that a name, an alias or an acronym means, whatever its case; null where it means none.</summary>
    public static Body? Named(string name) => ByName.GetValueOrDefault(Key(name));

    /// <summary>The first body that is named in full in a text, the longest name first; null where none is.</summary>
    public static Body? FirstIn(ReadOnlySpan<char> text)
    {
        var (found, place) = ((Body?)null, int.MaxValue);
        foreach (var (name, body) in LongNames)
            if (text.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && at < place) (found, place) = (body, at);
        return found;
    }

    /// <summary>The body whose full name the text begins with, and the length of the name.</summary>
    public static Body? At(ReadOnlySpan<char> text, out int length)
    {
        foreach (var (name, body) in LongNames)
        {
            length = name.Length;
            if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (text.Length == length || !char.IsLetter(text[length])))
                return body;
        }
        length = 0;
        return null;
    }

    /// <summary>The body that most numbers of this form and session are of, where nothing names one; null where
    /// several bodies number so.</summary>
    public static Body? Usual(ActNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Shape switch
        {
            ActShape.Year => SecurityCouncil,
            ActShape.Roman => GeneralAssembly,
            ActShape.Session when !number.IsSpecial => EconomicAndSocialCouncil.CanHave(number) ? EconomicAndSocialCouncil
                : GeneralAssembly.CanHave(number) ? GeneralAssembly
                : null,
            _ => null,
        };
    }

    /// <summary>The body whose document a canonical symbol is, by its beginning; null where it does not say.</summary>
    public static Body? OfSymbol(string symbol)
    {
        if (ActOf(symbol, out _, out _) is { } act) return act;
        foreach (var (prefix, body) in Prefixes)
            if (symbol.StartsWith(prefix, StringComparison.Ordinal)
                && (prefix[^1] == '.' || symbol.Length > prefix.Length && symbol[prefix.Length] is '/' or '.'))
                return body;
        return null;
    }

    /// <summary>The body as whose resolution or decision a symbol begins, and where the number follows; null for other symbols.</summary>
    internal static Body? ActOf(ReadOnlySpan<char> symbol, out bool decision, out int number)
    {
        decision = false;
        number = 0;
        Body? found = null;
        foreach (var body in All)
        {
            if (Begins(symbol, body.Resolution) && body.Resolution.Length >= number)
                (found, decision, number) = (body, false, body.Resolution.Length + 1);
            if (Begins(symbol, body.Decision) && body.Decision.Length >= number)
                (found, decision, number) = (body, true, body.Decision.Length + 1);
        }
        return found;
    }

    private static bool Begins(ReadOnlySpan<char> symbol, string prefix) =>
        prefix.Length > 0 && symbol.Length > prefix.Length + 1 && symbol[prefix.Length] == '/'
            && symbol.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string Key(string name)
    {
        var text = name.AsSpan().Trim();
        if (text.StartsWith("the ", StringComparison.OrdinalIgnoreCase)) text = text[4..];
        Span<char> letters = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var n = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c)) letters[n++] = char.ToUpperInvariant(c);
        return letters[..n].ToString();
    }

    private static Body ReadBody(Table.Row row, Table.Row english, IEnumerable<Session> sessions) => new()
    {
        Code = row["code"],
        Name = english["name"],
        Names = [.. english.Parts("names", "|")],
        ShortNames = [.. english.Parts("short", "|")],
        Owner = row["owner"],
        Resolution = row["resolution"],
        Decision = row["decision"],
        Symbols = [.. row.Parts("symbols", " ")],
        Printed = [.. row.Parts("printed", " ")],
        Numbers = new(row["numbers"]),
        Sessions = new(sessions),
        FirstDecision = Number(row["decisions"]) ?? 1,
        MostResolutions = Number(row["most"]),
        Enacts = row["enacting"] == "yes",
        Examples = [.. row.Parts("example", " ")],
    };

    private static Session ReadSession(Table.Row row)
    {
        var numbers = row["numbers"];
        (int, int)? range = null;
        if (numbers.StartsWith("about ", StringComparison.Ordinal)) range = Number(numbers[6..]) is { } about ? (about, about) : null;
        else if (numbers.Split('-') is [var first, var last])
            range = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture));
        return new(row["session"], Session.Day(row["first"], false), Session.Day(row["last"], true), range);
    }

    private static int? Number(string cell) => cell.Length == 0 ? null : int.Parse(cell, CultureInfo.InvariantCulture);
}
