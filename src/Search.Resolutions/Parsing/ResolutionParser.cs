using System.Collections.Immutable;
using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Splits a document into front matter, clauses, notes, closing matter and annexes.</summary>
/// <remarks>
/// The steps, each in a file of its own: lines, page furniture, footnotes, paragraphs, cleaning, footnote marks, structure, front matter.
/// Every step is linear in the text.
/// </remarks>
public static class ResolutionParser
{
    /// <summary>Parses any text: it never refuses and never throws; what it could not place becomes a diagnostic.</summary>
    public static Resolution Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = source.Text;
        var layout = new LayoutIndex(source);
        var lines = Lines.Split(text);
        var roles = new LineRole[lines.Count];
        PageFurniture.Mark(source, lines, roles);
        var noteDrafts = NoteBlocks.Take(source, lines, roles, layout);
        var paragraphs = Paragraphs.Group(text, lines, roles, layout);

        var cleaning = new Cleaning(text, new Vocabulary(text), layout);
        foreach (var paragraph in paragraphs)
        {
            paragraph.Text = cleaning.Clean(paragraph.Pieces, out var emphasis);
            paragraph.Emphasis = emphasis;
        }
        NoteMarks.Take(paragraphs, noteDrafts, new NoteRegions(noteDrafts, lines, roles), layout);
        var diagnostics = new List<Diagnostic>();
        var (drafts, enacting, foreign) = Structure.Of(text, paragraphs, diagnostics);
        var clauses = Clauses(drafts);
        var notes = Footnotes.Join(noteDrafts, cleaning, clauses, diagnostics);
        return new Resolution
        {
            Source = source,
            Front = FrontMatterParser.Read(source, drafts, enacting, foreign),
            Clauses = clauses,
            Notes = notes,
            Furniture = Furniture(lines, roles, enacting),
            Diagnostics = [.. diagnostics],
        };
    }

    private static ImmutableArray<Clause> Clauses(List<ClauseDraft> drafts)
    {
        var clauses = ImmutableArray.CreateBuilder<Clause>(drafts.Count);
        foreach (var draft in drafts)
        {
            var paragraph = draft.Paragraph;
            clauses.Add(new Clause
            {
                Label = draft.Label,
                Kind = draft.Kind,
                Number = draft.Number,
                Text = paragraph.Text,
                Span = new(paragraph.Start, paragraph.End),
                Head = Head.Printed(paragraph.Text.Text, paragraph.Emphasis, paragraph.Head),
                Marks = paragraph.HasMarks ? [.. paragraph.Marks] : [],
                Parent = draft.Parent,
            });
        }
        return clauses.MoveToImmutable();
    }

    private static ImmutableArray<TextSpan> Furniture(List<Line> lines, LineRole[] roles, List<Paragraph> enacting)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
            if (roles[i] == LineRole.Furniture) spans.Add(lines[i].Span);
        foreach (var paragraph in enacting) spans.Add(new(paragraph.Start, paragraph.End));
        spans.Sort();
        return spans.ToImmutable();
    }
}
