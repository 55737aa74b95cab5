using System.Globalization;
using Search.Citations.Authorities;
using Search.Resolutions;

namespace Search.Citations.Facts;

/// <summary>What was found out about single statements, for the next time that the facts of nearly the same corpus are learned in one
/// process. The result never depends on it. Only one call uses it at a time.</summary>
public sealed class FactMemory
{
    private readonly Dictionary<(WorkId Work, string Date), bool> _possible = [];
    private readonly Dictionary<WorkId, DocumentSymbol?> _symbols = [];
    private readonly Dictionary<string, string> _keys = [];

    /// <summary>Whether a work can be of a date.</summary>
    internal bool IsPossible(WorkId work, string date)
    {
        if (!_possible.TryGetValue((work, date), out var possible)) _possible.Add((work, date), possible = MayBeOf(work, date));
        return possible;
    }

    /// <summary>The folded words of a title.</summary>
    internal string KeyOf(string title)
    {
        if (!_keys.TryGetValue(title, out var key)) _keys.Add(title, key = NameIndex.Key(title));
        return key;
    }

    // "the report on resolution 1701 (2006) of 18 November 2009": the day is the report's.
    private bool MayBeOf(WorkId work, string date)
    {
        if (!_symbols.TryGetValue(work, out var symbol))
            _symbols.Add(work, symbol = DocumentSymbol.TryParse(work.Value, null, out var parsed) ? parsed : null);
        if (symbol is not { } act) return true;
        if (PrintedDate.YearOf(work.Value) is { } year && (act.IsResolution || act.IsDecision))
            return date.StartsWith(year, StringComparison.Ordinal);
        return date.Length < 10 || act.MayBeOf(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
