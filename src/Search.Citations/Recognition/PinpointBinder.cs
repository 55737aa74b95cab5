using System.Collections.Immutable;
using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>
/// Gives each pinpoint to the mention that it belongs to: to the right ("article 6 of the Protocol"), else to the left
/// ("the Convention, article 35"), never across a sentence; what is left and says "above" or "below" is a part of the document itself.
/// </summary>
internal static class PinpointBinder
{
    /// <summary>Pinpoints joined by "and of" beyond this many characters are no enumeration that anybody wrote.</summary>
    private const int LongestWaiting = 160;
    private static readonly WordList Papers = WordList.Of("papers");

    private static readonly PinpointUnit Paragraph = PinpointUnit.Of("paragraph");

    /// <summary>Binds all pinpoints of a text; mentions of the document's own parts are added in their place.</summary>
    public static void Bind(TokenText text, List<Mention> mentions)
    {
        List<Mention>? added = null;
        PrintedPinpoint? waiting = null; // unbound so far: "Article 13, and of Chapters IX and X of the Charter"
        var next = 0; // first mention that begins at or after the current token
        for (var i = 0; i < text.Count;)
        {
            if (!text.MayBeginPinpoint(i))
            {
                i++;
                continue;
            }
            var at = text.Start(i);
            while (next < mentions.Count && mentions[next].Span.Start < at) next++;
            var before = next > 0 ? mentions[next - 1] : null;
            if (before is not null && before.Span.End > at
                || PinpointReader.Read(text, i, before is not null && Joins(text, before, i)) is not { } pinpoint)
            {
                i++;
                continue;
            }
            var after = next < mentions.Count ? mentions[next] : null;
            if (after is not null && after.Span.Start < text.EndOf(pinpoint.End - 1)) after = null;
            if (pinpoint.BeforeAnd is { } head && before is not null && after is not null && IsOfTwo(text, before, head, pinpoint, after))
            {
                // "resolution 55/25, annex II, and article 5 of ...": the article belongs to what follows
                GiveLeft(text, mentions, next - 1, head);
                i = head.End;
                continue;
            }
            if (after is not null && (Leads(text, pinpoint.End, after) || LeadsThroughReport(text, pinpoint, after)))
            {
                if (waiting is { Text.Length: < LongestWaiting } && Coordinates(text, waiting.End, pinpoint.First))
                    pinpoint = pinpoint with { First = waiting.First, Text = $"{waiting.Text} and {pinpoint.Text}" };
                Give(text, after, pinpoint, true);
                waiting = null;
            }
            else if (before is not null && Joins(text, before, pinpoint.First)) GiveLeft(text, mentions, next - 1, pinpoint);
            else if (text[pinpoint.End] is Word.Thereof or Word.Thereto
                && LastNamed(text, mentions, next - 1, pinpoint.First) is >= 0 and var named)
            {
                // "paragraphs 7 to 10 of resolution 2240 (2015), ..., reaffirms paragraph 11 thereof": a part of its own, cited again
                if (mentions[named].Pinpoint.Length > 0) (added ??= []).Add(Again(text, mentions[named], pinpoint));
                else GiveLeft(text, mentions, named, pinpoint);
            }
            else if (before is not null && Continues(text, before, pinpoint))
                before.Pinpoint = Pinpoint.Of(before.Pinpoint).Continued(pinpoint.Value).ToString();
            else if (Own(text, pinpoint, before) is { } own) (added ??= []).Add(own);
            else waiting = waiting is { Text.Length: < LongestWaiting } && Coordinates(text, waiting.End, pinpoint.First)
                ? pinpoint with { First = waiting.First, Text = $"{waiting.Text}, {pinpoint.Text}" }
                : pinpoint;
            i = pinpoint.End;
        }
        if (added is null) return;
        mentions.AddRange(added);
        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    /// <summary>Tokens between two parts of one work, between a part and the work after it, with what the document is, and between a work
    /// and the part after it.</summary>
    private const int MostWordsBetweenParts = 6, MostWordsToMention = 4, ReportReach = 24, MostWordsAfterMention = 14;

    /// <summary>Whether only "and of the" is between two pinpoints, so that both belong to what follows.</summary>
    private static bool Coordinates(TokenText text, int from, int to)
    {
        if (to - from > MostWordsBetweenParts) return false;
        for (var i = from; i < to; i++)
            if (!text.Is(i, ',')
                && text[i] is not (Word.And or Word.Of or Word.In or Word.The or Word.As or Word.Well or Word.To or Word.Under
                    or Word.With))
                return false;
        return true;
    }

    /// <summary>"of the", "to its", "in the said": only such words are between pinpoint and mention.</summary>
    private static bool Leads(TokenText text, int i, Mention mention)
    {
        if (mention is ActMention && i < text.Count && text.Start(i) == mention.Span.Start) return true; // the "of" was forgotten
        if (text.Is(i, ',')) i++;
        if (text[i] is not (Word.Of or Word.To or Word.In or Word.From or Word.Under or Word.Contained)) return false;
        i++;
        for (var skipped = 0; skipped < MostWordsToMention; skipped++, i++)
        {
            if (i < text.Count && text.Start(i) == mention.Span.Start) return true;
            if (text[i] is not (Word.The or Word.Its or Word.In or Word.That or Word.Both or Word.Our or Word.Their or Word.Said
                or Word.Same) && text.Chars(i) is not ("document" or "documents" or "report"))
                break;
        }
        return i < text.Count && text.Start(i) == mention.Span.Start;
    }

    /// <summary>"paragraph 12 of the report of the Secretary-General (S/2345)": between pinpoint and symbol is
    /// only what the document is.</summary>
    private static bool LeadsThroughReport(TokenText text, PrintedPinpoint pinpoint, Mention mention)
    {
        if (mention is not SymbolMention || text[pinpoint.End] is not (Word.Of or Word.In)) return false;
        var report = false;
        for (var i = pinpoint.End + 1; i < pinpoint.End + ReportReach && i < text.Count
            && text.Sentence(i) == text.Sentence(pinpoint.First); i++)
        {
            if (text.Is(i, '(')) return report && i + 1 < text.Count && text.Start(i + 1) == mention.Span.Start;
            if (EndsDescription(text, i)) return false;
            report |= Papers.Contains(text.Chars(i));
        }
        return false;
    }

    /// <summary>Whether a part before "and" belongs to the mention before it, and the one after "and" to what follows.</summary>
    private static bool IsOfTwo(TokenText text, Mention before, PrintedPinpoint head, PrintedPinpoint pinpoint, Mention after) =>
        Joins(text, before, head.First) && Leads(text, pinpoint.End, after);

    /// <summary>A sign, "and" or the noun of an act: what says what a document is has ended.</summary>
    private static bool EndsDescription(TokenText text, int i)
    {
        if (text[i] == Word.Sign) return !text.IsDash(i) && !text.IsApostrophe(i);
        return text[i] is Word.And || text[i].IsAct();
    }

    /// <summary>"in particular paragraphs 1 to 10 of the annex thereto on ..., as well as paragraphs 13 and
    /// 14": more of the same units.</summary>
    private static bool Continues(TokenText text, Mention before, PrintedPinpoint pinpoint)
    {
        if (pinpoint.Unit != Word.Paragraph || text[pinpoint.End] is Word.Above or Word.Below or Word.Of) return false;
        if (!FollowsAsWellAs(text, pinpoint.First) || !SameSentence(text, before, pinpoint.First)) return false;
        return before.Pinpoint.Length < LongestWaiting && Pinpoint.Of(before.Pinpoint).Names(Paragraph)
            && pinpoint.Value.Unit == Paragraph;
    }

    private static bool FollowsAsWellAs(TokenText text, int i) =>
        text[i - 1] == Word.As && text[i - 2] == Word.Well && text[i - 3] == Word.As;

    /// <summary>Whether only a date, commas, brackets and words like "in particular" are between a mention and token
    /// <paramref name="i"/>.</summary>
    private static bool Joins(TokenText text, Mention mention, int i)
    {
        var at = text.IndexAt(mention.Span.End);
        if (i - at > MostWordsAfterMention || !SameSentence(text, mention, i)) return false;
        at = DateReader.Skip(text, at, out _);
        var comma = false;
        for (; at < i; at++)
        {
            if (text.Sign(at) is ',' or '(' or ')' or ']' or '”')
            {
                comma = true;
                continue;
            }
            if (text[at] == Word.And && text.Chars(at + 1) is "corrigendum" or "corrigenda")
            {
                at++;
                continue;
            }
            if (comma && text[at] is Word.In or Word.Particular or Word.Including or Word.Especially or Word.Notably or Word.Its or Word.Of
                && IsEmphasis(text, at))
                continue;
            var skipped = DateReader.Skip(text, at, out _);
            if (skipped == at) return false;
            at = skipped - 1;
        }
        return comma || at == i && mention is SymbolMention or SeriesMention or SalesMention or IbidMention;
    }

    private static bool IsEmphasis(TokenText text, int at) => text[at] switch
    {
        Word.In => text[at + 1] is Word.Particular or Word.Its,
        Word.Of => false,
        _ => true,
    };

    private static bool SameSentence(TokenText text, Mention mention, int i) =>
        text.Sentence(text.IndexAt(mention.Span.End) - 1) == text.Sentence(i);

    private static RepeatMention Again(TokenText text, Mention of, PrintedPinpoint pinpoint) => new()
    {
        Span = text.Span(pinpoint.End, pinpoint.End + 1),
        Of = of,
        Pinpoint = pinpoint.Text,
        PinpointSpan = text.Span(pinpoint.First, pinpoint.End),
    };

    /// <summary>The last mention of this sentence that is not the document itself, for "paragraph 11
    /// thereof"; -1 where there is none.</summary>
    private static int LastNamed(TokenText text, List<Mention> mentions, int index, int i)
    {
        while (index >= 0 && mentions[index] is SelfMention && SameSentence(text, mentions[index], i)) index--;
        return index >= 0 && SameSentence(text, mentions[index], i) ? index : -1;
    }

    private static void GiveLeft(TokenText text, List<Mention> mentions, int index, PrintedPinpoint pinpoint)
    {
        Give(text, mentions[index], pinpoint, false);
        // "A/CONF.48/14 and Corr.1, chap. I": a document and its corrections are cited together
        if (mentions[index] is not SymbolMention last) return;
        var root = Root(last);
        for (var n = index - 1; n >= 0 && mentions[n] is SymbolMention earlier && Root(earlier) == root; n--)
        {
            if (earlier.Pinpoint.Length > 0 || !SameSentence(text, earlier, pinpoint.First)) break;
            Give(text, earlier, pinpoint, false);
        }
    }

    /// <summary>The document that a symbol's addenda and corrections belong to.</summary>
    internal static string Root(SymbolMention mention)
    {
        var symbol = mention.Symbol;
        while (symbol.Parent is { } parent) symbol = parent;
        return symbol.ToString();
    }

    private static void Give(TokenText text, Mention mention, PrintedPinpoint pinpoint, bool outer)
    {
        var span = text.Span(pinpoint.First, pinpoint.End);
        if (mention.Pinpoint.Length == 0)
        {
            mention.Pinpoint = pinpoint.Text;
            mention.PinpointSpan = span;
        }
        else
        {
            mention.Pinpoint = outer
                ? $"{pinpoint.Text}, {mention.Pinpoint}"
                : Pinpoint.Of(mention.Pinpoint).With(pinpoint.Value).ToString();
            mention.PinpointSpan = new(Math.Min(span.Start, mention.PinpointSpan.Start), Math.Max(span.End, mention.PinpointSpan.End));
        }
    }

    /// <summary>"paragraph 9 above", "subparagraph (a)": a part of the document itself.</summary>
    private static SelfMention? Own(TokenText text, PrintedPinpoint pinpoint, Mention? before)
    {
        if (pinpoint.Unit is not (Word.Paragraph or Word.Preambular or Word.Subparagraph or Word.Section or Word.Annex)) return null;
        var end = pinpoint.End;
        var located = text[end] is Word.Above or Word.Below or Word.Hereof && !(text.IsDash(end + 1) && text[end + 2] == Word.Mentioned);
        if (!located && !(pinpoint.LettersOnly && pinpoint.Unit is Word.Paragraph or Word.Subparagraph))
        {
            if (pinpoint.Unit != Word.Paragraph || !IsOwnParagraph(text, pinpoint, before)) return null;
            return new()
            {
                Span = text.Span(pinpoint.First, end),
                Pinpoint = pinpoint.Text,
                PinpointSpan = text.Span(pinpoint.First, end),
                IsUnlocated = true,
                Paragraphs = NumbersOf(pinpoint.Text)
            };
        }
        var span = text.Span(pinpoint.First, located ? end + 1 : end);
        return new()
        {
            Span = span,
            Pinpoint = pinpoint.Text,
            PinpointSpan = text.Span(pinpoint.First, end),
            Relative = pinpoint.LettersOnly
        };
    }

    /// <summary>
    /// Whether a paragraph named without "above" or "below" can be the document's own: nothing after it says of what it is a paragraph, and
    /// nothing before it in the sentence is a source that it could belong to.
    /// </summary>
    private static bool IsOwnParagraph(TokenText text, PrintedPinpoint pinpoint, Mention? before)
    {
        if (text[pinpoint.End] is Word.Of or Word.Thereof or Word.Thereto or Word.To or Word.In or Word.Digits
            || text.Is(pinpoint.End, '(') || text[pinpoint.End].IsAct())
            return false;
        if (!pinpoint.Text.StartsWith("para", StringComparison.Ordinal) || pinpoint.Text.Contains("annex", StringComparison.Ordinal))
            return false;
        var behind = text.Is(pinpoint.End, ',') ? pinpoint.End + 1 : pinpoint.End;
        // "paragraph 8 of Article IV and paragraph 10 of Article V of the Convention"
        if (text[behind] == Word.And && text[behind + 1].IsUnit()) return false;
        if (text[pinpoint.First - 1] is Word.Particular or Word.Including or Word.Especially or Word.Notably or Word.See
            || text.Is(pinpoint.First - 1, ',') || text.Is(pinpoint.First - 1, '('))
            return false;
        if (before is not null and not SelfMention && SameSentence(text, before, pinpoint.First)) return false;
        for (var i = pinpoint.First - 1; i >= 0 && i > pinpoint.First - FarthestSource
            && text.Sentence(i) == text.Sentence(pinpoint.First); i--)
            if (IsSource(text, i)) return false;
        return true;
    }

    /// <summary>How many words before a paragraph a source can be.</summary>
    private const int FarthestSource = 60;

    /// <summary>A document that has paragraphs: "the report of the Secretary-General", "his letter", "that
    /// resolution"; not "to report".</summary>
    private static bool IsSource(TokenText text, int i)
    {
        if (Papers.Contains(text.Chars(i)) || text.Chars(i) is "recommendations" or "conclusions")
            return text[i - 1] is Word.The or Word.This or Word.That or Word.Said or Word.Same
                || text.Chars(i - 1) is "his" or "her" or "a" or "an" or "its";
        if (text.Chars(i) is "Report" or "Letter" or "Note" or "Memorandum") return true;
        if (text[i] is Word.Resolution or Word.Decision or Word.Annex or Word.Document or Word.Statement or Word.Appendix)
            return text[i - 1] is not (Word.Present or Word.This);
        return text[i].IsWork() && text.IsCapitalized(i);
    }

    /// <summary>The numbers in "paras. 3, 5 (a) and 7-9"; those between the ends of a range are there where the ends are.</summary>
    private static ImmutableArray<int> NumbersOf(string pinpoint)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < pinpoint.Length; i++)
        {
            if (!char.IsAsciiDigit(pinpoint[i]) || i > 0 && pinpoint[i - 1] == '(') continue;
            var end = i;
            while (end < pinpoint.Length && char.IsAsciiDigit(pinpoint[end])) end++;
            numbers.Add(int.Parse(pinpoint.AsSpan(i, end - i), NumberStyles.None, CultureInfo.InvariantCulture));
            i = end;
        }
        return numbers.ToImmutable();
    }
}
