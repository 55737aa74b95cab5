using System.Globalization;
using Search.Citations.Recognition;
using Search.Resolutions.Vocabulary;
using Search.Resolutions;

namespace Search.Citations.Linking;

/// <summary>
/// Joins numbered acts to their organ: named, inherited in a list, "its", told by an impossible session,
/// by a noun nearby; else it abstains.
/// </summary>
/// <param name="isHeld">Whether a symbol is that of a document at hand: what exists needs no table to vouch for its number.</param>
/// <param name="inContext">Whether anything but a number says that the text is about the United Nations.</param>
internal sealed class ActLinker(Func<string, bool> isHeld, bool inContext)
{
    private readonly Dictionary<Word, List<Body>> _lastCalled = [];
    private readonly Dictionary<ActMention, Body> _bodies = [];
    private readonly HashSet<string> _named = [];

    /// <summary>Remembers that a body was named, so that "the Council" can mean it.</summary>
    public void Note(Body body)
    {
        _named.Add(body.Code);
        if (body.Noun() == Word.Other) return;
        if (!_lastCalled.TryGetValue(body.Noun(), out var list)) _lastCalled[body.Noun()] = list = [];
        list.Remove(body);
        list.Add(body);
    }

    /// <summary>What an act's number means, with the reason: one work, several that the evidence leaves, or none.</summary>
    public ActReading Link(ActMention mention, Body? enacting)
    {
        var reading = AsLinked(Read(mention, enacting), mention);
        if (reading.Body is not { } body) return reading;
        _bodies[mention] = body;
        if (!reading.IsFound) return reading;
        var number = mention.Number;
        if (body.Code == "SC" && number.Shape == ActShape.Plain)
        {
            // "Security Council resolution 1325": the running number gives the year
            if (mention.IsDecision || YearOf(number.Number) is not { } adopted) return ActReading.None(EvidenceText.NoYear);
            number = number with
            {
                Shape = ActShape.Year,
                Session = adopted.ToString(CultureInfo.InvariantCulture),
                SessionValue = adopted
            };
            if (mention.Date is { } printed && printed.Year != adopted)
                return ActReading.Contradicted(
                    new(ActConflictKind.Date, body.Act(number, false, mention.Letter), body, number, false,
                        EvidenceText.OtherYear(mention.Number.Number, adopted, printed.Year)), exists: true);
            reading = reading with { Reason = reading.Reason + " " + EvidenceText.YearFollows };
        }
        return reading with { Id = body.Act(number, mention.IsDecision, mention.Letter) };
    }

    /// <summary>
    /// Holds the words against the link that the file states for them. Where they leave the organ open, the link
    /// decides; where they name one, they do, and the evidence says that the link differs.
    /// </summary>
    private ActReading AsLinked(ActReading reading, ActMention mention)
    {
        if (mention.Linked is { Act: { } other } wrong && other.Number != mention.Number)
            return reading.IsFound ? reading with { Reason = $"{reading.Reason} {EvidenceText.LinkDiffers(wrong)}" } : reading;
        if (mention.Linked is not { Act.Body: { } linked } symbol || linked == reading.Body || mention.IsOfUnlisted
            || reading.Conflict is not null)
            return reading;
        var isOpen = !reading.IsFound || reading.Reason == EvidenceText.Enacting && mention.Near == linked;
        if (isOpen && May(linked, mention)) return ActReading.Of(linked, EvidenceText.LinkStated);
        return reading.IsFound ? reading with { Reason = $"{reading.Reason} {EvidenceText.LinkDiffers(symbol)}" } : reading;
    }

    /// <summary>Why an act cannot be of a body, or null where nothing speaks against it. What is at hand exists,
    /// whatever the tables say.</summary>
    private ActConflict? Objection(Body body, ActMention mention)
    {
        var number = mention.Number;
        if (!body.CanHave(number)) return Conflict(ActConflictKind.Number, EvidenceText.NoSuchNumber(body.Code));
        if (number.Shape == ActShape.Plain) return null;
        if (mention.Date is { } date && !body.IsInSession(number, date))
            return Conflict(ActConflictKind.Date, number.Shape == ActShape.Year
                ? EvidenceText.DateOfYear(date.Year)
                : EvidenceText.DateOutside(date, body.Code, number.Session));
        if (mention is { Date: null, Year: > 0 and var year } && !MetIn(body, number, year))
            return Conflict(ActConflictKind.Date, EvidenceText.YearOutside(year, body.Code, number.Session));
        if (body.MayAdopt(number, mention.IsDecision) && body.Sessions.IsNear(number)) return null;
        if (isHeld(body.Act(number, mention.IsDecision, mention.Letter).Value)) return null;
        if (number.Shape != ActShape.Year)
            return Conflict(ActConflictKind.Number, EvidenceText.TooLarge(body.Code, number.Session, number.Number));
        return Conflict(ActConflictKind.Number, YearOf(number.Number) is { } adopted
            ? EvidenceText.OtherYear(number.Number, adopted, number.SessionValue)
            : EvidenceText.UnknownInYear(number.Number, number.SessionValue));

        ActConflict Conflict(ActConflictKind kind, string reason) =>
            new(kind, body.Act(number, mention.IsDecision, mention.Letter), body, number, mention.IsDecision, reason);
    }

    /// <summary>Whether the session of a number was open in some quarter of a year.</summary>
    private static bool MetIn(Body body, ActNumber number, int year)
    {
        for (var month = 1; month <= 12; month += 3)
            if (body.IsInSession(number, new(year, month, 1))) return true;
        return body.IsInSession(number, new(year, 12, 31));
    }

    private bool May(Body? body, ActMention mention) => body is not null && Objection(body, mention) is null;

    /// <summary>"S/RES/1325": a resolution of the Council is one work with its year and without it; null with the reason where the year
    /// contradicts the number.</summary>
    public (string? Symbol, string Reason) Complete(string symbol)
    {
        const string Council = "S/RES/";
        if (!symbol.StartsWith(Council, StringComparison.Ordinal))
            return Impossible(symbol) is { } impossible ? (null, impossible) : (symbol, "");
        var rest = symbol.AsSpan(Council.Length);
        var open = rest.IndexOf('(');
        if (!int.TryParse(open < 0 ? rest : rest[..open], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return (symbol, "");
        if (open < 0)
            return YearOf(number) is { } adopted
                ? (string.Create(CultureInfo.InvariantCulture, $"{symbol}({adopted})"), "")
                : (null, EvidenceText.NoYear);
        if (!ActNumber.TryParse(rest, null, out var dated) || Bodies.SecurityCouncil.Sessions.Holds(dated) || isHeld(symbol))
            return (symbol, "");
        return (null, YearOf(number) is { } other
            ? EvidenceText.OtherYear(number, other, dated.SessionValue)
            : EvidenceText.UnknownInYear(number, dated.SessionValue));
    }

    /// <summary>Why no act can have a symbol ("A/HRC/RES/69/156": the session adopted fewer), or null.</summary>
    private string? Impossible(string symbol)
    {
        if (!DocumentSymbol.TryParse(symbol, null, out var parsed) || parsed.Act is not { } act || act.Number.Shape != ActShape.Session)
            return null;
        return act.Body.MayAdopt(act.Number, act.IsDecision) || isHeld(symbol)
            ? null
            : EvidenceText.TooLarge(act.Body.Code, act.Number.Session, act.Number.Number);
    }

    /// <summary>The year in which the Security Council's numbers were at this one; null after the last year of the table.</summary>
    private static int? YearOf(int number) => Bodies.SecurityCouncil.Sessions.OfNumber(number)?.First.Year;

    private ActReading Read(ActMention mention, Body? enacting)
    {
        if (mention.Cue == OrganCue.Inherited && mention.Head is { } head)
        {
            if (head.IsOfUnlisted) return ActReading.None(EvidenceText.UnlistedBody);
            if (_bodies.TryGetValue(head, out var inherited) && May(inherited, mention) && Consistent(inherited, mention.Number))
                return ActReading.Of(inherited, EvidenceText.OrganOfList);
            if (mention.HasCue && FromForm(mention, enacting, "") is { IsNone: false } other && (inherited is null || LeavesList(other)))
                return other;
            return inherited is not null && Consistent(inherited, mention.Number)
                ? OfNamed(inherited, mention, EvidenceText.OrganOfList)
                : ActReading.None(EvidenceText.NoOrganOfList);
        }
        if (mention.IsOfUnlisted) return ActReading.None(EvidenceText.UnlistedBody);
        if (mention.Cue == OrganCue.Named && mention.Body is { } named)
            return OfNamed(MeantBy(named, enacting), mention, EvidenceText.OrganNamed);
        if (mention is { Body: { } before, Cue: OrganCue.Possessive } && !May(before, mention) && May(enacting, mention))
            return ActReading.Of(enacting!, EvidenceText.OwnerEnacting);
        if (mention.Body is { } owner)
            return OfNamed(owner, mention, mention.Cue == OrganCue.Possessive ? EvidenceText.OwnerNamed : EvidenceText.OrganBehind);
        if (mention.Noun != Word.Other) return Called(mention, enacting);
        if (mention.Cue == OrganCue.Possessive) return OfEnacting(mention, enacting);
        var context = mention.Context is { } spoken && MeantBy(spoken, enacting) is var meant
            && (meant == enacting || meant.ShortNames.IsEmpty) ? meant : null;
        return May(context, mention)
            ? ActReading.Of(context!, EvidenceText.OrganOfSentence)
            : FromForm(mention, enacting, EvidenceText.NoOrgan);
    }

    /// <summary>Whether a number in a list is of a body other than the list's: not where a day is all that speaks for one
    /// that the text does not name.</summary>
    private bool LeavesList(ActReading other) =>
        other.Reason != EvidenceText.OnlyInSession && other.Candidates.IsEmpty || other.Body is { } body && _named.Contains(body.Code);

    private ActReading OfEnacting(ActMention mention, Body? enacting)
    {
        if (May(enacting, mention)) return ActReading.Of(enacting!, EvidenceText.OwnerEnacting);
        var form = FromForm(mention, enacting, EvidenceText.NoOwner);
        return form.IsNone && enacting is not null && enacting.CanHave(mention.Number)
            ? OfNamed(enacting, mention, EvidenceText.OwnerEnacting)
            : form;
    }

    /// <summary>"Governing Council" in a text of UN-Habitat is its own: of bodies that share a short name
    /// the enacting one is meant.</summary>
    private static Body MeantBy(Body named, Body? enacting) =>
        enacting is not null && named.ShortNames.Any(shared => enacting.ShortNames.Contains(shared)) ? enacting : named;

    /// <summary>An act of the body that the words name: where its number or date cannot be the body's, one
    /// of the two is a misprint.</summary>
    private ActReading OfNamed(Body body, ActMention mention, string how)
    {
        if (Objection(body, mention) is not { } objection) return ActReading.Of(body, how);
        if (!body.CanHave(mention.Number)) return ActReading.Impossible(objection);
        return ActReading.Contradicted(objection, body.MayAdopt(mention.Number, mention.IsDecision)
            && body.Sessions.IsNear(mention.Number));
    }

    private ActReading FromForm(ActMention mention, Body? enacting, string why)
    {
        var body = Fallback(mention, enacting);
        if (May(body, mention)) return ActReading.Of(body!, body == enacting ? EvidenceText.Enacting : EvidenceText.Form);
        // only the Council writes its numbers so
        if (body is not null && mention.Number.Shape == ActShape.Year) return OfNamed(body, mention, EvidenceText.Form);
        if (May(mention.Near, mention)) return ActReading.Of(mention.Near!, EvidenceText.OrganNearest);
        return mention is { HasCue: true, Date: not null } ? InSession(mention, why) : ActReading.None(why);
    }

    /// <summary>Which bodies the printed date leaves: those in whose session the number's day lies.</summary>
    private ActReading InSession(ActMention mention, string why)
    {
        var bodies = Bodies.All.Where(b => b.Sessions.Find(mention.Number.Session) is not null && !b.Numbers.AllowsAny && May(b, mention))
            .ToList();
        if (bodies.Count > 1 && bodies.FindAll(b => _named.Contains(b.Code)) is [var spoken])
            return ActReading.Of(spoken, EvidenceText.OnlyInSession);
        return bodies switch
        {
            [] => ActReading.None(why),
            [var only] => ActReading.Of(only, EvidenceText.OnlyInSession),
            _ => ActReading.OneOf([.. bodies.Select(b => b.Act(mention.Number, mention.IsDecision, mention.Letter))],
                EvidenceText.SeveralInSession),
        };
    }

    /// <summary>"Council resolution", "of the Assembly": the enacting body, the last one named, or the only one
    /// that can have the number.</summary>
    private ActReading Called(ActMention mention, Body? enacting)
    {
        var noun = mention.Noun;
        if (enacting?.Noun() == noun && May(enacting, mention)) return ActReading.Of(enacting, EvidenceText.OrganShort);
        if (_lastCalled.TryGetValue(noun, out var named))
            for (var i = named.Count - 1; i >= 0; i--)
                if (May(named[i], mention)) return ActReading.Of(named[i], EvidenceText.OrganShort);
        if (mention.Number.Shape != ActShape.Plain)
            foreach (var body in BodyList.Called(noun))
                if (!body.Numbers.AllowsAny && May(body, mention)) return ActReading.Of(body, EvidenceText.OrganShort);
        if (enacting?.Noun() == noun && enacting.CanHave(mention.Number)) return OfNamed(enacting, mention, EvidenceText.OrganShort);
        return FromForm(mention, enacting, EvidenceText.NoOrgan);
    }

    private static bool Consistent(Body body, ActNumber number) =>
        number.Shape != ActShape.Roman || number.IsSpecial || RomanSessions.May(body, number);

    /// <summary>Whether a text has named one body and not another.</summary>
    private bool IsNamedWithout(string body, string other) => _named.Contains(body) && !_named.Contains(other);

    /// <summary>The years in which the Commission on Human Rights had numbers with a year, and the last year that is a session.</summary>
    private const int FirstYearInNumbers = 1978, LastYearOfCommission = 2006, LastYear = 2099;

    /// <summary>The sessions of the Assembly in numbers with a stroke, and the last of the Human Rights
    /// Council that are as likely.</summary>
    private const int FirstSlashedSession = 31, LastSession = 90, LastSessionOfCouncil = 62;

    /// <summary>The Sub-Commission met in August, the Commission in spring.</summary>
    private const int MonthOfSubCommission = 8;

    /// <summary>What form and range of a number leave possible when nothing names the organ.</summary>
    private Body? Fallback(ActMention mention, Body? enacting)
    {
        var number = mention.Number;
        switch (number.Shape)
        {
            case ActShape.Plain:
                return enacting?.Code == "SC" ? enacting : null;
            case ActShape.Year:
                return Bodies.Find("SC");
            case ActShape.Roman when number.IsSpecial:
                return Bodies.Find("GA");
            case ActShape.Roman:
                return enacting is not null && May(enacting, mention) && RomanSessions.May(enacting, number)
                    ? enacting
                    : RomanSessions.Nearer(number);
            case ActShape.Health:
                return Bodies.Find("WHA");
            case ActShape.Party:
                // the desertification convention writes COP, the climate convention CP
                return Bodies.Find(number.Session.StartsWith("COP", StringComparison.Ordinal) ? "UNCCD" : "UNFCCC");
            case ActShape.Session when !mention.HasCue:
                return null;
            case ActShape.Session when number.Session.EndsWith('C'):
                return Bodies.Find("UNESCO");
            case ActShape.Session when !number.IsSpecial && char.IsAsciiLetter(number.Session[0]):
                return null; // several conferences of parties count their meetings in roman numerals
            case ActShape.Session when !inContext:
                return null;
            case ActShape.Session:
                if (May(enacting, mention) && !enacting!.Numbers.AllowsAny) return enacting;
                if (number.IsSpecial)
                    return Bodies.Find(IsNamedWithout("HRC", "GA") && number.Session[0] == 'S' ? "HRC" : "GA");
                if (number.SessionValue is >= FirstYearInNumbers and <= LastYearOfCommission
                    && mention.Date is { Month: MonthOfSubCommission }
                    && _named.Contains("Sub-Commission"))
                    return Bodies.Find("Sub-Commission");
                if (number.SessionValue is >= FirstYearInNumbers and <= LastYear)
                    return Bodies.Find(IsNamedWithout("CHR", "ECOSOC") && number.SessionValue <= LastYearOfCommission ? "CHR" : "ECOSOC");
                if (number.SessionValue is >= FirstSlashedSession and <= LastSession
                    && !(IsNamedWithout("HRC", "GA") && number.SessionValue <= LastSessionOfCouncil))
                    return Bodies.Find("GA");
                return _named.Contains("HRC") && Bodies.Find("HRC") is { } council && council.CanHave(number) ? council : null;
            default:
                return null;
        }
    }
}
