using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>
/// Finds titles that no list names, by their form: a noun such as Declaration with capital words before it ("Lausanne Declaration") or
/// a capital phrase after it ("Convention on Cluster Munitions").
/// </summary>
internal readonly struct TitleScanner(TokenText text, List<Mention> mentions)
{
    private static readonly WordList SubjectPrepositions = WordList.Of("subject-prepositions");
    private static readonly WordList Proposed = WordList.Of("proposed");
    private static readonly WordList PartiesOfWorks = WordList.Of("parties-of-works");
    private static readonly WordList NameParticles = WordList.Of("name-particles");
    private static readonly WordList Offices = WordList.Of("offices");
    private static readonly WordList RegionNames = WordList.Of("region-names");
    private static readonly WordList SetPhrases = WordList.Of("set-phrases");
    private static readonly WordList GenericWords = WordList.Of("generic-words");

    private static readonly WordList BodyNouns = WordList.Of("body-nouns");

    private static readonly WordList TechnicalWords = WordList.Of("technical-words");

    private static readonly WordList CommonSubjects = WordList.Of("common-subjects");

    private static readonly WordList AfterTitle = WordList.Of("after-title");

    private const int MostWords = 40;

    /// <summary>Words after a comma of a title within which "and" follows, and words at the end of a title
    /// that may have an article.</summary>
    private const int WordsAfterComma = 6, LastWords = 4;

    /// <summary>Small words between two capitals of a title.</summary>
    private const int MostSmallWords = 4;

    /// <summary>Words before the noun of a title.</summary>
    private const int MostWordsBefore = 12;

    /// <summary>The years that titles have.</summary>
    private const int FirstYear = 1900, LastYear = 2099;

    /// <summary>The last day of a month.</summary>
    private const int LastDay = 31;

    /// <summary>Words that the name of a body may have after its noun; without an end, a text of capitals would be
    /// read again at every word.</summary>
    private const int MostWordsOfBody = 8;

    /// <summary>Reads at a noun of works; <paramref name="barrier"/> is the first token that may be used to the left. Returns the index
    /// after the title, or <paramref name="i"/>.</summary>
    public int At(int i, int barrier)
    {
        if (!text.IsCapitalized(i) || !IsTitleNoun(i)) return i;
        var first = Left(i, barrier);
        var end = Right(i, out var phrase);
        if (first == i && !phrase || IsDraftOrProposed(first - 1) || text.Chars(first) is "Draft" or "Proposed") return i;
        if (first < i && !phrase && IsGenericLeft(first, i)) return i;
        if (text[i] == Word.Principles && text.Chars(first) is "Purposes") return i; // of the Charter, which is named beside them
        if (first == i && text[i] == Word.Communique && text[i + 1] == Word.Of) return i; // whose communiqué it is, no title
        if (IsOffice(first) || IsForum(first, i) || IsTechnical(first, i)) return i; // "the Government of National Accord"
        if (text[first - 1] is Word.That or Word.This or Word.Those or Word.These or Word.Said) return i; // points back at what was named
        if (NamesBody(text, i, end) || text[i] == Word.Agenda && text.Chars(end) is "item" or "items" or "Item") return i;
        if (text[i] == Word.Framework && first == i && text[i + 1] is not (Word.For or Word.On)) return i;
        if (NeedsMore(text[i]) && !phrase && !HasAction(first, end)) return i;
        if (text[i] is Word.Programme or Word.Platform && !HasAction(first, end)) return i;
        mentions.Add(new TitleMention
        {
            Span = text.Span(first, end),
            Title = TitleText.Canonical(text.Span(first, end).In(text.Text)),
            Noun = text[i].Singular(),
            IsGeneric = IsGenericTitle(first, end),
            IsCut = IsCut(end),
        });
        return end;
    }

    /// <summary>Whether words after a noun make a title of it: "on Cluster Munitions", "against Torture", "for Syria".</summary>
    public static bool GoesOn(TokenText text, int i)
    {
        if (!IsTitlePreposition(text, i)) return false;
        var at = i + 1;
        var article = text[at] == Word.The;
        var determined = article || text[at] == Word.All || text.Chars(at) is "to";
        if (determined || text[i] is Word.For or Word.On && text.Chars(at) is "a" or "an") at++;
        if (!text.IsCapitalized(at) || text[at] is Word.Action) return false;
        // "to Combat Desertification" is a title, "to the States Parties" continues with the sentence
        if (text[i] == Word.To && article && text[i - 1] is not (Word.Protocol or Word.Protocols)) return false;
        return !Addressees.Contains(text.Chars(at)) || text.Chars(i) is "between";
    }

    private static bool IsTitlePreposition(TokenText text, int i) =>
        text[i] is Word.On or Word.For or Word.To or Word.Of
        || SubjectPrepositions.Contains(text.Chars(i));

    /// <summary>"a draft Protocol against ...", "a new Agreement on ...": what is named does not exist yet.</summary>
    private bool IsDraftOrProposed(int before)
    {
        if (Proposed.Contains(text.Chars(before))) before--;
        return text[before] == Word.Draft || text.Chars(before) is "a" or "an" or "proposed";
    }

    private bool IsTitleNoun(int i)
    {
        if (!text[i].IsTitleNoun()) return false;
        if (text[i] is Word.Treaty && text[i + 1] is Word.Series or Word.Body || text[i] is Word.Treaties && text[i + 1] != Word.Of)
            return false;
        return !text.IsDash(i - 1) || text[i] is not (Word.Treaty or Word.Charter);
    }

    /// <summary>Nouns that name bodies and activities more often than works: they need a phrase after them.</summary>
    private static bool NeedsMore(Word noun) =>
        noun is Word.Programme or Word.Plan or Word.Framework or Word.Code or Word.Platform or Word.Memorandum or Word.Outcome;

    private bool HasAction(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (text[i] == Word.Action) return true;
        return false;
    }

    /// <summary>Whether a short name has a word of its own before its noun: "Brazzaville Declaration", not "Political Declaration" or
    /// "Programme of Action".</summary>
    public static bool IsProper(IReadOnlyList<string> words)
    {
        if (!Lexicon.Find(words[^1]).IsWork() || NeedsMore(Lexicon.Find(words[^1]))) return false;
        for (var i = 0; i < words.Count - 1; i++)
            if (!IsGeneric(words[i]) && !Lexicon.Find(words[i]).IsWork() && char.IsUpper(words[i][0])) return true;
        return false;
    }

    private bool IsGenericLeft(int first, int noun)
    {
        for (var i = first; i < noun; i++)
            if (text.IsCapitalized(i) && !IsGeneric(text.Chars(i))) return false;
        return true;
    }

    /// <summary>Words that precede the nouns of many works: alone they name none ("United Nations
    /// Strategy", "Optional Protocol").</summary>
    private static bool IsGeneric(ReadOnlySpan<char> word) => GenericWords.Contains(word);

    private int Left(int i, int barrier)
    {
        var first = i;
        var joined = -1; // where the name would begin without the words that a joiner adds
        while (first - 1 >= barrier && i - first < MostWordsBefore)
        {
            var before = first - 1;
            if (text.IsCapitalized(before) && text.Chars(before).Length > 1 && !IsSentenceStart(before)) first = before;
            else if (text.IsDash(before) && text.Glued(first) && text.Glued(before) && text.IsLetters(before - 1)) first = before - 1;
            else if (text[before] == Word.And && FollowsName(before, barrier) && !text[before - 1].IsBody()) first = before - 1;
            else if (text[before] == Word.Digits && text.Number(before) is >= FirstYear and <= LastYear && first == i) first = before;
            // "the 8 July Agreement"
            else if (text[before] == Word.Digits && text.Number(before) is >= 1 and <= LastDay && text[first].IsMonth()) return before;
            else if (first < i && JoinsNames(before) && FollowsName(before, barrier))
            {
                // "States Parties to Amended Protocol II": whose parties they are begins after the word
                if (PartiesOfWorks.Contains(text.Chars(before - 1))) break;
                if (joined < 0) joined = first;
                first = before - 1;
            }
            else break;
        }
        // "the Association of Southeast Asian Nations Declaration" is one name, "as Depositary of Multilateral Treaties" two
        return joined < 0 || text[first - 1] is Word.The or Word.Digits || text.Chars(first - 1) is "“" ? first : joined;
    }

    /// <summary>Whether a name that a sentence does not begin with is before a joining word.</summary>
    private bool FollowsName(int joint, int barrier) =>
        joint - 1 >= barrier && text.IsCapitalized(joint - 1) && !IsSentenceStart(joint - 1);

    /// <summary>"Association <i>of</i> Southeast Asian Nations", "Green Jobs <i>for</i> Youth", "Baku <i>to</i> Belém",
    /// "Santiago <i>de</i> Compostela".</summary>
    private bool JoinsNames(int i) => text[i] is Word.Of or Word.For or Word.To || IsNameParticle(text.Chars(i));

    private static bool IsNameParticle(ReadOnlySpan<char> word) =>
        NameParticles.Contains(word);

    /// <summary>"Government of", "Department of", "Under-Secretary-General for": an office whose field has a noun of works in it.</summary>
    private bool IsOffice(int first)
    {
        if (Offices.Contains(text.Chars(first))) return text[first + 1] is Word.Of or Word.For;
        return text.Chars(first) is "Under" or "Assistant" && text.IsDash(first + 1) && text.Chars(first + 2) is "Secretary";
    }

    private bool IsSentenceStart(int i) => i == 0 || text.Sentence(i) != text.Sentence(i - 1) || text.Is(i - 1, ':');

    private int Right(int i, out bool phrase)
    {
        phrase = false;
        var end = i + 1;
        var sentence = text.Sentence(i);
        var between = false;
        for (var at = end; at < Math.Min(text.Count, i + MostWords) && text.Sentence(at) == sentence;)
        {
            if (text.IsCapitalized(at))
            {
                end = ++at;
                continue;
            }
            if (text[at - 1].IsMonth() && text.Number(at) is >= 1 and <= LastDay && text.Is(at + 1, ',')
                && text.Number(at + 2) is >= FirstYear and <= LastYear)
            {
                end = at += 3; // "Agreement of June 20, 2011"
                continue;
            }
            if (text[at] == Word.Digits && text.Number(at) is >= FirstYear and <= LastYear)
            {
                end = ++at;
                while ((text.IsDash(at) || text[at] == Word.Digits) && text.Glued(at)) end = ++at;
                continue;
            }
            if (JoinsHalves(at))
            {
                at += 2;
                end = at;
                continue;
            }
            if (phrase && IsNameParticle(text.Chars(at)) && BeginsName(at + 1))
            {
                at++;
                continue;
            }
            var next = at;
            while (next < at + MostSmallWords && !text.IsCapitalized(next) && IsSmallWord(next)) next++;
            if (next == at && phrase && IsCommaOfTitle(at)) next = at + 1;
            if (next == at || !text.IsCapitalized(next)) break;
            // the phrase must begin with a preposition that titles have, "and" only joins another noun of a title
            if (!phrase && !IsTitlePreposition(text, at) && !(text[at] == Word.And && JoinsNoun(next))) break;
            if (phrase && text[at] is Word.In or Word.At or Word.By or Word.With or Word.From && !IsSubject(at, next)) break;
            if (text[at] == Word.And && (text[at + 1] == Word.Of || IsIndefinite(at + 1))) break;
            if (text[at] == Word.And && text[at + 1] == Word.The && !IsRegion(text.Chars(next)))
            {
                if (!between) break;
                between = false; // "between the United Nations and the Holy See"
            }
            if (!phrase && IsTitlePreposition(text, at) && !IsSetPhrase(at, next))
            {
                if (!GoesOn(text, at)) break;
                phrase = true;
                between = text.Chars(at) is "between";
            }
            at = next;
        }
        return end;
    }

    /// <summary>"Asia-Pacific", "HIV/AIDS", "COVID-19": a hyphen or stroke inside a word.</summary>
    private bool JoinsHalves(int at)
    {
        if (!text.Glued(at) || !text.IsDash(at) && !(text.Is(at, '/') && text.IsCapitalized(at + 1))) return false;
        return text.IsLetters(at + 1) || text.IsGluedDigits(at + 1);
    }

    /// <summary>"la Paz", "al-Bireh" after a particle.</summary>
    private bool BeginsName(int at) => text.IsCapitalized(at) || text.IsDash(at) && text.IsCapitalized(at + 1);

    private bool IsCommaOfTitle(int at) => text.Is(at, ',') && text.IsCapitalized(at + 1) && CommaGoesOn(at);

    /// <summary>"Building <i>a</i> Better World", "Saving <i>Our</i> Seas": small words inside a title.</summary>
    private bool IsIndefinite(int i) => text.Chars(i) is "a" or "an" || text[i] == Word.Our;

    /// <summary>Small words inside a title.</summary>
    private bool IsSmallWord(int i)
    {
        if (text[i] is Word.Of or Word.And or Word.The or Word.In or Word.To or Word.For or Word.On or Word.All or Word.With
            or Word.From or Word.By or Word.At or Word.Their or Word.Its)
            return true;
        return IsIndefinite(i) || IsTitlePreposition(text, i);
    }

    /// <summary>Regions that bear the article: "Asia and the Pacific", "Latin America and the Caribbean".</summary>
    private static bool IsRegion(ReadOnlySpan<char> word) =>
        RegionNames.Contains(word);

    /// <summary>
    /// Whether "in", "at", "by", "with" or "from" continues with a title's subject ("Wildlife in Africa", "Safety at Sea",
    /// "Areas Affected by Floods") and not with where, when or by whom it was adopted ("in Cali, Colombia", "in Abuja on 30
    /// August", "by the Council of Ministers").
    /// </summary>
    private bool IsSubject(int preposition, int next)
    {
        if (text[preposition] == Word.At && text[preposition + 1] == Word.The) return false; // a meeting
        var end = next;
        while (end < next + MostWords && IsOfName(end))
        {
            if (text[preposition] != Word.In && text[end].IsBody()) return false;
            end++;
        }
        if (text.Is(end, ',') && text.IsCapitalized(end + 1)) return false;
        return !((text[end] is Word.On or Word.In or Word.From || text.Is(end, ',') && text[end + 1] is Word.On or Word.In or Word.From)
            && HasDigits(end + 1, 2));
    }

    /// <summary>A capital, or a small word before one: "Council of the Ministers".</summary>
    private bool IsOfName(int i)
    {
        if (text.IsCapitalized(i)) return true;
        if (text[i] is not (Word.Of or Word.And or Word.The)) return false;
        return text.IsCapitalized(i + 1) || text[i + 1] == Word.The && text.IsCapitalized(i + 2);
    }

    private bool HasDigits(int from, int count)
    {
        for (var i = from; i < from + count; i++)
            if (text[i] == Word.Digits) return true;
        return false;
    }

    /// <summary>"of Action", "of Conduct", "of Understanding", "for Action": part of the noun, not yet a subject.</summary>
    private bool IsSetPhrase(int preposition, int next) =>
        next == preposition + 1 && SetPhrases.Contains(text.Chars(next));

    private bool JoinsNoun(int i) => text[i].IsWork() || text.IsCapitalized(i + 1) && text[i + 1].IsWork();

    /// <summary>"Trafficking in Persons, Especially Women and Children": a comma inside a title is followed by capitals
    /// and an "and" or another comma.</summary>
    private bool CommaGoesOn(int comma)
    {
        for (var i = comma + 1; i <= comma + WordsAfterComma; i++)
        {
            if (text[i] == Word.And && text.IsCapitalized(i + 1) && text[i + 1] != Word.The) return true;
            if (text.Is(i, ',') && text.IsCapitalized(i + 1)) continue;
            if (!text.IsCapitalized(i) && text[i] is not Word.Of) return false;
        }
        return false;
    }

    /// <summary>Whether capital words directly after the noun make it the name of a body: "Collective
    /// Security Treaty Organization".</summary>
    public static bool NamesBody(TokenText text, int noun, int end)
    {
        if (IsBodyNoun(text, end)) return true;
        var at = noun + 1;
        while (at <= noun + MostWordsOfBody && text.IsCapitalized(at)) at++;
        return IsBodyNoun(text, at - 1) && at - 1 > noun;
    }

    private static bool IsBodyNoun(TokenText text, int i) =>
        text.IsCapitalized(i) && (text[i].IsBody() || BodyNouns.Contains(text.Chars(i)));

    /// <summary>"World Forum for Harmonization of Vehicle Regulations": a body whose field has a noun of works in it.</summary>
    private bool IsForum(int first, int noun)
    {
        for (var i = first; i < noun - 1; i++)
            if (IsBodyNoun(text, i) && text[i + 1] == Word.For) return true;
        return false;
    }

    /// <summary>"Internet Protocol", "File Transfer Protocol": rules by which machines speak, not States.</summary>
    private bool IsTechnical(int first, int noun)
    {
        if (text[noun].Singular() is not (Word.Protocol or Word.Code)) return false;
        for (var i = first; i < noun; i++)
            if (TechnicalWords.Contains(text.Chars(i))) return true;
        return false;
    }

    /// <summary>Whether no word of a title is its own: "Rules of Procedure", "Declaration of Principles",
    /// "Status of Forces Agreement".</summary>
    private bool IsGenericTitle(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (text[i] == Word.Digits || text[i].IsMonth()) return false;
            if (text[i] == Word.Nations && text[i - 2] == Word.The) return false; // "of the United Nations" says whose they are
            if (text.IsCapitalized(i) && !IsGeneric(text.Chars(i)) && !text[i].IsWork() && !IsCommonSubject(text.Chars(i))) return false;
        }
        return true;
    }

    /// <summary>Subjects that the titles of many works have, each body's own.</summary>
    private static bool IsCommonSubject(ReadOnlySpan<char> word) => CommonSubjects.Contains(word);

    /// <summary>"Roadmap to a Peaceful and Democratic end": the last part of the title began with an article, and no
    /// word after it is a noun's.</summary>
    private bool HasIndefinite(int end)
    {
        for (var i = end - 1; i >= end - LastWords; i--)
            if (IsIndefinite(i)) return !IsVerb(text.Chars(end));
        return false;
    }

    /// <summary>Words by which a sentence continues after a title.</summary>
    private static bool IsVerb(ReadOnlySpan<char> word) => AfterTitle.Contains(word);

    /// <summary>Whether a title ends in a word that must have an object: "Declaration on Building".</summary>
    private bool IsCut(int end)
    {
        var last = text.Chars(end - 1);
        if (text.Chars(end) is "between") return true; // whose agreement it is follows in small letters
        var goesOn = text.IsLetters(end) && !text.IsCapitalized(end)
            && text[end] is Word.Other or Word.The or Word.Its or Word.Their or Word.All;
        if (!goesOn) return false;
        return last.EndsWith("ing", StringComparison.Ordinal) && text[end - 2] is Word.On or Word.For or Word.To or Word.Of or Word.And
            || HasIndefinite(end);
    }
}
