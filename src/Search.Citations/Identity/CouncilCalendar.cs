using System.Globalization;
using Search.Resolutions.Vocabulary;
using Search.Resolutions;

namespace Search.Citations.Identity;

/// <summary>Days of Security Council resolutions, whose numbers run on: the neighbours of a number enclose its day.</summary>
internal sealed class CouncilCalendar
{
    private readonly SortedList<int, DateOnly> _days = [];

    public CouncilCalendar(IReadOnlyList<DocumentHead> documents, List<CitingContext> testimonies)
    {
        var votes = new Dictionary<int, Dictionary<DateOnly, int>>();
        void Vote(string symbol, DateOnly day, int weight)
        {
            if (Number(symbol) is not { } number) return;
            if (!votes.TryGetValue(number, out var days)) votes[number] = days = [];
            days[day] = days.GetValueOrDefault(day) + weight;
        }
        foreach (var document in documents)
            if (document.Symbol is { } symbol && document.Front.Date is { } day) Vote(symbol, day, 2);
        foreach (var testimony in testimonies)
            if (testimony.Date is { } day && testimony.Organ == Organ.SecurityCouncil) Vote(testimony.Symbol.Value, day, 1);
        foreach (var (number, days) in votes)
        {
            var best = days.MaxBy(d => d.Value);
            if (Bodies.SecurityCouncil.Sessions.OfNumber(number)?.First.Year is not { } year || year == best.Key.Year)
                _days[number] = best.Key;
        }
    }

    /// <summary>The number of the only resolution that can be of a day, or null: the next known numbers before and
    /// after it are of other days.</summary>
    public int? OnlyOne(DateOnly day)
    {
        int? found = null;
        for (var i = 0; i < _days.Count; i++)
        {
            if (_days.Values[i] != day) continue;
            if (found is not null) return null;
            found = _days.Keys[i];
        }
        if (found is not { } number) return null;
        return _days.TryGetValue(number - 1, out var before) && before < day && _days.TryGetValue(number + 1, out var after) && after > day
            ? number
            : null;
    }

    /// <summary>The number in a symbol of the Council, or null.</summary>
    public static int? Number(string symbol)
    {
        const string prefix = "S/RES/";
        if (!symbol.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var open = symbol.IndexOf('(', StringComparison.Ordinal);
        return open > prefix.Length
            && int.TryParse(symbol.AsSpan(prefix.Length..open), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}
