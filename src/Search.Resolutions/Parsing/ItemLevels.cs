using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>The open levels of items under a paragraph: (a), then (i), then dashes ... Tells (i) the letter from (i)
/// the number by what is open.</summary>
internal sealed class ItemLevels
{
    private const int Deepest = 6;

    private static readonly string[] Letters = [.. Enumerable.Range(0, 26).Select(n => ((char)('a' + n)).ToString())];
    private static readonly string[] Numbers =
        [.. Enumerable.Range(0, 100).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    private static readonly string[] Romans = [.. Enumerable.Range(0, 40).Select(Roman)];

    private readonly List<(Kind Kind, EnumeratorStyle Style, int Value)> _levels = [];
    private readonly List<(Kind Kind, int Value)> _readings = new(3);
    private readonly List<string> _path = [];

    private enum Kind : byte
    {
        Letter,
        Roman,
        Number,
        Bullet,
    }

    /// <summary>Whether no item is open.</summary>
    public bool IsEmpty => _levels.Count == 0;

    /// <summary>Closes all levels.</summary>
    public void Clear() => _levels.Clear();

    /// <summary>
    /// Places an item among the open levels and returns the tokens that lead to it, outermost first; the list is good until the next call.
    /// <paramref name="restarted"/> says that its list restarted where it should have gone on.
    /// </summary>
    public List<string> Place(string token, EnumeratorStyle style, out bool restarted)
    {
        restarted = false;
        var readings = Readings(token, style);
        // the deepest open level that this item continues
        for (var i = _levels.Count - 1; i >= 0; i--)
            foreach (var (kind, value) in readings)
                if (_levels[i].Kind == kind && Same(_levels[i].Style, style) && value == _levels[i].Value + 1)
                    return Set(i, kind, style, value);
        // the first item of a level below
        foreach (var (kind, value) in readings)
        {
            if (value != 1) continue;
            var open = _levels.FindLastIndex(l => l.Kind == kind && Same(l.Style, style));
            if (open < 0) return _levels.Count < Deepest ? Set(_levels.Count, kind, style, value) : Set(Deepest - 1, kind, style, value);
            if (readings.Count > 1 && readings[0].Kind != kind && open >= 0) continue;
            restarted = true;
            return Set(open, kind, style, value);
        }
        // a gap: the deepest level of its kind, else a level of its own
        foreach (var (kind, value) in readings)
        {
            var open = _levels.FindLastIndex(l => l.Kind == kind && Same(l.Style, style));
            if (open >= 0)
            {
                restarted = value <= _levels[open].Value;
                return Set(open, kind, style, value);
            }
        }
        var (first, at) = readings[0];
        return Set(Math.Min(_levels.Count, Deepest - 1), first, style, at);
    }

    private static bool Same(EnumeratorStyle a, EnumeratorStyle b) =>
        a == b
            || a is EnumeratorStyle.BracketLetter or EnumeratorStyle.BracketNumber
                && b is EnumeratorStyle.BracketLetter or EnumeratorStyle.BracketNumber;

    private List<string> Set(int level, Kind kind, EnumeratorStyle style, int value)
    {
        _levels.RemoveRange(level, _levels.Count - level);
        _levels.Add((kind, style, value));
        _path.Clear();
        foreach (var l in _levels) _path.Add(Token(l.Kind, l.Value));
        return _path;
    }

    private List<(Kind Kind, int Value)> Readings(string token, EnumeratorStyle style)
    {
        var readings = _readings;
        readings.Clear();
        if (style == EnumeratorStyle.Bullet)
        {
            var open = _levels.FindLastIndex(l => l.Kind == Kind.Bullet);
            readings.Add((Kind.Bullet, open < 0 ? 1 : _levels[open].Value + 1));
            return readings;
        }
        if (int.TryParse(token, out var number))
        {
            // scans read "(b)" as "(6)" and "(i)" as "(1)": the open level decides
            if (style == EnumeratorStyle.BracketNumber && Misread(number) is { } read) readings.Add(read);
            readings.Add((Kind.Number, number));
            return readings;
        }
        var letter = Ordinals.Letter(token);
        var roman = Ordinals.Roman(token);
        if (letter > 0 && token.Length == 1) readings.Add((Kind.Letter, letter));
        if (roman > 0) readings.Add((Kind.Roman, roman));
        if (letter > 0 && token.Length > 1) readings.Add((Kind.Letter, letter));
        if (token == "i" && _levels.FindLastIndex(l => l.Kind == Kind.Letter && l.Value == LetterH) < 0) readings.Reverse();
        if (readings.Count == 0) readings.Add((Kind.Roman, NextRoman()));
        return readings;
    }

    private int NextRoman()
    {
        var open = _levels.FindLastIndex(l => l.Kind == Kind.Roman);
        return open < 0 ? 1 : _levels[open].Value + 1;
    }

    /// <summary>Letters by their place in the alphabet, and the digits that scans make of them.</summary>
    private const int LetterB = 2, LetterG = 7, LetterH = 8, LooksLikeB = 6, LooksLikeG = 9;

    private (Kind, int)? Misread(int number)
    {
        for (var i = _levels.Count - 1; i >= 0; i--)
        {
            var (kind, style, value) = _levels[i];
            if (kind == Kind.Number && value + 1 == number) return null;
            if (style != EnumeratorStyle.BracketLetter) continue;
            if (kind == Kind.Letter && value == LetterB - 1 && number == LooksLikeB) return (Kind.Letter, LetterB);
            if (kind == Kind.Letter && value == LetterG - 1 && number == LooksLikeG) return (Kind.Letter, LetterG);
        }
        return null;
    }

    private static string Token(Kind kind, int value) => kind switch
    {
        Kind.Letter => value <= 26 ? Letters[value - 1] : new string((char)('a' + (value - 1) % 26), (value - 1) / 26 + 1),
        Kind.Roman => value < Romans.Length ? Romans[value] : Roman(value),
        _ => value < Numbers.Length ? Numbers[value] : value.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static string Roman(int value)
    {
        string[] units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];
        return new string('x', Math.Min(value / 10, 12)) + units[value % 10];
    }
}
