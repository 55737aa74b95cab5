using System.Globalization;
using Search.Citations.Recognition;
using Search.Resolutions.Vocabulary;
using Search.Resolutions;

namespace Search.Citations.Linking;

/// <summary>
/// Joins numbered acts to their organ: named, inherited in a list, "its", told by an impossible session, by a noun nearby; else it abstains.
/// </summary>
/// <param name="held">Symbols of documents that are at hand: what exists needs no table to vouch for its number.</param>
/// <param name="inContext">Whether anything but a number says that the text is about the United Nations.</param>
internal sealed class ActLinker(IReadOnlySet<string> held, bool inContext)
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

    /// <summary>The act's canonical id with the reason, or why it cannot be told.</summary>
    public (WorkId? Id, string Reason) Link(ActMention mention, Body? enacting)
    {
        var number = mention.Number;
        var (body, how) = BodyOf(mention, enacting);
        if (body is null) return (null, how);
        _bodies[mention] = body;
        if (body.Code == "SC" && number.Shape == ActShape.Plain)
        {
            // "Security Council resolution 1325": the running number tells the year
            if (mention.IsDecision || YearOf(number.Number) is not { } adopted) return (null, Because.NoYear);
            if (mention.Date is { } printed && printed.Year != adopted) return (null, Because.OtherYear(number.Number, adopted, printed.Year));
            number = number with { Shape = ActShape.Year, Session = adopted.ToString(CultureInfo.InvariantCulture), SessionValue = adopted };
            how += " " + Because.YearFollows;
        }
        if (body.Code == "SC" && number.Shape == ActShape.Year)
        {
            if (!Bodies.SecurityCouncil.Sessions.Holds(number) && !held.Contains(body.Act(number, mention.IsDecision, mention.Letter).Value))
                return (null, YearOf(number.Number) is { } year
                    ? Because.OtherYear(number.Number, year, number.SessionValue)
                    : Because.UnknownInYear(number.Number, number.SessionValue));
            if (mention.Date is { } date && date.Year != number.SessionValue) how += Because.DateOfYear(date.Year);
        }
        else if (body.Code == "GA" && number is { Shape: ActShape.Session, IsSpecial: false } && mention.Date is { } day && !body.Sessions.Allows(number, day))
        {
            how += Because.DateOutside(day, number.SessionValue);
        }
        return (body.Act(number, mention.IsDecision, mention.Letter), how);
    }

    /// <summary>"S/RES/1325": a resolution of the Council is one work with its year and without it; null with the reason where the year contradicts the number.</summary>
    public (string? Symbol, string Reason) Complete(string symbol)
    {
        const string Council = "S/RES/";
        if (!symbol.StartsWith(Council, StringComparison.Ordinal)) return (symbol, "");
        var rest = symbol.AsSpan(Council.Length);
        var open = rest.IndexOf('(');
        if (!int.TryParse(open < 0 ? rest : rest[..open], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (symbol, "");
        if (open < 0) return YearOf(number) is { } adopted ? (string.Create(CultureInfo.InvariantCulture, $"{symbol}({adopted})"), "") : (null, Because.NoYear);
        if (!ActNumber.TryParse(rest, null, out var dated) || Bodies.SecurityCouncil.Sessions.Holds(dated) || held.Contains(symbol)) return (symbol, "");
        return (null, YearOf(number) is { } other ? Because.OtherYear(number, other, dated.SessionValue) : Because.UnknownInYear(number, dated.SessionValue));
    }

    /// <summary>The year in which the Security Council's numbers were at this one; null after the last year of the table.</summary>
    private static int? YearOf(int number) => Bodies.SecurityCouncil.Sessions.OfNumber(number)?.First.Year;

    private (Body? Body, string How) BodyOf(ActMention mention, Body? enacting)
    {
        var number = mention.Number;
        if (mention.Cue == OrganCue.Inherited && mention.Head is { } head)
        {
            if (_bodies.TryGetValue(head, out var inherited) && inherited.CanHave(number) && Consistent(inherited, number)) return (inherited, Because.OrganOfList);
            if (mention.HasCue && FromForm(mention, enacting, "") is { Item1: { } other, Item2: var why }) return (other, why);
            return (null, Because.NoOrganOfList);
        }
        if (mention.Cue == OrganCue.Named && mention.Body is { } named)
            return named.CanHave(number) ? (named, Because.OrganNamed) : FromForm(mention, enacting, Because.NoSuchNumber(named.Code));
        if (mention.Cue == OrganCue.Possessive)
        {
            if (mention.Body is { } owner && owner.CanHave(number)) return (owner, Because.OwnerNamed);
            if (enacting is not null && enacting.CanHave(number)) return (enacting, Because.OwnerEnacting);
            return FromForm(mention, enacting, Because.NoOwner);
        }
        if (mention.Cue == OrganCue.Noun && Called(mention.Noun, number, enacting) is { } called) return (called, Because.OrganShort);
        if (mention.Body is { } behind && behind.CanHave(number)) return (behind, Because.OrganBehind);
        if (mention.Context is { } context && context.CanHave(number)) return (context, Because.OrganOfSentence);
        return FromForm(mention, enacting, Because.NoOrgan);
    }

    private (Body?, string) FromForm(ActMention mention, Body? enacting, string why) =>
        Fallback(mention, enacting) is { } body ? (body, ReferenceEquals(body, enacting) ? Because.Enacting : Because.Form)
        : mention.Near is { } near ? (near, Because.OrganNearest)
        : (null, why);

    private Body? Called(Word noun, ActNumber number, Body? enacting)
    {
        if (enacting is not null && enacting.Noun() == noun && enacting.CanHave(number)) return enacting;
        if (_lastCalled.TryGetValue(noun, out var named))
            for (var i = named.Count - 1; i >= 0; i--)
                if (named[i].CanHave(number)) return named[i];
        foreach (var body in BodyList.Called(noun))
            if (body.CanHave(number) && !body.Numbers.AllowsAny) return body;
        return null;
    }

    private static bool Consistent(Body body, ActNumber number) =>
        number.Shape != ActShape.Roman || number.IsSpecial || body.Code is not ("GA" or "ECOSOC") || RomanSessions.Nearer(number) == body || !RomanSessions.IsDistinctive(number);

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
                if (enacting is not null && enacting.CanHave(number) && (!RomanSessions.IsDistinctive(number) || RomanSessions.Nearer(number) == enacting || enacting.Code is not ("GA" or "ECOSOC"))) return enacting;
                return RomanSessions.Nearer(number);
            case ActShape.Health:
                return Bodies.Find("WHA");
            case ActShape.Party:
                return Bodies.Find(number.Session.StartsWith("COP", StringComparison.Ordinal) ? "UNCCD" : "UNFCCC"); // the desertification convention writes COP, the climate convention CP
            case ActShape.Session when !mention.HasCue:
                return null;
            case ActShape.Session when number.Session.EndsWith('C'):
                return Bodies.Find("UNESCO");
            case ActShape.Session when !number.IsSpecial && char.IsAsciiLetter(number.Session[0]):
                return null; // several conferences of parties count their meetings in roman numerals
            case ActShape.Session when !inContext:
                return null;
            case ActShape.Session:
                if (enacting is not null && enacting.CanHave(number) && !enacting.Numbers.AllowsAny) return enacting;
                if (number.IsSpecial) return Bodies.Find(_named.Contains("HRC") && !_named.Contains("GA") && number.Session[0] == 'S' ? "HRC" : "GA");
                // the Sub-Commission met in August, the Commission in spring
                if (number.SessionValue is >= 1978 and <= 2006 && mention.Date is { Month: 8 } && _named.Contains("Sub-Commission")) return Bodies.Find("Sub-Commission");
                if (number.SessionValue is >= 1978 and < 2100) return Bodies.Find(_named.Contains("CHR") && !_named.Contains("ECOSOC") && number.SessionValue <= 2006 ? "CHR" : "ECOSOC");
                if (number.SessionValue is >= 31 and <= 90 && !(_named.Contains("HRC") && !_named.Contains("GA") && number.SessionValue <= 62)) return Bodies.Find("GA");
                return _named.Contains("HRC") && Bodies.Find("HRC") is { } council && council.CanHave(number) ? council : null;
            default:
                return null;
        }
    }
}
