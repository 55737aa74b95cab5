using System.Collections.Immutable;
using Search.Resolutions.Text;

namespace Search.Resolutions;

/// <summary>What part of a document a clause belongs to.</summary>
public enum ClauseKind
{
    /// <summary>A paragraph of the preamble.</summary>
    Preambular,

    /// <summary>An operative paragraph or one of its items.</summary>
    Operative,

    /// <summary>A paragraph inside an annex.</summary>
    Annex,

    /// <summary>Front matter (label <c>front</c>), closing matter (<c>back</c>), and text with no place in the numbering.</summary>
    Other,
}

/// <summary>A preambular or operative paragraph or sub-item: the unit of search and of citation.</summary>
public sealed record Clause
{
    /// <summary>Where it is: <c>PP3</c>, <c>OP5(b)(ii)</c>, <c>front</c>, <c>back</c>, <c>annex</c>.</summary>
    public required ClauseLabel Label { get; init; }

    /// <summary>Its kind.</summary>
    public required ClauseKind Kind { get; init; }

    /// <summary>The number or letter as printed (<c>5.</c>, <c>(b)</c>), or null.</summary>
    public string? Number { get; init; }

    /// <summary>The text without number, note marks, emphasis signs and line breaks; each character mapped to the source.</summary>
    public required MappedText Text { get; init; }

    /// <summary>From the first character (its number included) to just after the last, in the source.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The governing head as printed, adverbs included (<c>Also requests</c>, <c>Deeply concerned</c>);
    /// null where there is none.</summary>
    public string? Head { get; init; }

    /// <summary>Footnote marks, in text order.</summary>
    public ImmutableArray<NoteMark> Marks { get; init; } = [];

    /// <summary>The clause that this one is an item of, or null.</summary>
    public ClauseLabel? Parent { get; init; }

    /// <summary>The code of its language where that is another than the document's; else null.</summary>
    public string? Language { get; init; }

    /// <summary>Where it is in an annex or treaty (<c>Annex II, art. 6 (3)</c>); null for clauses that
    /// only their label addresses.</summary>
    public ProvisionAddress? Provision { get; init; }
}

/// <summary>A footnote mark inside a clause.</summary>
/// <param name="Mark">The mark in plain digits or signs: <c>12</c>, <c>*</c>.</param>
/// <param name="Position">Offset in the clause's cleaned text after which the mark is.</param>
/// <param name="Span">The mark in the source.</param>
public readonly record struct NoteMark(string Mark, int Position, TextSpan Span);

/// <summary>A footnote.</summary>
public sealed record Footnote
{
    /// <summary>The mark in plain digits or signs.</summary>
    public required string Mark { get; init; }

    /// <summary>The note's text without its mark, mapped to the source.</summary>
    public required MappedText Text { get; init; }

    /// <summary>The whole note in the source, mark included.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Every place that carries this note's mark, in text order; empty where no mark was found.</summary>
    public ImmutableArray<NoteAnchor> Anchors { get; init; } = [];
}

/// <summary>A place that carries a note's mark.</summary>
/// <param name="Clause">Index into <see cref="Resolution.Clauses"/>.</param>
/// <param name="Mark">Index into that clause's <see cref="Clause.Marks"/>.</param>
public readonly record struct NoteAnchor(int Clause, int Mark);
