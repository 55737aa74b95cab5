using System.Collections.Immutable;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Authorities;

/// <summary>How a word or phrase takes part in governing what follows it.</summary>
internal enum VerbPlace
{
    /// <summary>Opens a paragraph, or appears later in it after a comma or "and": "recalling", "welcomes".</summary>
    Head,

    /// <summary>A head that voices concern; what it is concerned at can be a <see cref="Breach"/>: "alarmed by".</summary>
    Concern,

    /// <summary>A head that asks someone to act; what it asks for can be an <see cref="Act"/>: "urges".</summary>
    Directive,

    /// <summary>What a directive asks for: "implement", "compliance with".</summary>
    Act,

    /// <summary>An infinitive that counts under any head: "to ratify".</summary>
    Infinitive,

    /// <summary>What "decides to" is followed by: "extend".</summary>
    Decision,

    /// <summary>What a condemnation is of: "violation of".</summary>
    Breach,

    /// <summary>What those condemned have not done: "comply with".</summary>
    Failing,

    /// <summary>Governs the noun phrase after it, whatever the head: "in accordance with".</summary>
    Connector,

    /// <summary>A connector only where the head is a directive or says nothing of its own: "as set out in".</summary>
    WeakConnector,

    /// <summary>Governs like a connector after "the definition of ...".</summary>
    Definition,

    /// <summary>Those outside a treaty, where they are then asked to join it: "States not parties to ...".</summary>
    Outsider,

    /// <summary>What is decided to happen to the subject before it: "is", "are", "shall be", "will be" and this participle.</summary>
    Passive,

    /// <summary>What is decided to happen to the subject before it, in words of their own: "shall cease".</summary>
    Ending,

    /// <summary>Colours a neutral note: "with <em>concern</em>".</summary>
    Tone,

    /// <summary>Denies the verb that follows: "refrain from".</summary>
    Negator,

    /// <summary>A part of a work, so that what is done to it is done to the work: "paragraph".</summary>
    Part,

    /// <summary>What a work set up or ordered, or its carrying out, so that what is done to it is done to the work:
    /// "mandate", "application".</summary>
    Creation,

    /// <summary>The participle that leads from a creation back to the work: "<em>imposed</em> by", "as <em>set</em> out in".</summary>
    Origin,

    /// <summary>Leads back like an <see cref="Origin"/> unless "as" precedes: "called for in".</summary>
    Demanded,

    /// <summary>Begins a clause that an object does not reach into: "once", "unless", "which".</summary>
    Subordinator,

    /// <summary>A preposition after which an object is only described: "on", "for".</summary>
    Preposition,

    /// <summary>A word of a phrase that says when: "period", "months".</summary>
    Time,

    /// <summary>Changes no treatment, wherever it is: "hereby".</summary>
    Adverb,

    /// <summary>A word whose full stop ends no sentence: "No."</summary>
    Abbreviation,
}

/// <summary>What places have in common.</summary>
internal static class VerbPlaces
{
    /// <summary>Whether words in this place govern mentions; the others only change what governs.</summary>
    public static bool Governs(this VerbPlace place) => place < VerbPlace.Tone;
}

/// <summary>One word or phrase that says what a clause does to what it cites.</summary>
/// <param name="Words">The words in lower case, adverbs left out.</param>
/// <param name="Place">How they govern.</param>
/// <param name="Treatment">What they say.</param>
/// <param name="Example">A paragraph that this row decides; <c>[...]</c> surrounds what is cited.</param>
internal sealed record GoverningWords(string Words, VerbPlace Place, Treatment Treatment, string Example)
{
    /// <summary>The form of the verb: rows of the table are as listed, others are derived from them.</summary>
    public VerbForm Form { get; init; }
}

/// <summary>The form of a verb that opens a paragraph.</summary>
internal enum VerbForm
{
    /// <summary>As listed: "recalls", "recalling".</summary>
    Listed,

    /// <summary>After "we": "we recall".</summary>
    Plural,

    /// <summary>In a report of a meeting: "The Committee recalled".</summary>
    Past,
}

/// <summary>The words that say what a clause does to what it cites: <c>verbs.tsv</c>.</summary>
internal sealed class VerbList
{
    private VerbList(ImmutableArray<GoverningWords> rows) => Rows = rows;

    /// <summary>No words.</summary>
    public static VerbList Empty { get; } = new([]);

    /// <summary>All rows, in file order.</summary>
    public ImmutableArray<GoverningWords> Rows { get; }

    /// <summary>A list made in memory.</summary>
    internal static VerbList Of(ImmutableArray<GoverningWords> rows) => new(rows);

    /// <summary>Reads <c>verbs.tsv</c>.</summary>
    internal static VerbList Read(string path)
    {
        var table = TableFile.Read(path, "words", "place", "treatment", "example");
        var rows = ImmutableArray.CreateBuilder<GoverningWords>(table.Rows.Count);
        foreach (var row in table.Rows)
        {
            if (!Enum.TryParse<VerbPlace>(row.Required("place")
                .Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var place))
                throw row.Wrong("place",
                    $"'{row["place"]}' is not a place. Write one of {string.Join(", ", Enum.GetNames<VerbPlace>()).ToLowerInvariant()}.");
            if (!EnumWords.TryParse(row.Required("treatment"), out Treatment treatment))
                throw row.Wrong("treatment",
                    $"'{row["treatment"]}' is not a treatment. Write one of {string.Join(", ", EnumWords.All<Treatment>())}.");
            var example = row.Required("example");
            if (!example.Contains('[', StringComparison.Ordinal) || !example.Contains(']', StringComparison.Ordinal))
                throw row.Wrong("example", "nothing is in square brackets. Put [ ] around what the sentence cites.");
            rows.Add(new GoverningWords(row.Required("words").ToLowerInvariant(), place, treatment, example));
        }
        return new VerbList(rows.MoveToImmutable());
    }
}
