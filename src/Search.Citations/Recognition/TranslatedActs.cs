using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>An act by number, as it is gathered from a list.</summary>
internal sealed class TranslatedAct
{
    public required ActNumber Number { get; init; }

    public required int Start { get; init; }

    public required int End { get; set; }

    public DateOnly? Date { get; set; }

    /// <summary>The body named beside it, or null.</summary>
    public Body? Body { get; set; }

    /// <summary>Whether the name is one that several bodies have.</summary>
    public bool IsShort { get; set; }

    public bool IsPossessive { get; set; }

    /// <summary>Whether it continues a list and has no body of its own.</summary>
    public bool Continues { get; set; }
}

/// <summary>Makes the mentions of a list of acts.</summary>
internal static class TranslatedLists
{
    /// <summary>Adds the mentions of acts that one noun governs.</summary>
    public static void Add(List<TranslatedAct> acts, bool decision, Body? named, List<Mention> mentions)
    {
        ActMention? head = null;
        foreach (var act in acts)
        {
            if (act.Number.Shape == ActShape.Plain && (act.IsShort || act.Body is not { Code: "SC" })) continue;
            var letters = act.Number.Letters;
            for (var i = 0; i < Math.Max(1, letters.Length); i++)
            {
                var inherits = head is not null && act.Body is null;
                var mention = new ActMention
                {
                    Span = new(act.Start, act.End),
                    Number = act.Number,
                    FirstToken = 0,
                    Letter = letters.IsEmpty ? null : letters[i],
                    IsDecision = decision,
                    Cue = inherits ? OrganCue.Inherited : act.IsPossessive ? OrganCue.Possessive : act.Body is null || act.IsShort ? OrganCue.None : OrganCue.Named,
                    Body = act.IsShort || inherits ? null : act.Body,
                    Noun = act.IsShort && act.Body is { } called ? called.Noun() : Word.Other,
                    Head = inherits ? head : null,
                    Context = named,
                    Near = named,
                    Date = act.Date,
                    Year = act.Date?.Year ?? 0,
                    HasCue = true,
                };
                if (!inherits) head = mention;
                mentions.Add(mention);
            }
        }
    }
}

/// <summary>Finds acts by number where words stand apart: "ses résolutions 62/219 du 22 décembre 2007 et 63/160 de l’Assemblée générale".</summary>
internal sealed class TranslatedActs(string text, CitingWords words, List<Mention> mentions, List<(int First, int End, Body Body)> bodies)
{
    /// <summary>Characters between the noun and its first number, and between an item and what belongs to it.</summary>
    private const int FirstReach = 110, DateReach = 60, CommaReach = 14, BodyReach = 24;

    /// <summary>Words before the noun among which a possessive is looked for.</summary>
    private const int WordsBefore = 3;

    /// <summary>No body that numbers its acts without a session has come so far, and a smaller number is a part of a report.</summary>
    private const int LeastPlain = 200, MostPlain = 4000;

    private readonly List<TranslatedAct> _acts = [];
    private bool _open;
    private bool _decision;
    private bool _possessive;
    private int _end;          // behind the noun or the last item
    private Body? _before;     // named between the noun and its first number
    private bool _beforeShort;
    private Body? _context;    // named last in the sentence
    private string _last = ""; // the last word or sign

    /// <summary>Reads the whole text.</summary>
    public void Read()
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsLetter(c)) i = Letters(i);
            else if (char.IsAsciiDigit(c)) i = Digits(i);
            else
            {
                if (c == ';' || c == '.' && EndsSentence(i))
                {
                    Close();
                    _context = null;
                }
                if (!char.IsWhiteSpace(c)) _last = c is ',' or '(' or ':' or '«' or '№' or '°' ? "," : ".";
                i++;
            }
        }
        Close();
    }

    private int Letters(int i)
    {
        if (words.BodyAt(text.AsSpan(i), out var length, out var isShort) is { } body)
        {
            if (!isShort) bodies.Add((i, i + length, body));
            Name(body, isShort, i, i + length);
            _last = ",";
            return i + length;
        }
        if (_open && Number(i) is > 0 and var behind) return behind;
        var end = i;
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark)) end++;
        var word = text.AsSpan(i, end - i);
        if (words.IsAct(word, out var decision, out var possessive))
        {
            Close();
            (_open, _decision, _possessive, _end) = (true, decision, possessive || Owned(i), end);
            _last = ",";
        }
        else _last = words.Joins(word) ? "," : ".";
        return end;
    }

    private int Digits(int i)
    {
        if (words.Language.Dates.At(text.AsSpan(i), out var length) is { } date)
        {
            var gap = i - _end;
            if (_acts is [.., { Date: null } last] && gap <= DateReach && (gap <= CommaReach || text.AsSpan(_end, gap).IndexOfAny(',', ';') < 0))
            {
                last.Date = date;
                _end = i + length;
            }
            _last = ".";
            return i + length;
        }
        if (_open && Number(i) is > 0 and var behind) return behind;
        while (i < text.Length && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '/')) i++;
        _last = ".";
        return i;
    }

    /// <summary>Reads the number of an act; returns the offset behind it, or 0.</summary>
    private int Number(int i)
    {
        if (i > 0 && (char.IsLetterOrDigit(text[i - 1]) && !IsPrefix(i) || text[i - 1] is '/' or '.')) return 0;
        if (_last != "," && !IsPrefix(i)) return 0;
        if (_acts.Count == 0 && i - _end > FirstReach) return 0;
        var number = TranslatedNumber.At(text.AsSpan(i), words.Language, out var length);
        if (number is null && _acts.Count == 0) number = Plain(i, out length);
        if (number is null || number.Number == 0) return 0;
        if (i + length < text.Length && (text[i + length] == '/' || char.IsAsciiDigit(text[i + length]))) return 0;
        if (number.Shape == ActShape.Session && number.Session.Length == 4 && IsPairOfYears(number)) return 0;
        var first = _acts.Count == 0;
        _acts.Add(new()
        {
            Number = number,
            Start = i,
            End = i + length,
            Body = first ? _before : null,
            IsShort = first && _beforeShort,
            IsPossessive = first && _possessive && _before is null,
        });
        _end = i + length;
        _last = ",";
        return _end;
    }

    /// <summary>"résolution 1325": a number alone, which a body must explain.</summary>
    private ActNumber? Plain(int i, out int length)
    {
        var end = i;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        length = end - i;
        if (length is < 3 or > 4 || i - _end > FirstReach / 2 || end < text.Length && text[end] is '/' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) return null;
        var value = int.Parse(text.AsSpan(i, length), NumberStyles.None, CultureInfo.InvariantCulture);
        return value is >= LeastPlain and < MostPlain ? new() { Shape = ActShape.Plain, Number = value } : null;
    }

    /// <summary>"2019/20": a period and no act of 2019, unless the noun stands directly before it.</summary>
    private bool IsPairOfYears(ActNumber number) =>
        number.Number == (number.SessionValue + 1) % 100 && _acts.Count > 0;

    /// <summary>"و65/281": a word of one letter that is written together with the number.</summary>
    private bool IsPrefix(int i) => i > 0 && words.Language.Script == Script.Arabic && text[i - 1] == 'و' && (i == 1 || !char.IsLetter(text[i - 2]));

    private void Name(Body body, bool isShort, int start, int end)
    {
        if (!isShort) _context = body;
        if (!_open) return;
        if (_acts.Count == 0)
        {
            if (start - _end > FirstReach / 2 || _before is not null && isShort) return;
            (_before, _beforeShort) = (body, isShort);
            return;
        }
        var gap = text.AsSpan(_end, start - _end);
        if (gap.Length > BodyReach || gap.IndexOf(';') >= 0 || !OnlyJoins(gap)) return;
        // "résolutions 1325 (2000) et 1820 (2008) du Conseil de sécurité": all that have no body yet
        for (var i = _acts.Count - 1; i >= 0 && _acts[i].Body is null; i--)
        {
            if (_acts[i].IsPossessive) return;
            (_acts[i].Body, _acts[i].IsShort) = (body, isShort);
        }
        _end = end;
    }

    /// <summary>Whether nothing but small words and the end of a date stands in a gap: "du", "года", ", de la".</summary>
    private bool OnlyJoins(ReadOnlySpan<char> gap)
    {
        foreach (var range in gap.SplitAny(' ', '\u00A0', ',', '’', '\''))
        {
            var word = gap[range];
            if (word.IsEmpty || words.Joins(word) || word is "года" or "г" or "г." or "الصادر" or "الصادرة" or "التابع" or "adoptée" or "adoptées" or "aprobada" or "aprobadas") continue;
            return false;
        }
        return true;
    }

    /// <summary>Whether "its" or "their" stands before the noun.</summary>
    private bool Owned(int noun)
    {
        var end = noun;
        for (var n = 0; n < WordsBefore; n++)
        {
            while (end > 0 && text[end - 1] is ' ' or '\u00A0') end--;
            var start = end;
            while (start > 0 && char.IsLetter(text[start - 1])) start--;
            if (start == end) return false;
            if (words.IsPossessive(text.AsSpan(start, end - start))) return true;
            end = start;
        }
        return false;
    }

    private bool EndsSentence(int stop) =>
        stop + 1 >= text.Length || char.IsWhiteSpace(text[stop + 1]) && stop + 2 < text.Length && char.IsUpper(text[stop + 2]) && stop > 2 && char.IsLetter(text[stop - 1]) && char.IsLetter(text[stop - 3]);

    private void Close()
    {
        if (_open && _acts.Count > 0) TranslatedLists.Add(_acts, _decision, _context, mentions);
        _acts.Clear();
        (_open, _before, _beforeShort) = (false, null, false);
    }
}
