using System.Collections.Immutable;
using Search.Citations.Authorities;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;
using Search.Resolutions.Text;

namespace Search.Citations.Recognition;

/// <summary>Words in a text that cite something, before they are joined to it.</summary>
internal abstract class Mention
{
    /// <summary>Place in the text that was scanned.</summary>
    public required TextSpan Span { get; set; }

    /// <summary>The part cited, normalised; empty when none is beside the mention.</summary>
    public string Pinpoint { get; set; } = "";

    /// <summary>Place of the words that <see cref="Pinpoint"/> was read from.</summary>
    public TextSpan PinpointSpan { get; set; }

    /// <summary>The document that the file links the words to, where they print an act or a symbol themselves;
    /// null where it states none.</summary>
    public DocumentSymbol? Linked { get; set; }

    /// <summary>Which of two mentions that overlap is kept: the higher.</summary>
    public virtual int Rank => 0;
}

/// <summary>How a numbered act's organ is named beside it.</summary>
internal enum OrganCue
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By name: "General Assembly resolution".</summary>
    Named,

    /// <summary>By its short noun: "Council resolution".</summary>
    Noun,

    /// <summary>"its resolution".</summary>
    Possessive,

    /// <summary>By the act before it in a list.</summary>
    Inherited,
}

/// <summary>A resolution or decision by number.</summary>
internal sealed class ActMention : Mention
{
    public required ActNumber Number { get; init; }

    /// <summary>First token of the number.</summary>
    public required int FirstToken { get; init; }

    /// <summary>The letter of the part that this mention means, or null.</summary>
    public char? Letter { get; init; }

    public required bool IsDecision { get; init; }

    public required OrganCue Cue { get; init; }

    /// <summary>The organ named; for <see cref="OrganCue.Inherited"/> and <see cref="OrganCue.None"/> null.</summary>
    public Body? Body { get; set; }

    /// <summary>The short noun by which the organ is called, before the number or after it ("of the Assembly").</summary>
    public Word Noun { get; set; }

    /// <summary>Whether the act is said to be of a body that no list knows: "of the Working Group on Ageing".</summary>
    public bool IsOfUnlisted { get; set; }

    /// <summary>An organ named before in the sentence, whose resolutions were spoken of without a number.</summary>
    public Body? Context { get; init; }

    /// <summary>The body named nearest in the sentence, before the number or else after it, that can have such a
    /// number; null where none is.</summary>
    public Body? Near { get; set; }

    /// <summary>The first mention of the list that this one continues, or null.</summary>
    public ActMention? Head { get; init; }

    /// <summary>The date printed after the number.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The year printed after the number, with a day or alone; 0 where there is none.</summary>
    public int Year { get; init; }

    /// <summary>Whether the word "resolution" or "decision" governs the number; otherwise only its form speaks for it.</summary>
    public bool HasCue { get; init; }

    public override int Rank => 3;
}

/// <summary>A document symbol.</summary>
internal sealed class SymbolMention : Mention
{
    public required DocumentSymbol Symbol { get; init; }

    /// <summary>The second half of a joint symbol, which names the same document; null for other symbols.</summary>
    public DocumentSymbol? Second { get; init; }

    /// <summary>Whether the file links the words to the symbol, which they do not print.</summary>
    public bool IsStated { get; init; }

    /// <summary>Whether the symbol begins like no known series ("A/PR/8/34"): then the text must speak of the United Nations.</summary>
    public bool IsWeak { get; init; }

    public override int Rank => 5;
}

/// <summary>A reference to the Treaty Series of the United Nations or the League of Nations.</summary>
internal sealed class SeriesMention : Mention
{
    public required bool League { get; init; }

    /// <summary>Volume; 0 where "Ibid." stands for that too.</summary>
    public required int Volume { get; init; }

    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>The page, where one is printed in place of the registration number; else 0.</summary>
    public int Page { get; init; }

    /// <summary>Whether "Ibid." stands for the name of the series.</summary>
    public required bool Continued { get; init; }

    public override int Rank => 5;
}

/// <summary>A publication by sales number.</summary>
internal sealed class SalesMention : Mention
{
    public required string Number { get; init; }

    public override int Rank => 4;
}

/// <summary>A name that the authorities know.</summary>
internal sealed class NameMention : Mention
{
    public required NameMatch Match { get; init; }

    public override int Rank => 4;
}

/// <summary>A title that no list names, recognised by its form: "Lausanne Declaration".</summary>
internal sealed class TitleMention : Mention
{
    public required string Title { get; init; }

    /// <summary>The noun that says what it is.</summary>
    public required Word Noun { get; init; }

    /// <summary>Whether every word of it is one that many titles have: "Rules of Procedure".</summary>
    public bool IsGeneric { get; init; }

    /// <summary>Whether it continues in words that cannot be separated from the sentence: "Declaration on Building".</summary>
    public bool IsCut { get; init; }

    public override int Rank => 2;
}

/// <summary>Targets or goals of the 2030 Agenda by number.</summary>
internal sealed class TargetMention : Mention
{
    public override int Rank => 4;
}

/// <summary>A general comment or recommendation of a treaty body.</summary>
internal sealed class CommentMention : Mention
{
    public required WorkId Id { get; init; }

    public override int Rank => 4;
}

/// <summary>"Ibid."</summary>
internal sealed class IbidMention : Mention
{
    public override int Rank => 6;
}

/// <summary>"that Convention", "the said Protocol", "the Strategy", "that resolution".</summary>
internal sealed class PointerMention : Mention
{
    /// <summary>The noun pointed with.</summary>
    public required Word Noun { get; init; }

    /// <summary>Whether a demonstrative points; otherwise the definite article or "its".</summary>
    public required bool Demonstrative { get; init; }

    /// <summary>Whether "this" or "the present" points: inside an instrument's own text that is the instrument.</summary>
    public bool Own { get; init; }

    /// <summary>Whether "its" points: "the United Nations and its Charter".</summary>
    public bool Possessive { get; init; }

    /// <summary>Whether the text is in another language: then only works named before are meant, no source that
    /// a note or a bracket adds.</summary>
    public bool IsTranslated { get; init; }

    /// <summary>The words after the article or demonstrative: <c>Global Plan of Action</c>.</summary>
    public required ImmutableArray<string> Words { get; init; }

    public override int Rank => 1;
}

/// <summary>A title that begins with a noun of works and that nothing reads: "la Convention de Bâle sur ...". The noun
/// alone may mean it from then on.</summary>
internal sealed class UnreadTitleMention : Mention
{
    /// <summary>The noun.</summary>
    public required Word Noun { get; init; }
}

/// <summary>Protocols "thereto": a group of works that supplement one named before.</summary>
internal sealed class ProtocolsTheretoMention : Mention
{
    /// <summary>The words before "thereto", without article.</summary>
    public required string Group { get; init; }

    public override int Rank => 3;
}

/// <summary>"thereof" after another part of a work that the same sentence cites already.</summary>
internal sealed class RepeatMention : Mention
{
    /// <summary>The mention that the word points back to.</summary>
    public required Mention Of { get; init; }
}

/// <summary>A part of the document itself, or the document itself.</summary>
internal sealed class SelfMention : Mention
{
    /// <summary>Whether only a letter is printed ("subparagraph (a) above"): the paragraph is that of the clause.</summary>
    public bool Relative { get; init; }

    /// <summary>Whether neither "above" nor "below" nor "of the present resolution" says whose paragraph it is: then
    /// the document must have it.</summary>
    public bool IsUnlocated { get; init; }

    /// <summary>The numbers of the paragraphs, ends of ranges included.</summary>
    public ImmutableArray<int> Paragraphs { get; init; } = [];

    public override int Rank => 2;
}

/// <summary>A group without a list: "all previous relevant resolutions".</summary>
internal sealed class CollectiveMention : Mention
{
    public override int Rank => 1;
}
