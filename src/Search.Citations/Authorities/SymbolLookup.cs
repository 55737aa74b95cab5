using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Citations.Authorities;

/// <summary>Works by the symbol, or the part of a symbol, that prints them: <c>A/RES/55/25</c> + <c>annex II</c>.</summary>
internal sealed class SymbolLookup
{
    private readonly FrozenDictionary<string, ImmutableArray<(string Part, Work Work)>> _symbols;

    public SymbolLookup(ImmutableArray<Work> works)
    {
        var symbols = new Dictionary<string, List<(string, Work)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var work in works)
            foreach (var text in work.Symbols)
            {
                var (symbol, part) = Split(text);
                var key = Key(symbol);
                if (!symbols.TryGetValue(key, out var list)) symbols[key] = list = [];
                list.Add((PartKey(part), work));
            }
        _symbols = symbols.ToFrozenDictionary(s => s.Key, s => s.Value.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The works that a part of a document is. A part inside a registered part is that work (<c>annex II, art. 3</c>), as is any
    /// part of a document registered whole; "annex" without a number means each annex; "annexes I and II" both.
    /// </summary>
    public ImmutableArray<Work> Find(string symbol, string part)
    {
        if (!_symbols.TryGetValue(Key(symbol), out var list)) return [];
        var asked = PartKey(part);
        var best = Longest(list, asked);
        if (best.Length > 0 || asked.Length == 0) return best;
        if (asked.StartsWith("annexes ", StringComparison.Ordinal)) return Annexes(list, asked["annexes ".Length..]);
        if (asked == "annex" || asked.StartsWith("annex,", StringComparison.Ordinal))
            return [.. list.Where(e => e.Part.StartsWith("annex ", StringComparison.Ordinal)).Select(e => e.Work)];
        if (asked == "annex i" || asked.StartsWith("annex i,", StringComparison.Ordinal)) return Longest(list, "annex");
        return [];
    }

    /// <summary>Whether any part of the document is a work.</summary>
    public bool Holds(string symbol) => _symbols.ContainsKey(Key(symbol));

    /// <summary>The works that all parts of a document are.</summary>
    public ImmutableArray<Work> PartsOf(string symbol)
    {
        var works = ImmutableArray.CreateBuilder<Work>();
        for (var letter = '@'; letter <= 'Z'; letter++)
            if (_symbols.TryGetValue(letter == '@' ? Key(symbol) : Key(symbol) + letter, out var list)) works.AddRange(list.Select(e => e.Work));
        return works.ToImmutable();
    }

    private static ImmutableArray<Work> Longest(ImmutableArray<(string Part, Work Work)> list, string asked)
    {
        var length = -1;
        foreach (var (part, _) in list)
            if (part.Length > length && Within(asked, part)) length = part.Length;
        return length < 0 ? [] : [.. list.Where(e => e.Part.Length == length && Within(asked, e.Part)).Select(e => e.Work)];
    }

    private static bool Within(string asked, string part) =>
        part.Length == 0
            ? !asked.StartsWith("annex", StringComparison.Ordinal)
            : asked.StartsWith(part, StringComparison.Ordinal) && (asked.Length == part.Length || asked[part.Length] is ',' or ' ' && !(part == "annex" && asked[part.Length] == ' '));

    private static ImmutableArray<Work> Annexes(ImmutableArray<(string Part, Work Work)> list, string numbers)
    {
        var found = ImmutableArray.CreateBuilder<Work>();
        foreach (var n in numbers.Split([",", " and ", " "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            foreach (var (part, work) in list)
                if (part == "annex " + n) found.Add(work);
        return found.ToImmutable();
    }

    /// <summary>Parts a registered text into symbol and part: the part begins at a word in lower case.</summary>
    internal static (string Symbol, string Part) Split(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] is not (' ' or ',')) continue;
            if (text.AsSpan(i).StartsWith("and ", StringComparison.Ordinal))
            {
                // "A/CONF.189/12 and Corr.1 chap. I": the correction does not move the part.
                var after = text.IndexOf(' ', i + 4);
                return (text[..i].Trim(' ', ','), after < 0 ? "" : text[(after + 1)..]);
            }
            if (char.IsAsciiLetterLower(text[i])) return (text[..i].Trim(' ', ','), text[i..]);
        }
        return (text, "");
    }

    private static string Key(string symbol) => symbol.Contains(' ', StringComparison.Ordinal) ? symbol.Replace(" ", "", StringComparison.Ordinal) : symbol;

    private static string PartKey(string part) => part.Trim().ToLowerInvariant();
}
