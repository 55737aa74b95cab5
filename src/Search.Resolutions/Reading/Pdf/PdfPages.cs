using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>Reads the pages of a PDF file through PdfPig. Runs in <see cref="PdfWorker"/> only: a hostile file may
/// take any time and memory here.</summary>
internal static class PdfPages
{
    /// <summary>What a run costs of the budget besides its letters.</summary>
    private const int RunCost = 16;

    /// <summary>
    /// Hands over every page in order, and a warning for each page that cannot be read. A page with text in several
    /// directions is handed over once for each, so that all of its text runs from left to right.
    /// </summary>
    /// <param name="file">The whole file.</param>
    /// <param name="budget">Most letters of all pages together.</param>
    /// <param name="page">Takes a page.</param>
    /// <param name="warning">Takes a warning.</param>
    public static void Read(byte[] file, long budget, Action<PdfPage> page, Action<string> warning)
    {
        using var document = Open(file);
        var (failed, reason) = (0, "it has no pages");
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            IReadOnlyList<Letter> letters;
            double width, height;
            try
            {
                var read = document.GetPage(number);
                (letters, width, height) = (read.Letters, read.Width, read.Height);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                failed++;
                reason = Sentence(e);
                warning($"Page {number} could not be read ({reason}) and is left out; print the file to a new PDF.");
                continue;
            }
            foreach (var upright in PdfLetters.Pages(letters, width, height))
            {
                budget -= upright.Runs.Sum(static run => run.Text.Length + (long)RunCost);
                if (budget < 0) throw new RejectedException("too-large", "its pages hold too much text; split it");
                page(upright);
            }
        }
        if (failed == document.NumberOfPages) throw Damaged(reason);
    }

    private static PdfDocument Open(byte[] file)
    {
        try
        {
            return PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
        }
        catch (PdfDocumentEncryptedException)
        {
            throw new RejectedException("encrypted", "it is protected by a password; save it without one");
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw Damaged(Sentence(e));
        }
    }

    private static RejectedException Damaged(string reason) =>
        new("damaged", $"it is not a sound PDF ({reason}); download it again, or print it to a new PDF");

    // The first line of a message, which may quote the file.
    private static string Sentence(Exception e)
    {
        const int longest = 120;
        var line = e.Message.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0) line = line[..end];
        if (line.Length > longest) line = line[..longest];
        return line.TrimEnd('.').ToString();
    }
}
