using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions;

/// <summary>
/// A part of a work as texts cite it, in normal form: <c>annex II, art. 6, paras. 3 and 4</c>. Units
/// follow each other from the outer to the inner, numbers are a list or a range. The empty pinpoint is the whole work.
/// </summary>
public readonly record struct Pinpoint : ISpanParsable<Pinpoint>
{
    /// <summary>More numbers than a range lists; a longer one is taken for no range.</summary>
    private const int LongestRange = 200;

    private readonly string? _text;

    private Pinpoint(string text) => _text = text;

    /// <summary>The whole work.</summary>
    public static Pinpoint None => default;

    /// <summary>Characters of the normal form.</summary>
    public int Length => _text?.Length ?? 0;

    /// <summary>Whether the whole work is meant.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>The first unit: of <c>annex II, art. 6</c> the annex; null where there is none.</summary>
    public PinpointUnit? Unit => PinpointUnit.At(ToString(), out _);

    /// <summary>
    /// The provisions named, each once, outer before inner: <c>arts. 24 and 25</c> names <c>art. 24</c> and <c>art. 25</c>;
    /// <c>art. 6, paras. 3 and 4</c> names <c>art. 6</c>, <c>art. 6, para. 3</c> and <c>art. 6, para. 4</c>.
    /// </summary>
    public ImmutableArray<string> Provisions
    {
        get
        {
            var found = new List<string>();
            var outer = "";
            PinpointUnit? last = null;
            var current = new List<string>();
            foreach (var piece in Pieces(WithParagraphs(ToString())))
            {
                var unit = PinpointUnit.At(piece, out var number);
                if (unit is not null && last is not null && unit.Rank > last.Rank)
                {
                    outer = current.Count == 1 ? current[0] : outer;
                }
                else if (unit is not null && unit != last)
                {
                    outer = "";
                }
                last = unit ?? last;
                var numbers = Numbers(unit is null ? piece : piece[number..].TrimStart());
                current = [.. numbers.Select(n => Join(outer, Join(last, n)))];
                found.AddRange(current);
            }
            return [.. found.Where(f => f.Length > 0).Distinct()];
        }
    }

    /// <summary>The innermost of the provisions named: paragraph 2 of article 6, and not the article; articles 6 and 7, both.</summary>
    public ImmutableArray<string> Innermost
    {
        get
        {
            var all = Provisions;
            return all.IsEmpty
                ? [ToString()]
                : [.. all.Where(outer => !all.Any(inner => inner.StartsWith(outer + ", ", StringComparison.Ordinal)))];
        }
    }

    /// <summary>What lies within the instrument that is at the place cited: of <c>annex II, art. 6</c> the article; the
    /// annex is where the instrument is.</summary>
    public Pinpoint Within
    {
        get
        {
            var text = ToString();
            for (var at = 0; at < text.Length;)
            {
                if (PinpointUnit.At(text.AsSpan(at), out _) is { IsProvision: true }) return new(text[at..]);
                var comma = text.IndexOf(", ", at, StringComparison.Ordinal);
                at = comma < 0 ? text.Length : comma + 2;
            }
            return None;
        }
    }

    /// <summary>A pinpoint in normal form, as the recogniser writes it.</summary>
    public static Pinpoint Of(string normal) => new(normal);

    /// <summary>Both pinpoints of one citation: "article 8 of resolution 55/25, annex II" is <c>annex II, art. 8</c>. What contains comes
    /// first; equals stay as they are.</summary>
    public Pinpoint With(Pinpoint more)
    {
        if (IsEmpty || more.IsEmpty) return IsEmpty ? more : this;
        return more.Unit is { } inner && Unit is { } outer && inner.Rank < outer.Rank ? new($"{more}, {this}") : new($"{this}, {more}");
    }

    /// <summary>Whether another pinpoint is this part or lies within it: <c>annex</c> contains <c>annex, art.
    /// 6</c>, but not <c>annex II</c>.</summary>
    public bool Contains(Pinpoint other)
    {
        var (whole, part) = (ToString(), other.ToString());
        if (whole.Length == 0) return other.Unit is not { Name: "annex" };
        if (!part.StartsWith(whole, StringComparison.OrdinalIgnoreCase)) return false;
        return part.Length == whole.Length || part[whole.Length] == ',' || part[whole.Length] == ' ' && !IsUnitAlone(whole);
    }

    /// <summary>Whether some part of it is such a unit.</summary>
    public bool Names(PinpointUnit unit)
    {
        foreach (var piece in Pieces(ToString()))
            if (PinpointUnit.At(piece, out _) == unit) return true;
        return false;
    }

    /// <summary>More numbers of the last unit: <c>para. 7</c> continued with <c>paras. 13 and 14</c> is
    /// <c>paras. 7, 13 and 14</c>.</summary>
    public Pinpoint Continued(Pinpoint more)
    {
        var text = ToString();
        if (more.Unit is not { } unit) return this;
        var single = text.LastIndexOf(unit.Short + " ", StringComparison.Ordinal);
        if (single >= 0 && text.LastIndexOf(unit.Plural + " ", StringComparison.Ordinal) < single)
            text = $"{text[..single]}{unit.Plural} {text[(single + unit.Short.Length + 1)..]}";
        var numbers = more.ToString();
        return new($"{text}, {numbers[(numbers.IndexOf(' ', StringComparison.Ordinal) + 1)..]}");
    }

    /// <summary>Whether this is the part with a normal form, its case apart.</summary>
    public bool Is(string normal) => ToString().Equals(normal, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a provision as people ask for it: "article 6", "art 6(2)", "6", "arts. 6 and 7".</summary>
    public static Pinpoint Asked(string asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var text = asked.Trim();
        if (text.Length > 0 && char.IsAsciiDigit(text[0])) text = "art. " + text;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(')') && text.AsSpan(open + 1, text.Length - open - 2).IndexOfAnyExceptInRange('0', '9') < 0)
            text = $"{text[..open].TrimEnd()}, para. {text[(open + 1)..^1]}";
        return new(text);
    }

    /// <inheritdoc />
    public override string ToString() => _text ?? "";

    /// <inheritdoc />
    public static Pinpoint Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var pinpoint)
            ? pinpoint
            : throw new FormatException($"'{s}' is not a part of a work such as art. 6, para. 3.");

    /// <inheritdoc />
    public static Pinpoint Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <summary>Reads units with their numbers in any spelling: "Article 6, paragraphs 3 and 4".</summary>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Pinpoint result)
    {
        result = None;
        var text = "";
        foreach (var piece in s.ToString().Split(", ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (PinpointUnit.At(piece, out var number) is not { } unit)
            {
                if (text.Length == 0) return false;
                text += ", " + piece;
                continue;
            }
            var rest = piece[number..].Trim();
            var several = rest.Contains(" and ", StringComparison.Ordinal) || rest.Contains('-', StringComparison.Ordinal);
            text += $"{(text.Length == 0 ? "" : ", ")}{(several ? unit.Plural : unit.Short)}{(rest.Length == 0 ? "" : " ")}{rest}";
        }
        result = new(text);
        return true;
    }

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Pinpoint result) =>
        TryParse(s.AsSpan(), provider, out result);

    private static bool IsUnitAlone(string text) => PinpointUnit.At(text, out var number) is not null && number == text.Length;

    // "art. 9 (5)" is "art. 9, para. 5".
    private static string WithParagraphs(string text)
    {
        for (var open = text.IndexOf(" (", StringComparison.Ordinal); open >= 0;
        open = text.IndexOf(" (", open + 2, StringComparison.Ordinal))
        {
            var close = text.IndexOf(')', open);
            if (close < open + 3 || text.AsSpan(open + 2, close - open - 2).IndexOfAnyExceptInRange('0', '9') >= 0) continue;
            var begins = text.LastIndexOf(", ", open, StringComparison.Ordinal) is var comma and >= 0 ? comma + 2 : 0;
            if (PinpointUnit.At(text.AsSpan(begins), out _) is not
                {
                    IsProvision: true,
                    Name: not "paragraph" and not "subparagraph" and not "clause" and not "target"
                } unit)
                continue;
            if (text.AsSpan(begins).StartsWith(unit.Plural + " ", StringComparison.Ordinal) && unit.Plural != unit.Short) continue;
            text = $"{text[..open]}, para. {text[(open + 2)..close]}{text[(close + 1)..]}";
        }
        return text;
    }

    private static string Join(string outer, string inner) => outer.Length == 0 ? inner : $"{outer}, {inner}";

    private static string Join(PinpointUnit? unit, string number) => unit is null ? number : $"{unit.Short} {number}".TrimEnd();

    private static string[] Pieces(string text) =>
        text.Split([", ", " and "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> Numbers(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash <= 0 || !IsNumber(text.AsSpan(0, dash), out var from) || !IsNumber(text.AsSpan(dash + 1), out var to)) return [text];
        if (to < from || to - from >= LongestRange) return [text];
        return Enumerable.Range(from, to - from + 1).Select(n => n.ToString(CultureInfo.InvariantCulture));
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
