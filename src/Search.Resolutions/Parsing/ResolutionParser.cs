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
    /// <summary>
    /// Parses a file that may hold several documents, in text order. The fields stated about the file are those of the document that prints
    /// the stated symbol; where none does, the file is taken for one document.
    /// </summary>
    public static ImmutableArray<Resolution> ParseAll(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var starts = DocumentBoundaries.Find(source.Text);
        if (starts.Count == 1) return [Parse(source)];
        var documents = new Resolution[starts.Count];
        for (var i = 0; i < documents.Length; i++)
            documents[i] = Parse(source.Part(new(starts[i], i + 1 < starts.Count ? starts[i + 1] : source.Text.Length), i + 1));
        if (source.Stated != StatedFields.None)
        {
            var symbol = DocumentSymbol.TryParse(source.Stated.Symbol, null, out var stated) ? stated.ToString() : null;
            var owner = symbol is null ? Primary(documents) : Array.FindIndex(documents, d => d.Front.Symbol == symbol);
            if (owner < 0) return [Parse(source)]; // the stated document is none of those that were found
            documents[owner] = Parse(documents[owner].Source with { Stated = source.Stated });
        }
        return [.. documents];
    }

    /// <summary>The index of the document that a file is known by: the first with a number of its own, for a page may begin with the end of another.</summary>
    public static int Primary(IReadOnlyList<Resolution> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        for (var i = 0; i < documents.Count; i++)
            if (documents[i].Source.Stated != StatedFields.None) return i;
        for (var i = 0; i < documents.Count; i++)
            if (documents[i].Front.Symbol is not null) return i;
        return 0;
    }

    /// <summary>Parses any text as one document: it never refuses and never throws; what it could not place becomes a diagnostic.</summary>
    public static Resolution Parse(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = source.Text;
        var layout = new LayoutIndex(source);
        var (lines, lineNumbers) = LineNumbers.Strip(text, Lines.Split(text));
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
        var diagnostics = new List<Diagnostic>();
        NoteMarks.Take(paragraphs, noteDrafts, new NoteRegions(noteDrafts, lines, roles), layout, source.MarksNotes, diagnostics);
        var (drafts, enacting, foreign) = Structure.Of(text, paragraphs, diagnostics);
        var clauses = Clauses(drafts);
        var notes = Footnotes.Join(noteDrafts, cleaning, clauses, diagnostics);
        return new Resolution
        {
            Source = source,
            Front = FrontMatterParser.Read(source, drafts, enacting, foreign),
            Clauses = clauses,
            Notes = notes,
            Furniture = Furniture(lines, roles, enacting, lineNumbers),
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
                Provision = draft.Provision,
            });
        }
        return clauses.MoveToImmutable();
    }

    private static ImmutableArray<TextSpan> Furniture(List<Line> lines, LineRole[] roles, List<Paragraph> enacting, List<TextSpan> lineNumbers)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < lines.Count; i++)
            if (roles[i] == LineRole.Furniture) spans.Add(lines[i].Span);
        spans.AddRange(lineNumbers);
        foreach (var paragraph in enacting) spans.Add(new(paragraph.Start, paragraph.End));
        spans.Sort();
        return spans.ToImmutable();
    }
}
