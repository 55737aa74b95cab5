using System.Collections.Immutable;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

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
        var spoken = Spoken(source);
        var folded = Folding.Fold(source.Text, spoken ?? Language.English);
        var starts = DocumentBoundaries.Find(folded, new(spoken ?? Language.English));
        if (starts.Count == 1) return [Parse(source, folded, spoken)];
        var documents = new Resolution[starts.Count];
        for (var i = 0; i < documents.Length; i++)
            documents[i] = Parse(source.Part(new(starts[i], i + 1 < starts.Count ? starts[i + 1] : source.Text.Length), i + 1));
        if (source.Stated != StatedFields.None)
        {
            var symbol = DocumentSymbol.TryParse(source.Stated.Symbol, null, out var stated) ? stated.ToString() : null;
            var owner = symbol is null ? Primary(documents) : Array.FindIndex(documents, d => d.Front.Symbol == symbol);
            if (owner < 0) return [Parse(source, folded, spoken)]; // the stated document is none of those that were found
            documents[owner] = Parse(documents[owner].Source with { Stated = source.Stated });
        }
        return [.. documents];
    }

    /// <summary>The index of the document that a file is known by: the first with a number of its own, for a page may
    /// begin with the end of another.</summary>
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
        var spoken = Spoken(source);
        return Parse(source, Folding.Fold(source.Text, spoken ?? Language.English), spoken);
    }

    private static Resolution Parse(SourceText source, string folded, Language? spoken)
    {
        var language = spoken ?? Language.English;
        if (ReferenceEquals(folded, source.Text)) return Parse(source, spoken, language);
        return new Unfolding(source, folded).Of(Parse(source with { Text = folded }, spoken, language));
    }

    /// <summary>The language of a source: as stated, unless the script of the text contradicts; else as determined by its words; null where
    /// it is none that is known.</summary>
    private static Language? Spoken(SourceText source)
    {
        var told = LanguageFinder.OfDocument(source.Text);
        if (source.Stated.Language is not { } code) return told;
        return Language.Find(code) is { } stated ? told is not null && told.Script != stated.Script ? told : stated : null;
    }

    private static Resolution Parse(SourceText source, Language? spoken, Language language)
    {
        var heads = new HeadReader(language);
        var text = source.Text;
        var layout = new LayoutIndex(source);
        var (lines, lineNumbers) = LineNumbers.Strip(text, Lines.Split(text));
        var roles = new LineRole[lines.Count];
        PageFurniture.Mark(source, lines, roles);
        var noteDrafts = NoteBlocks.Take(source, lines, roles, layout, heads);
        var paragraphs = Paragraphs.Group(text, lines, roles, layout, heads);

        var cleaning = new Cleaning(text, new DocumentWords(text), layout);
        foreach (var paragraph in paragraphs)
        {
            paragraph.Text = cleaning.Clean(paragraph.Pieces, out var emphasis);
            paragraph.Emphasis = emphasis;
        }
        var diagnostics = new List<Diagnostic>();
        NoteMarks.Take(paragraphs, noteDrafts, new NoteRegions(noteDrafts, lines, roles), layout, source.MarksNotes, diagnostics, language);
        var (drafts, enacting, foreign) = Structure.Of(text, paragraphs, diagnostics, language);
        var clauses = Clauses(drafts, heads);
        var notes = Footnotes.Join(noteDrafts, cleaning, clauses, diagnostics);
        return new Resolution
        {
            Source = source,
            Front = FrontMatterParser.Read(source, drafts, enacting, foreign, spoken),
            Clauses = clauses,
            Notes = notes,
            Furniture = Furniture(lines, roles, enacting, lineNumbers),
            Diagnostics = [.. diagnostics],
        };
    }

    private static ImmutableArray<Clause> Clauses(List<ClauseDraft> drafts, HeadReader heads)
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
                Head = heads.Printed(paragraph.Text.Text, paragraph.Emphasis, paragraph.Head),
                Marks = paragraph.Marks,
                Parent = draft.Parent,
                Provision = draft.Provision,
                Language = paragraph.Language?.Code,
            });
        }
        return clauses.MoveToImmutable();
    }

    private static ImmutableArray<TextSpan> Furniture(List<Line> lines, LineRole[] roles, List<Paragraph> enacting,
        List<TextSpan> lineNumbers)
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
