using System.Collections.Frozen;
using System.Collections.Immutable;
using Search.Resolutions;

namespace Search.Citations.Authorities;

/// <summary>Works by the symbol, or the part of a symbol, that prints them: <c>A/RES/55/25</c> + <c>annex II</c>.</summary>
internal sealed class SymbolLookup
{
    private static readonly Pinpoint Annex = Pinpoint.Of("annex"), FirstAnnex = Pinpoint.Of("annex I");

    private readonly FrozenDictionary<string, ImmutableArray<(Pinpoint Part, Work Work)>> _symbols;
    private readonly FrozenSet<string> _lettered; // symbols without the letter that they end with: A/RES/49/233 of A/RES/49/233A

    public SymbolLookup(ImmutableArray<Work> works)
    {
        var symbols = new Dictionary<string, List<(Pinpoint, Work)>>(StringComparer.OrdinalIgnoreCase);
        foreach (var work in works)
            foreach (var text in work.Symbols)
            {
                var (symbol, part) = Split(text);
                var key = Key(symbol);
                if (!symbols.TryGetValue(key, out var list)) symbols[key] = list = [];
                list.Add((Pinpoint.Of(part.Trim()), work));
            }
        _symbols = symbols.ToFrozenDictionary(s => s.Key, s => s.Value.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
        _lettered = symbols.Keys.Where(k => k.Length > 1 && char.IsAsciiLetter(k[^1])).Select(k => k[..^1])
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The works that a part of a document is. A part inside a registered part is that work (<c>annex II, art. 3</c>), as is any
    /// part of a document registered whole; "annex" without a number means each annex; "annexes I and II" both.
    /// </summary>
    public ImmutableArray<Work> Find(string symbol, Pinpoint part)
    {
        if (!_symbols.TryGetValue(Key(symbol), out var list)) return [];
        var best = Longest(list, part);
        if (best.Length > 0 || part.Unit is not { Name: "annex" }) return best;
        if (Annex.Contains(part)) return [.. list.Where(e => e.Part.Unit == part.Unit).Select(e => e.Work)];
        if (FirstAnnex.Contains(part)) return Longest(list, Annex);
        var annexes = part.Provisions;
        return annexes.Length < 2 ? [] : [.. annexes.SelectMany(a => list.Where(e => e.Part.Is(a)).Select(e => e.Work))];
    }

    /// <summary>Whether any part of the document is a work.</summary>
    public bool Holds(string symbol) => _symbols.ContainsKey(Key(symbol));

    /// <summary>The works that all parts of a document are.</summary>
    public ImmutableArray<Work> PartsOf(string symbol)
    {
        var key = Key(symbol);
        ImmutableArray<Work> works = _symbols.TryGetValue(key, out var whole) ? [.. whole.Select(e => e.Work)] : [];
        if (!_lettered.Contains(key)) return works;
        for (var letter = 'A'; letter <= 'Z'; letter++)
            if (_symbols.TryGetValue(key + letter, out var part)) works = works.AddRange(part.Select(e => e.Work));
        return works;
    }

    private static ImmutableArray<Work> Longest(ImmutableArray<(Pinpoint Part, Work Work)> list, Pinpoint asked)
    {
        var length = -1;
        foreach (var (part, _) in list)
            if (part.Length > length && part.Contains(asked)) length = part.Length;
        return length < 0 ? [] : [.. list.Where(e => e.Part.Length == length && e.Part.Contains(asked)).Select(e => e.Work)];
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

    private static string Key(string symbol) =>
        symbol.Contains(' ', StringComparison.Ordinal) ? symbol.Replace(" ", "", StringComparison.Ordinal) : symbol;
}
