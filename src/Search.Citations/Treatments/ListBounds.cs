using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>Whether a list of what a phrase governs continues at a word.</summary>
internal sealed class ListBounds(VerbLexicon lexicon, List<ClauseWord> words, WordContext context)
{
    /// <summary>Whether a comma ends what a phrase governs, unless the list continues after it.</summary>
    public static bool EndsAtComma(GoverningWords near) =>
        near.Place is VerbPlace.Connector or VerbPlace.WeakConnector or VerbPlace.Definition or VerbPlace.Breach or VerbPlace.Failing;

    /// <summary>Whether "and" begins another request instead of continuing the list: ", and parties to".</summary>
    public bool LeavesAct(GoverningWords near, int at)
    {
        if (near.Place is not (VerbPlace.Act or VerbPlace.Infinitive) || words[at].Id != lexicon.And || at + 1 >= words.Count) return false;
        var next = words[at + 1];
        if (next.Id >= 0 && next.Id == lexicon.Parties) return true;
        const WordRoles continuing = WordRoles.Determiner | WordRoles.ListWord | WordRoles.Part | WordRoles.Creation | WordRoles.Preposition | WordRoles.Origin;
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
        if (context.IsAsWellAs(at) && at + 3 < words.Count) return ContinuesAfterAsWellAs(at + 3);
        if (word.IsCapital || lexicon.Is(word.Id, WordRoles.ListWord)) return true;
        if (word.Id != lexicon.The && word.Id != lexicon.Its) return false;
        if (at + 1 >= words.Count) return true;
        // ", in accordance with article 7 of the Convention, the Conference": a connector between commas holds no list.
        return words[at + 1].IsCapital ? !enclosed : lexicon.Is(words[at + 1].Id, WordRoles.ListWord);
    }

    /// <summary>", as well as in the Declaration" continues the list, ", as well as the involvement of" does not.</summary>
    private bool ContinuesAfterAsWellAs(int at)
    {
        var named = lexicon.Is(words[at].Id, WordRoles.Determiner) && at + 1 < words.Count ? words[at + 1] : words[at];
        return named.IsCapital || lexicon.Is(named.Id, WordRoles.ListWord);
    }

    private bool ContinuesBreach(ClauseWord word, int at)
    {
        if (word.Id == lexicon.In) return at + 1 < words.Count && lexicon.Is(words[at + 1].Id, WordRoles.Filler);
        return word.Id != lexicon.As && (word.IsCapital || lexicon.Is(word.Id, WordRoles.ListWord | WordRoles.Determiner));
    }
}
