using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>
/// Gives each pinpoint of a text in another language than English to the mention that it belongs to: to the
/// right ("article 6 de la Convention"), else to the left ("la Convention, article 6"), or to the document
/// itself ("paragraphe 9 ci-dessus").
/// </summary>
internal sealed class TranslatedBinder(string text, CitingWords words, List<Mention> mentions)
{
    /// <summary>Characters between a pinpoint and its mention on either side.</summary>
    private const int RightReach = 90, LeftReach = 90;

    /// <summary>Characters between a part of a report and the report's symbol.</summary>
    private const int ReportReach = 160;

    private readonly Language _language = words.Language;
    private readonly TranslatedPinpoints _reader = new(text, words);
    private readonly List<Mention> _own = [];
    private int _next; // first mention that begins at or after the current place

    /// <summary>Binds the pinpoints of the whole text; parts of the document itself are added in their place.</summary>
    public void Bind()
    {
        for (var i = 0; i < text.Length;)
        {
            while (_next < mentions.Count && mentions[_next].Span.Start < i) _next++;
            var before = _next > 0 ? mentions[_next - 1] : null;
            if (before is not null && before.Span.End > i)
            {
                i = before.Span.End;
                continue;
            }
            if (!MayBegin(i) || _reader.At(i, before is not null && Follows(before, i)) is not { } pinpoint)
            {
                i++;
                continue;
            }
            var after = _next < mentions.Count && mentions[_next].Span.Start >= pinpoint.Span.End ? mentions[_next] : null;
            if (after is not null && (Leads(pinpoint.Span.End, after) || LeadsThroughReport(pinpoint.Span.End, after)))
                Give(after, pinpoint);
            else if (pinpoint.Unit.Name is "paragraph" or "subparagraph" or "section" && IsOwn(pinpoint, out var end)) Own(pinpoint, end);
            else if (before is not null && Follows(before, i)) GiveLeft(_next - 1, pinpoint);
            i = pinpoint.Span.End;
        }
        if (_own.Count == 0) return;
        mentions.AddRange(_own);
        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    private bool MayBegin(int at)
    {
        if (!_language.HasSpaces) return text[at] is not (' ' or ',');
        return char.IsLetter(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
    }

    /// <summary>Whether only words such as "of the resolution" come between a pinpoint and the mention after it.</summary>
    private bool Leads(int at, Mention mention)
    {
        var to = mention.Span.Start;
        if (!_language.HasSpaces || to - at > RightReach) return false;
        var any = false;
        while (at < to)
        {
            var c = text[at];
            if (c is ' ' or '«' or '“' or '"' or '’' or '\'' or '№' or '°')
            {
                at++;
                continue;
            }
            if (!char.IsLetter(c)) return false;
            if (words.BodyAt(text.AsSpan(at), out var length, out _) is not null && at + length <= to)
            {
                at += length;
                continue;
            }
            var word = CitingWords.WordAt(text, at);
            if (word.Length > to - at) return words.Prefixes.Contains(text[at..to]);
            if (!MayBeBetween(word) && !(any && words.Joins(word))) return false;
            any = true;
            at += word.Length;
        }
        return at == to;
    }

    /// <summary>"de", "sa", "résolution": words between a part and its work.</summary>
    private bool MayBeBetween(ReadOnlySpan<char> word) => words.IsOf(word) || words.IsPossessive(word) || words.IsAct(word, out _, out _);

    /// <summary>"paragraphe 57 du rapport du Secrétaire général (A/75/1)": only what the document is comes
    /// between the part and its symbol.</summary>
    private bool LeadsThroughReport(int at, Mention mention)
    {
        var to = mention.Span.Start;
        if (mention is not SymbolMention || !_language.HasSpaces || to - at > ReportReach || text[to - 1] != '(') return false;
        var between = text.AsSpan(at, to - 1 - at);
        if (between.IndexOfAny(",;:()") >= 0 || between.IndexOfAny("«»“”") >= 0) return false;
        var first = true;
        foreach (var range in between.SplitAny(" ’'"))
        {
            var word = between[range];
            if (word.IsEmpty) continue;
            if (words.IsReport(word)) return true;
            if (!words.IsOf(word) && !first) return false;
            first = words.IsOf(word) && first;
        }
        return false;
    }

    /// <summary>Whether only a date, commas, brackets, the body and words such as "in particular" come between
    /// a mention and a pinpoint.</summary>
    private bool Follows(Mention mention, int to)
    {
        var at = mention.Span.End;
        if (to - at > LeftReach) return false;
        var comma = mention is SymbolMention && text.AsSpan(at, to - at).Trim().IsEmpty || !_language.HasSpaces;
        while (at < to)
        {
            var c = text[at];
            if (c is ' ' or '»' or '”' or '"' or '’' or '\'' || IsNoteMark(at))
            {
                at++;
                continue;
            }
            if (c is ',' or '(' or ')' or ']')
            {
                comma = true;
                at++;
                continue;
            }
            if (_language.Dates.At(text.AsSpan(at), out var length) is not null || SkipWords(at, out length)
                || words.BodyAt(text.AsSpan(at), out length, out _) is not null)
            {
                at += length;
                continue;
            }
            if (IsCorrigendum(at, out length))
            {
                at += length;
                continue;
            }
            var word = CitingWords.WordAt(text, at);
            if (word.IsEmpty || IsAnd(word)) return false;
            if (!words.Joins(word) && !words.IsOf(word) && !words.IsAfterAct(word)) return false;
            at += word.Length;
        }
        return comma && at == to;
    }

    private bool IsAnd(ReadOnlySpan<char> word)
    {
        foreach (var and in _language.Wordings("and"))
            if (word.Equals(and, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>"et rectificatif": a document is cited together with its corrections.</summary>
    private bool IsCorrigendum(int at, out int length)
    {
        length = 0;
        if (!StartsWith(at, "and", out var and)) return false;
        var next = at + and;
        while (next < text.Length && text[next] == ' ') next++;
        if (!StartsWith(next, "corrigendum", out var word)) return false;
        length = next + word - at;
        return true;
    }

    /// <summary>The mark of a note is raised, or in a plain text a short number after a closing quotation mark.</summary>
    private bool IsNoteMark(int at)
    {
        if (text[at] is '》' or '¹' or '²' or '³' or (>= '⁰' and <= '⁹')) return true;
        return at > 0 && char.IsAsciiDigit(text[at]) && (text[at - 1] is '》' or '»' || IsNoteMark(at - 1));
    }

    /// <summary>Kinds of words between a work and its part in Chinese.</summary>
    private static readonly string[] BeforePart = ["resolution", "decision", "of", "possessive"];

    /// <summary>"notamment", "特别是", "决议": words between a work and its part.</summary>
    private bool SkipWords(int at, out int length)
    {
        if (StartsWith(at, "notably", out length)) return true;
        if (!_language.HasSpaces)
            foreach (var kind in BeforePart)
                if (StartsWith(at, kind, out length)) return true;
        length = 0;
        return false;
    }

    private bool StartsWith(int at, string kind, out int length)
    {
        foreach (var word in _language.Wordings(kind))
        {
            length = word.Length;
            if (string.Compare(text, at, word, 0, length, StringComparison.OrdinalIgnoreCase) == 0) return true;
        }
        length = 0;
        return false;
    }

    /// <summary>"paragraphe 9 ci-dessus", "上文第13段", "paragraphe 9 de la présente résolution".</summary>
    private bool IsOwn(TranslatedPinpoint pinpoint, out int end)
    {
        end = pinpoint.Span.End;
        var next = end;
        while (next < text.Length && text[next] == ' ') next++;
        if (StartsWith(next, "above", out var length))
        {
            end = next + length;
            return true;
        }
        foreach (var above in _language.Wordings("above"))
            if (text.AsSpan(0, pinpoint.Span.Start).EndsWith(above, StringComparison.Ordinal)) return true;
        return IsOfPresentAct(next, ref end);
    }

    private bool IsOfPresentAct(int at, ref int end)
    {
        var present = false;
        for (var n = 0; n < 4; n++)
        {
            var word = CitingWords.WordAt(text, at);
            if (word.IsEmpty) return false;
            if (present && words.IsAct(word, out _, out _))
            {
                end = at + word.Length;
                return !char.IsAsciiDigit(text.ElementAtOrDefault(end + 1));
            }
            foreach (var marker in _language.Wordings("present"))
                present |= word.StartsWith(marker.AsSpan().TrimEnd('*'), StringComparison.OrdinalIgnoreCase);
            if (!present && !words.IsOf(word)) return false;
            at += word.Length;
            while (at < text.Length && text[at] == ' ') at++;
        }
        return false;
    }

    private void Own(TranslatedPinpoint pinpoint, int end) => _own.Add(new SelfMention
    {
        Span = new(pinpoint.Span.Start, end),
        Pinpoint = pinpoint.Text,
        PinpointSpan = pinpoint.Span,
        Relative = pinpoint.Unit.Name == "subparagraph",
    });

    /// <summary>"A/66/53/Add.1 et Corr.1, chap. II": a document and its corrections are cited together.</summary>
    private void GiveLeft(int index, TranslatedPinpoint pinpoint)
    {
        Give(mentions[index], pinpoint);
        if (mentions[index] is not SymbolMention last) return;
        var root = PinpointBinder.Root(last);
        for (var n = index - 1; n >= 0 && mentions[n] is SymbolMention { Pinpoint.Length: 0 } earlier
            && PinpointBinder.Root(earlier) == root && last.Span.Start - earlier.Span.End < LeftReach; n--)
            Give(earlier, pinpoint);
    }

    private static void Give(Mention mention, TranslatedPinpoint pinpoint)
    {
        if (mention.Pinpoint.Length == 0)
        {
            (mention.Pinpoint, mention.PinpointSpan) = (pinpoint.Text, pinpoint.Span);
            return;
        }
        mention.Pinpoint = Pinpoint.Of(mention.Pinpoint).With(Pinpoint.Of(pinpoint.Text)).ToString();
        mention.PinpointSpan =
            new(Math.Min(pinpoint.Span.Start, mention.PinpointSpan.Start), Math.Max(pinpoint.Span.End, mention.PinpointSpan.End));
    }
}
