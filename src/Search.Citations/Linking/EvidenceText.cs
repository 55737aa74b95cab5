using System.Globalization;
using Search.Resolutions;

namespace Search.Citations.Linking;

/// <summary>How a link was made or why none was, in sentences for the person who reads
/// <see cref="Citation.Evidence"/>: all of them are here.</summary>
internal static class EvidenceText
{
    // names and words that point back
    public const string Named = "This is a title or a listed name of the work.";
    public const string NameCompleted = "The name is completed by the work that was named before it.";
    public const string TitleByForm = "It is written like a title and is on no list.";
    public const string GenericTitle = "Many works share this title, so it is recorded as a work of this document alone.";
    public const string TitleCut = "Only the beginning of the title could be read, so it is not linked to another document's title.";
    public const string TitleShortened = "Short form of a title named earlier.";
    public const string TermDefined = "The document defines this term.";
    public const string OnlyOneNamed = "The document names no other work that the words could mean.";
    public const string LastNamed = "It is the last work of this kind named earlier.";
    public const string NamedInClause = "It is the one work of this kind that the same clause names.";
    public const string InTitle = "It is the work of this kind that the document's title names.";
    public const string OnlyOfKind = "It is the only work of this kind that the document names.";
    public const string MostNamed = "It is the work of this kind that the document names most often.";
    public const string UsualCharter = "“The Charter” is the Charter of the United Nations unless another one is named.";
    public const string ActBefore = "Refers back to the resolution or decision cited just before.";
    public const string WorkBefore = "Refers back to the work cited earlier in the sentence.";
    public const string ConventionBefore = "The convention is the one named earlier.";
    public const string CourtNamed = "The document names only one court with such a statute.";
    public const string RulesOfOrgan = "They are the rules of the organ that adopts the document.";
    public const string Itself = "The document refers to itself.";

    // notes and registers
    public const string SourceInBrackets = "The source in brackets after it is this work.";
    public const string NoteBehind = "The footnote after it gives the source.";
    public const string VolumeAndNumber = "Volume and number are those of this treaty.";
    public const string VolumeAndMark = "Several treaties have this volume and number; this one is named at the footnote's mark.";
    public const string AtMark = "The work is named at the footnote's mark.";
    public const string Symbol = "The document's symbol is printed.";
    public const string LinkStated = "The file links these words to the document.";
    public static string LinkDiffers(DocumentSymbol linked) => $"The file links these words to {linked}, which they contradict.";
    public static string SecondSymbol(string printed, string document) => $"{printed} is the second symbol of the document {document}.";
    public const string SalesNumber = "The publication's sales number is printed.";
    public const string Comment = "The treaty body is named and the comment's number printed.";
    public const string Target = "The number is that of a target of the 2030 Agenda.";

    // the organ of a number
    public const string OrganNamed = "The organ is named before the number.";
    public const string OrganBehind = "The organ is named beside the number.";
    public const string OrganShort = "The organ is called by its short name.";
    public const string OrganOfList = "The number continues a list whose organ is named.";
    public const string OrganOfSentence = "The sentence speaks of this organ's resolutions.";
    public const string OrganNearest = "The sentence names this organ, and it can have such a number.";
    public const string OwnerNamed = "“Its” refers to the organ named just before.";
    public const string OwnerEnacting = "“Its” refers to the organ that adopts the document.";
    public const string Enacting = "The organ that adopts the document has such numbers.";
    public const string Form = "Only this organ numbers its resolutions this way.";
    public const string YearFollows = "The year follows from the running number.";

    // why there is no link
    public const string SeveralOfName = "Several works have this name.";
    public const string SeveralNamed = "Several works named earlier could be meant.";
    public const string SeveralInVolume = "The volume prints several treaties under this number.";
    public const string NoneFits = "No work named earlier fits.";
    public const string UnknownTitle = "It is written like a title, but is on no list.";
    public const string PageOfVolume = "A page of a volume is printed without a registration number, and no treaty is named beside it.";
    public const string NicknameWithoutContext =
        "The words are also used for other works, and nothing else in the text speaks of treaties or the United Nations.";
    public const string NumberWithoutContext =
        "The number has the form of a United Nations number, but nothing else in the text mentions the United Nations.";
    public const string UnknownVolume = "No treaty with this volume and number is known.";
    public const string UnknownNote = "The preceding footnote names no known source.";
    public const string NoYear = "No year is known for this number.";
    public const string NoOrgan = "No organ is named, and the number alone is not enough to identify one.";
    public const string NoOrganOfList = "No organ of the list can have this number.";
    public const string UnlistedBody = "The words name another body, whose acts are not known.";
    public const string OnlyInSession = "Only this body was in the session of this number on the date printed.";
    public const string SeveralInSession = "Several bodies were in a session of this number on the date printed.";
    public const string NoOwner = "“Its” fits no organ that can have this number.";

    public static string UnreadNoun(string noun) => $"The {noun} named just before it has no known title.";

    public static string NoSuchNumber(string organ) => $"The organ named ({organ}) has no such number.";

    public static string Ibid(string mark) => $"“Ibid.” repeats the source of footnote {mark}.";

    public static string MarkStandsAt(string title) => $"The footnote's mark is at “{title}”.";

    public static string MarkContradicts(string title, WorkId other) =>
        $"The footnote's mark is at “{title}”; “Ibid.” alone would be {other}.";

    public static string OtherYear(int number, int adopted, int printed) =>
        string.Create(CultureInfo.InvariantCulture, $"Resolution {number} was adopted in {adopted}, not in {printed}.");

    public static string UnknownInYear(int number, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"No resolution {number} of {year} is known.");

    public static string DateOfYear(int year) =>
        string.Create(CultureInfo.InvariantCulture, $"The printed date is in {year}, which contradicts the year of the number.");

    public static string DateOutside(DateOnly day, string organ, string session) =>
        string.Create(CultureInfo.InvariantCulture, $"The date printed, {day:yyyy-MM-dd}, is outside session {session} of {organ}.");

    public static string YearOutside(int year, string organ, string session) =>
        string.Create(CultureInfo.InvariantCulture, $"The year printed, {year}, is outside session {session} of {organ}.");

    public static string TooLarge(string organ, string session, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"Session {session} of {organ} had no resolution {number}.");
}
