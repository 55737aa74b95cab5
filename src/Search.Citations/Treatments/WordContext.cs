using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>Questions about the words around a word of a clause; each looks at a bounded number of them.</summary>
internal sealed class WordContext(VerbLexicon lexicon, List<ClauseWord> words)
{
    private const int JoinDistance = 8;
    private const int ChainDistance = 12;
    private const int DenialDistance = 6;
    private const int LooseDistance = 6;
    private const int SubjectLength = 6;
    private const int ToneDistance = 4;
    private const int WordsAfterTo = 3;

    /// <summary>"recalls", "is concerned": a verb in the present tense.</summary>
    public static bool IsFinite(GoverningWords row)
    {
        if (row.Form != VerbForm.Listed) return true;
        var space = row.Words.IndexOf(' ', StringComparison.Ordinal);
        var first = space > 0 ? row.Words.AsSpan(0, space) : row.Words.AsSpan();
        return first[^1] == 's' && !first.EndsWith("ous", StringComparison.Ordinal);
    }

    public int SkipAdverbs(int at)
    {
        while (at < words.Count && words[at].IsAdverb) at++;
        return at;
    }

    /// <summary>Past adverbs and the word that opens an aside: ", while".</summary>
    public int SkipAsideOpening(int at)
    {
        at = SkipAdverbs(at);
        if (at < words.Count && words[at].Id == lexicon.While) at++;
        return SkipAdverbs(at);
    }

    /// <summary>Whether only gerunds, conjunctions and adverbs are between a verb and a word.</summary>
    public bool IsChainedTo(int verbLast, int at)
    {
        if (verbLast < 0 || at - verbLast > ChainDistance) return false;
        for (var i = verbLast + 1; i < at; i++)
            if (!words[i].IsAdverb && !words[i].IsGerund && !lexicon.Is(words[i].Id, WordRoles.Conjunction)) return false;
        return true;
    }

    public int WithAdverbs(int first)
    {
        while (first > 0 && words[first - 1].IsAdverb && words[first].Sign == ' ') first--;
        return first;
    }

    public bool IsSkippable(int at) => words[at].IsAdverb || lexicon.Is(words[at].Id, WordRoles.Filler);

    public bool IsBareSubject(int at) => words[at - 1].IsCapital && !IsSkippable(at - 1) && at - 1 > 0;

    public bool StartsSentence(int at)
    {
        for (var i = at; i > 0 && at - i < SubjectLength; i--)
            if (words[i].Sign == '.') return true;
        return at == 0;
    }

    /// <summary>Whether a comma, a conjunction or "while" precedes a word, with nothing but adverbs and "in this regard" between.</summary>
    public bool IsJoined(int at)
    {
        for (var i = at; i > 0 && at - i < JoinDistance; i--)
        {
            if (words[i].Sign is ',' or ';' or ':' or '.') return true;
            var before = words[i - 1].Id;
            if (lexicon.Is(before, WordRoles.Conjunction) || (before >= 0 && before == lexicon.While)) return true;
            if (!IsSkippable(i - 1)) return false;
        }
        return false;
    }

    /// <summary>Whether a comma precedes a word, with nothing but a conjunction and adverbs between.</summary>
    public bool FollowsComma(int at)
    {
        for (var i = at; i > 0 && at - i < JoinDistance; i--)
        {
            if (words[i].Sign is ',' or ';') return true;
            if (!IsSkippable(i - 1) && !lexicon.Is(words[i - 1].Id, WordRoles.Conjunction)) return false;
        }
        return false;
    }

    /// <summary>Whether a noun phrase follows a verb, so that "requests" and "notes" are no nouns.</summary>
    public bool TakesObject(int last)
    {
        var i = SkipAdverbs(last + 1);
        if (i >= words.Count || words[i].Sign != ' ') return false;
        if (words[i].IsCapital || words[i].Id == lexicon.That) return true;
        return lexicon.Is(words[i].Id, WordRoles.Determiner | WordRoles.Part) || lexicon.References.Contains(words[i].Id);
    }

    /// <summary>Whether "to" precedes a verb, with nothing but adverbs and coordinated verbs between.</summary>
    public bool FollowsTo(int at) => FollowsTo(at, out _);

    public bool FollowsTo(int at, out int to)
    {
        to = -1;
        for (var i = at - 1; i >= 0 && at - i <= ChainDistance; i--)
        {
            if (words[i + 1].StartsPart) return false;
            if (words[i].Id == lexicon.To)
            {
                to = i;
                return i == at - 1 || !lexicon.Is(words[i + 1].Id, WordRoles.Determiner);
            }
            if (words[i].IsAdverb || lexicon.Is(words[i].Id, WordRoles.Conjunction)) continue;
            // "to extend and amend": the word before a conjunction or a comma is a verb of the chain.
            if (words[i + 1].Sign != ',' && !lexicon.Is(words[i + 1].Id, WordRoles.Conjunction)) return false;
            if (words[i].IsCapital || lexicon.Rows(words[i].Id).Length == 0) return false;
        }
        return false;
    }

    /// <summary>"to consider becoming": "to" at most three words before a verb.</summary>
    public bool FollowsToLoosely(int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= LooseDistance && !words[i + 1].StartsPart; i--)
        {
            if (ObjectReader.IsInfinitive(lexicon, words, i)) return true;
            if (!words[i].IsAdverb && !lexicon.Is(words[i].Id, WordRoles.Conjunction) && at - i > WordsAfterTo) return false;
        }
        return false;
    }

    /// <summary>
    /// Whether a word opens an aside: a preposition or "as". "as set out in" and "in its resolution" lead to what the verb is about,
    /// which matters only to verbs that act on their own object.
    /// </summary>
    public bool OpensAside(int at, bool acts)
    {
        var isAs = words[at].Id >= 0 && words[at].Id == lexicon.As;
        if (!isAs && !lexicon.Is(words[at].Id, WordRoles.Preposition)) return false;
        if (acts) return true;
        var next = SkipAdverbs(at + 1);
        return next < words.Count
            && !(isAs ? lexicon.Is(words[next].Id, WordRoles.Origin | WordRoles.Demanded) : lexicon.References.Contains(words[next].Id));
    }

    /// <summary>Whether the negation that ended at a word reaches a verb: only "to", "be", "have" and adverbs are between.</summary>
    public bool IsDenied(int verb, int deniedLast)
    {
        if (deniedLast < 0) return false;
        for (var i = verb - 1; i >= deniedLast && verb - i <= DenialDistance; i--)
        {
            if (words[i].Id >= 0 && words[i].Id == lexicon.Only) return false;
            if (i == deniedLast) return true;
            if (words[i].Id >= 0 && words[i].Id == lexicon.But) return false;
            if (words[i + 1].Sign != ' ' && !words[i].IsGerund && !words[i].IsAdverb && !words[i + 1].IsAdverb) return false;
            if (!words[i].IsAdverb && !words[i].IsGerund && !MayBeBetween(words[i].Id)) return false;
        }
        return false;

        // "not yet to be", "nor been"
        bool MayBeBetween(int id) =>
            id == lexicon.To || id == lexicon.Yet
                || lexicon.Is(id, WordRoles.Auxiliary | WordRoles.Determiner | WordRoles.Conjunction);
    }

    /// <summary>"is", "are", "shall be", "will be" before a participle, without "not".</summary>
    public bool FollowsPassiveAuxiliary(int at)
    {
        var i = at - 1;
        while (i >= 0 && words[i].IsAdverb) i--;
        if (i < 0) return false;
        if (words[i].Id == lexicon.IsVerb || words[i].Id == lexicon.Are) return true;
        if (words[i].Id != lexicon.Be) return false;
        i--;
        while (i >= 0 && words[i].IsAdverb) i--;
        return i >= 0 && lexicon.Is(words[i].Id, WordRoles.Modal);
    }

    /// <summary>"its decision in this resolution to": what is decided here is only spoken of.</summary>
    public bool IsDecisionOfThis(int to)
    {
        var isThis = false;
        for (var i = to - 1; i >= 0 && to - i <= JoinDistance; i--)
        {
            isThis |= words[i].Id >= 0 && (words[i].Id == lexicon.This || words[i].Id == lexicon.Present);
            if (words[i].Id >= 0 && words[i].Id == lexicon.Decision) return isThis;
            if (words[i].StartsPart) return false;
        }
        return false;
    }

    /// <summary>"are in compliance with": what is asked for, not the basis of an act.</summary>
    public bool IsPredicate(GoverningWords row, int at)
    {
        if (!row.Words.Contains("compliance", StringComparison.Ordinal)) return false;
        var i = at - 1;
        while (i >= 0 && words[i].IsAdverb) i--;
        return i >= 0 && lexicon.Is(words[i].Id, WordRoles.Auxiliary);
    }

    /// <summary>"and to", "but also to".</summary>
    public bool FollowsConjunction(int at)
    {
        var i = at - 1;
        while (i >= 0 && words[i].IsAdverb) i--;
        return i >= 0 && lexicon.Is(words[i].Id, WordRoles.Conjunction);
    }

    /// <summary>"the Committee endorsed": the organ is right before the verb.</summary>
    public bool FollowsOrgan(int at)
    {
        var i = at - 1;
        while (i >= 0 && words[i].IsAdverb) i--;
        return i >= 0 && words[i + 1].Sign == ' ' && lexicon.Is(words[i].Id, WordRoles.Subject);
    }

    /// <summary>"considered and adopted the plan": the object comes after the next verb.</summary>
    public bool IsCoordinated(int last)
    {
        var i = SkipAdverbs(last + 1);
        if (i >= words.Count || words[i].Id != lexicon.And) return false;
        i = SkipAdverbs(i + 1);
        return i < words.Count && lexicon.Rows(words[i].Id).Length > 0 && TakesObject(i);
    }

    /// <summary>Whether one of some words is within a distance, forward or backward, in the same sentence.</summary>
    public bool Near(int at, int distance, HashSet<int> any)
    {
        var step = Math.Sign(distance);
        for (var i = at + step; i >= 0 && i < words.Count && Math.Abs(i - at) <= Math.Abs(distance); i += step)
        {
            if (words[step > 0 ? i : i + 1].StartsPart) return false;
            if (any.Contains(words[i].Id)) return true;
        }
        return false;
    }

    /// <summary>Whether "as well as" begins at a word.</summary>
    public bool IsAsWellAs(int at)
    {
        if (at < 0 || at + 2 >= words.Count) return false;
        return words[at].Id == lexicon.As && words[at + 1].Id == lexicon.Well && words[at + 2].Id == lexicon.As;
    }

    /// <summary>Whether "we" precedes a verb, with nothing but adverbs and "in this regard" between.</summary>
    public bool FollowsWe(int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= JoinDistance && !words[i + 1].StartsPart; i--)
        {
            if (words[i].Id >= 0 && words[i].Id == lexicon.We) return true;
            if (!IsSkippable(i)) return false;
        }
        return false;
    }

    /// <summary>Whether a reference to a text begins at a word: "paragraph 2 of", "resolution", "its decision".</summary>
    public bool IsReference(int at)
    {
        if (at < words.Count && words[at].Id >= 0 && words[at].Id == lexicon.Its) at++;
        return at < words.Count && (lexicon.References.Contains(words[at].Id) || lexicon.Is(words[at].Id, WordRoles.Part));
    }

    /// <summary>Whether "its" and a part or a creation begin at a word.</summary>
    public bool IsPossessedCreation(int at) =>
        at + 1 < words.Count && words[at].Id >= 0 && words[at].Id == lexicon.Its
            && lexicon.Is(words[at + 1].Id, WordRoles.Part | WordRoles.Creation);

    public bool FollowsNot(int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= DenialDistance && !words[i + 1].StartsPart; i--)
            if (words[i].Id >= 0 && words[i].Id == lexicon.Not) return true;
        return false;
    }

    public bool FollowsHaveNot(int at)
    {
        for (var i = at - 1; i > 0 && at - i <= DenialDistance && !words[i + 1].StartsPart; i--)
            if (words[i].Id >= 0 && words[i].Id == lexicon.Not) return lexicon.Is(words[i - 1].Id, WordRoles.Auxiliary);
        return false;
    }

    public bool IsOtherInfinitive(int at)
    {
        if (at == 0 || !ObjectReader.IsInfinitive(lexicon, words, at)) return false;
        return words[at].Sign == ',' || lexicon.Is(words[at - 1].Id, WordRoles.Conjunction) || words[at - 1].IsAdverb || IsAsWellAs(at - 3);
    }

    public Treatment? ToneAfter(int last)
    {
        var i = SkipAdverbs(last + 1);
        if (i >= words.Count || words[i].Id != lexicon.With) return null;
        for (var k = i + 1; k < words.Count && k <= i + ToneDistance; k++)
            if (lexicon.Tone(words[k].Id) is { } tone) return tone;
        return null;
    }
}
