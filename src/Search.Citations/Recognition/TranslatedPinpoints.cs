using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>A part of a document as another language than English prints it: "paragraphe 2 de l’article 20".</summary>
/// <param name="Span">Its place.</param>
/// <param name="Text">In normal form: <c>art. 20, para. 2</c>.</param>
/// <param name="Unit">The unit printed first.</param>
internal readonly record struct TranslatedPinpoint(TextSpan Span, string Text, PinpointUnit Unit);

/// <summary>Reads pinpoints by the tables of a language; digits, brackets and commas of the text are plain.</summary>
internal sealed class TranslatedPinpoints(string text, CitingWords words)
{
    /// <summary>Units inside units.</summary>
    private const int MostUnits = 6;

    /// <summary>A smaller number after "resolution" is that of a part of a report.</summary>
    private const int LargestPartOfReport = 200;

    /// <summary>Words between a part and what contains it.</summary>
    private const int LongestGap = 2;

    private const char HanOrdinal = '第';

    private readonly Language _language = words.Language;
    private readonly LanguageUnits _units = words.Language.Units;
    private readonly PinpointItems _items = new(text, words.Language);

    /// <summary>The pinpoint that begins at a place, or null.</summary>
    /// <param name="at">The place.</param>
    /// <param name="afterMention">Whether it follows a mention, where "resolution 1" is a part of a report.</param>
    public TranslatedPinpoint? At(int at, bool afterMention)
    {
        if (One(at, afterMention, out var end) is not { } first) return null;
        var parts = new List<(string Text, PinpointUnit Unit)> { first };
        while (parts.Count < MostUnits)
        {
            if (Inner(end, parts[^1].Unit, out var after) is { } inner)
            {
                if (IsLetter(inner)) parts[^1] = (parts[^1].Text + Letter(inner), parts[^1].Unit);
                else parts.Add(inner);
            }
            else if (Outer(end, parts[0].Unit, out after) is { } outer)
            {
                if (IsLetter(parts[0])) parts[0] = (outer.Text + Letter(parts[0]), outer.Unit);
                else parts.Insert(0, outer);
            }
            else break;
            end = after;
        }
        return new(new(at, end), string.Join(", ", parts.Select(p => p.Text)), first.Unit);
    }

    /// <summary>"alinéa e)": a letter that is written after the number of its paragraph or article.</summary>
    private static bool IsLetter((string Text, PinpointUnit Unit) part) =>
        part.Unit.Name == "subparagraph" && part.Text.Contains('(', StringComparison.Ordinal);

    private static string Letter((string Text, PinpointUnit Unit) part) => part.Text[part.Text.IndexOf(' ', StringComparison.Ordinal)..];

    /// <summary>", par. 3", "第3款": a unit after a comma, or in Chinese directly after its whole.</summary>
    private (string Text, PinpointUnit Unit)? Inner(int at, PinpointUnit whole, out int end)
    {
        end = at;
        var next = Blank(at);
        var comma = next < text.Length && text[next] == ',';
        if (comma) next = Blank(next + 1);
        if (!comma && _language.HasSpaces) return null;
        return One(next, true, out end) is { } one && (comma || one.Unit.Rank > whole.Rank || whole.Name is "paragraph") ? one : null;
    }

    /// <summary>"de l’article 20", "статьи 20": what contains the part follows it.</summary>
    private (string Text, PinpointUnit Unit)? Outer(int at, PinpointUnit part, out int end)
    {
        end = at;
        if (!_language.HasSpaces) return null;
        var next = at;
        for (var n = 0; n <= LongestGap; n++)
        {
            next = Blank(next);
            if (One(next, false, out end) is { } outer) return outer.Unit.Rank < part.Rank ? outer : null;
            var word = CitingWords.WordAt(text, next);
            if (!words.IsOf(word)) return null;
            next += word.Length;
            if (next < text.Length && text[next] is '’' or '\'') next++;
        }
        return null;
    }

    /// <summary>One unit with its numbers, in either order.</summary>
    private (string Text, PinpointUnit Unit)? One(int at, bool inside, out int end)
    {
        end = at;
        if (at >= text.Length) return null;
        if (_units.At(text.AsSpan(at), out var length) is { } unit) return Numbered(at + length, unit, inside, out end);
        foreach (var prefix in words.Prefixes)
            if (text.AsSpan(at).StartsWith(prefix, StringComparison.Ordinal)
                && _units.At(text.AsSpan(at + prefix.Length), out length) is { } prefixed)
                return Numbered(at + prefix.Length + length, prefixed, inside, out end);
        return NumberFirst(at, out end);
    }

    private (string Text, PinpointUnit Unit)? Numbered(int at, PinpointUnit unit, bool inside, out int end)
    {
        end = at;
        var isPartOfReport = unit.Name is "resolution" or "decision";
        if (isPartOfReport && !inside) return null;
        var list = _items.List(Blank(at), unit.IsProvision, out var last, out var count, out var number);
        if (count == 0)
        {
            // "annexe" of a resolution has no number
            return unit.Name is "annex" or "appendix" ? (unit.Short, unit) : null;
        }
        if (isPartOfReport && (number is <= 0 or > LargestPartOfReport || last < text.Length && text[last] is '/' or '(')) return null;
        end = last;
        return (Printed(unit, list, count), unit);
    }

    /// <summary>"première partie", "第6条", "第3至5段".</summary>
    private (string Text, PinpointUnit Unit)? NumberFirst(int at, out int end)
    {
        end = at;
        if (_units.After.IsEmpty) return null;
        var from = at;
        if (_language.HasSpaces ? !_items.MayBeOrdinal(text[at]) : text[at] != HanOrdinal && !char.IsAsciiLetterUpper(text[at]))
            return null;
        if (text[at] == HanOrdinal) from++;
        foreach (var provision in (ReadOnlySpan<bool>)[true, false])
        {
            var list = _items.List(from, provision, out var last, out var count, out _);
            if (count == 0) continue;
            var next = Blank(last);
            foreach (var (word, unit) in _units.After)
            {
                if (unit.IsProvision != provision || !text.AsSpan(next).StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
                end = next + word.Length;
                if (_language.HasSpaces && end < text.Length && char.IsLetter(text[end])) continue;
                end = _items.Brackets(end, ref list);
                return (Printed(unit, list, count), unit);
            }
        }
        return null;
    }

    private static string Printed(PinpointUnit unit, string list, int count) => $"{(count > 1 ? unit.Plural : unit.Short)} {list}";

    private int Blank(int at)
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at;
    }
}
