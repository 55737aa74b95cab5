using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>
/// Follows the object of a verb that acts on what it names ("extend the mandate set out in ..."), word by word, and says at each word
/// whether a work mentioned there is the object, an act or a part of it, or only what the object is about.
/// </summary>
internal struct ObjectReader
{
    private enum Kind
    {
        None,
        Creation,
        Other,
    }

    /// <summary>Words between the comma before a noun phrase and its noun: ", the most important measures".</summary>
    private const int WordsBeforeNoun = 4;

    private Kind _kind;
    private bool _broken; // the object is what a breach is of
    private bool _content; // a word that names the object was met
    private bool _inOrigin;
    private bool _takesCreations;
    private bool _replaces; // what follows "as" is the result, not the object
    private int _infinitives;
    private int _named; // the creation that was named first, as a number of the lexicon
    private Reach _reach;

    public readonly Reach Reach => _reach;

    /// <summary>Whether the object has been named, so that items of a list do not name it again.</summary>
    public readonly bool HasObject => _kind != Kind.None || _content;

    /// <summary>Whether the words since a participle such as "imposed" say by what or in what.</summary>
    public readonly bool IsInOrigin => _inOrigin;

    /// <summary>Whether no infinitive has led away from the object yet.</summary>
    public readonly bool IsInObject => _infinitives == 0;

    /// <summary>Whether "its" and a creation repeat the one that is acted on: "the mandate ... to carry
    /// out <em>its mandate</em>".</summary>
    public readonly bool IsRepeated(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        if (_kind != Kind.Creation || at + 1 >= words.Count || words[at].Id != lexicon.Its) return false;
        return words[at + 1].Id >= 0 && words[at + 1].Id == _named;
    }

    /// <summary>After the object.</summary>
    public static ObjectReader Beyond => new() { _kind = Kind.Other, _content = true, _reach = Reach.Lost };

    /// <summary>After a verb that acts on its object, or after a breach, whose object is what is broken.</summary>
    public static ObjectReader Of(GoverningWords row)
    {
        var broken = row.Place is VerbPlace.Breach or VerbPlace.Failing;
        return new()
        {
            _kind = broken ? Kind.Creation : Kind.None,
            _broken = broken,
            _inOrigin = row.Place == VerbPlace.Failing || row.Words.EndsWith(" by", StringComparison.Ordinal),
            _takesCreations = broken || row.Treatment != Treatment.Deplores,
            _replaces = broken || row.Treatment is Treatment.Amends or Treatment.Establishes,
        };
    }

    /// <summary>At the subject of a clause whose verb is still to come.</summary>
    public static ObjectReader OfSubject => new() { _takesCreations = true };

    /// <summary>Reads the next word.</summary>
    public void Read(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        var word = words[at];
        if (word.IsQuoted)
        {
            _reach = Reach.Lost;
            return;
        }
        if (word.Sign == ',') Comma(lexicon, words, at);
        if (IsCreation(lexicon, word))
        {
            Creation(lexicon, words, at);
            return;
        }
        if (_reach == Reach.Lost)
        {
            if (IsInfinitive(lexicon, words, at)) _infinitives++;
            return;
        }
        if (lexicon.Is(word.Id, WordRoles.Origin | WordRoles.Demanded) && !lexicon.Is(Before(words, at), WordRoles.Auxiliary))
            Origin(lexicon, words, at);
        else if (word.Id == lexicon.Of) Of(words, at);
        else if (IsInfinitive(lexicon, words, at)) Infinitive();
        else if (word.Id == lexicon.To || lexicon.Is(word.Id, WordRoles.Preposition)) Preposition(lexicon, words, at);
        else if (lexicon.Is(word.Id, WordRoles.Subordinator) && !(word.IsAdverb && at + 1 < words.Count && words[at + 1].IsAdverb))
            Subordinate(lexicon, words, at);
        else Content(lexicon, words, at);
    }

    /// <summary>Whether "to" at a word begins an infinitive: a small word that is no determiner follows, and none
    /// that takes "to" precedes.</summary>
    public static bool IsInfinitive(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        if (words[at].Id != lexicon.To || at + 1 >= words.Count) return false;
        var next = words[at + 1];
        if (next.IsCapital || next.Sign != ' ' || lexicon.Is(next.Id, WordRoles.Determiner | WordRoles.Part)
            || lexicon.References.Contains(next.Id))
            return false;
        if (at == 0 || words[at].Sign == ',') return true;
        if (at > 1 && words[at - 1].IsCapital && lexicon.Is(words[at - 2].Id, WordRoles.TakesTo)) return false; // "annex I to document A/1"
        return !lexicon.Is(words[at - 1].Id, WordRoles.TakesTo);
    }

    private readonly bool IsCreation(VerbLexicon lexicon, ClauseWord word) =>
        lexicon.Is(word.Id, WordRoles.Part) || (_takesCreations && lexicon.Is(word.Id, WordRoles.Creation));

    private void Comma(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        if (_reach == Reach.Time) _reach = Reach.Direct;
        // ", but paragraph 4 remains": the contrast is not acted on; ", but also paragraph 4" is.
        if (words[at].Id == lexicon.But && at + 1 < words.Count && !words[at + 1].IsAdverb) _reach = Reach.Lost;
        if (_kind != Kind.None && !words[at].IsCapital && !lexicon.Is(words[at].Id, WordRoles.ListWord)) _inOrigin = false;
    }

    private void Creation(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        if (_inOrigin && _reach == Reach.Direct) return;
        if (_reach == Reach.Away && at > 0 && IsRepeated(lexicon, words, at - 1)) return;
        switch (_reach)
        {
            case Reach.Time when Before(words, at) == lexicon.Of || IsThis(lexicon, Before(words, at)):
                return;
            case Reach.Away:
                if (lexicon.Is(words[at].Id, WordRoles.Part)) return;
                _reach = OpensAfterComma(lexicon, words, at) || (_broken && Before(words, at) == lexicon.And)
                    ? Reach.Direct
                    : Reach.Shadowed;
                return;
            case Reach.Shadowed or Reach.Lost:
                if (!OpensAfterComma(lexicon, words, at)) return;
                break;
        }
        if (_kind == Kind.Other && _reach == Reach.Direct) return;
        if (_kind != Kind.Creation) _named = words[at].Id;
        _kind = Kind.Creation;
        _reach = Reach.Direct;
        _inOrigin = false;
    }

    private readonly bool IsThis(VerbLexicon lexicon, int id) => id >= 0 && (id == lexicon.This || id == lexicon.Present);

    /// <summary>Whether a determiner after a comma opens the noun phrase: ", the measures".</summary>
    private static bool OpensAfterComma(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= WordsBeforeNoun; i--)
        {
            if (lexicon.Is(words[i].Id, WordRoles.Determiner))
                return words[i].Sign == ',' || (i > 0 && words[i - 1].Id == lexicon.And && words[i - 1].Sign == ',');
            if (lexicon.Is(words[i].Id, WordRoles.Preposition) || words[i].Id == lexicon.Of) return false;
        }
        return false;
    }

    private void Origin(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        var before = at - 1;
        while (before >= 0 && words[before].IsAdverb) before--;
        var asBefore = before >= 0 && words[before].Id == lexicon.As;
        if (asBefore && lexicon.Is(words[at].Id, WordRoles.Demanded)) return;
        if (asBefore && _replaces)
        {
            _reach = Reach.Lost;
            return;
        }
        if (lexicon.Is(words[at].Id, WordRoles.Renewed) && IsAside(lexicon, words, at, before))
        {
            // ", as renewed by resolution N": what N did before is not done again to N.
            _reach = Reach.Lost;
            _inOrigin = false;
            return;
        }
        var isParted = FollowsComma(words, at, before, asBefore);
        var leadsBack = _kind switch
        {
            Kind.Creation => _reach is Reach.Direct or Reach.Away || (_reach == Reach.Shadowed && isParted && _infinitives == 0),
            Kind.Other or Kind.None => _takesCreations && _content && _reach == Reach.Direct,
            _ => false,
        };
        _reach = leadsBack ? Reach.Direct : Reach.Lost;
        _inOrigin = leadsBack;
        if (_kind == Kind.None) _kind = Kind.Other;
    }

    /// <summary>Whether a comma precedes a participle, its adverbs or the "as" before them.</summary>
    private static bool FollowsComma(List<ClauseWord> words, int at, int before, bool asBefore)
    {
        if (words[at].Sign == ',') return true;
        return before >= 0 && (words[before + 1].Sign == ',' || asBefore && words[before].Sign == ',');
    }

    /// <summary>"as", "and" or a comma before a participle and its adverbs.</summary>
    private static bool IsAside(VerbLexicon lexicon, List<ClauseWord> words, int at, int before)
    {
        if (words[before + 1].Sign == ',' || words[at].Sign == ',') return true;
        return before >= 0 && (words[before].Id == lexicon.As || words[before].Id == lexicon.And);
    }

    private void Of(List<ClauseWord> words, int at)
    {
        if (_inOrigin || _reach != Reach.Direct || (at + 1 < words.Count && words[at + 1].IsNumber)) return;
        if (_kind == Kind.None && _content) _kind = Kind.Other;
        if (_kind == Kind.Other && !(_takesCreations && at + 1 < words.Count && words[at + 1].IsCapital)) _reach = Reach.Lost;
    }

    private void Infinitive()
    {
        _infinitives++;
        _inOrigin = false;
        _reach = _kind == Kind.Creation && _reach != Reach.Shadowed ? Reach.Away : Reach.Lost;
    }

    private void Preposition(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1] : default;
        if (words[at].Id == lexicon.In && next.Id >= 0 && next.Id == lexicon.Particular) return;
        if (_inOrigin && !_broken && !lexicon.Is(Before(words, at), WordRoles.Origin))
        {
            if (lexicon.Topics.Contains(words[at].Id))
            {
                // "described in the report on": what that is about.
                _reach = Reach.Shadowed;
                _inOrigin = false;
                return;
            }
            if (words[at].Id == lexicon.With && Before(words, at) != lexicon.Together)
            {
                // "supplements the tasks set out in N with": what is added.
                _reach = Reach.Lost;
                _inOrigin = false;
                return;
            }
        }
        if (_inOrigin && !IsBeforeTime(lexicon, words, at) && !IsWhen(lexicon, words, at)) return;
        _inOrigin = false;
        if (_kind == Kind.None && !_content)
        {
            _reach = Reach.Time;
            return;
        }
        if (_kind == Kind.None) _kind = Kind.Other;
        if (_kind == Kind.Creation)
        {
            var id = words[at].Id;
            if (_reach == Reach.Direct && IsWhere(lexicon, words, at)) _inOrigin = true;
            else if (id == lexicon.To && _reach == Reach.Direct && FollowsPart(lexicon, words, at)) return;
            else if (_reach == Reach.Direct) _reach = Reach.Away;
            return;
        }
        _reach = Reach.Lost;
    }

    /// <summary>"the measures in resolution 2146", "obligations under the Charter": where the creation is laid down.</summary>
    public static bool IsWhere(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1] : default;
        if (words[at].Id == lexicon.In) return lexicon.References.Contains(next.Id);
        if (words[at].Id != lexicon.Under) return false;
        if (next.IsCapital || lexicon.References.Contains(next.Id)) return true;
        return lexicon.Is(next.Id, WordRoles.Determiner) && at + 2 < words.Count
            && (words[at + 2].IsCapital || lexicon.References.Contains(words[at + 2].Id));
    }

    /// <summary>"for six months" has a word of time after the preposition, "for the period" after the determiner too.</summary>
    private static bool IsBeforeTime(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        if (at + 1 >= words.Count) return false;
        if (lexicon.Is(words[at + 1].Id, WordRoles.Time)) return true;
        return lexicon.Is(words[at + 1].Id, WordRoles.Determiner) && at + 2 < words.Count && lexicon.Is(words[at + 2].Id, WordRoles.Time);
    }

    /// <summary>"until 15 November 2023": a preposition of time before a number.</summary>
    private static bool IsWhen(VerbLexicon lexicon, List<ClauseWord> words, int at) =>
        lexicon.Is(words[at].Id, WordRoles.Time) && at + 1 < words.Count && words[at + 1].IsNumber;

    private void Subordinate(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        if (words[at].Id == lexicon.That && _takesCreations && HasObject && IsBeforeReference(lexicon, words, at)) return;
        _reach = Reach.Lost;
    }

    /// <summary>"that resolution": whether a name or the noun of an act follows.</summary>
    private static bool IsBeforeReference(VerbLexicon lexicon, List<ClauseWord> words, int at) =>
        at + 1 < words.Count && (words[at + 1].IsCapital || lexicon.References.Contains(words[at + 1].Id));

    private void Content(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        var word = words[at];
        if (_reach == Reach.Time)
        {
            if (lexicon.Is(word.Id, WordRoles.Determiner) && EndsTime(lexicon, words, at)) _reach = Reach.Direct;
            return;
        }
        if (_kind == Kind.None && IsThoseOf(lexicon, words, at)) _content = true;
        if (_kind != Kind.None || word.IsAdverb
            || lexicon.Is(word.Id, WordRoles.Determiner | WordRoles.Conjunction | WordRoles.Filler | WordRoles.Time))
            return;
        _content = true;
    }

    /// <summary>"until 17 November the Panel": whether a determiner begins another noun phrase, which ends that of time.</summary>
    private readonly bool EndsTime(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        if (IsThis(lexicon, words[at].Id) || at + 1 >= words.Count || lexicon.Is(words[at + 1].Id, WordRoles.Time)) return false;
        return !lexicon.Is(Before(words, at), WordRoles.Preposition | WordRoles.Time);
    }

    /// <summary>"those imposed by": whether the pronoun names the object.</summary>
    private static bool IsThoseOf(VerbLexicon lexicon, List<ClauseWord> words, int at)
    {
        var id = words[at].Id;
        return id >= 0 && id == lexicon.Those && at + 1 < words.Count && lexicon.Is(words[at + 1].Id, WordRoles.Origin);
    }

    /// <summary>"annex to", "annex II to".</summary>
    private static bool FollowsPart(VerbLexicon lexicon, List<ClauseWord> words, int at) =>
        lexicon.Is(words[at - 1].Id, WordRoles.Part) || (at > 1 && words[at - 1].IsCapital && lexicon.Is(words[at - 2].Id, WordRoles.Part));

    private static int Before(List<ClauseWord> words, int at) => at > 0 ? words[at - 1].Id : -1;
}
