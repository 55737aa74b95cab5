using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions;

/// <summary>
/// The United Nations' identifier of a document: <c>A/RES/58/137</c>, <c>A/RES/2200(XXI) A</c>, <c>S/RES/1325(2000)</c>,
/// <c>E/CN.15/1996/2/Add.1</c>, <c>A/CONF.157/24(PartI)</c>. Printed forms differ in spaces, case and leading zeros; the canonical form has
/// no spaces except before the letter of a resolution's part, and equality is equality of canonical forms.
/// </summary>
public readonly record struct DocumentSymbol : ISpanParsable<DocumentSymbol>
{
    /// <summary>Longer texts are not symbols: the longest in use have about 60 characters.</summary>
    private const int MaxLength = 120;

    /// <summary>Numbers from here on are years.</summary>
    private const int FirstYear = 1000;

    private readonly string? _text;

    private DocumentSymbol(string text) => _text = text;

    /// <summary>The part before the first stroke: <c>A</c>, <c>E</c>, <c>CEDAW</c>.</summary>
    public string Series => ToString() is var t && t.IndexOf('/') is > 0 and var i ? t[..i] : ToString();

    /// <summary>The organ whose resolution or decision this is, or that issued the document; <see cref="Organ.None"/>
    /// where the symbol does not say.</summary>
    public Organ Organ => Organ.Of(Bodies.OfSymbol(ToString()));

    /// <summary>Whether it is a resolution by its symbol.</summary>
    public bool IsResolution => ToString().Contains("/RES/", StringComparison.Ordinal);

    /// <summary>Whether it is a decision by its symbol.</summary>
    public bool IsDecision => ToString().Contains("/DEC/", StringComparison.Ordinal);

    /// <summary>The document that this one adds to, corrects or revises: <c>A/53/1/Add.1</c> → <c>A/53/1</c>; null
    /// for a document of its own.</summary>
    public DocumentSymbol? Parent
    {
        get
        {
            var text = ToString();
            var i = text.LastIndexOf('/');
            return i > 0 && SymbolGrammar.IsModifier(text.AsSpan(i + 1)) ? new(text[..i]) : null;
        }
    }

    /// <summary>The body and the number of a resolution or decision, by its symbol; null for other documents.</summary>
    public (Body Body, ActNumber Number, bool IsDecision)? Act
    {
        get
        {
            var text = ToString();
            return Bodies.ActOf(text, out var decision, out var at) is { } body
                && ActNumber.TryParse(text.AsSpan(at), null, out var number) ? (body, number, decision) : null;
        }
    }

    /// <summary>The session in the symbol: 78 of <c>A/RES/78/228</c> and <c>A/C.3/78/L.22</c>, S-27 of <c>A/RES/S-27/2</c>; null where it
    /// has a year or nothing.</summary>
    public string? Session
    {
        get
        {
            if (Act is { } act)
                return act.Number.Shape is ActShape.Session or ActShape.Roman
                    && (act.Number.IsSpecial || act.Number.SessionValue is > 0 and < FirstYear) ? act.Number.Session : null;
            foreach (var part in ToString().Split('/').Skip(1))
                if (int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    return Organ.Body == Bodies.GeneralAssembly && number < FirstYear ? part : null;
            return null;
        }
    }

    /// <summary>
    /// The symbol by which the Official Document System of the United Nations finds the document: <c>A/RES/48/218B</c>,
    /// <c>A/RES/2200(XXI)</c> whatever its part, <c>UNEP/EA.5/Res.14</c>. Null for decisions, which are printed in volumes without a symbol
    /// of their own, and for what it does not hold.
    /// </summary>
    public string? Issued
    {
        get
        {
            var text = ToString();
            if (Act is not { } act) return SymbolGrammar.IsServed(Series) && !IsDecision && !IsResolution ? text : null;
            if (act.IsDecision) return null;
            if (act.Body.Printed is [var template, ..])
                return act.Number.Letters.Length > 0 ? null : template
                    .Replace("{session}", act.Number.Session, StringComparison.Ordinal)
                    .Replace("{number}", act.Number.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            // "CCPCJ/RES/3/2" is ours
            if (Series.Length > 1 || !act.Body.Symbols.Any(own => text.StartsWith(own, StringComparison.Ordinal))) return null;
            return act.Number.Shape == ActShape.Roman && text[^2] == ' ' ? text[..^2] : text.Replace(" ", "", StringComparison.Ordinal);
        }
    }

    /// <summary>Whether the resolution or decision can have been adopted on a day: its session was open then.
    /// True for other documents.</summary>
    public bool MayBeOf(DateOnly day) => Act is not { } act || act.Body.IsInSession(act.Number, day);

    /// <summary>This document with an addendum, corrigendum or revision: <c>Add.1</c>.</summary>
    public DocumentSymbol With(string modifier) => Parse($"{_text}/{modifier}", null);

    /// <inheritdoc />
    public override string ToString() => _text ?? "";

    /// <inheritdoc />
    public static DocumentSymbol Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var symbol)
            ? symbol
            : throw new FormatException($"'{s}' is not a document symbol such as A/RES/58/137 or E/CN.15/1996/2/Add.1.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)" />
    public static DocumentSymbol Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DocumentSymbol result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <summary>
    /// Reads a symbol in any printed form: spaces, case, dashes and leading zeros are made uniform. A joint symbol,
    /// <c>A/74/845–S/2020/525</c>, is the document by its first half.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out DocumentSymbol result)
    {
        result = default;
        s = s.Trim();
        if (s.IsEmpty || s.Length > MaxLength) return false;
        if (TryParseJoint(s, out result, out _)) return true;
        if (SymbolGrammar.Canonical(s) is not { } canonical) return false;
        result = new(canonical);
        return true;
    }

    /// <summary>Reads a joint symbol, <c>A/74/845–S/2020/525</c>: one document that two organs issued.</summary>
    /// <param name="s">The symbol as printed.</param>
    /// <param name="first">The first half, by which the document goes.</param>
    /// <param name="second">The second half, which names the same document.</param>
    public static bool TryParseJoint(ReadOnlySpan<char> s, out DocumentSymbol first, out DocumentSymbol second)
    {
        (first, second) = (default, default);
        if (s.Length > MaxLength || SymbolGrammar.JointAt(s) is not (> 0 and var joint)) return false;
        return TryParse(s[..joint], null, out first) && TryParse(s[(joint + 1)..], null, out second);
    }
}
