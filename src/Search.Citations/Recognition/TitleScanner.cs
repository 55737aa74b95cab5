namespace Search.Citations.Recognition;

/// <summary>
/// Finds titles that no list names, by their form: a noun such as Declaration with capital words before it ("Lausanne Declaration") or
/// a capital phrase behind it ("Convention on Cluster Munitions").
/// </summary>
internal sealed class TitleScanner(TokenText text, List<Mention> mentions)
{
    private const int MostWords = 40;

    /// <summary>Reads at a noun of works; <paramref name="barrier"/> is the first token that may be used to the left. Returns the index behind the title, or <paramref name="i"/>.</summary>
    public int At(int i, int barrier)
    {
        if (!text.IsCapitalized(i) || !IsTitleNoun(i)) return i;
        var first = Left(i, barrier);
        var end = Right(i, out var phrase);
        if (first == i && !phrase) return i;
        if (first < i && !phrase && IsGenericLeft(first, i)) return i;
        if (IsBodyNoun(end)) return i;
        if (NeedsMore(text[i]) && !phrase && !HasAction(first, end)) return i;
        if (text[i] is Word.Programme or Word.Platform && !HasAction(first, end)) return i;
        mentions.Add(new TitleMention { Span = text.Span(first, end), Title = Squeeze(text.Span(first, end).In(text.Text)), Noun = text[i].Singular() });
        return end;
    }

    /// <summary>Whether words behind a noun make a title of it: "on Cluster Munitions", "against Torture", "for Syria".</summary>
    public static bool GoesOn(TokenText text, int i)
    {
        if (!IsTitlePreposition(text, i)) return false;
        var at = i + 1;
        if (text[at] is Word.The or Word.All || text.Chars(at) is "to") at++;
        return text.IsCapitalized(at);
    }

    private static bool IsTitlePreposition(TokenText text, int i) =>
        text[i] is Word.On or Word.For or Word.To
        || text[i] == Word.Of && !(text[i + 1] == Word.The && text.Chars(i + 2) is "Secretary" or "Council" or "Assembly" or "Commission" or "Committee" or "Conference")
        || text.Chars(i) is "against" or "concerning" or "relating" or "regarding" or "relative" or "between" or "governing" or "Governing" or "respecting";

    private bool IsTitleNoun(int i)
    {
        if (text[i] is Word.Action or Word.Instrument or Word.Policy or Word.Scheme or Word.Arrangement or Word.Constitution) return false;
        if (text[i] is Word.Treaty && text[i + 1] is Word.Series or Word.Body) return false;
        return !text.IsDash(i - 1) || text[i] is not (Word.Treaty or Word.Charter);
    }

    /// <summary>Nouns that name bodies and activities more often than works: they need a phrase behind them.</summary>
    private static bool NeedsMore(Word noun) => noun is Word.Programme or Word.Plan or Word.Framework or Word.Code or Word.Platform or Word.Memorandum or Word.Outcome;

    private bool HasAction(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (text[i] == Word.Action) return true;
        return false;
    }

    private bool IsGenericLeft(int first, int noun)
    {
        // "Member State Agreement", "United Nations Strategy": the organization's name alone is no title
        var named = false;
        for (var i = first; i < noun; i++)
            if (text.IsCapitalized(i) && !(text[i] is Word.United or Word.Nations or Word.General || text.Chars(i) is "International" or "National" or "Member" or "States" or "Optional" or "Additional" or "Draft" or "New" or "Regional" or "Special" or "Peace" or "Political" or "Global" or "Ministerial" or "Final" or "Joint"))
                named = true;
        return !named;
    }

    private int Left(int i, int barrier)
    {
        var first = i;
        while (first - 1 >= barrier && i - first < 12)
        {
            var before = first - 1;
            if (text.IsCapitalized(before) && !IsSentenceStart(before)) first = before;
            else if (text.IsDash(before) && text.Glued(first) && text.Glued(before) && text.IsLetters(before - 1)) first = before - 1;
            else if (text[before] == Word.And && text.IsCapitalized(before - 1) && before - 1 >= barrier && !IsSentenceStart(before - 1) && !text[before - 1].IsBody()) first = before - 1;
            else if (text[before] == Word.Digits && text.Number(before) is >= 1900 and < 2100 && first == i) first = before;
            else break;
        }
        return first;
    }

    private bool IsSentenceStart(int i) => i == 0 || text.Sentence(i) != text.Sentence(i - 1) || text.Is(i - 1, '“') || text.Is(i - 1, ':');

    private int Right(int i, out bool phrase)
    {
        phrase = false;
        var end = i + 1;
        var sentence = text.Sentence(i);
        for (var at = end; at < Math.Min(text.Count, i + MostWords) && text.Sentence(at) == sentence;)
        {
            if (text.IsCapitalized(at))
            {
                end = ++at;
                continue;
            }
            if (text[at] == Word.Digits && text.Number(at) is >= 1900 and < 2100)
            {
                end = ++at;
                while ((text.IsDash(at) || text[at] == Word.Digits) && text.Glued(at)) end = ++at;
                continue;
            }
            if (text.IsDash(at) && text.Glued(at) && text.IsLetters(at + 1))
            {
                at += 2;
                end = at;
                continue;
            }
            var next = at;
            while (next < at + 4 && (text[next] is Word.Of or Word.And or Word.The or Word.In or Word.To or Word.For or Word.On or Word.All or Word.With or Word.From or Word.By or Word.Their or Word.Its || IsTitlePreposition(text, next))) next++;
            if (next == at && text.Is(at, ',') && text.IsCapitalized(at + 1) && phrase && CommaGoesOn(at)) next = at + 1;
            if (next == at || !text.IsCapitalized(next)) break;
            // the phrase must begin with a preposition that titles have, "and" only joins another noun of a title
            if (!phrase && !IsTitlePreposition(text, at) && !(text[at] == Word.And && JoinsNoun(next))) break;
            if (phrase && text[at] is Word.In or Word.By or Word.With or Word.From) break;
            if (text[at] == Word.And && text[at + 1] == Word.The) break;
            if (IsTitlePreposition(text, at)) phrase = true;
            at = next;
        }
        return end;
    }

    private bool JoinsNoun(int i) => text[i].IsWork() || text.IsCapitalized(i + 1) && text[i + 1].IsWork();

    /// <summary>"Trafficking in Persons, Especially Women and Children": a comma inside a title is followed by capitals and an "and" or another comma.</summary>
    private bool CommaGoesOn(int comma)
    {
        for (var i = comma + 1; i < comma + 7; i++)
        {
            if (text[i] == Word.And && text.IsCapitalized(i + 1) && text[i + 1] != Word.The) return true;
            if (!text.IsCapitalized(i) && text[i] is not Word.Of) return false;
        }
        return false;
    }

    private bool IsBodyNoun(int i) =>
        text.IsCapitalized(i) && (text[i].IsBody() || text.Chars(i) is "Secretariat" or "Office" or "Fund" or "Centre" or "Group" or "Unit" or "Organization" or "Network" or "Force" or "Mission" or "Forum" or "Week" or "Day");

    private static string Squeeze(ReadOnlySpan<char> title) => string.Join(' ', title.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
