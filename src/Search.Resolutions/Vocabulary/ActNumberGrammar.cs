using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Search.Resolutions.Vocabulary;

/// <summary>Reads the numbers of acts in running text and in symbols.</summary>
internal ref struct ActNumberGrammar
{
    /// <summary>More digits than any number or session has.</summary>
    private const int MostDigits = 5;

    /// <summary>The years that a number in brackets is taken for.</summary>
    private const int FirstYear = 1946, LastYear = 2100;

    /// <summary>Most letters of parts: A to Z.</summary>
    private const int MostLetters = 26;

    private readonly ReadOnlySpan<char> _text;
    private int _at;

    public ActNumberGrammar(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads the number at the start of the text.</summary>
    public bool TryRead([NotNullWhen(true)] out ActNumber? number, out int length)
    {
        number = ReadSpecial() ?? ReadHealth() ?? ReadRoman() ?? ReadDigits();
        length = number is null ? 0 : _at;
        return number is not null;
    }

    /// <summary>Reads what is a number only alone: "7", "67.1" of the World Health Assembly.</summary>
    public static bool TryReadAlone(ReadOnlySpan<char> text, [NotNullWhen(true)] out ActNumber? number)
    {
        number = null;
        var grammar = new ActNumberGrammar(text);
        if (grammar.Digits() is not { } first) return false;
        if (grammar.Is('.') && grammar.Digits() is { } second)
            number = new() { Shape = ActShape.Health, Session = Text(first), SessionValue = first, Number = second };
        else if (grammar.AtEnd) number = new() { Shape = ActShape.Plain, Number = first };
        else if (grammar.Letters() is { Length: > 0 } letters) number = new() { Shape = ActShape.Plain, Number = first, Letters = letters };
        return number is not null && grammar.AtEnd;
    }

    private readonly bool AtEnd => _at >= _text.Length;

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>"S-27/2", "ES-10/22".</summary>
    private ActNumber? ReadSpecial()
    {
        var start = _at;
        if (SpecialPrefix() is { Length: > 0 } prefix && Digits() is { } session && Is('/') && Digits() is { } number)
            return new()
            {
                Shape = ActShape.Session,
                Session = prefix + Text(session),
                SessionValue = session,
                Number = number,
                Letters = Letters()
            };
        _at = start;
        return null;
    }

    private string SpecialPrefix()
    {
        foreach (var prefix in (ReadOnlySpan<string>)["S-", "ES-", "SS-"])
            if (_text[_at..].StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                _at += prefix.Length;
                return prefix;
            }
        return "";
    }

    /// <summary>"WHA67.1", "EB136.8".</summary>
    private ActNumber? ReadHealth()
    {
        var start = _at;
        foreach (var prefix in (ReadOnlySpan<string>)["WHA", "EB"])
        {
            if (!_text[_at..].StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) continue;
            _at += prefix.Length;
            if (Digits() is { } session && Is('.') && Digits() is { } number)
                return new() { Shape = ActShape.Health, Session = Text(session), SessionValue = session, Number = number };
            _at = start;
        }
        return null;
    }

    /// <summary>"XIV/8", "XIII.13".</summary>
    private ActNumber? ReadRoman()
    {
        var start = _at;
        var roman = Roman();
        if (roman.Length > 0 && (Is('/') || Is('.')))
        {
            var shape = _text[_at - 1] == '/' ? ActShape.Session : ActShape.Meeting;
            if (Digits() is { } number)
                return new()
                {
                    Shape = shape,
                    Session = roman,
                    SessionValue = RomanNumeral.Value(roman),
                    Number = number,
                    Letters = shape == ActShape.Session ? Letters() : []
                };
        }
        _at = start;
        return null;
    }

    private ActNumber? ReadDigits()
    {
        var start = _at;
        if (Digits() is not { } first) return null;
        var behind = _at;
        if (Is('/'))
        {
            if (Digits() is { } number && !IsStroke)
                return new()
                {
                    Shape = ActShape.Session,
                    Session = Text(first),
                    SessionValue = first,
                    Number = number,
                    Letters = Letters()
                };
            _at = behind + 1;
            if (ReadParty(first) is { } party) return party;
        }
        _at = behind;
        return ReadGeneralConference(first) ?? ReadBracketed(first) ?? Back(start);
    }

    private readonly bool IsStroke => _at < _text.Length && _text[_at] == '/';

    private ActNumber? Back(int start)
    {
        _at = start;
        return null;
    }

    /// <summary>"1/CP.21", "18/CMA.1".</summary>
    private ActNumber? ReadParty(int number)
    {
        foreach (var body in (ReadOnlySpan<string>)["CP", "CMA", "CMP", "COP"])
        {
            var start = _at;
            if (!_text[_at..].StartsWith(body, StringComparison.OrdinalIgnoreCase)) continue;
            _at += body.Length;
            if (Is('.') && Digits() is { } meeting)
                return new() { Shape = ActShape.Party, Session = $"{body}.{Text(meeting)}", SessionValue = meeting, Number = number };
            _at = start;
        }
        return null;
    }

    /// <summary>"37C/40": the General Conference of UNESCO.</summary>
    private ActNumber? ReadGeneralConference(int session)
    {
        var start = _at;
        if (Is('C') && Is('/') && Digits() is { } number)
            return new() { Shape = ActShape.Session, Session = Text(session) + "C", Number = number };
        return Back(start);
    }

    /// <summary>"2200 A (XXI)", "2200(XXI) A", "3419 A to D (XXX)", "1325 (2000)", "997 (ES-I)".</summary>
    private ActNumber? ReadBracketed(int number)
    {
        var start = _at;
        var letters = Letters();
        if (!Is('(')) return Back(start);
        var session = SpecialPrefix();
        ActNumber? read = null;
        if (session.Length == 0 && Digits() is >= FirstYear and <= LastYear and var year)
            read = new() { Shape = ActShape.Year, Session = Text(year), SessionValue = year, Number = number };
        else if (Roman() is { Length: > 0 } roman)
            read = new() { Shape = ActShape.Roman, Session = session + roman, SessionValue = RomanNumeral.Value(roman), Number = number };
        if (read is null || !Is(')')) return Back(start);
        return read with { Letters = letters.IsEmpty ? Letters() : letters };
    }

    /// <summary>Letters of parts: "A", "A and B", "A to D", "A–B"; none where a word begins.</summary>
    private ImmutableArray<char> Letters()
    {
        var letters = ImmutableArray.CreateBuilder<char>(1);
        while (letters.Count < MostLetters)
        {
            var start = _at;
            var range = false;
            if (letters.Count > 0 && !Connects(out range)) break;
            if (Letter() is not { } letter || letters.Count > 0 && letter <= letters[^1])
            {
                _at = start;
                break;
            }
            for (var c = range ? (char)(letters[^1] + 1) : letter; c <= letter; c++) letters.Add(c);
        }
        return letters.ToImmutable();
    }

    private bool Connects(out bool range)
    {
        range = Word("to") || Is('-') || Is('\u2013');
        var comma = !range && Is(',');
        return range | comma | (!range && Word("and"));
    }

    private char? Letter()
    {
        var at = Behind(_at);
        if (at >= _text.Length || !char.IsAsciiLetterUpper(_text[at])) return null;
        if (at + 1 < _text.Length && (char.IsLetterOrDigit(_text[at + 1]) || _text[at + 1] is '\'' or '\u2019')) return null;
        // "78/12 A new era" is a title
        if (at + 2 < _text.Length && _text[at + 1] == ' ' && char.IsLetter(_text[at + 2]) && !IsConnective(_text[(at + 2)..])) return null;
        _at = at + 1;
        return _text[at];
    }

    private static bool IsConnective(ReadOnlySpan<char> text) =>
        text.StartsWith("to ", StringComparison.Ordinal) || text.StartsWith("and ", StringComparison.Ordinal);

    private string Roman()
    {
        var at = Behind(_at);
        var end = at;
        while (end < _text.Length && char.IsAsciiLetter(_text[end])) end++;
        Span<char> upper = stackalloc char[RomanNumeral.Longest];
        if (end == at || end - at > upper.Length) return "";
        _text[at..end].ToUpperInvariant(upper);
        if (RomanNumeral.Value(upper[..(end - at)]) == 0) return "";
        _at = end;
        return upper[..(end - at)].ToString();
    }

    private int? Digits()
    {
        var at = Behind(_at);
        var end = at;
        while (end < _text.Length && char.IsAsciiDigit(_text[end])) end++;
        if (end == at || end - at > MostDigits) return null;
        _at = end;
        return int.Parse(_text[at..end], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private bool Is(char sign)
    {
        var at = Behind(_at);
        if (at >= _text.Length || _text[at] != sign) return false;
        _at = at + 1;
        return true;
    }

    private bool Word(string word)
    {
        var at = Behind(_at);
        if (!_text[at..].StartsWith(word, StringComparison.Ordinal)) return false;
        _at = at + word.Length;
        return true;
    }

    private readonly int Behind(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at])) at++;
        return at;
    }
}
