using System.Collections.Immutable;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions;

/// <summary>A parsed document: its fields, clauses, notes, and the furniture that was set aside.</summary>
/// <remarks>Spans of clauses, notes and furniture together cover all of the source that is not white space.</remarks>
public sealed record Resolution
{
    /// <summary>What was parsed.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Front and closing matter as fields.</summary>
    public required FrontMatter Front { get; init; }

    /// <summary>Front matter, preamble, operative part, closing matter and annexes as clauses, in reading order.</summary>
    public required ImmutableArray<Clause> Clauses { get; init; }

    /// <summary>Footnotes in source order.</summary>
    public ImmutableArray<Footnote> Notes { get; init; } = [];

    /// <summary>Running heads, page numbers, rules, enacting lines and the like, in source order.</summary>
    public ImmutableArray<TextSpan> Furniture { get; init; } = [];

    /// <summary>What a reader of the result should know.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The language by whose tables the document is read: its own, or English where that is none of them.</summary>
    public Language Language => Language.Find(Front.Language) ?? Language.English;

    /// <summary>The language by whose tables a clause is read.</summary>
    public Language LanguageOf(Clause clause)
    {
        ArgumentNullException.ThrowIfNull(clause);
        return Language.Find(clause.Language) ?? Language;
    }
}

/// <summary>What a document says about itself; null where it says nothing.</summary>
public sealed record FrontMatter
{
    /// <summary>The printed symbol in canonical form (<c>A/RES/58/137</c>).</summary>
    public string? Symbol { get; init; }

    /// <summary>The title without its number.</summary>
    public string? Title { get; init; }

    /// <summary>The adopting or recommending organ; <see cref="Organ.None"/> where unknown.</summary>
    public Organ Organ { get; init; } = Organ.None;

    /// <summary>What it is.</summary>
    public DocumentKind Kind { get; init; } = DocumentKind.Document;

    /// <summary>Date of adoption, else of the document.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Session as printed ("Seventy-eighth session").</summary>
    public string? Session { get; init; }

    /// <summary>Meeting as printed ("77th plenary meeting").</summary>
    public string? Meeting { get; init; }

    /// <summary>Agenda item as printed.</summary>
    public string? AgendaItem { get; init; }

    /// <summary>Sponsors as printed, one string.</summary>
    public string? Sponsors { get; init; }

    /// <summary>The committee report that recommended it, as printed.</summary>
    public string? CommitteeReport { get; init; }

    /// <summary>The vote as printed.</summary>
    public string? Vote { get; init; }

    /// <summary>The language of the text, <c>en</c> unless recognised as another.</summary>
    public string Language { get; init; } = "en";
}

/// <summary>Something that the parser or the linker wants said, with its place in the source.</summary>
/// <param name="Code">A stable word such as <c>note-without-mark</c>.</param>
/// <param name="Message">A sentence for a person.</param>
/// <param name="Span">Where.</param>
public sealed record Diagnostic(string Code, string Message, TextSpan Span);
