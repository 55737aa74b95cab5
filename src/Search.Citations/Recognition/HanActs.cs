using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds acts by number in Chinese, where body and date precede the number and the noun follows the list:
/// "其2006年3月15日第60/251号和2011年6月17日第65/281号决议".</summary>
internal sealed class HanActs(string text, CitingWords words, List<Mention> mentions, List<(int First, int End, Body Body)> bodies)
{
    private const char Ordinal = '第', Counter = '号';

    /// <summary>Articles, paragraphs and items, which are no acts: "第八㈩条".</summary>
    private const string Units = "条段款项";

    /// <summary>Characters between a number and the noun after its list, and before a number that its body and date may take.</summary>
    private const int NounReach = 400, SegmentReach = 160;

    /// <summary>Digits of the number of an act that is printed alone.</summary>
    private const int FewestDigits = 3, MostDigits = 4;

    /// <summary>Characters between two numbers of a list.</summary>
    private const int LongestJoint = 2;

    /// <summary>Words after which a description of the act follows, up to its number.</summary>
    private static readonly string[] Describes = ["关于", "题为", "通过", "各项", "以往", "有关", "先前", "第", "重要"];

    private readonly List<TranslatedAct> _acts = [];
    private int _from; // after the last item, or where the sentence began
    private int _closed; // after the last list
    private Body? _continued; // whose acts it held

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
            if (EndsClause(i))
            {
                _acts.Clear();
                (_from, _continued) = (i + 1, null);
            }
            if (IsCandidate(i) && Item(i) is > 0 and var behind)
            {
                i = behind;
                continue;
            }
            if (_acts.Count > 0 && NounAt(i, out var noun, out var decision))
            {
                i += noun;
                Close(decision, Receiver(i));
                _from = i;
                continue;
            }
            if (_acts.Count > 0 && i - _acts[^1].End > NounReach) _acts.Clear();
            i++;
        }
    }

    /// <summary>Whether a sign ends a clause: a semicolon, or a full stop that is no part of a symbol or a number.</summary>
    private bool EndsClause(int i) => text[i] switch
    {
        ';' => true,
        '.' => (i + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[i + 1])) && (i == 0 || !char.IsAsciiLetter(text[i - 1])),
        _ => false,
    };

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
            if (end - i is < FewestDigits or > MostDigits || end >= text.Length || text[end] != Counter || !NounAt(end + 1, out _, out _))
                return 0;
            number = new()
            {
                Shape = ActShape.Plain,
                Number = int.Parse(text.AsSpan(i, end - i), NumberStyles.None, CultureInfo.InvariantCulture)
            };
        }
        var next = end;
        while (next < text.Length && text[next] == ' ') next++;
        if (next < text.Length && text[next] == Counter)
        {
            counted = true;
            end = next + 1;
        }
        if (!counted && next < text.Length && Units.Contains(text[next])) return 0;
        var ordinal = Before(i) == Ordinal;
        // "第62/219和63/160号": either the sign before the first or the counter after the last
        var listed = _acts.Count > 0 && i - _from <= LongestJoint;
        if (!counted && !ordinal && !listed || number.Number == 0) return 0;
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
                if ((!shared || StandsAlone(from + i)) && Follows(segment[(i + length)..]))
                    (marker, body, isShort, own) = (i + length, named, shared, false);
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
            if (!char.IsAsciiDigit(segment[i]) || i > 0 && char.IsAsciiDigit(segment[i - 1])
                || words.Language.Dates.At(segment[i..], out var length) is not { } date)
                continue;
            if (i + length == segment.Length || Follows(segment[(i + length)..])) act.Date = date;
        }
        if (body is null && !own && IsContinued(from, segment)) body = _continued;
        (act.Body, act.IsShort, act.IsPossessive) = (body, isShort, own);
    }

    /// <summary>Whether only a conjunction is between an act and the list before it, so that both are of one body.</summary>
    private bool IsContinued(int from, ReadOnlySpan<char> segment) => _acts.Count == 0 && from >= _closed && OnlyJoins(segment);

    /// <summary>Whether the short name of a body is no part of another: "该委员会", but not "国际法委员会".</summary>
    private bool StandsAlone(int at)
    {
        if (at == 0 || text[at - 1] is not (>= '\u3400' and <= '\u9FFF')) return true;
        foreach (var word in words.Language.Wordings("before-short"))
            if (text.AsSpan(0, at).EndsWith(word, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>Whether only a date and words such as "and" come between the noun of one list and the number of the next.</summary>
    private bool OnlyJoins(ReadOnlySpan<char> segment)
    {
        for (var i = 0; i < segment.Length;)
        {
            if (words.Language.Dates.At(segment[i..], out var length) is not null) i += length;
            else if (segment[i] is ' ' or ',' or Ordinal || words.Joins(segment.Slice(i, 1))
                || i + 1 < segment.Length && words.Joins(segment.Slice(i, 2)))
                i++;
            else return false;
        }
        return true;
    }

    /// <summary>"根据第34/24号决议向人权理事会提交的报告": the body that asked for what it is given.</summary>
    private Body? Receiver(int at)
    {
        foreach (var word in words.Language.Wordings("receiver"))
            if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal)
                && words.BodyAt(text.AsSpan(at + word.Length), out _, out var isShort) is { } body && !isShort)
                return body;
        return null;
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
        if (rest.IsEmpty || char.IsAsciiDigit(rest[0]) || rest.StartsWith("S-", StringComparison.Ordinal)
            || rest.StartsWith("ES-", StringComparison.Ordinal))
            return true;
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

    private void Close(bool decision, Body? receiver)
    {
        if (_acts[0] is { Body: null, IsPossessive: false } first) first.Body = receiver;
        TranslatedLists.Add(_acts, decision, null, mentions);
        (_continued, _closed) = (_acts.FindLast(a => a.Body is not null || a.IsPossessive) is { IsShort: false } last
            ? last.Body
            : null, _acts[^1].End);
        _acts.Clear();
    }
}
