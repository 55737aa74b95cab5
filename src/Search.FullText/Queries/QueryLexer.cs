namespace Search.FullText.Queries;

/// <summary>Cuts query text into tokens, in one pass over the text.</summary>
internal ref struct QueryLexer(ReadOnlySpan<char> source, List<QueryWarning> warnings)
{
    private readonly ReadOnlySpan<char> _text = source;
    private readonly List<QueryWarning> _warnings = warnings;
    private int _at;
    private bool _quotesExhausted;
    private Dictionary<int, int>? _closings;

    public QueryToken Next()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at])) _at++;
        if (_at >= _text.Length) return new QueryToken(QueryTokenKind.End, "", _text.Length, _text.Length);
        var start = _at;
        var c = _text[_at];
        if (IsOpeningQuote(c)) return Phrase(c);
        switch (c)
        {
            case '(':
                _at++;
                return new QueryToken(QueryTokenKind.Open, "(", start, _at);
            case ')':
                _at++;
                return new QueryToken(QueryTokenKind.Close, ")", start, _at);
            case '-' or '−' when _at + 1 < _text.Length && !char.IsWhiteSpace(_text[_at + 1]) && _text[_at + 1] != '-':
                _at++;
                return new QueryToken(QueryTokenKind.Not, "-", start, _at);
            default:
                return Word();
        }
    }

    /// <summary>Whether a parenthesis opens here.</summary>
    public readonly bool IsAtOpen => _at < _text.Length && _text[_at] == '(';

    /// <summary>The raw value after a field of the caller's: a quotation, a parenthesis, or text up to a space.</summary>
    public QueryToken RawValue()
    {
        var start = _at;
        if (_at < _text.Length && IsOpeningQuote(_text[_at])) return Phrase(_text[_at]);
        if (IsAtOpen && Closing(_at) is var closing and >= 0)
        {
            _at = closing + 1;
            return new QueryToken(QueryTokenKind.Word, _text[(start + 1)..closing].Trim().ToString(), start, _at);
        }

        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]) && !EndsValue()) _at++;
        return new QueryToken(QueryTokenKind.Word, _text[start.._at].ToString(), start, _at);
    }

    /// <summary>Where the parenthesis that opens here is closed, or -1. All are paired at once: going to the end for each that is never
    /// closed would cost squares.</summary>
    private int Closing(int open)
    {
        if (_closings is null)
        {
            _closings = [];
            var opened = new Stack<int>();
            for (var i = open; i < _text.Length; i++)
            {
                if (_text[i] == '(') opened.Push(i);
                else if (_text[i] == ')' && opened.Count > 0) _closings[opened.Pop()] = i;
            }
        }

        return _closings.GetValueOrDefault(open, -1);
    }

    private readonly bool EndsValue() => _text[_at] == ')' && !HasOpenParenthesis();

    private readonly bool HasOpenParenthesis()
    {
        for (var i = _at - 1; i >= 0 && !char.IsWhiteSpace(_text[i]) && _at - i < 8; i--)
        {
            if (_text[i] == '(') return true;
            if (_text[i] is ')' or ':') return false;
        }

        return false;
    }

    private QueryToken Phrase(char open)
    {
        var start = _at++;
        var end = _quotesExhausted ? -1 : _text[_at..].IndexOfAny(ClosingQuotes(open));
        string text;
        if (end < 0)
        {
            // Nothing after this place closes a quotation: looking again would make many open quotes cost squares.
            _warnings.Add(new QueryWarning(QueryWarningCode.UnclosedQuote, "The quotation is not closed; it was read to the end.", start,
                _text.Length));
            text = _text[_at..].ToString();
            _at = _text.Length;
            _quotesExhausted = true;
        }
        else
        {
            text = _text.Slice(_at, end).ToString();
            _at += end + 1;
        }

        var (suffix, number) = Tilde();
        return new QueryToken(QueryTokenKind.Phrase, text, start, _at, suffix, number);
    }

    private QueryToken Word()
    {
        var start = _at;
        while (_at < _text.Length && !char.IsWhiteSpace(_text[_at]))
        {
            var c = _text[_at];
            if (IsOpeningQuote(c) || c is '”' or '»' or ')') break;
            if (c == '(')
            {
                var close = ShortParenthesis(_at);
                if (close < 0 || _at == start) break;
                _at = close;
                continue;
            }

            if (c == ':' && _at > start && _at - start <= 32 && IsName(_text[start.._at]))
            {
                _at++;
                var glued = _at < _text.Length && !char.IsWhiteSpace(_text[_at]);
                return new QueryToken(QueryTokenKind.Field, _text[start..(_at - 1)].ToString(), start, _at, Glued: glued);
            }

            if (c == '~' && EndsWord(_at))
            {
                var text = _text[start.._at].ToString();
                var (suffix, number) = Tilde();
                return new QueryToken(QueryTokenKind.Word, text, start, _at, suffix, number);
            }

            _at++;
        }

        if (_at == start) _at++; // a lone closing quote
        var word = _text[start.._at];
        if (word is "OR") return new QueryToken(QueryTokenKind.Or, "OR", start, _at);
        if (word is "AND") return new QueryToken(QueryTokenKind.And, "AND", start, _at);
        if (word is "NOT") return new QueryToken(QueryTokenKind.Not, "NOT", start, _at);
        return word.Length > 0 && word[^1] == '*'
            ? new QueryToken(QueryTokenKind.Word, word.TrimEnd('*').ToString(), start, _at, '*')
            : new QueryToken(QueryTokenKind.Word, word.ToString(), start, _at);
    }

    /// <summary>Whether a tilde here ends the word, perhaps with a number after it.</summary>
    private readonly bool EndsWord(int at)
    {
        var i = at + 1;
        while (i < _text.Length && i - at <= 2 && char.IsAsciiDigit(_text[i])) i++;
        return i >= _text.Length || char.IsWhiteSpace(_text[i]) || _text[i] == ')';
    }

    private (char Suffix, int Number) Tilde()
    {
        if (_at >= _text.Length || _text[_at] != '~' || !EndsWord(_at)) return ('\0', -1);
        _at++;
        var start = _at;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at])) _at++;
        return ('~', start == _at ? -1 : int.Parse(_text[start.._at], System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>After the parenthesis that opens here if it is a pinpoint inside a word, such as <c>9(5)(a)</c>; else -1.</summary>
    private readonly int ShortParenthesis(int at)
    {
        var i = at + 1;
        while (i < _text.Length && i - at <= 6 && char.IsLetterOrDigit(_text[i])) i++;
        return i > at + 1 && i < _text.Length && _text[i] == ')' ? i + 1 : -1;
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        }

        return char.IsAsciiLetter(text[0]);
    }

    private static bool IsOpeningQuote(char c) => c is '"' or '“' or '„' or '«';

    private static ReadOnlySpan<char> ClosingQuotes(char open) => open switch
    {
        '«' => "»",
        '"' => "\"",
        _ => "”“\"",
    };
}
