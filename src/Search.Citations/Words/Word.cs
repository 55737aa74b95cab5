namespace Search.Citations.Words;

/// <summary>The words that citations are built with; every other word is <see cref="Other"/>.</summary>
internal enum Word : byte
{
#pragma warning disable CS1591 // each is the word it names
    /// <summary>After the last word of a text.</summary>
    End,
    Other,
    Digits,
    Sign,

    // what is cited by number
    Resolution,
    Resolutions,
    Decision,
    Decisions,
    CouncilAcronym,

    // small words
    Of, And, Or, To, The, In, On, At, By, For, From, With, As, Well, Its, Our, Their, This, That, Those, These, Said, Same, Present,
    Above, Below, Hereof, Thereof, Thereto, Thereby, Dated, Adopted, Under, Through, Including, Particular, Especially, Notably, Pursuant,
    AboveMentioned, Mentioned, Previous, Relevant, Subsequent, All, OtherWord, Draft, Entitled, Hereinafter, Contained, Both, Which, See,

    // parts of a document
    Article, Paragraph, Subparagraph, Section, Chapter, Annex, Appendix, Part, Rule, Principle, Guideline, Regulation, Target, Goal,
    Operative, Preambular, Enclosure, Recommendation, Commitment, Objective, Schedule, Clause,

    // registers
    Vol, No, Series, Treaty, Treaties, Nations, United, League, Ibid, Sales, Page, Supplement,

    // bodies: the noun by which a body is called for short
    Assembly, Council, Commission, Committee, Conference, Congress, Board, Body,

    // works: the noun by which a work is called for short
    Convention, Conventions, Protocol, Protocols, Covenant, Covenants, Declaration, Charter, Agreement, Agreements, Statute, Agenda,
    Strategy,
    Programme, Plan, Compact, Framework, Rules, Guidelines, Principles, Platform, Pact, Accord, Pathway, Outcome, Code, RoadMap, Consensus,
    Communique, Regulations, Constitution, Action, Memorandum, Instrument, Policy, Scheme, Arrangement,

    Comment, Document, General, Security, Presidential, Statement, Sustainable, Development,

    January, February, March, April, May, June, July, August, September, October, November, December,
#pragma warning restore CS1591
}

/// <summary>Groups of words that play the same part.</summary>
internal static class WordGroups
{
    /// <summary>"resolution", "decisions" ...</summary>
    public static bool IsAct(this Word word) => word is >= Word.Resolution and <= Word.Decisions;

    /// <summary>A part of a document, by which a pinpoint begins.</summary>
    public static bool IsUnit(this Word word) => word is >= Word.Article and <= Word.Clause;

    /// <summary>A short noun of a body.</summary>
    public static bool IsBody(this Word word) => word is >= Word.Assembly and <= Word.Body;

    /// <summary>A short noun of a work.</summary>
    public static bool IsWork(this Word word) => word is (>= Word.Convention and <= Word.Arrangement) or Word.Treaty or Word.Treaties;

    /// <summary>A noun that can be the head of a work's title or short name.</summary>
    public static bool IsTitleNoun(this Word word) =>
        word.IsWork()
            && word is not (Word.Action or Word.Instrument or Word.Policy or Word.Scheme or Word.Arrangement or Word.Constitution);

    /// <summary>Whether a mention can begin at the word.</summary>
    public static bool MayOpen(this Word word) => Openers[(int)word];

    private static readonly bool[] Openers =
        [.. Enum.GetValues<Word>()
            .Select(word => word.IsAct() || word.IsWork()
                || word is Word.CouncilAcronym or Word.Sales or Word.Statement or Word.Presidential
        or Word.Ibid or Word.Target or Word.Goal or Word.Document or Word.General or Word.No or Word.That or Word.This or Word.Said
        or Word.Same or Word.AboveMentioned
        or Word.Above or Word.The or Word.Present or Word.Its or Word.Thereto or Word.Previous or Word.Relevant or Word.Subsequent
        or Word.OtherWord)];

    /// <summary>Whether a pinpoint can begin at the word.</summary>
    public static bool MayOpenPinpoint(this Word word) =>
        word.IsUnit() || word is Word.Guidelines or Word.Principles or Word.Rules or Word.Regulations or Word.Resolution or Word.Decision;

    /// <summary>A month's name.</summary>
    public static bool IsMonth(this Word word) => word is >= Word.January and <= Word.December;

    /// <summary>The plural noun's singular, for agreement.</summary>
    public static Word Singular(this Word word) => word switch
    {
        Word.Conventions => Word.Convention,
        Word.Protocols => Word.Protocol,
        Word.Covenants => Word.Covenant,
        Word.Agreements => Word.Agreement,
        Word.Treaties => Word.Treaty,
        Word.Resolutions => Word.Resolution,
        Word.Decisions => Word.Decision,
        _ => word,
    };
}
