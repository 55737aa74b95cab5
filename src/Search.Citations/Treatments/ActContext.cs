using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>Whether words that could ask for an act ("implementation of", "to ratify") do ask for it where they are.</summary>
internal sealed class ActContext(VerbLexicon lexicon, List<ClauseWord> words, WordContext context)
{
    private const int ChainDistance = 12;
    private const int AssessmentDistance = 8;
    private const int WeighingDistance = 5;

    private int _subordinateLast = -1; // newest "that", "which"
    private int _infinitiveLast = -1; // newest "to" of an infinitive

    /// <summary>Moves past a word.</summary>
    public void Pass(int at)
    {
        if (lexicon.Is(words[at].Id, WordRoles.Subordinator)) _subordinateLast = at;
        if (ObjectReader.IsInfinitive(lexicon, words, at)) _infinitiveLast = at;
    }

    /// <summary>Whether an act is asked for by a directive.</summary>
    /// <param name="row">The words.</param>
    /// <param name="at">Their first.</param>
    /// <param name="last">Their last.</param>
    /// <param name="now">What governs before them.</param>
    /// <param name="headLast">The last word of the head.</param>
    public bool IsAsked(GoverningWords row, int at, int last, Governor now, int headLast)
    {
        if (IsInRespectOf(row, at) || IsCompound(last) || Follows(at, lexicon.While)) return false;
        if (row.Treatment != Treatment.UrgesCompliance || !IsNoun(row, last)) return true;
        if (context.Near(at, -AssessmentDistance, lexicon.Assessments)) return false;
        if (now.Near?.Place is VerbPlace.Connector or VerbPlace.WeakConnector && context.Near(at, -2, lexicon.Inclusions)) return false;
        return _subordinateLast <= Math.Max(headLast, _infinitiveLast);
    }

    /// <summary>Whether others are asked to join a treaty: not "when ratifying", "eligible to accede to", and a
    /// gerund only under a directive.</summary>
    public bool IsUrged(GoverningWords row, int at, int last, bool directive)
    {
        if (row.Words.StartsWith("sign", StringComparison.Ordinal) && NamesNoTreaty(last + 1)) return false;
        if (words[at].IsGerund && (IsOccasion(at) || (!directive && !context.Near(at, -WeighingDistance, lexicon.Weighing)))) return false;
        return !context.FollowsTo(at, out var to) || to == 0 || !lexicon.Able.Contains(words[to - 1].Id);
    }

    /// <summary>"the guest book": small words that name no treaty.</summary>
    private bool NamesNoTreaty(int at) =>
        at + 1 < words.Count && lexicon.Is(words[at].Id, WordRoles.Determiner)
            && words[at + 1] is { Id: < 0, IsCapital: false, IsQuoted: false };

    /// <summary>"consider, as appropriate, renewing": what is considered opens no head.</summary>
    public bool IsWeighed(int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= WeighingDistance && !words[i].IsGerund && !words[i + 1].StartsPart; i--)
            if (lexicon.Weighing.Contains(words[i].Id)) return true;
        return false;
    }

    /// <summary>"respect for", "compliance with".</summary>
    private bool IsNoun(GoverningWords row, int last)
    {
        if (row.Words == "respect") return last + 1 < words.Count && words[last + 1].Id >= 0 && words[last + 1].Id == lexicon.For;
        return row.Words is "respect for" or "observance of" || row.Words.StartsWith("compliance", StringComparison.Ordinal);
    }

    /// <summary>"in respect of", "with respect to": no respect is asked for.</summary>
    private bool IsInRespectOf(GoverningWords row, int at) =>
        at > 0 && row.Words.StartsWith("respect", StringComparison.Ordinal)
            && (words[at - 1].Id == lexicon.In || words[at - 1].Id == lexicon.With);

    /// <summary>Whether a noun that asks for an act only describes another noun: "<em>implementation</em> plan".</summary>
    private bool IsCompound(int last)
    {
        if (!lexicon.Nouns.Contains(words[last].Id) || last + 1 >= words.Count) return false;
        return words[last + 1] is { Sign: ' ', IsAdverb: false, IsCapital: false } next
            && (next.Id < 0 || lexicon.Is(next.Id, WordRoles.Instrument | WordRoles.Generic));
    }

    /// <summary>"when signing, ratifying or acceding to": what is done then, not what is asked for.</summary>
    private bool IsOccasion(int at) => BeforeChain(at) is >= 0 and var i && lexicon.Is(words[i].Id, WordRoles.Occasion);

    /// <summary>Whether a word precedes a chain of gerunds: "while respecting and upholding".</summary>
    private bool Follows(int at, int id) =>
        words[at].IsGerund ? BeforeChain(at) is >= 0 and var i && words[i].Id == id : at > 0 && words[at - 1].Id == id;

    private int BeforeChain(int at)
    {
        var i = at - 1;
        while (i >= 0 && at - i <= ChainDistance && IsOfChain(words[i])) i--;
        return i;
    }

    /// <summary>A gerund, an adverb or a conjunction of "while fully respecting and upholding".</summary>
    private bool IsOfChain(ClauseWord word) => word.IsGerund || word.IsAdverb || lexicon.Is(word.Id, WordRoles.Conjunction);
}
