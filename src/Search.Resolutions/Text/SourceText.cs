using System.Collections.Immutable;

namespace Search.Resolutions.Text;

/// <summary>What a reader hands to the parser: the characters of a document, and what its layout says about them.</summary>
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

    /// <summary>Where the text begins in the file's text, in UTF-16 code units; 0 but for a document that
    /// shares its file with others.</summary>
    public int Offset { get; init; }

    /// <summary>What the layout says, ordered by start; empty for plain text. Spans of different kinds may overlap.</summary>
    public ImmutableArray<LayoutMark> Layout { get; init; } = [];

    /// <summary>Whether the format marks every note and every sign that refers to one, so that no number of
    /// the text can be either.</summary>
    public bool MarksNotes { get; init; }

    /// <summary>Links to documents that the format states, ordered by place.</summary>
    public ImmutableArray<StatedLink> Links { get; init; } = [];

    /// <summary>Fields stated by a sidecar file or front matter; they win over what is printed.</summary>
    public StatedFields Stated { get; init; } = StatedFields.None;

    /// <summary>One of several documents in this text, without the fields that are stated about the file.</summary>
    /// <param name="span">Its part of the text.</param>
    /// <param name="number">Its place among the documents, counted from 1; the name of a later one ends in it.</param>
    internal SourceText Part(TextSpan span, int number) => this with
    {
        Name = number == 1 ? Name : $"{Name}-{number}",
        Text = Text.Substring(span.Start, span.Length),
        Offset = Offset + span.Start,
        Layout = LayoutOf(span),
        Links = [.. Links.Where(l => l.Span.Start >= span.Start && l.Span.End <= span.End)
            .Select(l => l with { Span = new(l.Span.Start - span.Start, l.Span.End - span.Start) })],
        Stated = StatedFields.None,
    };

    private ImmutableArray<LayoutMark> LayoutOf(TextSpan span)
    {
        var (low, high) = (0, Layout.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Layout[middle].Span.Start < span.Start) low = middle + 1;
            else high = middle;
        }
        var marks = ImmutableArray.CreateBuilder<LayoutMark>();
        for (var i = low; i < Layout.Length && Layout[i].Span.Start < span.End; i++)
            if (Layout[i].Span.End <= span.End)
                marks.Add(Layout[i] with { Span = new(Layout[i].Span.Start - span.Start, Layout[i].Span.End - span.Start) });
        return marks.ToImmutable();
    }
}

/// <summary>One fact that layout gives about a stretch of text.</summary>
public readonly record struct LayoutMark(TextSpan Span, LayoutKind Kind);

/// <summary>Words that the format links to a document.</summary>
public readonly record struct StatedLink(TextSpan Span, DocumentSymbol Symbol);

/// <summary>What layout can say.</summary>
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
    /// A paragraph by geometry that continues from the one before it on the last page or column: its first line is
    /// where the later lines of a paragraph are. Always lies on a <see cref="Paragraph"/>.
    /// </summary>
    Continuation,

    /// <summary>Signs of the file format and not of the text, such as Markdown's <c>**</c> round bold letters.</summary>
    Markup,

    /// <summary>A row of a table with several cells, a tab between them.</summary>
    Row,

    /// <summary>A paragraph of the preamble by its tag.</summary>
    Preambular,

    /// <summary>An operative paragraph by its tag.</summary>
    Operative,
}

/// <summary>What a sidecar or front matter states about a document; null where it says nothing.</summary>
public sealed record StatedFields(string? Symbol = null, string? Title = null, DateOnly? Date = null)
{
    /// <summary>Its subjects, goals, sponsors and vote, each once, in the order in which they are stated.</summary>
    public ImmutableArray<StatedTopic> Topics { get; init; } = [];

    /// <summary>The Akoma Ntoso IRI of the work: <c>/akn/un/statement/deliberation/unga/2020-09-21/75-1/</c>.</summary>
    public string? Iri { get; init; }

    /// <summary>The code of its language: <c>fra</c>.</summary>
    public string? Language { get; init; }

    /// <summary>Nothing stated.</summary>
    public static StatedFields None { get; } = new();
}

/// <summary>Something by which a document is classified.</summary>
/// <param name="Kind"><c>subject</c> (of the UNBIS Thesaurus), <c>sdg</c> (a goal or target), <c>vote</c> (<c>recorded</c> or
/// <c>without-vote</c>) or <c>sponsor</c> (a State).</param>
/// <param name="Value">In lower case.</param>
public readonly record struct StatedTopic(string Kind, string Value);
