using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>How a paragraph's number is written.</summary>
internal enum EnumeratorStyle : byte
{
    /// <summary>No number.</summary>
    None,

    /// <summary><c>5.</c></summary>
    Number,

    /// <summary><c>1.2</c>, <c>3.b</c></summary>
    Decimal,

    /// <summary><c>(5)</c></summary>
    BracketNumber,

    /// <summary><c>(a)</c>, <c>(iv)</c>, <c>(bb)</c>: a letter or a roman number, which only the sequence can decide.</summary>
    BracketLetter,

    /// <summary><c>a.</c>, <c>a)</c>, <c>iv.</c>, <c>a.,</c></summary>
    Letter,

    /// <summary><c>A.</c>, <c>(A)</c>, <c>IV.</c></summary>
    Capital,

    /// <summary>A dash, a dot or another sign.</summary>
    Bullet,
}

/// <summary>A number, letter or sign at the start of a paragraph. Offsets are kept relative to the first, which makes it 16 bytes: every
/// line is read for one.</summary>
internal readonly struct Enumerator
{
    private readonly byte _end;
    private readonly byte _tokenStart;
    private readonly byte _tokenEnd;
    private readonly byte _meant;

    /// <summary>Creates a number of at most 255 characters.</summary>
    /// <param name="style">How it is written.</param>
    /// <param name="start">Offset of its first character.</param>
    /// <param name="end">Offset after its last.</param>
    /// <param name="tokenStart">Offset of the bare number or letter.</param>
    /// <param name="tokenEnd">Offset after it.</param>
    /// <param name="content">Offset at which the paragraph's words begin.</param>
    /// <param name="meant">The number that a scan has made another sign of, 0 where the token is what it is.</param>
    public Enumerator(EnumeratorStyle style, int start, int end, int tokenStart, int tokenEnd, int content, int meant = 0)
    {
        (Style, Start, Content) = (style, start, content);
        _end = checked((byte)(end - start));
        _tokenStart = (byte)(tokenStart - start);
        _tokenEnd = (byte)(tokenEnd - start);
        _meant = (byte)meant;
    }

    /// <summary>How it is written.</summary>
    public EnumeratorStyle Style { get; }

    /// <summary>Offset of its first character.</summary>
    public int Start { get; }

    /// <summary>Offset at which the paragraph's words begin.</summary>
    public int Content { get; }

    /// <summary>Offset after its last character.</summary>
    public int End => Start + _end;

    /// <summary>The number that a scan has made another sign of, 0 where the token is what it is.</summary>
    public int Meant => _meant;

    private int TokenStart => Start + _tokenStart;

    private int TokenEnd => Start + _tokenEnd;

    /// <summary>Letters of the longest item or roman number: "xxviii".</summary>
    private const int LongestToken = 6;

    /// <summary>Digits of the greatest number, and of the greatest in brackets, which years and sums are in too.</summary>
    private const int MostDigits = 3, MostDigitsInBrackets = 2;

    /// <summary>The greatest number whose value a further digit is added to.</summary>
    private const int GreatestValue = 999;

    /// <summary>Parts after the first of the longest decimal number: "1.2.3.4.5".</summary>
    private const int MostParts = 4;

    /// <summary>Blanks and invisible signs on either side of a number in brackets, or before its full stop.</summary>
    private const int MostBlanks = 64;

    /// <summary>Characters that distinguish a rule of dashes from a bullet.</summary>
    private const int RuleReach = 12;

    /// <summary>Reads a number at <paramref name="at"/>, white space aside;
    /// <see cref="EnumeratorStyle.None"/> where there is none.</summary>
    public static Enumerator Read(string text, int at, int end)
    {
        if (at >= end) return None(at);
        var c = text[at];
        if (c == '(' || c == '[') return Bracketed(text, at, end);
        if (char.IsAsciiDigit(c)) return Numbered(text, at, end);
        if (char.IsAsciiLetter(c)) return Lettered(text, at, end);
        return IsBullet(c) && at + 1 < end && char.IsWhiteSpace(text[at + 1]) && !IsRule(text, at, end)
            ? new(EnumeratorStyle.Bullet, at, at + 1, at, at + 1, Skip(text, at + 1, end))
            : None(at);
    }

    private static Enumerator None(int at) => new(EnumeratorStyle.None, at, at, at, at, at);

    /// <summary>The number's value, 0 where the token is no number below ten thousand.</summary>
    public int Value(string text)
    {
        if (Meant > 0) return Meant;
        var value = 0;
        for (var i = TokenStart; i < TokenEnd; i++)
        {
            if (!char.IsAsciiDigit(text[i]) || value > GreatestValue) return 0;
            value = value * 10 + (text[i] - '0');
        }
        return value;
    }

    /// <summary>This letter as the digit that scans make it of: "z." is 2., "S." is 5.; style None for another.</summary>
    public Enumerator AsMisreadDigit(string text)
    {
        if (TokenEnd != TokenStart + 1 || Style is not (EnumeratorStyle.Letter or EnumeratorStyle.Capital) || text[Start] == '(')
            return default;
        var digit = text[TokenStart] switch
        {
            'I' or 'l' or 'i' => 1,
            'z' or 'Z' => 2,
            'S' or 's' => 5,
            'b' or 'G' => 6,
            'B' => 8,
            'g' or 'q' => 9,
            _ => 0
        };
        return digit == 0 ? default : new(EnumeratorStyle.Number, Start, End, TokenStart, TokenEnd, Content, digit);
    }

    /// <summary>The bare number or letter in lower case.</summary>
    public string Token(string text) =>
        TokenEnd == TokenStart + 1 && char.IsAscii(text[TokenStart])
            ? Single[text[TokenStart]]
            : text[TokenStart..TokenEnd].ToLowerInvariant();

    private static readonly string[] Single = [.. Enumerable.Range(0, 128).Select(c => char.ToLowerInvariant((char)c).ToString())];

    private static Enumerator Bracketed(string text, int at, int end)
    {
        var from = at + 1;
        while (from < end && from - at < MostBlanks && text[from] == ' ') from++;
        var to = from;
        while (to < end && to - from < LongestToken && char.IsAsciiLetterOrDigit(text[to])) to++;
        if (to == from) return None(at);
        var close = to;
        while (close < end && close - to < MostBlanks && text[close] is ' ' or '}') close++;
        if (close >= end || text[close] is not (')' or ']')) return None(at);
        var after = close + 1;
        if (after < end && !IsGap(text[after]) && !char.IsLetter(text[after]) && !IsSignBeforeWords(text[after])) return None(at);
        var token = text.AsSpan(from, to - from);
        EnumeratorStyle style;
        if (IsDigits(token)) style = token.Length <= MostDigitsInBrackets ? EnumeratorStyle.BracketNumber : EnumeratorStyle.None;
        else if (text[at] == '[') style = EnumeratorStyle.None;
        else if (Ordinals.IsLetterOrRoman(token))
            style = char.IsAsciiLetterUpper(token[0]) ? EnumeratorStyle.Capital : EnumeratorStyle.BracketLetter;
        else if (Ordinals.IsMisread(token)) style = EnumeratorStyle.BracketLetter;
        else style = EnumeratorStyle.None;
        return style == EnumeratorStyle.None ? None(at) : new(style, at, after, from, to, Skip(text, after, end));
    }

    private static Enumerator Numbered(string text, int at, int end)
    {
        var to = at;
        while (to < end && to - at <= MostDigits && char.IsAsciiDigit(text[to])) to++;
        if (to - at > MostDigits || to >= end) return None(at);
        var glued = text[to] == '.' && to + 2 < end && char.IsAsciiLetterUpper(text[to + 1]) && char.IsAsciiLetterLower(text[to + 2]);
        if (!glued && text[to] == '.' && to + 1 < end && char.IsAsciiLetterOrDigit(text[to + 1])) return Decimal(text, at, to, end);
        var point = to;
        while (point < end && point - to < MostBlanks && InvisibleSigns.Is(text[point])) point++;
        if (point == end) return None(at);
        if (text[point] == ' ' && point + 1 < end && text[point + 1] == '.') point++;
        if (text[point] is not ('.' or ')' or ',')) return None(at);
        var after = point + 1;
        var comma = text[point] == ',';
        var apart = after >= end || glued || IsGap(text[after]);
        if (!apart && (comma || !IsSignBeforeWords(text[after]))) return None(at);
        var content = Skip(text, after, end);
        // "4, Requests": a full stop read as a comma, before a capital only
        if (comma && (content >= end || !char.IsUpper(text[content]))) return None(at);
        return new(EnumeratorStyle.Number, at, after, at, to, content);
    }

    private static Enumerator Decimal(string text, int at, int point, int end)
    {
        var to = point;
        var parts = 0;
        while (parts < MostParts && to + 1 < end && text[to] == '.' && char.IsAsciiLetterOrDigit(text[to + 1]))
        {
            to++;
            var from = to;
            while (to < end && to - from < MostDigits && char.IsAsciiDigit(text[to])) to++;
            if (to == from) to++;
            parts++;
        }
        var token = to;
        if (to < end && text[to] is '.' or ')') to++;
        return to < end && !IsGap(text[to]) ? None(at) : new(EnumeratorStyle.Decimal, at, to, at, token, Skip(text, to, end));
    }

    private static Enumerator Lettered(string text, int at, int end)
    {
        var to = at;
        while (to < end && to - at < LongestToken && char.IsAsciiLetter(text[to])) to++;
        if (to >= end || text[to] is not ('.' or ')')) return None(at);
        var after = to + 1;
        if (after < end && text[after] == ',') after++;
        if (after < end && !IsGap(text[after])) return None(at);
        var token = text.AsSpan(at, to - at);
        if (!Ordinals.IsLetterOrRoman(token)) return None(at);
        return new(char.IsAsciiLetterUpper(token[0])
            ? EnumeratorStyle.Capital
            : EnumeratorStyle.Letter, at, after, at, to, Skip(text, after, end));
    }

    private static bool IsDigits(ReadOnlySpan<char> token)
    {
        foreach (var c in token)
            if (!char.IsAsciiDigit(c)) return false;
        return true;
    }

    private static bool IsBullet(char c) =>
        c is '•' or '–' or '—' or '-' or '∙' or '·' or '\uf0b7' or '♦' or '▪' or '●' or '○' or '■' or '□' or '◦' or '*' or '+' or '\uf0a7';

    private static bool IsRule(string text, int at, int end)
    {
        for (var i = at; i < end && i < at + RuleReach; i++)
            if (!char.IsWhiteSpace(text[i]) && text[i] != text[at]) return false;
        return true;
    }

    /// <summary>Emphasis or a quotation mark, which may follow a number directly.</summary>
    private static bool IsSignBeforeWords(char c) => c is '*' or '“' or '"' or '_';

    /// <summary>White space, a sign that prints nothing, or a Chinese character, before which none is printed.</summary>
    private static bool IsGap(char c) => char.IsWhiteSpace(c) || InvisibleSigns.Is(c) || c is >= '\u3400' and <= '\u9FFF';

    private static int Skip(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || InvisibleSigns.Is(text[at]))) at++;
        return at;
    }
}
