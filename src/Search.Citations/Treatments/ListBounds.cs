using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>How far what a phrase governs reaches, and whether a list of it continues at a word.</summary>
internal sealed class ListBounds(VerbLexicon lexicon, List<ClauseWord> words, WordContext context)
{
    private const int AsideLength = 10;
    private const int NounDistance = 6;
    private const int NameLength = 6;
    private const int ListDistance = 15;
    private const int ShortNoun = 4;

    private int _subordinateLast = -1; // newest "that", "which"
    private int _generic = -1; // "policies": an act on such is no act on a work unless "set out in" leads to it

    /// <summary>Whether a comma ends what a phrase governs, unless the list continues after it.</summary>
    public static bool EndsAtComma(GoverningWords near) =>
        near.Place is VerbPlace.Connector or VerbPlace.WeakConnector or VerbPlace.Definition or VerbPlace.Breach or VerbPlace.Failing;

    /// <summary>Begins a phrase whose last word is given.</summary>
    public void Begin(GoverningWords near, int last)
    {
        _generic = -1;
        if (near.Place != VerbPlace.Act || near.Treatment != Treatment.Implements) return;
        for (var i = last + 1; i < words.Count && i <= last + NounDistance; i++)
        {
            var word = words[i];
            if (word.Sign != ' ' || word.IsCapital || lexicon.Is(word.Id, WordRoles.Determiner | WordRoles.Origin | WordRoles.Preposition))
                return;
            if (lexicon.Is(word.Id, WordRoles.Generic)) _generic = i;
        }
    }

    /// <summary>Moves past a word.</summary>
    public void Pass(int at)
    {
        if (lexicon.Is(words[at].Id, WordRoles.Subordinator)) _subordinateLast = at;
    }

    /// <summary>Whether a phrase ends before a word for another reason than a comma.</summary>
    /// <param name="near">The phrase.</param>
    /// <param name="at">The word.</param>
    /// <param name="last">The last word of the phrase.</param>
    public bool Ends(GoverningWords near, int at, int last) => near.Place switch
    {
        // "measures consistent with the Charter are": the verb of the sentence.
        VerbPlace.Connector or VerbPlace.WeakConnector =>
            lexicon.Is(words[at].Id, WordRoles.Finite) && !words[at].IsCapital && _subordinateLast <= last && at > last + 2,
        VerbPlace.Act or VerbPlace.Infinitive => at > last + 1 && (BeginsAnother(at) || LeavesGeneric(at)),
        _ => false,
    };

    /// <summary>"and provide", ", ensuring": another request, or "and, in the event of failure, for": another phrase.</summary>
    private bool BeginsAnother(int at)
    {
        var word = words[at];
        if (word.Sign == ',' && lexicon.Is(word.Id, WordRoles.Doing) && !word.IsCapital) return true;
        if (word.Id != lexicon.And || at + 1 >= words.Count) return false;
        if (words[at + 1].Sign != ',') return lexicon.Is(words[at + 1].Id, WordRoles.Doing) && !words[at + 1].IsCapital;
        var i = at + 2;
        while (i < words.Count && i - at <= AsideLength && words[i].Sign == ' ') i++;
        return i < words.Count && words[i].Sign == ',' && lexicon.Is(words[i].Id, WordRoles.Preposition)
            && !lexicon.Is(words[i].Id, WordRoles.ListWord);
    }

    private bool LeavesGeneric(int at)
    {
        if (_generic < 0 || at <= _generic) return false;
        var id = words[at].Id;
        if (words[at].Sign == ',' && BeginsExamples(at)) _generic = -1;
        else if (lexicon.Is(id, WordRoles.Origin | WordRoles.Demanded) || ObjectReader.IsWhere(lexicon, words, at)) _generic = -1;
        else if (words[at].Sign == ',' || id == lexicon.To || lexicon.Is(id, WordRoles.Preposition | WordRoles.Subordinator)) return true;
        return false;
    }

    /// <summary>", including the Agenda", ", inter alia, the Agenda"; not ", including through".</summary>
    private bool BeginsExamples(int at) =>
        lexicon.Is(words[at].Id, WordRoles.ListWord) && words[at].Id != lexicon.And && !IncludesMeans(at);

    /// <summary>"including through": how something is done, not what belongs to a list.</summary>
    private bool IncludesMeans(int at)
    {
        if (words[at].Id != lexicon.Including || at + 1 >= words.Count) return false;
        var next = words[at + 1].Id;
        return lexicon.Is(next, WordRoles.Preposition) && next != lexicon.In && next != lexicon.Under;
    }

    /// <summary>Whether "and" begins another request instead of continuing the list: ", and parties to".</summary>
    public bool LeavesAct(GoverningWords near, int at)
    {
        if (near.Place is not (VerbPlace.Act or VerbPlace.Infinitive) || words[at].Id != lexicon.And || at + 1 >= words.Count) return false;
        var next = words[at + 1];
        if (next.Id >= 0 && next.Id == lexicon.Parties) return true;
        const WordRoles continuing =
            WordRoles.Determiner | WordRoles.ListWord | WordRoles.Part | WordRoles.Creation | WordRoles.Preposition | WordRoles.Origin;
        return !next.IsCapital && !next.IsAdverb && !lexicon.Is(next.Id, continuing);
    }

    /// <summary>Whether the words after a comma continue the list of what a phrase governs.</summary>
    /// <param name="at">The word after the comma.</param>
    /// <param name="near">The phrase, or null.</param>
    /// <param name="enclosed">Whether the phrase began after a comma.</param>
    public bool Continues(int at, GoverningWords? near, bool enclosed)
    {
        var word = words[at];
        if (near?.Place is VerbPlace.Breach or VerbPlace.Failing) return ContinuesBreach(word, at);
        if (context.IsAsWellAs(at) && at + 3 < words.Count) return ContinuesAfterAsWellAs(at + 3, near);
        if (IncludesMeans(at)) return false;
        if (word.IsCapital || lexicon.Is(word.Id, WordRoles.ListWord)) return true;
        if (word.Id != lexicon.The && word.Id != lexicon.Its) return false;
        if (at + 1 >= words.Count) return true;
        // ", in accordance with article 7 of the Convention, the Conference": a connector between commas
        // holds no list, except of instruments.
        return words[at + 1].IsCapital
            ? !enclosed || (NamesInstrument(at + 1) && ListContinues(at + 1))
            : lexicon.Is(words[at + 1].Id, WordRoles.ListWord) || EndsInName(at + 1);
    }

    /// <summary>", the road map and the Initiative": the last of the list is a name.</summary>
    private bool EndsInName(int at)
    {
        var and = at + 1;
        while (and < words.Count && and < at + ShortNoun && words[and].Sign == ' ' && words[and].Id != lexicon.And) and++;
        if (and + 2 >= words.Count || words[and].Id != lexicon.And) return false;
        return NamesInstrument(and + 1) || (lexicon.Is(words[and + 1].Id, WordRoles.Determiner) && NamesInstrument(and + 2));
    }

    /// <summary>Whether a name ends in the noun of an instrument: "Universal Declaration".</summary>
    private bool NamesInstrument(int at)
    {
        for (var i = at; i < words.Count && i < at + NameLength; i++)
        {
            if (!words[i].IsCapital || i > at && words[i].Sign != ' ') return false;
            if (lexicon.Is(words[i].Id, WordRoles.Instrument)) return true;
        }
        return false;
    }

    /// <summary>Whether another instrument, or "and other", follows the one that a comma has added.</summary>
    private bool ListContinues(int at)
    {
        for (var i = at + 1; i + 2 < words.Count && i < at + ListDistance && !words[i].StartsPart; i++)
        {
            var named = lexicon.Is(words[i].Id, WordRoles.Determiner) ? i + 1 : i;
            if (words[i].Sign == ',' && NamesInstrument(named)) return true;
            if (words[i - 1].Id == lexicon.And
                && (NamesInstrument(named) || (!words[named].IsCapital && lexicon.Is(words[named].Id, WordRoles.ListWord))))
                return true;
        }
        return false;
    }

    /// <summary>", as well as in the Declaration" continues the list, ", as well as the involvement of" does not; a
    /// definition has one place.</summary>
    private bool ContinuesAfterAsWellAs(int at, GoverningWords? near)
    {
        if (near?.Treatment == Treatment.Defines && (words[at].IsCapital || context.IsReference(at))) return false;
        var named = lexicon.Is(words[at].Id, WordRoles.Determiner) && at + 1 < words.Count ? words[at + 1] : words[at];
        return named.IsCapital || lexicon.Is(named.Id, WordRoles.ListWord);
    }

    private bool ContinuesBreach(ClauseWord word, int at)
    {
        if (word.Id == lexicon.In) return at + 1 < words.Count && lexicon.Is(words[at + 1].Id, WordRoles.Filler);
        return word.Id != lexicon.As && (word.IsCapital || lexicon.Is(word.Id, WordRoles.ListWord | WordRoles.Determiner));
    }
}
