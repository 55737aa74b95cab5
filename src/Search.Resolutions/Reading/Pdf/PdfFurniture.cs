using System.Text;
using System.Text.RegularExpressions;

namespace Search.Resolutions.Reading.Pdf;

/// <summary>Marks running heads and feet: by where they are, by what they say, and by standing on other pages too.</summary>
internal static partial class PdfFurniture
{
    private const double HeadZone = 0.14; // of the page's height, from the top
    private const double FootZone = 0.90;

    /// <summary>Marks the furniture of all pages.</summary>
    public static void Mark(IReadOnlyList<PdfPage> pages, IReadOnlyList<List<PdfLine>> lines, PdfMeasures measures)
    {
        var heads = Count(pages, lines, static (page, line) => line.Top < HeadZone * page.Height, static line => Folded(line.Text));
        var feet = Count(pages, lines, static (page, line) => line.Bottom > FootZone * page.Height, static line => line.Text);
        for (var p = 0; p < pages.Count; p++)
        {
            var height = pages[p].Height;
            foreach (var line in lines[p])
                if (line.Runs.Any(static run => run.IsBarCode) || BarCode().IsMatch(line.Text) || Rule().IsMatch(line.Text))
                    line.Role = PdfRole.Furniture;

            var head = lines[p].Where(line => line.Top < HeadZone * height).ToList();
            // A first page, also of a second document in the file, begins with a masthead in large letters.
            var isFirst = p == 0 || head.Exists(line => line.Height > 1.25 * measures.Height);
            bool IsHead(PdfLine line)
            {
                if (Counter().IsMatch(line.Text)) return true;
                var (pagesWithIt, isSymbol) = (heads[Folded(line.Text)], Symbol().IsMatch(line.Text));
                return isFirst ? pagesWithIt > 2 && !isSymbol && line.Height < 1.1 * measures.Height : pagesWithIt > 1 || isSymbol;
            }

            var edge = head.Where(IsHead).Select(static line => line.Bottom).DefaultIfEmpty(double.MinValue).Max();
            foreach (var line in head)
                if (IsHead(line) || (!isFirst && line.Bottom <= edge + 1)) line.Role = PdfRole.Furniture;

            var foot = lines[p].Where(line => line.Bottom > FootZone * height).ToList();
            edge = foot
                .Where(line => Counter().IsMatch(line.Text) || JobNumber().IsMatch(line.Text) || line.Role == PdfRole.Furniture
                    || feet[line.Text] > 1)
                .Where(static line => !Rule().IsMatch(line.Text))
                .Select(static line => line.Top).DefaultIfEmpty(double.MaxValue).Min();
            foreach (var line in foot.Where(line => line.Top >= edge - 1)) line.Role = PdfRole.Furniture;
        }
    }

    /// <summary>A line of nothing but dashes or low lines.</summary>
    public static bool IsRule(PdfLine line) => Rule().IsMatch(line.Text);

    private static Dictionary<string, int> Count(IReadOnlyList<PdfPage> pages, IReadOnlyList<List<PdfLine>> lines,
        Func<PdfPage, PdfLine, bool> inZone, Func<PdfLine, string> key)
    {
        var counts = new Dictionary<string, int>();
        for (var p = 0; p < pages.Count; p++)
            foreach (var text in lines[p].Where(line => inZone(pages[p], line)).Select(key).Distinct())
                counts[text] = counts.GetValueOrDefault(text) + 1;
        return counts;
    }

    private static string Folded(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return text;
        var folded = new StringBuilder(text.Length);
        foreach (var c in text) folded.Append(char.IsAsciiDigit(c) ? '#' : c);
        return folded.ToString();
    }

    // 3 · 3/13 · - 3 - · Page 3 of 13, also beside the job number
    [GeneratedRegex(@"^(?:\d\d-\d{4,6} )?(?:page )?[-–—(]? ?\d{1,4} ?(?:(?:/|of) ?\d{1,4})? ?[-–—)]?(?: \d\d-\d{4,6})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Counter();

    // 23-24427 (E) 131223
    [GeneratedRegex(@"^\d\d-\d{4,6}\b", RegexOptions.CultureInvariant)]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"^\*\d{5,9}\*$", RegexOptions.CultureInvariant)]
    private static partial Regex BarCode();

    [GeneratedRegex(@"^[A-Z]{1,5}(?:/[\w.()-]{1,20}){1,6}$", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"^[_—–-](?: ?[_—–-]){3,}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();
}
