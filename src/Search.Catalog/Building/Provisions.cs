using System.Collections.Immutable;
using System.Globalization;

namespace Search.Catalog.Building;

/// <summary>
/// The provisions that a normalised pinpoint names: <c>arts. 24 and 25</c> names <c>art. 24</c> and <c>art. 25</c>;
/// <c>art. 6, paras. 3 and 4</c> names <c>art. 6</c>, <c>art. 6, para. 3</c> and <c>art. 6, para. 4</c>.
/// </summary>
internal static class Provisions
{
    private const int LongestRange = 200;

    /// <summary>From this rank on a unit is a provision; before, a place in a document.</summary>
    private const int Article = 4;

    private static readonly (string Word, string Unit)[] Units =
    [
        ("articles", "art."), ("article", "art."), ("arts.", "art."), ("art.", "art."), ("paragraphs", "para."), ("paragraph", "para."), ("paras.", "para."), ("para.", "para."),
        ("arts", "art."), ("art", "art."), ("paras", "para."), ("para", "para."),
        ("sections", "sect."), ("section", "sect."), ("sects.", "sect."), ("sect.", "sect."), ("chapters", "chap."), ("chapter", "chap."), ("chaps.", "chap."), ("chap.", "chap."),
        ("annexes", "annex"), ("annex", "annex"), ("targets", "target"), ("target", "target"), ("goals", "goal"), ("goal", "goal"), ("parts", "part"), ("part", "part"),
        ("rules", "rule"), ("rule", "rule"), ("principles", "principle"), ("principle", "principle"), ("guidelines", "guideline"), ("guideline", "guideline"),
    ];

    /// <summary>All provisions named, each once, outer before inner.</summary>
    public static ImmutableArray<string> Of(string pinpoint)
    {
        var found = new List<string>();
        var outer = "";
        string? unit = null;
        var current = new List<string>();
        foreach (var piece in Pieces(pinpoint))
        {
            var (own, numbers) = Unit(piece);
            if (own is null && unit is null)
            {
                current = [piece];
                unit = "";
            }
            else if (own is not null && unit is not null && Rank(own) > Rank(unit))
            {
                outer = current.Count == 1 ? current[0] : outer;
                current = [.. numbers.Select(n => Join(outer, $"{own} {n}"))];
                unit = own;
            }
            else
            {
                if (own is not null && unit != own) outer = "";
                unit = own ?? unit;
                current = [.. (own is null ? Numbers(piece) : numbers).Select(n => Join(outer, unit!.Length == 0 ? n : $"{unit} {n}"))];
            }
            found.AddRange(current);
        }
        return [.. found.Where(f => f.Length > 0).Distinct()];
    }

    /// <summary>What of a pinpoint lies within the instrument that stands at the place cited: of <c>annex II, art. 6</c> the article; the annex is where the instrument is.</summary>
    public static string Within(string pinpoint)
    {
        for (var at = 0; at < pinpoint.Length;)
        {
            var comma = pinpoint.IndexOf(", ", at, StringComparison.Ordinal);
            var end = comma < 0 ? pinpoint.Length : comma;
            if (Unit(pinpoint[at..end]).Unit is { } unit && Rank(unit) >= Article) return pinpoint[at..];
            at = comma < 0 ? pinpoint.Length : comma + 2;
        }
        return "";
    }

    /// <summary>Provisions as people ask for them ("article 6", "art 6(2)", "6", "arts. 6 and 7") in the normal form.</summary>
    public static string Normal(string asked) => string.Join(" and ", Asked(asked));

    /// <summary>The innermost of the provisions that people ask for: paragraph 2 of article 6, and not the article; articles 6 and 7, both.</summary>
    public static ImmutableArray<string> Asked(string asked)
    {
        var text = asked.Trim();
        if (text.Length > 0 && char.IsAsciiDigit(text[0])) text = "art. " + text;
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && text.EndsWith(')') && text.AsSpan(open + 1, text.Length - open - 2).IndexOfAnyExceptInRange('0', '9') < 0)
            text = $"{text[..open].TrimEnd()}, para. {text[(open + 1)..^1]}";
        var all = Of(text);
        return all.IsEmpty ? [text] : [.. all.Where(outer => !all.Any(inner => inner.StartsWith(outer + ", ", StringComparison.Ordinal)))];
    }

    private static string Join(string outer, string inner) => outer.Length == 0 ? inner : $"{outer}, {inner}";

    private static IEnumerable<string> Pieces(string pinpoint) =>
        pinpoint.Split([", ", " and "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static (string? Unit, List<string> Numbers) Unit(string piece)
    {
        foreach (var (word, unit) in Units)
        {
            if (!piece.StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            if (piece.Length == word.Length) return (unit, [""]);
            if (piece[word.Length] == ' ' || char.IsAsciiDigit(piece[word.Length])) return (unit, Numbers(piece[word.Length..].TrimStart()));
        }
        return (null, []);
    }

    private static List<string> Numbers(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash > 0 && int.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to >= from && to - from < LongestRange)
            return [.. Enumerable.Range(from, to - from + 1).Select(n => n.ToString(CultureInfo.InvariantCulture))];
        return [text];
    }

    private static int Rank(string unit) => unit switch { "" => 0, "annex" or "part" => 1, "chap." => 2, "sect." => 3, "art." or "rule" or "principle" or "guideline" or "goal" => Article, _ => Article + 1 };
}
