using System.Collections.Immutable;
using Search.Citations;
using Search.Resolutions;

namespace Search.Catalog;

/// <summary>A text that a person pastes or uploads, parsed, with its citations.</summary>
/// <param name="Document">The text as a document; of a text without clauses of a resolution, one clause.</param>
/// <param name="Citations">In the order of the text.</param>
/// <param name="IsProse">Whether it has no clauses of a resolution: then no label of a clause means anything.</param>
internal sealed record PastedText(Resolution Document, ImmutableArray<Citation> Citations, bool IsProse)
{
    /// <summary>Reads a text. Without the clauses of a resolution it is a sentence, a list, a symbol alone: nothing in it is a heading that
    /// names the text itself.</summary>
    public static PastedText Read(DocumentPipeline pipeline, string text) => Of(pipeline, DocumentPipeline.ParseText("text", text));

    /// <summary>Reads a parsed document as <see cref="Read"/> does.</summary>
    public static PastedText Of(DocumentPipeline pipeline, Resolution document)
    {
        var prose = !document.Clauses.Any(c => c.Kind is ClauseKind.Preambular or ClauseKind.Operative);
        if (prose) document = CitationLinker.OneClause(document.Source.Text.Replace('\r', ' ').Replace('\n', ' ')) with { Notes = [] };
        return new(document, [.. pipeline.LinkPasted(document).OrderBy(c => c.Span)], prose);
    }

    /// <summary>The label of the clause that a citation is in, or null.</summary>
    public string? Clause(Citation citation) => IsProse || citation.Clause < 0 ? null : Document.Clauses[citation.Clause].Label.ToString();

    /// <summary>The mark of the note that a citation is in, or null.</summary>
    public string? Note(Citation citation) => citation.Note is { } note ? Document.Notes[note].Mark : null;

    /// <summary>The cleaned text that <see cref="Citation.Local"/> counts in, or null for a note's citation
    /// whose note is not known.</summary>
    public Search.Resolutions.Text.MappedText? TextOf(Citation citation) =>
        citation.Note is { } note ? Document.Notes[note].Text : citation.Clause >= 0 ? Document.Clauses[citation.Clause].Text : null;
}
