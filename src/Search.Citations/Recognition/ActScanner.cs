using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>
/// Finds resolutions and decisions cited by number, with the lists that inherit word and organ:
/// "General Assembly resolutions 46/182 of 19 December 1991, 48/57 of 14 December 1993 and 59/141".
/// </summary>
internal sealed class ActScanner(TokenText text, BodyTrail bodies, List<Mention> mentions)
{
    private ActMention? _last;
    private int _listEnd = -1;      // index behind the last item of the open list, its date included
    private int _listSentence = -1;
    private bool _listDecision;

    /// <summary>Reads the act that begins at the word "resolution" or "decision"; returns the index behind what was used, or <paramref name="i"/>.</summary>
    public int AtWord(int i)
    {
        if (text.Glued(i) && text.Is(i - 1, '/')) return i; // "C-25/DEC.9" is a symbol
        var at = i + 1;
        while (text[at] == Word.No || text.Is(at, '.') || text.Is(at, ':') || text.Is(at, '(') && text[at + 1] != Word.Digits) at++;
        // "General Assembly resolutions, 76/169 of ..."
        if (text.Is(at, ',') && text[i] is Word.Resolutions or Word.Decisions && ActNumberReader.Read(text, at + 1) is { Shape: not ActShape.Plain }) at++;
        if (ActNumberReader.Read(text, at) is not { } number) return i;
        var decision = text[i] is Word.Decision or Word.Decisions;
        if (number.Shape == ActShape.Plain && Organ(i).Body?.Code == "WHA" && ActNumberReader.ReadHealth(text, at) is { } health) number = health;
        if (number.Shape == ActShape.Plain && !IsPlainAct(i, number)) return i;
        var (cue, body, noun, first) = Organ(i);
        var date = ReadDate(number.End, out var end);
        var item = Add(number, text.Span(first, number.End).Start, decision, cue, body, noun, Context(i, number, cue), null, date, true);
        Open(item, end, decision);
        return number.End;
    }

    /// <summary>Reads an act whose number begins at token <paramref name="i"/> with no word before it; returns the index behind it, or <paramref name="i"/>.</summary>
    public int AtNumber(int i)
    {
        if (ActNumberReader.Read(text, i) is not { } number) return i;
        var inherits = Continues(i);
        if (!inherits && !SpeaksForItself(number)) return i;
        if (number.Shape == ActShape.Plain) return i;
        var head = inherits ? _last!.Head ?? _last : null;
        var date = ReadDate(number.End, out var end);
        var item = Add(number, text.Start(i), inherits && _listDecision, inherits ? OrganCue.Inherited : OrganCue.None, null, Word.Other, null, head, date, inherits);
        if (inherits) Open(item, end, _listDecision);
        return number.End;
    }

    /// <summary>"8/24600": a scan reads the S of the Council's documents as a figure; a session with so many numbers there never was.</summary>
    public int AtMisreadSymbol(int i)
    {
        if (text.Chars(i) is not ("8" or "5") || text.Glued(i) && !text.Is(i - 1, '(') || !text.Is(i + 1, '/') || !text.Glued(i + 1) || !text.Glued(i + 2)) return i;
        if (text.Number(i + 2) is not (>= 1000 and <= 39999) || text.Glued(i + 3) && (text.Is(i + 3, '/') || text[i + 3] == Word.Digits || text.IsLetters(i + 3))) return i;
        mentions.Add(new SymbolMention { Span = text.Span(i, i + 3), Symbol = DocumentSymbol.Parse($"S/{text.Chars(i + 2)}", null) });
        return i + 3;
    }

    private void Open(ActMention item, int end, bool decision)
    {
        _last = item;
        _listEnd = end;
        _listSentence = text.Sentence(end - 1);
        _listDecision = decision;
    }

    private ActMention Add(PrintedNumber number, int start, bool decision, OrganCue cue, Body? body, Word noun, Body? context, ActMention? head, DateOnly? date, bool hasCue)
    {
        ActMention? added = null;
        var letters = number.Act.Letters;
        for (var n = 0; n < Math.Max(1, letters.Length); n++)
        {
            var mention = new ActMention
            {
                Span = new(n == 0 ? start : text.Start(number.First), text.EndOf(number.End - 1)),
                Number = number.Act,
                FirstToken = number.First,
                Letter = letters.IsEmpty ? null : letters[n],
                IsDecision = decision,
                Cue = n == 0 ? cue : OrganCue.Inherited,
                Body = body,
                Noun = noun,
                Context = context,
                Head = n == 0 ? head : head ?? added,
                Date = date,
                HasCue = hasCue,
            };
            added ??= mention;
            mentions.Add(mention);
        }
        if (body is null && head is null) BodyBehind(added!, number.End);
        return added!;
    }

    private Body? Context(int i, PrintedNumber number, OrganCue cue)
    {
        if (cue == OrganCue.Named) return null;
        return number.Shape == ActShape.Plain ? bodies.LastWith(number.Act, text.Sentence(i)) : bodies.ActsOf(text.Sentence(i));
    }

    /// <summary>"resolution 3/2 of 6 May 1994 of the Commission on ...": an organ named behind the number.</summary>
    private void BodyBehind(ActMention mention, int i)
    {
        DateReader.Skip(text, i, out _);
        var at = DateReader.Skip(text, i, out _);
        if (text.Is(at, ',')) at++;
        if (text[at] == Word.Adopted) at++;
        if (text[at] is not (Word.Of or Word.By)) return;
        at++;
        if (text[at] == Word.The) at++;
        if (BodyList.At(text, at, out _) is { } body) mention.Body = body;
    }

    /// <summary>The organ beside the word "resolution", and the first token of the mention.</summary>
    private (OrganCue Cue, Body? Body, Word Noun, int First) Organ(int i)
    {
        var before = i - 1;
        // "its previous resolutions", "its annual resolution", "Council draft resolution"
        for (var skipped = 0; skipped < 3 && text.IsLetters(before) && !text.IsCapitalized(before) && text[before] is Word.Previous or Word.Relevant or Word.Subsequent or Word.Other or Word.OtherWord && !IsPreposition(before); skipped++)
            before--;
        if (text[before] is Word.Its or Word.Our or Word.Their)
        {
            var owner = text[before] == Word.Our ? null : bodies.OwnerOf(before);
            return (OrganCue.Possessive, owner, Word.Other, before);
        }
        before = i - 1;
        if (text.IsLetters(before) && text.Chars(before) is "s" && (text.Is(before - 1, '’') || text.Is(before - 1, '\''))) before -= 2;
        if (bodies.EndingAt(before + 1) is { } named) return (OrganCue.Named, named.Body, Word.Other, named.First);
        if (text[before].IsBody() && text.IsCapitalized(before)) return (OrganCue.Noun, null, text[before], before);
        return (OrganCue.None, null, Word.Other, i);
    }

    private bool IsPreposition(int i) => text.Chars(i).Length <= 2;

    /// <summary>Whether token <paramref name="i"/> continues the open list: a comma or "and" stands before it, and nothing but dates, titles and pinpoints since.</summary>
    private bool Continues(int i)
    {
        if (_last is null || text.Sentence(i) != _listSentence || i < _listEnd) return false;
        if (i == _listEnd && _last.Date is not null) return true; // the comma was lost
        var before = i - 1;
        if (text[before] is Word.And or Word.Or or Word.To or Word.With or Word.By or Word.As || text[before] == Word.The) return Near(i);
        return (text.Is(before, ',') || text.Is(before, ';') || text.Is(before, '(') || text.IsDash(before)) && Near(i);
    }

    /// <summary>A list may have titles between its numbers, but not another act's word or half a page.</summary>
    private bool Near(int i) => i - _listEnd < 120;

    private bool SpeaksForItself(PrintedNumber number)
    {
        if (IsRegister(number.First - 1)) return false;
        return number.Shape switch
        {
            ActShape.Year => Bodies.SecurityCouncil.Sessions.Holds(number.Act),
            ActShape.Roman => text.IsCapitalized(number.End - 2) && (number.Act.Letters.Length > 0 || number.Act.Number > 100 && number.Act.SessionValue <= 70),
            ActShape.Health => text.Chars(number.First) is "WHA",
            ActShape.Party => true,
            _ => false,
        };
    }

    /// <summary>"vol. 75 (1950)", "No. 15 (2002)", "p. 12 (1961)", "rule 5 (1)": a number of something else.</summary>
    private bool IsRegister(int before)
    {
        if (text.Is(before, '.'))
        {
            before--;
            return text[before] is Word.Vol or Word.No or Word.Page or Word.Supplement || text[before].IsUnit();
        }
        return text[before] is Word.Vol or Word.No or Word.Page or Word.Supplement or Word.Digits || text[before].IsUnit() || text[before].IsMonth()
            || text.Is(before, '/') || text.Is(before, '$') || text.Is(before, '-');
    }

    /// <summary>"resolution 7 of 7 May 1995", "resolution 4 (I)", "resolution 1, adopted by": a plain number wants a date or a body beside it.</summary>
    private bool IsPlainAct(int i, PrintedNumber number)
    {
        if (number.Act.Number is 0 or > 5000 || text.IsCapitalized(i) && i == 0) return false;
        var date = DateReader.Skip(text, number.End, out _);
        if (date > number.End) return true;
        var (_, body, _, _) = Organ(i);
        return body is { } named && (named.Numbers.AllowsAny || named.CanHave(number.Act));
    }

    private DateOnly? ReadDate(int i, out int end)
    {
        end = DateReader.Skip(text, i, out var date);
        return date;
    }
}
