using System.Collections.Immutable;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>A run of lines that belong together, with the number at its start.</summary>
internal sealed class Paragraph
{
    private Head _head;
    private bool _hasHead;

    /// <summary>Body lines in source order, the first without number, quotation mark and list dash.</summary>
    public SpanList Pieces;

    /// <summary>How heads are read in the language of its document.</summary>
    public required HeadReader Heads { get; init; }

    /// <summary>Offset of its first character, number and quotation mark included.</summary>
    public required int Start { get; init; }

    /// <summary>Offset after its last character.</summary>
    public int End { get; set; }

    /// <summary>The number at its start.</summary>
    public Enumerator Number { get; set; }

    /// <summary>A number directly after the first one: "10. (a) ...".</summary>
    public Enumerator Second { get; set; }

    /// <summary>Whether an opening quotation mark precedes it.</summary>
    public bool Quoted { get; set; }

    /// <summary>Whether it is marked as a heading.</summary>
    public bool Heading { get; set; }

    /// <summary>The part of a resolution that the format says it belongs to: <see cref="LayoutKind.Preambular"/> or
    /// <see cref="LayoutKind.Operative"/>; null where it says nothing.</summary>
    public LayoutKind? Stated { get; init; }

    /// <summary>Whether its first line is an enacting line and nothing else.</summary>
    public bool Enacting { get; set; }

    /// <summary>Its language, where that is another than the document's.</summary>
    public Language? Language { get; set; }

    /// <summary>Blank lines before it.</summary>
    public int BlankBefore { get; init; }

    /// <summary>Lines that it spans.</summary>
    public int LineCount { get; set; }

    /// <summary>Whether there is anything but numbers in it.</summary>
    public bool HasWords { get; set; }

    /// <summary>Cleaned text, filled in by the cleaning step.</summary>
    public MappedText Text { get; set; } = MappedText.Empty;

    /// <summary>Length of an emphasised opening in the cleaned text, 0 where there is none.</summary>
    public int Emphasis { get; set; }

    /// <summary>Footnote marks, in text order.</summary>
    public ImmutableArray<NoteMark> Marks { get; set; } = [];

    /// <summary>The head of the cleaned text, once that is final.</summary>
    public Head Head
    {
        get
        {
            if (!_hasHead) (_head, _hasHead) = (Heads.Read(Text.Text), true);
            return _head;
        }
    }
}
