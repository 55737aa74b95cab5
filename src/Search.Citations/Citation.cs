using System.Collections.Immutable;
using Search.Resolutions.Text;

namespace Search.Citations;

/// <summary>How a mention is written.</summary>
public enum CitationForm
{
    /// <summary>Organ and number: "General Assembly resolution 40/34".</summary>
    Full,

    /// <summary>A number whose organ comes from elsewhere: "its resolution 55/25", the later numbers of a list.</summary>
    Bare,

    /// <summary>A document symbol: "E/2002/68/Add.1".</summary>
    Symbol,

    /// <summary>A title, alias or abbreviation.</summary>
    Named,

    /// <summary>A registration: Treaty Series volume and number, ILO number, sales number.</summary>
    Registered,

    /// <summary>"Ibid."</summary>
    Ibid,

    /// <summary>"that Convention", "the said Protocol".</summary>
    Demonstrative,

    /// <summary>"the Protocol", "the Strategy".</summary>
    Definite,

    /// <summary>"the present resolution", "paragraph 9 above".</summary>
    Self,

    /// <summary>"all previous relevant resolutions": kept, without a target.</summary>
    Collective,
}

/// <summary>What kind of citation a mention is, in the words of the annotation guide.</summary>
public enum CitationKind
{
    /// <summary>A treaty, declaration, programme or other named work.</summary>
    Instrument,

    /// <summary>A resolution by number.</summary>
    Resolution,

    /// <summary>A decision by number.</summary>
    Decision,

    /// <summary>A document symbol printed in the text.</summary>
    Symbol,

    /// <summary>A Treaty Series reference.</summary>
    TreatySeries,

    /// <summary>A word that points back: Ibid., "that Convention", "the Protocol".</summary>
    Backreference,

    /// <summary>A part of the document itself.</summary>
    Internal,
}

/// <summary>What the citing clause does to the cited work.</summary>
public enum Treatment
{
#pragma warning disable CS1591 // the words are the table of the vocabulary, docs/adr/0002
    Cites,
    Recalls,
    Reaffirms,
    GuidedBy,
    TakesNote,
    NotesWithAppreciation,
    NotesWithConcern,
    Welcomes,
    Considers,
    Endorses,
    Establishes,
    Renews,
    Implements,
    UrgesRatification,
    UrgesCompliance,
    Amends,
    Terminates,
    Deplores,
    Defines,
#pragma warning restore CS1591
}

/// <summary>How far a mention could be joined to a work.</summary>
public abstract record Link
{
    private Link()
    {
    }

    /// <summary>Joined to one work.</summary>
    /// <param name="Target">What is cited, canonical: for "resolution 55/25, annex II" the resolution.</param>
    /// <param name="Instrument">The instrument that target and pinpoint together are (<c>palermo-protocol</c>), or null.</param>
    public sealed record Linked(WorkId Target, WorkId? Instrument = null) : Link
    {
        /// <summary>The node of the graph: the instrument where there is one, else the target.</summary>
        public WorkId Node => Instrument ?? Target;
    }

    /// <summary>Several works fit; none was chosen.</summary>
    public sealed record Ambiguous(ImmutableArray<WorkId> Candidates, string Reason) : Link;

    /// <summary>Recognised as a citation, but of what is not known.</summary>
    public sealed record Unknown(string Reason) : Link;

    /// <summary>A group without a list: "all previous relevant resolutions".</summary>
    public sealed record Collective : Link;
}

/// <summary>A mention of a work in a clause or footnote, with its evidence.</summary>
public sealed record Citation
{
    /// <summary>Index into <see cref="Resolutions.Resolution.Clauses"/> of the clause that cites (for a note: that carries its mark); -1
    /// where a note's mark was not found.</summary>
    public required int Clause { get; init; }

    /// <summary>Index into <see cref="Resolutions.Resolution.Notes"/> when the mention is in a footnote, else null.</summary>
    public int? Note { get; init; }

    /// <summary>The mention as printed, line breaks as one space, note marks left out.</summary>
    public required string Text { get; init; }

    /// <summary>The mention in the cleaned text of its clause or note.</summary>
    public required TextSpan Local { get; init; }

    /// <summary>The mention in the source.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>How it is written.</summary>
    public required CitationForm Form { get; init; }

    /// <summary>What it is.</summary>
    public required CitationKind Kind { get; init; }

    /// <summary>What it was joined to.</summary>
    public required Link Link { get; init; }

    /// <summary>The part cited, normalised: <c>art. 6, paras. 3 and 4</c>; empty when none.</summary>
    public string Pinpoint { get; init; } = "";

    /// <summary>The words that <see cref="Pinpoint"/> was read from, in the source; empty where the part was not read
    /// from words beside the mention.</summary>
    public TextSpan PinpointSpan { get; init; }

    /// <summary>What the clause does to the cited work.</summary>
    public Treatment Treatment { get; init; }

    /// <summary>The words that decided the treatment and where they are in the source; null where no verb governs.</summary>
    public GoverningVerb? Verb { get; init; }

    /// <summary>Why the treatment is what it is, a sentence for a reader: "“Decides to extend” governs “the mandate set out
    /// in resolution 2000 (2011)”."</summary>
    public string Why { get; init; } = "";

    /// <summary>Where the treatment is <see cref="Treatment.Renews"/>: the day that the clause names as the end, or null.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>What is printed about a numbered act and cannot be true of the body that is named, or null.</summary>
    public ActConflict? Conflict { get; init; }

    /// <summary>How the link was made, short sentences for a person: "The organ is named before the number.", "“Ibid.”
    /// repeats the source of footnote 6."</summary>
    public string Evidence { get; init; } = "";
}

/// <summary>The words that decided a treatment.</summary>
/// <param name="Text">As printed, adverbs included.</param>
/// <param name="Span">In the source.</param>
public sealed record GoverningVerb(string Text, TextSpan Span);
