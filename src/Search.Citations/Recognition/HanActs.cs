using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds acts by number in Chinese, where body and date precede the number and the noun follows the list: "其2006年3月15日第60/251号和2011年6月17日第65/281号决议".</summary>
internal sealed class HanActs(string text, CitingWords words, List<Mention> mentions, List<(int First, int End, Body Body)> bodies)
{
    private const char Ordinal = '第', Counter = '号';

    /// <summary>Characters between a number and the noun after its list, and before a number that its body and date may take.</summary>
    private const int NounReach = 400, SegmentReach = 160;

    /// <summary>Words after which a description of the act follows, up to its number.</summary>
    private static readonly string[] Describes = ["关于", "题为", "通过", "各项", "以往", "有关", "先前", "第", "重要"];

    private readonly List<TranslatedAct> _acts = [];
    private int _from; // after the last item, or where the sentence began

    /// <summary>Reads the whole text.</summary>
    public void Read()
    {
        for (var i = 0; i < text.Length; i++)
            if (words.BodyAt(text.AsSpan(i), out var length, out var isShort) is { } body && !isShort)
            {
                bodies.Add((i, i + length, body));
                i += length - 1;
            }
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c is ';' || c == '.' && (i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1])) && (i == 0 || !char.IsAsciiLetter(text[i - 1])))
            {
                _acts.Clear();
                _from = i + 1;
            }
            if (IsCandidate(i) && Item(i) is > 0 and var behind)
            {
                i = behind;
                continue;
            }
            if (_acts.Count > 0 && NounAt(i, out var noun, out var decision))
            {
                Close(decision);
                i += noun;
                _from = i;
                continue;
            }
            if (_acts.Count > 0 && i - _acts[^1].End > NounReach) _acts.Clear();
            i++;
        }
    }

    /// <summary>Whether the number of an act can begin: after "第", after another in a list, or a special session's letters.</summary>
    private bool IsCandidate(int i)
    {
        var c = text[i];
        if (c is >= '\u3007' and <= '\u9FFF') return i > 0 && text[i - 1] == Ordinal;
        if (!char.IsAsciiDigit(c) && c is not ('S' or 'E' or 'W' or 'X' or 'V' or 'I')) return false;
        return i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1]) && text[i - 1] is not ('/' or '.' or '-');
    }

    private int Item(int i)
    {
        if (words.Language.Dates.At(text.AsSpan(i), out var date) is not null) return i + date;
        var number = TranslatedNumber.At(text.AsSpan(i), words.Language, out var length);
        var end = i + length;
        var counted = false;
        if (number is null)
        {
            // "安全理事会第1325号决议"
            end = i;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - i is < 3 or > 4 || end >= text.Length || text[end] != Counter || !NounAt(end + 1, out _, out _)) return 0;
            number = new() { Shape = ActShape.Plain, Number = int.Parse(text.AsSpan(i, end - i), NumberStyles.None, CultureInfo.InvariantCulture) };
        }
        var next = end;
        while (next < text.Length && text[next] == ' ') next++;
        if (next < text.Length && text[next] == Counter)
        {
            counted = true;
            end = next + 1;
        }
        var ordinal = Before(i) == Ordinal;
        // "第62/219和63/160号": either the sign before the first or the counter after the last
        if (!counted && !ordinal && !(_acts.Count > 0 && i - _from <= 2) || number.Number == 0) return 0;
        var act = new TranslatedAct { Number = number, Start = ordinal ? text.LastIndexOf(Ordinal, i) : i, End = end };
        Describe(act, Math.Max(_from, i - SegmentReach), act.Start);
        _acts.Add(act);
        _from = end;
        return end;
    }

    private char Before(int i)
    {
        while (i > 0 && text[i - 1] == ' ') i--;
        return i > 0 ? text[i - 1] : ' ';
    }

    /// <summary>Body, possessive and date in the words before a number.</summary>
    private void Describe(TranslatedAct act, int from, int to)
    {
        var segment = text.AsSpan(from, to - from);
        var (marker, body, isShort, own) = (-1, (Body?)null, false, false);
        for (var i = 0; i < segment.Length; i++)
        {
            if (words.BodyAt(segment[i..], out var length, out var shared) is { } named)
            {
                if (Follows(segment[(i + length)..])) (marker, body, isShort, own) = (i + length, named, shared, false);
                i += length - 1;
            }
            else if (words.IsPossessive(segment.Slice(i, 1)) && Follows(segment[(i + 1)..]))
            {
                // "人权理事会在其第60/13号决议中": the body before is whose it is
                var subject = i > 0 && words.IsWithin(segment.Slice(i - 1, 1)) ? BodyBefore(segment[..(i - 1)]) : null;
                (marker, body, isShort, own) = (i + 1, subject, false, subject is null);
            }
        }
        for (var i = Math.Max(marker, 0); i < segment.Length; i++)
        {
            if (!char.IsAsciiDigit(segment[i]) || i > 0 && char.IsAsciiDigit(segment[i - 1]) || words.Language.Dates.At(segment[i..], out var length) is not { } date) continue;
            if (i + length == segment.Length || Follows(segment[(i + length)..])) act.Date = date;
        }
        (act.Body, act.IsShort, act.IsPossessive) = (body, isShort, own);
    }

    /// <summary>The body whose name ends a stretch of text, or null.</summary>
    private Body? BodyBefore(ReadOnlySpan<char> text)
    {
        Body? found = null;
        for (var i = 0; i < text.Length; i++)
            if (words.BodyAt(text[i..], out var length, out var isShort) is { } body)
            {
                if (!isShort && i + length == text.Length) found = body;
                i += length - 1;
            }
        return found;
    }

    /// <summary>Whether a body or a date is followed by what leads to the number.</summary>
    private bool Follows(ReadOnlySpan<char> rest)
    {
        rest = rest.TrimStart(" 的");
        if (rest.IsEmpty || char.IsAsciiDigit(rest[0]) || rest.StartsWith("S-", StringComparison.Ordinal) || rest.StartsWith("ES-", StringComparison.Ordinal)) return true;
        foreach (var word in Describes)
            if (rest.StartsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    private bool NounAt(int i, out int length, out bool decision)
    {
        foreach (var (what, ofDecision) in ((ReadOnlySpan<(string, bool)>)[("resolution", false), ("decision", true)]))
            foreach (var noun in words.Language.Wordings(what))
                if (text.AsSpan(Math.Min(i, text.Length)).StartsWith(noun, StringComparison.Ordinal))
                {
                    (length, decision) = (noun.Length, ofDecision);
                    return true;
                }
        (length, decision) = (0, false);
        return false;
    }

    private void Close(bool decision)
    {
        TranslatedLists.Add(_acts, decision, null, mentions);
        _acts.Clear();
    }
}
