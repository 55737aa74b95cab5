using System.Diagnostics.CodeAnalysis;

namespace Search.Resolutions;

/// <summary>
/// Where a clause is: <c>PP3</c>, <c>PP3(a)</c>, <c>OP5(b)(ii)</c>, <c>draft:OP2</c>, <c>OP7(a)[2]</c>,
/// <c>annex</c>, <c>front</c>, <c>back</c>. In a URL <c>pp3</c>, <c>op5-b-ii</c>.
/// </summary>
public readonly record struct ClauseLabel : ISpanParsable<ClauseLabel>
{
    private static readonly string[] Preambulars = [.. Enumerable.Range(0, 128).Select(n => $"PP{n}")];
    private static readonly string[] Operatives = [.. Enumerable.Range(0, 256).Select(n => $"OP{n}")];

    private readonly string? _text;

    private ClauseLabel(string text) => _text = text;

    /// <summary>Before the enacting line.</summary>
    public static ClauseLabel Front { get; } = new("front");

    /// <summary>After the last operative paragraph.</summary>
    public static ClauseLabel Back { get; } = new("back");

    /// <summary>Inside an annex.</summary>
    public static ClauseLabel Annex { get; } = new("annex");

    /// <summary>A heading between paragraphs.</summary>
    public static ClauseLabel Heading { get; } = new("heading");

    /// <summary>The n-th preambular paragraph, counted from 1.</summary>
    public static ClauseLabel Preambular(int n) => new((uint)n < (uint)Preambulars.Length ? Preambulars[n] : $"PP{n}");

    /// <summary>The operative paragraph numbered n.</summary>
    public static ClauseLabel Operative(int n) => new((uint)n < (uint)Operatives.Length ? Operatives[n] : $"OP{n}");

    /// <summary>The item <paramref name="letter"/> (without brackets) of this clause.</summary>
    public ClauseLabel Item(string letter) => new($"{_text}({letter})");

    /// <summary>This label inside an embedded draft: <c>draft:OP2</c>.</summary>
    public ClauseLabel In(string scope) => new($"{scope}:{_text}");

    /// <summary>The n-th clause with this label in one document, n ≥ 2.</summary>
    public ClauseLabel Occurrence(int n) => new($"{_text}[{n}]");

    /// <summary>The label that <see cref="ToString"/> gave, whatever it holds.</summary>
    public static ClauseLabel Of(string text) => new(text);

    /// <summary>The form used in URLs.</summary>
    public string Slug => ToString().ToLowerInvariant().Replace(")(", "-").Replace('(', '-').Replace(")", "")
        .Replace('[', '.').Replace("]", "").Replace(':', '-').Replace(' ', '-');

    /// <inheritdoc />
    public override string ToString() => _text ?? "";

    /// <inheritdoc />
    public static ClauseLabel Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var label) ? label : throw new FormatException($"'{s}' is not a clause label such as PP3 or OP5(b)(ii).");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)" />
    public static ClauseLabel Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)" />
    public static ClauseLabel Parse(string s) => Parse(s.AsSpan(), null);

    /// <inheritdoc />
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out ClauseLabel result)
    {
        result = default;
        if (s.IsEmpty || s.Length > 200) return false;
        foreach (var c in s)
            if (!char.IsLetterOrDigit(c) && c is not ('(' or ')' or '[' or ']' or ':' or '-' or '.' or ' ' or '/')) return false;
        result = new(s.ToString());
        return true;
    }

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ClauseLabel result)
    {
        result = default;
        return s is not null && TryParse(s.AsSpan(), provider, out result);
    }
}
