using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>
/// Finds resolutions and decisions cited by number, with the lists that inherit word and organ:
/// "General Assembly resolutions 46/182 of 19 December 1991, 48/57 of 14 December 1993 and 59/141".
/// </summary>
internal struct ActScanner(TokenText text, BodyTrail bodies, List<Mention> mentions)
{
    private ActMention? _last;
    private int _listEnd = -1;      // index after the last item of the open list, its date included
    private int _listSentence = -1;
    private bool _listDecision;
    private bool _listPlural;
    private int _collective = -1;   // the last "resolutions" or "decisions" that no number follows
    private static readonly WordList MeasuringUnits = WordList.Of("measuring-units");
    private static readonly WordList ForeignOwners = WordList.Of("foreign-owners");

    /// <summary>A smaller plain number is a part of a report ("chap. I, resolution 1") unless a date or a body is beside it.</summary>
    private const int SmallestLoneNumber = 200;

    /// <summary>No body that numbers its acts without a session has come so far.</summary>
    private const int LargestPlainNumber = 5000;

    /// <summary>Numbers of the Council's documents that a scan can make a session and a number of.</summary>
    private const int LeastCouncilDocument = 1000, GreatestCouncilDocument = 39999;

    /// <summary>Adjectives between an owner and the noun of its act, and words between two plain numbers of a list.</summary>
    private const int MostAdjectives = 3, WordsOfJoint = 2;

    /// <summary>Words between two numbers of a list, with their titles.</summary>
    private const int FarthestInList = 120;

    /// <summary>A number with a session in roman numerals speaks for itself above the one and up to the other.</summary>
    private const int LeastRomanNumber = 100, LastRomanSession = 70;

    /// <summary>The numbers between the ends of a longer range are not spelled out.</summary>
    private const int LongestRange = 60;

    /// <summary>Reads the act that begins at the word "resolution" or "decision"; returns the index after what was used, or
    /// <paramref name="i"/>.</summary>
    public int AtWord(int i)
    {
        if (text.Glued(i) && text.Is(i - 1, '/')) return i; // "C-25/DEC.9" is a symbol
        if (IsOfNobody(i)) return i;
        var at = i + 1;
        if (IsPartAbove(i)) return AddPart(i);
        while (text[at] == Word.No || text.Sign(at) is '.' or ':' || text.Is(at, '(') && text[at + 1] != Word.Digits) at++;
        // "General Assembly resolutions, 76/169 of ..."
        if (text.Is(at, ',') && text[i] is Word.Resolutions or Word.Decisions
            && ActNumberReader.Read(text, at + 1) is { Shape: not ActShape.Plain })
            at++;
        if (ActNumberReader.Read(text, at) is not { } number)
        {
            _collective = text[i] is Word.Resolutions or Word.Decisions ? i : _collective;
            return i;
        }
        var decision = text[i] is Word.Decision or Word.Decisions;
        if (number.Shape == ActShape.Plain && Organ(i).Body?.Code == "WHA" && ActNumberReader.ReadHealth(text, at) is { } health)
            number = health;
        if (number.Shape == ActShape.Plain && !IsPlainAct(i, number) || IsMeasure(number)) return i;
        var (cue, body, noun, first) = Organ(i);
        var date = ReadDate(number.End, out var end);
        var item = Add(number, text.Span(first, number.End).Start, decision, cue, body, noun, Context(i, number, cue), null, date, true);
        // "European Union Council decision"
        if (item.Body is null && cue == OrganCue.None && text[i - 1].IsBody() && text.IsCapitalized(i - 1)) item.IsOfUnlisted = true;
        Open(item, end, decision, text[i] is Word.Resolutions or Word.Decisions);
        return number.End;
    }

    /// <summary>Reads "UNSCR 2250", "SCR 1820 (2008)", whose acronym is token <paramref name="i"/>; returns the index after it, or
    /// <paramref name="i"/>.</summary>
    public int AtCouncilAcronym(int i)
    {
        if (!text.IsCapitalized(i) || text.Glued(i)
            || (GluedNumber(i + 1) ?? ActNumberReader.Read(text, i + 1)) is not { Shape: ActShape.Plain or ActShape.Year } number)
            return i;
        var letters = text.Chars(i).TrimEnd('s');
        if (!letters.SequenceEqual("UNSCR") && !letters.SequenceEqual("SCR")) return i;
        var date = ReadDate(number.End, out var end);
        var item = Add(number, text.Start(i), false, OrganCue.Named, Bodies.SecurityCouncil, Word.Other, null, null, date, true);
        Open(item, end, false, text.Chars(i)[^1] == 's');
        return number.End;
    }

    /// <summary>"UNSCR1325".</summary>
    private PrintedNumber? GluedNumber(int i) =>
        text.Glued(i) && text.Number(i) > 0 ? new(new() { Shape = ActShape.Plain, Number = text.Number(i) }, i, i + 1) : null;

    /// <summary>"a resolution 70/1 dpi", "my resolution", "H.R. Res. 55/25": no organ of the United Nations speaks so.</summary>
    private bool IsOfNobody(int i)
    {
        var before = i - 1;
        if (text.Is(before, '.') && text.IsLetter(before - 1)) return true;
        return ForeignOwners.Contains(text.Chars(before));
    }

    /// <summary>"70/1 dpi": a unit after a number makes it a quantity.</summary>
    private bool IsMeasure(PrintedNumber number) =>
        MeasuringUnits.Contains(text.Chars(number.End));

    /// <summary>"resolution A above": a part of the document itself.</summary>
    private bool IsPartAbove(int i) =>
        text[i] is Word.Resolution or Word.Decision && text.IsLetter(i + 1) && text[i + 2] is Word.Above or Word.Below;

    private int AddPart(int i)
    {
        mentions.Add(new SelfMention
        {
            Span = text.Span(i, i + 3),
            Pinpoint = "part " + text.Chars(i + 1).ToString(),
            PinpointSpan = text.Span(i, i + 2)
        });
        return i + 3;
    }

    /// <summary>Reads an act whose number begins at token <paramref name="i"/> with no word before it; returns the index after it, or
    /// <paramref name="i"/>.</summary>
    public int AtNumber(int i)
    {
        if (ActNumberReader.Read(text, i) is not { } number) return i;
        var inherits = Continues(i);
        if (!inherits && Governing(i) is >= 0 and var word && number.Shape != ActShape.Plain) return AtGoverned(i, word, number);
        if (!inherits && !SpeaksForItself(number)) return i;
        if (number.Shape == ActShape.Plain && !IsPlainItem(i, number) || IsMeasure(number)) return i;
        var head = inherits ? _last!.Head ?? _last : null;
        var date = ReadDate(number.End, out var end);
        var item = Add(number, text.Start(i), inherits
            && _listDecision, inherits ? OrganCue.Inherited : OrganCue.None, null, Word.Other, null, head, date,
            inherits && number.Shape != ActShape.Plain);
        if (inherits) Open(item, end, _listDecision, _listPlural);
        return number.End;
    }

    private int AtGoverned(int i, int word, PrintedNumber number)
    {
        var decision = text[word] == Word.Decisions;
        var (cue, body, noun, _) = Organ(word);
        if (body is null && BodyPhrases.Behind(text, word + 1) is { } owner) (cue, body, noun) = (OrganCue.Named, owner.Body, owner.Noun);
        var date = ReadDate(number.End, out var end);
        var item = Add(number, text.Start(i), decision, body is null && cue == OrganCue.Named
            ? OrganCue.Noun
            : cue, body, noun, null, null, date, true);
        Open(item, end, decision, true);
        return number.End;
    }

    /// <summary>"8/24600": a scan reads the S of the Council's documents as a figure; no session ever had that many numbers.</summary>
    public int AtMisreadSymbol(int i)
    {
        if (text.Chars(i) is not ("8" or "5") || text.Glued(i) && !text.Is(i - 1, '(')) return i;
        if (!text.IsGlued(i + 1, '/') || !text.Glued(i + 2)) return i;
        if (text.Number(i + 2) is not (>= LeastCouncilDocument and <= GreatestCouncilDocument)) return i;
        if (text.Glued(i + 3) && (text.Is(i + 3, '/') || text[i + 3] == Word.Digits || text.IsLetters(i + 3))) return i;
        mentions.Add(new SymbolMention { Span = text.Span(i, i + 3), Symbol = DocumentSymbol.Parse($"S/{text.Chars(i + 2)}", null) });
        return i + 3;
    }

    private void Open(ActMention item, int end, bool decision, bool plural)
    {
        _listPlural = plural;
        _last = item;
        _listEnd = end;
        _listSentence = text.Sentence(end - 1);
        _listDecision = decision;
    }

    private ActMention Add(PrintedNumber number, int start, bool decision, OrganCue cue, Body? body, Word noun, Body? context,
        ActMention? head, DateOnly? date, bool hasCue)
    {
        ActMention? added = null;
        var letters = number.Act.Letters;
        foreach (var (n, member) in Members(number))
        {
            var mention = new ActMention
            {
                Span = new(n == 0 ? start : text.Start(number.First), text.EndOf(number.End - 1)),
                Number = member,
                FirstToken = number.First,
                Letter = letters.IsEmpty ? null : letters[n],
                IsDecision = decision,
                Cue = n == 0 ? cue : OrganCue.Inherited,
                Body = body,
                Noun = noun,
                Context = context,
                Head = n == 0 ? head : head ?? added,
                Date = date,
                Year = date is null ? YearAt(number.End) : date.Value.Year,
                HasCue = hasCue,
            };
            added ??= mention;
            mentions.Add(mention);
        }
        // the organ after the last number of a list is that of all
        var first = head ?? added!;
        if (first is { Body: null, IsOfUnlisted: false } && first.Cue is OrganCue.None or OrganCue.Possessive)
            ReadBehind(first, number.End);
        if (first is { Body: null, IsOfUnlisted: false } && AgentBefore(first) is { } agent) Take(first, agent);
        return added!;
    }

    /// <summary>What a number means: itself, each of its letters, or each number of a range ("61/144–147").</summary>
    private static IEnumerable<(int Index, ActNumber Number)> Members(PrintedNumber number)
    {
        var (act, end) = (number.Act, number.RangeEnd);
        var last = end - act.Number is > 0 and <= LongestRange and var length ? length : end > 0 ? 1 : Math.Max(1, act.Letters.Length) - 1;
        for (var n = 0; n <= last; n++)
            yield return (n, end == 0 ? act : act with { Number = n == last ? end : act.Number + n });
    }

    private Body? Context(int i, PrintedNumber number, OrganCue cue)
    {
        if (cue == OrganCue.Named) return null;
        if (number.Shape != ActShape.Plain)
            return (cue == OrganCue.None ? bodies.AdopterOf(i)?.Body ?? bodies.Receiver(i) : null) ?? bodies.ActsOf(text.Sentence(i));
        return DateReader.Skip(text, number.End, out _) > number.End || bodies.IsJustBefore(i)
            ? bodies.LastWith(number.Act, text.Sentence(i))
            : null;
    }

    /// <summary>"resolution 3/2 of 6 May 1994 of the Commission on ...", "in its resolution 54/18 of 12 October 2023, the Council decided":
    /// an organ named after the number.</summary>
    private void ReadBehind(ActMention mention, int i)
    {
        var owner = BodyPhrases.Behind(text, i) ?? (mention.Cue == OrganCue.Possessive ? BodyPhrases.SubjectBehind(text, i) : null);
        if (owner is { } found) Take(mention, found);
    }

    private static void Take(ActMention mention, BodyPhrase owner)
    {
        mention.Body = owner.Body;
        mention.IsOfUnlisted = owner.IsUnlisted;
        if (owner.Noun != Word.Other) mention.Noun = owner.Noun;
    }

    private Body? BodyBehind(int i) => BodyPhrases.Behind(text, i)?.Body;

    /// <summary>The organ beside the word "resolution", and the first token of the mention.</summary>
    private (OrganCue Cue, Body? Body, Word Noun, int First) Organ(int i)
    {
        var before = i - 1;
        // "its previous resolutions", "its annual resolution", "Council draft resolution"
        while (i - before <= MostAdjectives && IsAdjective(before)) before--;
        if (text[before] is Word.Its or Word.Our or Word.Their)
        {
            var owner = text[before] == Word.Our ? null : bodies.OwnerOf(before);
            return (OrganCue.Possessive, owner?.Body, owner?.Noun ?? Word.Other, before);
        }
        before = i - 1;
        if (text.Chars(before) is "s" && text.IsApostrophe(before - 1)) before -= 2;
        if (bodies.EndingAt(before + 1) is { } named) return (OrganCue.Named, named.Body, Word.Other, named.First);
        if (text[before].IsBody() && text.IsCapitalized(before) && !IsPartOfName(before))
            return (OrganCue.Noun, null, text[before], before);
        return (OrganCue.None, null, bodies.AdopterOf(i)?.Noun ?? Word.Other, i);
    }

    /// <summary>"International Organization for Migration Council", "its Council": the noun ends the name of a
    /// body of another organization.</summary>
    private bool IsPartOfName(int noun) => text[noun - 1] is Word.Its or Word.Their || noun > 1 && IsCapitalInSentence(noun - 1);

    /// <summary>Whether a word has its capital because it is a name, not because a sentence begins.</summary>
    private bool IsCapitalInSentence(int i) =>
        text.IsCapitalized(i) && text[i] != Word.The && text.Sentence(i) == text.Sentence(i - 1);

    /// <summary>"previous", "annual": a small word before the noun of an act that its owner may precede.</summary>
    private bool IsAdjective(int i) =>
        text[i] is Word.Previous or Word.Relevant or Word.Subsequent or Word.Other or Word.OtherWord && text.IsLetters(i)
            && !text.IsCapitalized(i) && !IsPreposition(i);

    /// <summary>"the adoption by the Commission on Narcotic Drugs of its resolution 58/4": the body before the word of
    /// the first mention of a list.</summary>
    private BodyPhrase? AgentBefore(ActMention first)
    {
        if (first.Cue is not (OrganCue.None or OrganCue.Possessive)) return null;
        var word = text.IndexAt(first.Span.Start);
        return text[word - 1] == Word.Of ? BodyPhrases.Agent(text, word - 1) : null;
    }

    private bool IsPreposition(int i) => text.Chars(i).Length <= 2;

    /// <summary>Whether token <paramref name="i"/> continues the open list: a comma or "and" precedes it, and nothing but
    /// dates, titles and pinpoints since.</summary>
    private bool Continues(int i)
    {
        if (_last is null || text.Sentence(i) != _listSentence || i < _listEnd) return false;
        if (i == _listEnd && _last.Date is not null) return true; // the comma was lost
        var before = i - 1;
        if (text[before] is Word.And or Word.Or or Word.To or Word.With or Word.By or Word.As or Word.The || IsEmphasis(before))
            return Near(i);
        return (text.Sign(before) is ',' or ';' or '(' || text.IsDash(before)) && Near(i);
    }

    /// <summary>"including", "in particular", "especially", "notably".</summary>
    private bool IsEmphasis(int i) =>
        text[i] is Word.Including or Word.Especially or Word.Notably || text[i] == Word.Particular && text[i - 1] == Word.In;

    /// <summary>"its relevant resolutions on lamps, including 78/177": the word that governs a number after "including", or -1.</summary>
    private int Governing(int i) =>
        IsEmphasis(i - 1) && _collective >= 0 && i - _collective < FarthestGoverning && text.Sentence(_collective) == text.Sentence(i)
            ? _collective
            : -1;

    /// <summary>How many words a number may follow the "resolutions" that govern it.</summary>
    private const int FarthestGoverning = 40;

    /// <summary>A list may have titles between its numbers, but not another act's word or half a page.</summary>
    private bool Near(int i) => i - _listEnd < FarthestInList;

    private bool SpeaksForItself(PrintedNumber number)
    {
        if (IsRegister(number.First - 1)) return false;
        return number.Shape switch
        {
            ActShape.Year => Bodies.SecurityCouncil.Sessions.Holds(number.Act),
            ActShape.Roman =>
                text.IsCapitalized(number.End - 2)
                    && (number.Act.Letters.Length > 0
                        || number.Act.Number > LeastRomanNumber && number.Act.SessionValue <= LastRomanSession),
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
        return text[before] is Word.Vol or Word.No or Word.Page or Word.Supplement or Word.Digits || text[before].IsUnit()
            || text[before].IsMonth() || text.Sign(before) is '/' or '$' or '-';
    }

    /// <summary>
    /// "resolution 7 of 7 May 1995", "resolution 1, adopted by", "its resolution 2349", "resolution 1540": a plain number wants a date or a
    /// body beside it, or is one that only a running count reaches.
    /// </summary>
    private bool IsPlainAct(int i, PrintedNumber number)
    {
        if (number.Act.Number is 0 or > LargestPlainNumber || text.IsCapitalized(i) && i == 0) return false;
        var date = DateReader.Skip(text, number.End, out _);
        if (date > number.End) return true;
        var (cue, body, _, _) = Organ(i);
        if (body is not null && (body.Numbers.AllowsAny || body.CanHave(number.Act))) return true;
        if (BodyBehind(number.End) is { } behind && behind.CanHave(number.Act)) return true;
        var isPlausible = cue is OrganCue.Possessive or OrganCue.Noun
            || number.Act.Number > SmallestLoneNumber && text[i + 1] == Word.Digits;
        return body is null && isPlausible && !IsPartAhead(number.End);
    }

    /// <summary>"resolutions 1540 and 1887": a plain number continues with a list of several, and nothing but a
    /// comma or "and" is between.</summary>
    private bool IsPlainItem(int i, PrintedNumber number)
    {
        if (!_listPlural || i - _listEnd > WordsOfJoint) return false;
        if (number.Act.Number is not (> SmallestLoneNumber / 2 and < LargestPlainNumber)) return false;
        return !DateReader.IsDayAndMonth(text, i) && !IsCounted(number.End);
    }

    /// <summary>"May", "%", "per cent", "States": what a number before it counts.</summary>
    private bool IsCounted(int i) =>
        text[i].IsMonth() || text.Is(i, '%') || text.Chars(i) is "per" || text.IsCapitalized(i);

    /// <summary>"resolution 1, annex II" after a report is a part of it.</summary>
    private bool IsPartAhead(int i) => text.Is(i, '/') || text.Is(i, '-');

    /// <summary>The year of "resolution 48/104 of 1993"; 0 where none is printed.</summary>
    private int YearAt(int i) =>
        text[i] == Word.Of && text.Number(i + 1) is >= FirstYear and < LastYear and var year && !text[i + 2].IsMonth() ? year : 0;

    private const int FirstYear = 1946, LastYear = 2100;

    private DateOnly? ReadDate(int i, out int end)
    {
        // "resolution 33/9, adopted on 29 September 2016"
        if (text.Is(i, ',') && text[i + 1] == Word.Adopted && text[i + 2] == Word.On)
        {
            end = DateReader.Skip(text, i + 1, out var adopted);
            if (adopted is not null) return adopted;
        }
        end = DateReader.Skip(text, i, out var date);
        return date;
    }
}
