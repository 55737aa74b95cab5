using System.Globalization;
using Search.Citations.Authorities;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;
using Search.Resolutions;

namespace Search.Citations.Recognition;

/// <summary>Finds every mention in one text, a clause or a note, in one pass over its tokens.</summary>
internal static class TextRecognizer
{
    /// <summary>The mentions of a text in a language.</summary>
    public static RecognizedText Recognize(string source, AuthorityList authorities, Language language) =>
        language.IsEnglish ? Recognize(source, authorities.Names) : TranslatedRecognizer.Recognize(source, authorities, language);

    /// <summary>The mentions of a text, in text order, none overlapping another, pinpoints bound.</summary>
    public static RecognizedText Recognize(string source, NameMatcher names)
    {
        using var text = TokenText.Of(source, names.Words);
        var mentions = new List<Mention>();
        var bodies = new BodyTrail(text);
        if (text.Count > 0) Scan(text, Parted(names.Find(source, text.NameWords, out _), source, names), bodies, mentions);
        var kept = Resolve(mentions);
        foreach (var mention in kept)
            if (mention is ActMention { Body: null, HasCue: true, Number.Shape: not ActShape.Plain } act)
                act.Near = bodies.Nearest(act.Number, act.IsDecision, act.FirstToken);
        TakeBodiesOfSeries(source, kept);
        PinpointBinder.Bind(text, kept);
        return new(source, kept, bodies.Named);
    }

    /// <summary>How many characters after a document's symbol something that it prints may be named: "(A/73/53), chap.
    /// IV, sect. A, resolution 37/17".</summary>
    private const int PartReach = 60;

    /// <summary>"document CBD/COP/15/17, decision 15/4", "(A/73/53), chap. IV, sect. A, resolution 37/17": the act is of the body in whose
    /// series or report it is printed.</summary>
    private static void TakeBodiesOfSeries(string source, List<Mention> mentions)
    {
        for (var i = 1; i < mentions.Count; i++)
        {
            if (mentions[i] is not ActMention { Body: null, HasCue: true, Head: null, Cue: OrganCue.None } act
                || mentions[i - 1] is not SymbolMention document)
                continue;
            if (act.Span.Start - document.Span.End is <= 0 or > PartReach
                || !NamesPart(source.AsSpan(document.Span.End, act.Span.Start - document.Span.End)))
                continue;
            act.Body = document.Symbol.Organ.Body is { IsOutsideUnitedNations: true } body ? body : Reports.BodyOf(document.Symbol);
        }
    }

    /// <summary>"), chap. IV, sect. A,": whether words name nothing but a part of a document.</summary>
    private static bool NamesPart(ReadOnlySpan<char> words)
    {
        if (!words.Contains(',')) return false;
        foreach (var range in words.SplitAny(' ', ',', '.', '(', ')', '\u00A0'))
        {
            var word = words[range];
            if (!word.IsEmpty && !IsNumberOfPart(word) && !PartWords.Contains(word)) return false;
        }
        return true;
    }

    /// <summary>"12", "IV", "A".</summary>
    private static bool IsNumberOfPart(ReadOnlySpan<char> word)
    {
        if (word.Length == 1 && char.IsAsciiLetter(word[0]) || !word.ContainsAnyExcept("IVXLC")) return true;
        return word.Length <= LongestNumeral && !word.ContainsAnyExceptInRange('0', '9');
    }

    private const int LongestNumeral = 3;

    private static readonly WordList PartWords = WordList.Of("parts-of-documents");

    /// <summary>"the Convention and the Protocols thereto" is two mentions: the convention by its name, and the group after it, which
    /// <see cref="PointerScanner"/> finds.</summary>
    private static List<NameMatch> Parted(List<NameMatch> matches, string source, NameMatcher names)
    {
        for (var i = 0; i < matches.Count; i++)
        {
            var span = matches[i].Span;
            var words = span.In(source);
            if (!words.EndsWith(" thereto", StringComparison.Ordinal)) continue;
            var and = words.LastIndexOf(" and ", StringComparison.Ordinal);
            if (and < 0) continue;
            var first = names.Find(words[..and]);
            if (first is not [var convention]) continue;
            matches[i] = convention with { Span = new(convention.Span.Start + span.Start, convention.Span.End + span.Start) };
        }
        return matches;
    }

    private static void Scan(TokenText text, List<NameMatch> matches, BodyTrail bodies, List<Mention> mentions)
    {
        var acts = new ActScanner(text, bodies, mentions);
        var symbols = new SymbolScanner(text, mentions);
        var registers = new RegisterScanner(text, mentions);
        var targets = new TargetScanner(text, mentions);
        var comments = new CommentScanner(text, mentions);
        var pointers = new PointerScanner(text, mentions);
        var titles = new TitleScanner(text, mentions);
        var nextName = 0;
        var barrier = 0; // first token after the last mention
        for (var i = 0; i < text.Count;)
        {
            var start = text.Start(i);
            if (text.CannotStartMention(i) && (nextName == matches.Count || matches[nextName].Span.Start > start))
            {
                i++;
                continue;
            }
            while (nextName < matches.Count && matches[nextName].Span.Start < start) nextName++;
            if (text.MayBeginBody(i) && BodyList.At(text, i, out var bodyEnd) is { } body) bodies.Add(i, bodyEnd, body);
            if (nextName < matches.Count && matches[nextName].Span.Start == start)
            {
                var match = matches[nextName++];
                mentions.Add(new NameMention { Span = match.Span, Match = match });
                var behind = text.IndexAt(match.Span.End);
                for (var inside = i + 1; inside < behind; inside++)
                    if (text.MayBeginBody(inside) && BodyList.At(text, inside, out bodyEnd) is { } named)
                        bodies.Add(inside, bodyEnd, named);
                i = barrier = Math.Max(behind, i + 1);
                continue;
            }
            var end = text[i] switch
            {
                Word.Resolution or Word.Resolutions or Word.Decision or Word.Decisions => acts.AtWord(i),
                Word.CouncilAcronym => acts.AtCouncilAcronym(i),
                Word.Digits => acts.AtMisreadSymbol(i) is var misread && misread > i ? misread : acts.AtNumber(i),
                Word.Sign => text.Is(i, '!') ? acts.AtNumber(i) : i,
                Word.Treaty when text[i + 1] == Word.Series => registers.AtTreatySeries(i),
                Word.Sales => registers.AtSales(i),
                Word.Statement or Word.Presidential => StatementScanner.At(text, i, mentions),
                Word.Ibid => Ibid(text, i, registers, mentions),
                Word.Target or Word.Goal => targets.At(i),
                Word.Document => symbols.AfterDocument(i),
                Word.General => comments.At(i),
                Word.No => comments.AtNo(i),
                Word.That or Word.This or Word.Said or Word.Same or Word.AboveMentioned or Word.Above or Word.The or Word.Present
                    or Word.Its => pointers.At(i),
                Word.Thereto => Thereto(i, pointers),
                Word.Previous or Word.Relevant or Word.Subsequent or Word.OtherWord => Collective(text, i, mentions),
                var word when word.IsWork() => titles.At(i, barrier),
                _ => text.IsCapitalized(i) ? Capital(text, i, ref acts, symbols, mentions) : i,
            };
            if (end > i)
            {
                // a name that begins inside is read too: which of the two is kept is decided by their ranks
                if (nextName < matches.Count && matches[nextName].Span.Start < text.Start(end))
                    end = Math.Max(i + 1, text.IndexAt(matches[nextName].Span.Start));
                i = barrier = end;
                continue;
            }
            // a work's noun is read after whatever else its word could begin
            if (text.IsCapitalized(i) && text.Is(i + 1, '/') && symbols.At(i) is var behindSymbol && behindSymbol > i)
                i = barrier = behindSymbol;
            else i++;
        }
    }

    /// <summary>"OP4", "PP 2": paragraphs as delegates call them; "PP 2 of resolution 55/25" is none of this document.</summary>
    private static int ParagraphLabel(TokenText text, int i, List<Mention> mentions)
    {
        if (text.Chars(i) is not ("OP" or "PP") || text.Glued(i) || text.Number(i + 1) is not (> 0 and < 200)
            || text.Start(i + 1) - text.EndOf(i) > 1)
            return i;
        if (text.Glued(i + 2) && (text.IsLetters(i + 2) || text.Is(i + 2, '/'))) return i;
        if (text[i + 2] is Word.Of or Word.In && !IsThis(text, i + 3)) return i;
        var number = text.Number(i + 1);
        var pinpoint = string.Create(CultureInfo.InvariantCulture, $"{(text.Chars(i) is "PP" ? "preambular para." : "para.")} {number}");
        mentions.Add(new SelfMention
        {
            Span = text.Span(i, i + 2),
            Pinpoint = pinpoint,
            PinpointSpan = text.Span(i, i + 2),
            IsUnlocated = text.Chars(i) is "OP",
            Paragraphs = [number]
        });
        return i + 2;
    }

    /// <summary>"this resolution", "the present resolution".</summary>
    private static bool IsThis(TokenText text, int i) => text[i] == Word.This || text[i] == Word.The && text[i + 1] == Word.Present;

    private static int Capital(TokenText text, int i, ref ActScanner acts, SymbolScanner symbols, List<Mention> mentions)
    {
        if (text[i + 1] == Word.Digits && text.Chars(i) is "OP" or "PP") return ParagraphLabel(text, i, mentions);
        if (!text.Glued(i + 1)) return text.Chars(i) is "WHA" ? acts.AtNumber(i) : i;
        if (text.Is(i + 1, '/'))
        {
            var end = symbols.At(i);
            return end > i ? end : acts.AtNumber(i);
        }
        if (text.IsDash(i + 1) && symbols.AtSessionSymbol(i) is var behind && behind > i) return behind;
        if (text.Is(i + 1, '.') && symbols.AtNumberedRoot(i) is var session && session > i) return session;
        return text.IsDash(i + 1) || text.Is(i + 1, '.') || text[i + 1] == Word.Digits ? acts.AtNumber(i) : i;
    }

    private static int Ibid(TokenText text, int i, RegisterScanner registers, List<Mention> mentions)
    {
        var end = registers.AtIbid(i);
        if (end > i) return end;
        end = text.Is(i + 1, '.') ? i + 2 : i + 1;
        mentions.Add(new IbidMention { Span = text.Span(i, end) });
        return end;
    }

    private static int Thereto(int i, PointerScanner pointers)
    {
        pointers.AtThereto(i);
        return i;
    }

    /// <summary>"all its previous resolutions", "relevant resolutions of the Council": a group without a list.</summary>
    private static int Collective(TokenText text, int i, List<Mention> mentions)
    {
        var at = i + 1;
        while (at < i + 4 && text[at] is Word.Previous or Word.Relevant or Word.Subsequent or Word.OtherWord or Word.And) at++;
        while (BodyList.At(text, at, out var end) is not null) at = end;
        if (text[at] is not (Word.Resolutions or Word.Decisions) || text[at + 1] == Word.Digits) return i;
        var first = i;
        while (text[first - 1] is Word.All or Word.Its or Word.The) first--;
        mentions.Add(new CollectiveMention { Span = text.Span(first, at + 1) });
        return i; // bodies and numbers among its words are still read
    }

    /// <summary>Whether a span overlaps another and ends before it does.</summary>
    private static bool EndsInside(TextSpan span, TextSpan other) => other.Overlaps(span) && other.End > span.End;

    /// <summary>Of mentions that overlap the one of higher rank is kept, else the longer, else the earlier.</summary>
    public static List<Mention> Resolve(List<Mention> mentions)
    {
        if (mentions.Count == 0) return mentions;
        mentions.Sort((a, b) => a.Span.CompareTo(b.Span));
        var kept = new List<Mention>(mentions.Count);
        foreach (var mention in mentions)
        {
            var place = true;
            // "the Conference of the States Parties to the Convention against Corruption resolution 8/4": the act begins after the name
            if (kept.Count > 0 && kept[^1] is ActMention act && mention is NameMention && EndsInside(mention.Span, act.Span))
            {
                act.Span = new(mention.Span.End + 1, act.Span.End);
                kept.Insert(kept.Count - 1, mention);
                continue;
            }
            while (kept.Count > 0 && kept[^1].Span.Overlaps(mention.Span))
            {
                var last = kept[^1];
                // parts of one number, letters or volumes, share their words
                if (last.GetType() == mention.GetType() && last is ActMention or SeriesMention or SymbolMention) break;
                if (last.Rank > mention.Rank || last.Rank == mention.Rank && last.Span.Length >= mention.Span.Length)
                {
                    place = false;
                    break;
                }
                kept.RemoveAt(kept.Count - 1);
            }
            if (place) kept.Add(mention);
        }
        return kept;
    }
}

/// <summary>A text with its mentions, and the bodies that it names.</summary>
internal sealed record RecognizedText(string Text, List<Mention> Mentions, IReadOnlyList<(int First, int End, Body Body)> Bodies)
{
    /// <summary>The mention that holds a place, or null.</summary>
    public Mention? At(TextSpan span)
    {
        var after = IndexFrom(span.Start + 1);
        return after > 0 && Mentions[after - 1].Span.End >= span.End ? Mentions[after - 1] : null;
    }

    /// <summary>The first mention that starts at a place or after it, or null.</summary>
    public Mention? FirstFrom(int place) => IndexFrom(place) is var at && at < Mentions.Count ? Mentions[at] : null;

    /// <summary>How many mentions start before a place: they are in the order of the text.</summary>
    public int IndexFrom(int place)
    {
        int low = 0, high = Mentions.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Mentions[middle].Span.Start < place) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
