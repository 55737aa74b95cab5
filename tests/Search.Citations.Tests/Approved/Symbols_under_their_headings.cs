using Search.Citations.Authorities;
using Search.Testing;

namespace Search.Citations.Tests.Approved;

/// <summary>
/// Short forms under the heading of a list ("General Assembly resolutions": "55/25") against a published table of symbols. The table has
/// faults of its own; a row may differ only in a way that is named here.
/// </summary>
public class Symbols_under_their_headings
{
    [Fact]
    public void Every_row_is_read_as_listed_or_the_table_contradicts_itself()
    {
        if (Places.Shared is null) Assert.Skip(Places.SharedIsAbsent);
        var linker = new CitationLinker(AuthorityList.Empty);
        var rows = 0;
        var same = 0;
        var unexplained = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Places.Shared!, "facts", "symbol_raw_to_full.csv")).Skip(1))
        {
            var cells = Cells(line);
            if (cells.Count < 2) continue;
            rows++;
            var (raw, full, heading) = (cells[0], cells[1], Heading(cells[2]));
            var found = linker.Extract($"{heading} {raw}".Trim()).Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Target.Value)
                .ToList();
            if (found.Exists(f => Key(f) == Key(full))) same++;
            else if (!Explained(raw, full, heading, found))
                unexplained.Add($"{heading}: {raw} -> {string.Join(", ", found)}, listed {full}");
        }
        unexplained.ShouldBeEmpty();
        (same / (double)rows).ShouldBeGreaterThan(0.93);
    }

    private static bool Explained(string raw, string full, string heading, List<string> found)
    {
        if (found.Count == 0) return false;
        // the number is right and the body is the heading's; the table gives another body's symbol
        // ("Commission on Narcotic Drugs": A/RES/47/5)
        var tail = found[0][(found[0].LastIndexOf("/RES/", StringComparison.Ordinal) + 5)..];
        if (full.StartsWith("A/RES/", StringComparison.Ordinal) && !heading.Contains("Assembly", StringComparison.Ordinal)
            && Key(full[6..]) == Key(tail))
            return true;
        // the table loses the letter of the part, adds one that is not printed, or writes several as one
        var letters = found.Select(f => f.Length > 2 && f[^2] == ' ' ? f[..^2] : f).Distinct().ToList();
        if (letters is [var whole] && Key(full).StartsWith(Key(whole), StringComparison.Ordinal)
            && Key(full)[Key(whole).Length..].All(c => char.IsAsciiLetterLower(c) || c is '-'))
            return true;
        // the table cuts a decision's number and calls it a resolution
        return heading.Contains("decision", StringComparison.Ordinal) && found[0].Contains("/DEC/" + raw, StringComparison.Ordinal);
    }

    private static string Heading(string heading)
    {
        var at = heading.IndexOf("resolutions", StringComparison.Ordinal);
        return at >= 0 ? heading[..(at + "resolutions".Length)] : heading.Replace("mandate", "resolution", StringComparison.Ordinal);
    }

    private static string Key(string symbol) =>
        symbol.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else cell.Append(c);
        }
        cells.Add(cell.ToString());
        return cells;
    }
}
