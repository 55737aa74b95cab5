using System.Text.RegularExpressions;
using Search.Api.Pages.Words;

namespace Search.Api.Pages.Documents;

/// <summary>An entry of a document's table of contents.</summary>
/// <param name="First">The clause that it leads to.</param>
/// <param name="Text">As printed, or the name of a part in the language of the page.</param>
/// <param name="Level">0 for preamble, operative part and annexes, 1 for their sections, 2 for what is below those.</param>
/// <param name="IsPrinted">Whether the text is the document's own.</param>
public sealed record ContentsEntry(ClauseView First, string Text, int Level, bool IsPrinted);

/// <summary>Finds the parts and sections of a document.</summary>
internal static partial class TableOfContents
{
    private const int MostEntries = 300, LongestText = 140;

    /// <summary>More headings than these in a row are the lines of a list or table.</summary>
    private const int MostInRow = 3;

    /// <summary>Preamble, operative part, annexes and all headings, in order; empty where there is but one.</summary>
    public static IReadOnlyList<ContentsEntry> Of(IReadOnlyList<ClauseView> clauses, PageWords words)
    {
        var entries = new List<ContentsEntry>();
        var places = new HashSet<(string, bool)>();
        for (var i = 0; i < clauses.Count && entries.Count < MostEntries; i++)
        {
            var clause = clauses[i];
            if (clause.Clause.Label is "front" or "back") continue;
            if (clause.Clause.Kind is "preambular" or "operative"
                && places.Add((clause.Clause.Kind, clause.Clause.Label.Contains(':', StringComparison.Ordinal))))
                entries.Insert(BeforeHeadings(entries, clauses, i), new(clause, words.Named("place", clause.Clause.Kind), 0, false));
            if (!clause.IsHeading) continue;
            var row = 1;
            while (i + row < clauses.Count && clauses[i + row].IsHeading) row++;
            if (row <= MostInRow) entries.AddRange(Entries([.. clauses.Skip(i).Take(row)]));
            i += row - 1;
        }
        return entries.Count > 1 ? entries : [];
    }

    // The first section of the operative part begins with its heading, before the first paragraph.
    private static int BeforeHeadings(List<ContentsEntry> entries, IReadOnlyList<ClauseView> clauses, int at)
    {
        var first = at;
        while (first > 0 && clauses[first - 1].IsHeading && !clauses[first - 1].IsAnnex) first--;
        var headings = clauses.Skip(first).Take(at - first).ToHashSet();
        var index = entries.Count;
        while (index > 0 && headings.Contains(entries[index - 1].First)) index--;
        return index;
    }

    // "III" over "Meeting of States Parties" is one entry, and so is "Annex" over its title.
    private static IEnumerable<ContentsEntry> Entries(List<ClauseView> headings)
    {
        for (var i = 0; i < headings.Count; i++)
        {
            var (first, text) = (headings[i], headings[i].Clause.Text);
            if (i + 1 < headings.Count && (first.IsAnnex || OnlyNumber().IsMatch(text)))
                text = $"{text.TrimEnd('.')}{(first.IsAnnex ? ": " : ". ")}{headings[++i].Clause.Text}";
            yield return new(first, Naming.Short(text, LongestText), first.IsAnnex ? 0 : LetterOrDigit().IsMatch(text) ? 2 : 1, true);
        }
    }

    [GeneratedRegex(@"^(?:[IVXLC]+|[A-Z]|[0-9]{1,2}|(?:Chapter|Part|Section|Article|Chapitre|Partie|Capítulo|Parte|Sección|Глава|Раздел|Часть) [IVXLC0-9]+)\.?$")]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(@"^(?:[A-HJ-UWYZ]|[0-9]{1,2})\. ")]
    private static partial Regex LetterOrDigit();
}
