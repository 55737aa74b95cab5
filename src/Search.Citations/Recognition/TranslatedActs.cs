using System.Globalization;
using Search.Resolutions;
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
}

/// <summary>Makes the mentions of a list of acts.</summary>
internal static class TranslatedLists
{
    /// <summary>Adds the mentions of acts that one noun governs.</summary>
    /// <param name="acts">The acts, in the order of the text.</param>
    /// <param name="decision">Whether the noun is "decision".</param>
    /// <param name="named">A body whose acts the sentence spoke of before without a number, or null.</param>
    /// <param name="mentions">Where they go.</param>
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
                    Cue = inherits ? OrganCue.Inherited
                        : act.IsPossessive ? OrganCue.Possessive
                        : act.Body is null || act.IsShort ? OrganCue.None
                        : OrganCue.Named,
                    Body = act.IsShort || inherits ? null : act.Body,
                    Noun = act.IsShort && act.Body is { } called ? called.Noun() : Word.Other,
                    Head = inherits ? head : null,
                    Context = named,
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

/// <summary>Finds acts by number where spaces separate words: "ses résolutions 62/219 du 22 décembre 2007 et
/// 63/160 de l’Assemblée générale".</summary>
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
    private int _end;          // after the noun or the last item
    private Body? _before;     // named between the noun and its first number
    private bool _beforeShort;
    private Body? _named;      // named last in the sentence
    private int _namedEnd;     // after its name
    private Body? _spoken;     // whose acts the sentence spoke of without a number
    private bool _other;       // the possessive cannot mean the Assembly
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
                if (c == ';' && !GoesOn(i) || c == '.' && EndsSentence(i))
                {
                    Close();
                    (_named, _spoken) = (null, null);
                }
                if (!char.IsWhiteSpace(c)) _last = c is ',' or ';' or '(' or ':' or '«' or '№' or '°' ? "," : ".";
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
        while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
            end++;
        var word = text.AsSpan(i, end - i);
        if (words.IsAct(word, out var decision, out var possessive))
        {
            Close();
            (_open, _decision, _possessive, _end) = (true, decision, possessive || Owned(i), end);
            _other = possessive && !words.IsOfSpeaker(word);
            _owner = _possessive ? Owner(i) : Adopter(i);
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
            if (_acts is [.., { Date: null } last] && gap <= DateReach && (gap <= CommaReach || IsShortGap(text.AsSpan(_end, gap))))
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

    /// <summary>Whether so few words are between an act and a date that the date is the act's: "du Conseil, en date du".</summary>
    private static bool IsShortGap(ReadOnlySpan<char> gap) => gap.IndexOfAny(',', ';') < 0 && gap.Trim().Count(' ') < WordsBeforeDate;

    /// <summary>Words between an act and its date.</summary>
    private const int WordsBeforeDate = 5;

    /// <summary>Reads the number of an act; returns the offset after it, or 0.</summary>
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
            Body = first ? _before ?? _owner : null,
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
        if (length is < FewestDigits or > MostDigits || i - _end > FirstReach / 2 || ContinuesNumber(end)) return null;
        var value = int.Parse(text.AsSpan(i, length), NumberStyles.None, CultureInfo.InvariantCulture);
        return value is >= LeastPlain and < MostPlain ? new() { Shape = ActShape.Plain, Number = value } : null;
    }

    /// <summary>"/12", ".5" after digits.</summary>
    private bool ContinuesNumber(int at) => at + 1 < text.Length && text[at] is '/' or '.' && char.IsAsciiDigit(text[at + 1]);

    /// <summary>Digits of the number of an act that is printed alone.</summary>
    private const int FewestDigits = 3, MostDigits = 4;

    /// <summary>"2019/20": a period and no act of 2019, unless the noun directly precedes it.</summary>
    private bool IsPairOfYears(ActNumber number) =>
        number.Number == (number.SessionValue + 1) % 100 && _acts.Count > 0;

    /// <summary>"و65/281": a word of one letter that is written together with the number.</summary>
    private bool IsPrefix(int i)
    {
        if (i == 0 || words.Language.Script != Script.Arabic || text[i - 1] != 'و') return false;
        return i == 1 || !char.IsLetter(text[i - 2]);
    }

    private void Name(Body body, bool isShort, int start, int end)
    {
        if (!isShort) (_named, _namedEnd) = (body, end);
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

    /// <summary>Whether a gap holds only small words and the end of a date: "du", "года", ", de la".</summary>
    private bool OnlyJoins(ReadOnlySpan<char> gap)
    {
        foreach (var range in gap.SplitAny(' ', '\u00A0', ',', '’', '\''))
        {
            var word = gap[range];
            if (word.IsEmpty || words.Joins(word) || words.IsAfterAct(word.TrimEnd('.'))) continue;
            return false;
        }
        return true;
    }

    /// <summary>
    /// Whose the act is where "its" means another body than the one that speaks: "le Conseil dans sa résolution
    /// 51/18", "dans sa résolution 51/18, le Conseil"; null where nothing says so.
    /// </summary>
    private Body? Owner(int noun)
    {
        if (_other) return _named;
        var before = text.AsSpan(0, noun);
        for (var n = 0; n < 2; n++)
        {
            before = before.TrimEnd(" \u00A0");
            var start = before.Length;
            while (start > 0 && char.IsLetter(before[start - 1])) start--;
            if (words.IsWithin(before[start..])) return _named ?? SubjectAfter(noun);
            before = before[..start];
        }
        return words.Language.Script == Script.Arabic && before.TrimEnd().EndsWith("في", StringComparison.Ordinal)
            ? _named ?? SubjectAfter(noun)
            : null;
    }

    /// <summary>
    /// The body whose name leads to the noun: "принятие Советом по правам человека резолюции", and "rapport
    /// présenté au Conseil des droits de l’homme en application des résolutions", where a body asked for what it is given; null otherwise.
    /// </summary>
    private Body? Adopter(int noun)
    {
        if (_named is null || noun <= _namedEnd || noun - _namedEnd > LongestBasis) return null;
        var between = text.AsSpan(_namedEnd, noun - _namedEnd).Trim(" \u00A0");
        if (between.IsEmpty) return _named;
        foreach (var basis in words.Language.Wordings("basis"))
            if (between.Equals(basis, StringComparison.OrdinalIgnoreCase)) return _named;
        return null;
    }

    /// <summary>Characters of "en application des" and the like.</summary>
    private const int LongestBasis = 30;

    /// <summary>"dans sa résolution 51/18, le Conseil": the body named directly after the number and a comma.</summary>
    private Body? SubjectAfter(int noun)
    {
        var rest = text.AsSpan(noun, Math.Min(SubjectReach, text.Length - noun));
        var comma = rest.IndexOf(',');
        if (comma < 0) return null;
        rest = rest[(comma + 1)..].TrimStart();
        for (var n = 0; n < 2; n++)
        {
            if (words.BodyAt(rest, out _, out var isShort) is { } body) return isShort ? null : body;
            var space = rest.IndexOfAny(' ', '’', '\'');
            if (space is < 0 or > 3) return null;
            rest = rest[(space + 1)..];
        }
        return null;
    }

    /// <summary>Characters from the noun to the subject after its number.</summary>
    private const int SubjectReach = 60;

    private Body? _owner;

    /// <summary>Whether "its" or "their" precedes the noun.</summary>
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

    /// <summary>"Résolutions 52/214, sect. C ; 55/222": whether a semicolon separates two items of a list.</summary>
    private bool GoesOn(int semicolon)
    {
        if (!_open || _acts.Count == 0) return false;
        var rest = text.AsSpan(semicolon + 1).TrimStart();
        var space = rest.IndexOf(' ');
        if (space > 0 && words.Joins(rest[..space])) rest = rest[space..].TrimStart();
        var end = 0;
        while (end < rest.Length && char.IsAsciiDigit(rest[end])) end++;
        return end > 0 && end < rest.Length && rest[end] == '/';
    }

    /// <summary>Letters of the longest abbreviation whose full stop ends no sentence.</summary>
    private const int LongestAbbreviation = 4;

    private bool EndsSentence(int stop)
    {
        if (stop + 1 >= text.Length) return true;
        if (!char.IsWhiteSpace(text[stop + 1])) return false;
        var start = stop;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        return stop - start > LongestAbbreviation && stop + 2 < text.Length && !char.IsLower(text[stop + 2]);
    }

    private void Close()
    {
        if (_open && _acts.Count > 0) TranslatedLists.Add(_acts, _decision, _spoken, mentions);
        else if (_open && _before is not null && !_beforeShort) _spoken = _before;
        _acts.Clear();
        (_open, _before, _beforeShort, _owner) = (false, null, false, null);
    }
}
