using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Words that say whose an act is.</summary>
/// <param name="Body">The body, where a list knows it.</param>
/// <param name="Noun">The noun of a short name ("the Assembly"), else <see cref="Word.Other"/>.</param>
/// <param name="IsUnlisted">Whether the words name a body that no list knows.</param>
internal readonly record struct BodyPhrase(Body? Body, Word Noun, bool IsUnlisted);

/// <summary>Reads whose an act is from the words around it: after its number, before the word "of", or as the
/// subject of the clause after.</summary>
internal static class BodyPhrases
{
    /// <summary>How far before "of its resolution" the words "by the Commission" may begin.</summary>
    private const int FarthestAgent = 30;

    /// <summary>Words that the name of a body may have.</summary>
    private const int LongestName = 20;

    /// <summary>"of 6 May 1994 of the Commission on ...", "adopted by the Assembly", read from token <paramref name="i"/>
    /// on; null where no body follows.</summary>
    public static BodyPhrase? Behind(TokenText text, int i)
    {
        DateReader.Skip(text, i, out _);
        var at = DateReader.Skip(text, i, out _);
        var apart = text.Is(at, ',');
        if (apart) at++;
        var adopted = text[at] == Word.Adopted;
        if (adopted) at++;
        if (text[at] is not (Word.Of or Word.By)) return null;
        // "the group established pursuant to resolution 72/55, of the other group, and of": the comma ends what is said of the number
        return At(text, at + 1) is { } body && !(body.IsUnlisted && apart && !adopted) ? body : null;
    }

    /// <summary>", the Human Rights Council renewed": the subject after "in its resolution 54/18 of 12 October 2023
    /// (see A/78/53/Add.1)", or null.</summary>
    public static BodyPhrase? SubjectBehind(TokenText text, int i)
    {
        var at = AfterBrackets(text, DateReader.Skip(text, i, out _));
        if (!text.Is(at, ',') || text[at + 1] != Word.The) return null;
        return At(text, at + 1) is { IsUnlisted: false } subject && EndOf(text, at + 2) is var end && IsVerb(text, end) ? subject : null;
    }

    /// <summary>The token after brackets that open at <paramref name="i"/>; <paramref name="i"/> where none do,
    /// or not within a few words.</summary>
    private static int AfterBrackets(TokenText text, int i)
    {
        if (!text.Is(i, '(')) return i;
        for (var at = i + 1; at < i + LongestBrackets; at++)
            if (text.Is(at, ')')) return at + 1;
        return i;
    }

    /// <summary>Tokens between brackets that say where an act is printed.</summary>
    private const int LongestBrackets = 30;
    private static readonly WordList OtherBodyNouns = WordList.Of("other-body-nouns");
    private static readonly WordList Adoptions = WordList.Of("adoptions");
    private static readonly WordList PastVerbs = WordList.Of("past-verbs");

    /// <summary>"renewed", "took": the past tense of what a body did.</summary>
    private static bool IsVerb(TokenText text, int i) =>
        text.IsLetters(i) && !text.IsCapitalized(i)
            && (text.Chars(i).EndsWith("ed", StringComparison.Ordinal)
                || PastVerbs.Contains(text.Chars(i)));

    /// <summary>"by the Commission on Narcotic Drugs of" before token <paramref name="of"/>, with what was said of the session between;
    /// null where no body is named.</summary>
    public static BodyPhrase? Agent(TokenText text, int of)
    {
        for (var at = of - 1; at >= 0 && of - at < FarthestAgent && text.Sentence(at) == text.Sentence(of); at--)
        {
            if (text[at].IsAct()) return null;
            if (text[at] == Word.By)
                return Adoptions.Contains(text.Chars(at - 1)) ? At(text, at + 1) : null;
        }
        return null;
    }

    /// <summary>The body that is named at token <paramref name="i"/>, an article before it left out.</summary>
    private static BodyPhrase? At(TokenText text, int i)
    {
        if (text[i] == Word.The) i++;
        if (BodyList.At(text, i, out _) is { } body) return new(body, Word.Other, false);
        if (IsUnlisted(text, i)) return new(null, Word.Other, true);
        return text[i].IsBody() && text.IsCapitalized(i) ? new(null, text[i], false) : null;
    }

    private static int EndOf(TokenText text, int i) => BodyList.At(text, i, out var end) is not null ? end : i + 1;

    /// <summary>Whether capital words with the noun of a body among them begin here: "Working Group on Ageing", "Court of Appeals",
    /// "Conference of the States Parties to the Convention".</summary>
    private static bool IsUnlisted(TokenText text, int i)
    {
        var words = 0;
        var isBody = false;
        for (var at = i; at < i + LongestName; at++)
        {
            if (text.IsCapitalized(at))
            {
                words++;
                isBody |= text[at].IsBody()
                    || OtherBodyNouns.Contains(text.Chars(at));
            }
            else if (text.Glued(at) && (text.IsDash(at) ? text.Glued(at + 1) : text.IsLetters(at) && text.IsDash(at - 1)))
            {
            }
            else if (text[at] is not (Word.Of or Word.On or Word.For or Word.To or Word.And or Word.The or Word.In)
                || !text.IsCapitalized(at + 1) && !text.IsCapitalized(at + 2))
            {
                break;
            }
        }
        return isBody && words > 1;
    }
}
