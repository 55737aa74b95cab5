using System.Formats.Tar;
using Search.Resolutions.Parsing;
using Search.Resolutions.Text;

namespace Search.Resolutions.Tests.Reading.Laws;

public class The_pdf_files_of_the_corpus
{
    [Fact]
    public void Every_raised_mark_finds_its_note_and_every_page_break_is_mended()
    {
        var (files, notes, anchored, continuations, broken) = (0, 0, 0, 0, 0);
        foreach (var source in Sources())
        {
            files++;
            var resolution = ResolutionParser.Parse(source);
            notes += resolution.Notes.Length;
            anchored += resolution.Notes.Count(static note => note.Anchors.Length > 0);
            var starts = resolution.Clauses.Select(static clause => clause.Span.Start).ToHashSet();
            foreach (var mark in source.Layout)
            {
                if (mark.Kind != LayoutKind.Continuation) continue;
                continuations++;
                if (starts.Contains(mark.Span.Start)) broken++;
            }
            Covered(resolution).ShouldBe("", source.Name);
        }
        files.ShouldBe(60);
        notes.ShouldBe(495);
        anchored.ShouldBeGreaterThanOrEqualTo(notes - 3); // three notes belong to a table's letters
        continuations.ShouldBeGreaterThan(100);
        broken.ShouldBe(0);
    }

    // What is in no clause, note or furniture, without white space.
    private static string Covered(Resolution resolution)
    {
        var text = resolution.Source.Text.ToCharArray();
        foreach (var span in resolution.Clauses.Select(static clause => clause.Span)
            .Concat(resolution.Notes.Select(static note => note.Span)).Concat(resolution.Furniture))
            Array.Fill(text, ' ', span.Start, span.Length);
        return string.Concat(new string(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static IEnumerable<SourceText> Sources() => Files().Select(static file => ReadOne.Source(file.Name, file.Bytes));

    internal static IEnumerable<(string Name, byte[] Bytes)> Files()
    {
        using var tar = new TarReader(File.OpenRead(Reference.Folder("corpus", "pdf.tar")));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.DataStream is not { } stream || !entry.Name.EndsWith(".pdf", StringComparison.Ordinal)) continue;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (Path.GetFileName(entry.Name), bytes.ToArray());
        }
    }
}
