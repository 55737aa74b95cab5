using System.Runtime.CompilerServices;

namespace Search.FullText.Analysis;

/// <summary>
/// Words joined by signs without a space. Each part is a word at its own position. Beside them are kept whole:
/// an identifier (joined parts of which one has a digit), its numeric ending from the first part that begins with a digit
/// (<c>58/137</c> in <c>A/RES/58/137</c>), both without a trailing addition or pinpoint (<c>/Add.1</c>, <c>(a)</c>);
/// a hyphenated word of two parts as one (<c>cooperation</c> for <c>co-operation</c>); <c>no.182</c> for "No. 182".
/// </summary>
internal static class Compounds
{
    private const int MaxParts = 16;

    private record struct Part
    {
        public int Token;
        public int TermStart;
        public int TermLength;
        public int Start;
        public int End;
        public char Joint;
        public bool StartsWithDigit;
        public bool EndsWithDigit;
        public bool HasLetterOnly;
        public bool Closed;
    }

    /// <summary>Reads the word or compound that begins here, and returns the place after it.</summary>
    [SkipLocalsInit]
    public static int Read(ReadOnlySpan<char> text, int at, TokenList tokens, ref int position)
    {
        Span<Part> parts = stackalloc Part[MaxParts];
        var firstPosition = position;
        var count = 0;
        var joint = '\0';
        var anyDigit = false;
        while (true)
        {
            var start = at;
            at = Tokenizer.ReadSegment(text, at, tokens);
            at = Initials(text, start, at, tokens);
            at = Thousands(text, start, at, tokens);
            var closed = joint == '(';
            var end = at;
            if (tokens.Finish(position, start, end))
            {
                ref readonly var token = ref tokens[tokens.Count - 1];
                var term = tokens.Term(tokens.Count - 1);
                anyDigit |= token.HasDigit;
                parts[count++] = new Part
                {
                    Token = tokens.Count - 1,
                    TermStart = token.TermStart,
                    TermLength = token.TermLength,
                    Start = start,
                    End = closed ? end + 1 : end,
                    Joint = joint,
                    StartsWithDigit = char.IsAsciiDigit(term[0]),
                    EndsWithDigit = char.IsAsciiDigit(term[^1]),
                    HasLetterOnly = !token.HasDigit,
                    Closed = closed,
                };
                position++;
            }

            if (closed) at++;
            if (count == 0 || count == MaxParts) break;
            joint = Joint(text, at, parts[count - 1]);
            if (joint == '\0') break;
            at += joint == ' ' ? 2 : 1;
            if (joint == ' ') joint = '(';
        }

        if (count > 1 && count < MaxParts && (anyDigit || count == 2)) KeepWhole(tokens, parts[..count], firstPosition, anyDigit);
        else if (count == 1) at = Numbered(text, at, tokens, parts[0], ref position);
        return at;
    }

    /// <summary>The sign that joins what ends here with the next part, ' ' for a year in parentheses after a space, or 0.</summary>
    private static char Joint(ReadOnlySpan<char> text, int at, Part before)
    {
        if (at + 1 >= text.Length) return '\0';
        var c = text[at];
        var next = Tokenizer.KindAt(text, at + 1);
        var digitNext = next == CharacterKind.Digit;
        var wordNext = digitNext || next == CharacterKind.Letter;
        switch (c)
        {
            case '/' or '_':
                return wordNext ? c : '\0';
            case '-' or '‐' or '‑':
                return wordNext ? '-' : '\0';
            case '–' or ':' or ',':
                return c != ',' && digitNext && before.EndsWithDigit ? c == ':' ? ':' : '-' : '\0';
            case '.':
                return digitNext && !before.Closed ? '.' : '\0';
            case '(':
                return wordNext && (before.EndsWithDigit || before.Closed) && ShortParenthesis(text, at) ? '(' : '\0';
            case ' ':
                return text[at + 1] == '(' && before is { EndsWithDigit: true, StartsWithDigit: true } && YearInParentheses(text, at + 1)
                    ? ' '
                    : '\0';
            default:
                return '\0';
        }
    }

    private static bool ShortParenthesis(ReadOnlySpan<char> text, int at)
    {
        var i = at + 1;
        while (i < text.Length && i - at <= 6 && CharacterTable.Kind(text[i]) is CharacterKind.Letter or CharacterKind.Digit) i++;
        return i < text.Length && text[i] == ')';
    }

    private static bool YearInParentheses(ReadOnlySpan<char> text, int at) =>
        at + 5 < text.Length && text[at + 5] == ')' && !text.Slice(at + 1, 4).ContainsAnyExceptInRange('0', '9');

    /// <summary>Goes on over <c>U.N.</c>: single letters with points between them are one word.</summary>
    private static int Initials(ReadOnlySpan<char> text, int start, int at, TokenList tokens)
    {
        if (at - start != 1 || CharacterTable.Kind(text[start]) != CharacterKind.Letter) return at;
        while (at + 1 < text.Length && text[at] == '.' && CharacterTable.Kind(text[at + 1]) == CharacterKind.Letter
            && (at + 2 >= text.Length || CharacterTable.Kind(text[at + 2]) == CharacterKind.Break))
        {
            Tokenizer.ReadSegment(text.Slice(at + 1, 1), 0, tokens);
            at += 2;
        }

        return at;
    }

    /// <summary>Goes on over <c>,000</c> groups after up to three digits.</summary>
    private static int Thousands(ReadOnlySpan<char> text, int start, int at, TokenList tokens)
    {
        if (at - start > 3 || !AllDigits(text[start..at])) return at;
        while (at + 3 < text.Length && text[at] == ',' && AllDigits(text.Slice(at + 1, 3))
            && (at + 4 >= text.Length || Tokenizer.KindAt(text, at + 4) == CharacterKind.Break))
        {
            for (var i = 1; i <= 3; i++) tokens.Append(text[at + i]);
            at += 4;
        }

        return at;
    }

    private static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c)) return false;
        }

        return true;
    }

    /// <summary>"No. 182" after its first word: adds <c>no.182</c> over both and returns the place after the number.</summary>
    private static int Numbered(ReadOnlySpan<char> text, int at, TokenList tokens, Part no, ref int position)
    {
        if (!tokens.Term(no.Token).SequenceEqual("no")) return at;
        var i = at;
        if (i < text.Length && text[i] == '.') i++;
        if (i + 1 >= text.Length || text[i] is not (' ' or ' ') || Tokenizer.KindAt(text, i + 1) != CharacterKind.Digit) return at;
        var first = tokens.Count;
        var next = Read(text, i + 1, tokens, ref position);
        tokens.AppendTerm(no.TermStart, no.TermLength);
        tokens.Append('.');
        tokens.AppendTerm(tokens[first].TermStart, tokens[first].TermLength);
        tokens.Finish(tokens[no.Token].Position, no.Start, tokens[first].End, 2);
        tokens.MoveLastTo(no.Token + 1);
        return next;
    }

    private static void KeepWhole(TokenList tokens, ReadOnlySpan<Part> parts, int firstPosition, bool anyDigit)
    {
        var count = parts.Length;
        if (!anyDigit)
        {
            if (parts[1].Joint == '-') Keep(tokens, parts, 0, 2, firstPosition, withJoints: false);
            return;
        }

        var core = 0;
        while (core < count && !(parts[core].StartsWithDigit && (core == 0 || parts[core].Joint is '/' or '-'))) core++;
        var end = count;
        if (parts[end - 1].Closed) end--;
        else if (Addition(parts, end)) end -= parts[end - 1].HasLetterOnly ? 1 : 2;

        // The longest first; those at later positions are put in later, so that positions stay in order.
        Keep(tokens, parts, 0, count, firstPosition, withJoints: true);
        if (end < count && end > 1) Keep(tokens, parts, 0, end, firstPosition, withJoints: true);
        if (core == 0 || core >= count) return;
        if (count > core + 1) Keep(tokens, parts, core, count, firstPosition, withJoints: true);
        if (end < count && end > core + 1) Keep(tokens, parts, core, end, firstPosition, withJoints: true);
    }

    /// <summary>Whether the parts before <paramref name="end"/> end in <c>/Add.1</c>, <c>/Rev.2</c> or a word.</summary>
    private static bool Addition(ReadOnlySpan<Part> parts, int end)
    {
        if (parts[end - 1].HasLetterOnly) return parts[end - 1].Joint == '/';
        return end >= 3 && parts[end - 1].Joint == '.' && parts[end - 2].HasLetterOnly && parts[end - 2].Joint == '/';
    }

    private static void Keep(TokenList tokens, ReadOnlySpan<Part> parts, int from, int to, int firstPosition, bool withJoints)
    {
        for (var i = from; i < to; i++)
        {
            if (i > from && withJoints) tokens.Append(parts[i].Joint);
            tokens.AppendTerm(parts[i].TermStart, parts[i].TermLength);
            if (withJoints && parts[i].Closed) tokens.Append(')');
        }

        if (!tokens.Finish(firstPosition + from, parts[from].Start, parts[to - 1].End, to - from)) return;

        // After the tokens of its own position and before those of the next.
        var at = tokens.Count - 1;
        while (at > 0 && tokens[at - 1].Position > firstPosition + from) at--;
        tokens.MoveLastTo(at);
    }
}
