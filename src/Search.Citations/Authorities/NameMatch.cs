using System.Collections.Immutable;
using Search.Resolutions.Text;

namespace Search.Citations.Authorities;

/// <summary>What sort of name a text was matched by; the earlier the surer.</summary>
internal enum NameKind
{
    /// <summary>The title.</summary>
    Title,

    /// <summary>Another full name from the list.</summary>
    Alias,

    /// <summary>A word of capitals: CEDAW. Bodies share these.</summary>
    Abbreviation,

    /// <summary>A form derived from a title: without its subtitle, its year, "United Nations".</summary>
    Derived,

    /// <summary>A number in a series of its own: "Convention No. 182".</summary>
    Numbered,

    /// <summary>The title of a part: "guideline 8, Special measures ...".</summary>
    Part,

    /// <summary>Several protocols of one convention: "the Optional Protocols to the Convention on the Rights of the Child".</summary>
    Group,

    /// <summary>Complete only together with what a word in it means: "the Optional Protocol to that Convention
    /// on the sale of children".</summary>
    Anaphoric,
}

/// <summary>One way of writing what a work is called.</summary>
internal sealed record WorkName
{
    /// <summary>The name as it would be printed.</summary>
    public required string Text { get; init; }

    /// <summary>What sort of name it is.</summary>
    public required NameKind Kind { get; init; }

    /// <summary>The works so called, mostly one; a group's id is <c>title:</c> + its words.</summary>
    public required ImmutableArray<WorkId> Works { get; init; }

    /// <summary>The part that the name means (<c>guideline 8</c>), or empty.</summary>
    public string Pinpoint { get; init; } = "";

    /// <summary>For an anaphoric name the noun that points back, folded (<c>convention</c>); else empty.</summary>
    public string Noun { get; init; } = "";
}

/// <summary>A name found in a text.</summary>
/// <param name="Span">From its first word to after its last, with the year, number or second name that belongs to it.</param>
/// <param name="Name">The name that was matched.</param>
internal sealed record NameMatch(TextSpan Span, WorkName Name)
{
    /// <summary>The works it can mean.</summary>
    public ImmutableArray<WorkId> Works => Name.Works;
}
