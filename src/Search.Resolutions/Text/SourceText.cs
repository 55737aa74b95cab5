using System.Collections.Immutable;

namespace Search.Resolutions.Text;

/// <summary>What a reader hands to the parser: the characters of a document, and what its layout tells about them.</summary>
/// <remarks>
/// For formats with a text of their own (plain text, Markdown) <see cref="Text"/> is the file's text and offsets count in it.
/// For the others it is the text that the reader extracted, which the catalog keeps.
/// </remarks>
public sealed record SourceText
{
    /// <summary>File name without folder and extension.</summary>
    public required string Name { get; init; }

    /// <summary>The text; every span of the document counts UTF-16 code units in it.</summary>
    public required string Text { get; init; }

    /// <summary>What the layout says, ordered by start; empty for plain text. Spans of different kinds may overlap.</summary>
    public ImmutableArray<LayoutMark> Layout { get; init; } = [];

    /// <summary>Fields stated by a sidecar file or front matter; they win over what is printed.</summary>
    public StatedFields Stated { get; init; } = StatedFields.None;
}

/// <summary>One thing that layout tells about a stretch of text.</summary>
public readonly record struct LayoutMark(TextSpan Span, LayoutKind Kind);

/// <summary>What layout can tell.</summary>
public enum LayoutKind
{
    /// <summary>Set above the line: a footnote mark when it holds digits or signs.</summary>
    Superscript,

    /// <summary>Italic letters, as the verbs of modern resolutions are.</summary>
    Italic,

    /// <summary>Bold letters.</summary>
    Bold,

    /// <summary>A running head, foot, page number or bar code.</summary>
    Furniture,

    /// <summary>A note at the foot of a page, or an element that is a note by its tag.</summary>
    Footnote,

    /// <summary>A heading by its tag or style.</summary>
    Heading,

    /// <summary>One paragraph by its tag or geometry: line breaks inside it are only breaks.</summary>
    Paragraph,

    /// <summary>
    /// A paragraph by geometry that goes on from the one before it on the last page or column: its first line stands
    /// where the later lines of a paragraph stand. Always lies on a <see cref="Paragraph"/>.
    /// </summary>
    Continuation,

    /// <summary>Signs of the file format and not of the text, such as Markdown's <c>**</c> round bold letters.</summary>
    Markup,
}

/// <summary>What a sidecar or front matter states about a document; null where it says nothing.</summary>
public sealed record StatedFields(string? Symbol = null, string? Title = null, DateOnly? Date = null)
{
    /// <summary>Nothing stated.</summary>
    public static StatedFields None { get; } = new();
}
