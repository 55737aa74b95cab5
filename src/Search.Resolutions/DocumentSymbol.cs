using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Search.Resolutions;

/// <summary>
/// The United Nations' identifier of a document: <c>A/RES/58/137</c>, <c>A/RES/2200(XXI) A</c>, <c>S/RES/1325(2000)</c>,
/// <c>E/CN.15/1996/2/Add.1</c>, <c>A/CONF.157/24(PartI)</c>. Printed forms differ in spaces and case; the canonical form has
/// no spaces except before the letter of a resolution's part, and equality is equality of canonical forms.
/// </summary>
public readonly record struct DocumentSymbol : ISpanParsable<DocumentSymbol>
{
    /// <summary>Longer texts are not symbols: the longest in use have about 60 characters.</summary>
    private const int MaxLength = 120;

    private readonly string? _text;

    private DocumentSymbol(string text) => _text = text;

    /// <summary>The part before the first stroke: <c>A</c>, <c>E</c>, <c>CEDAW</c>.</summary>
    public string Series => ToString() is var t && t.IndexOf('/') is > 0 and var i ? t[..i] : ToString();

    /// <summary>The organ whose resolution or decision this is, or that issued the document; <see cref="Organ.None"/> where the symbol does not tell.</summary>
    public Organ Organ => SymbolSeries.OrganOf(ToString());

    /// <summary>Whether it is a resolution by its symbol.</summary>
    public bool IsResolution => ToString().Contains("/RES/", StringComparison.Ordinal);

    /// <summary>Whether it is a decision by its symbol.</summary>
    public bool IsDecision => ToString().Contains("/DEC/", StringComparison.Ordinal);

    /// <summary>The document that this one adds to, corrects or revises: <c>A/53/1/Add.1</c> → <c>A/53/1</c>; null for a document of its own.</summary>
    public DocumentSymbol? Parent
    {
        get
        {
            var text = ToString();
            var i = text.LastIndexOf('/');
            return i > 0 && SymbolSeries.IsModifier(text.AsSpan(i + 1)) ? new(text[..i]) : null;
        }
    }

    /// <summary>This document with an addendum, corrigendum or revision: <c>Add.1</c>.</summary>
    public DocumentSymbol With(string modifier) => Parse($"{_text}/{modifier}", null);

    /// <inheritdoc />
    public override string ToString() => _text ?? "";

    /// <inheritdoc />
    public static DocumentSymbol Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var symbol) ? symbol : throw new FormatException($"'{s}' is not a document symbol such as A/RES/58/137 or E/CN.15/1996/2/Add.1.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)" />
    public static DocumentSymbol Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DocumentSymbol result)
    {
        result = default;
        return s is not null && TryParse(s.AsSpan(), provider, out result);
    }

    /// <summary>Reads a symbol in any printed form: spaces, case and dashes are made uniform.</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DocumentSymbol result)
    {
        result = default;
        s = s.Trim();
        if (s.IsEmpty || s.Length > MaxLength || !char.IsAsciiLetter(s[0])) return false;
        SplitLetter(s, out var body, out var letter);
        var text = new StringBuilder(s.Length);
        var digit = false;
        var stroke = false;
        var depth = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var c = body[i];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == '\u00AD') continue;
            if (char.IsWhiteSpace(c))
            {
                if (depth == 0 && PartsWords(body, i)) return false;
                continue;
            }
            var plain = c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' ? '-' : c;
            if (!char.IsAsciiLetterOrDigit(plain) && plain is not ('/' or '.' or '(' or ')' or '-' or '_')) return false;
            digit |= char.IsAsciiDigit(plain);
            stroke |= plain == '/';
            text.Append(plain);
        }
        if (!stroke || !digit || text[^1] is '/' or '.' or '-' or '(') return false;
        var canonical = SymbolSeries.Canonical(text.ToString());
        if (canonical is null) return false;
        result = new(letter.IsEmpty ? canonical : $"{canonical} {letter}");
        return true;
    }

    /// <summary>Whether a space stands between two words; between a number and the letter of a part, and beside signs, it is only a way of printing.</summary>
    private static bool PartsWords(ReadOnlySpan<char> text, int space)
    {
        var next = text[space..].TrimStart();
        if (space == 0 || next.IsEmpty || !char.IsAsciiLetterOrDigit(text[space - 1]) || !char.IsAsciiLetterOrDigit(next[0])) return false;
        return !(char.IsAsciiDigit(text[space - 1]) && char.IsAsciiLetterUpper(next[0]) && (next.Length == 1 || !char.IsAsciiLetterOrDigit(next[1])));
    }

    /// <summary>The letter of a part stands behind the number of a resolution or decision: <c>A/RES/46/36 L</c>, <c>A/RES/46/36L</c>, <c>A/RES/217(III) A</c>, <c>A/RES/217 A (III)</c> keeps it inside.</summary>
    private static void SplitLetter(ReadOnlySpan<char> s, out ReadOnlySpan<char> body, out ReadOnlySpan<char> letter)
    {
        body = s;
        letter = [];
        var acts = s.Contains("/RES/", StringComparison.OrdinalIgnoreCase) || s.Contains("/DEC/", StringComparison.OrdinalIgnoreCase);
        if (!acts) return;
        var end = s.Length;
        var start = end;
        while (start > 0 && (char.IsAsciiLetterUpper(s[start - 1]) || s[start - 1] is '-' or '\u2013')) start--;
        var letters = s[start..end];
        if (letters.IsEmpty || letters.Length > 3 || !char.IsAsciiLetterUpper(letters[0])) return;
        if (letters.Length is 2 || letters.Length == 3 && letters[1] is not ('-' or '\u2013')) return;
        var before = s[..start].TrimEnd();
        if (before.IsEmpty || !(char.IsAsciiDigit(before[^1]) || before[^1] == ')')) return;
        body = before;
        letter = letters;
    }
}
