using Search.Resolutions.Text;

namespace Search.Resolutions.Parsing;

/// <summary>Finds running heads, page numbers, job numbers, bar codes and rules.</summary>
internal static class PageFurniture
{
    /// <summary>Most lines that a running title is taken to have.</summary>
    private const int TitleLines = 5;

    /// <summary>Lines of page counters and job numbers above each other at the head of a page.</summary>
    private const int MostHeadLines = 3;

    /// <summary>Lines of a document within which its symbol is, and lines of its cover, where it may be printed twice.</summary>
    private const int SymbolLines = 12, CoverLines = 8;

    /// <summary>Characters of the shortest line that is a symbol alone.</summary>
    private const int ShortestSymbolLine = 5;

    /// <summary>Characters of the longest rule or page number.</summary>
    private const int LongestRule = 240;

    /// <summary>Characters of the shortest and the longest running head of a bound volume, and of the shortest
    /// "&lt;!-- Page 2 --&gt;".</summary>
    private const int ShortestVolumeHead = 20, LongestVolumeHead = 200, ShortestPageMark = 12;

    /// <summary>Lines of a document in which a head of a volume may be the session that the document is of.</summary>
    private const int VolumeFrontLines = 6;

    /// <summary>Digits of the greatest page of a volume.</summary>
    private const int MostPageDigits = 4;

    /// <summary>Characters of the shortest running title.</summary>
    private const int ShortestTitle = 7;

    /// <summary>Marks the furniture among <paramref name="lines"/>.</summary>
    public static void Mark(SourceText source, List<Line> lines, LineRole[] roles)
    {
        var text = source.Text;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].In(text);
            // words that no furniture begins with are most lines
            if (line.Length > LongestRule || char.IsAsciiLetter(line[0]) && line[0] is not ('P' or 'p' or 'V' or 'K' or 'G')) continue;
            if (LineShapes.IsRule(line) || LineShapes.IsBarCode(line) || IsPageOrJobNumber(line)) roles[i] = LineRole.Furniture;
        }
        OwnSymbol(text, lines, roles);
        PageCounters(text, lines, roles);
        var paged = text.Contains('\f'); // then the lines beside the form feed are known, and those above a counter may be notes
        for (var i = 0; i < lines.Count && !paged; i++)
            if (roles[i] == LineRole.Furniture && IsCounter(lines[i].In(text))) RunningHead(text, lines, roles, i);
        BoundVolume(text, lines, roles);
        if (!paged) KnownTitles(text, lines, roles);
        RunningHeads.Mark(text, lines, roles);
        FromLayout(source, lines, roles);
    }

    /// <summary>"Page 2", "20-99164", or both.</summary>
    private static bool IsPageOrJobNumber(ReadOnlySpan<char> line) =>
        LineShapes.IsJobNumber(line) || LineShapes.IsPageNumber(line) || IsPageFoot(line);

    /// <summary>"2/2    20-99164": a page counter and a job number on one line.</summary>
    private static bool IsPageFoot(ReadOnlySpan<char> line)
    {
        var gap = line.IndexOfAny(' ', '\t');
        if (gap < 0) return false;
        var first = line[..gap];
        var rest = line[gap..].Trim();
        return (LineShapes.PageOf(first).Of > 0 && LineShapes.IsJobNumber(rest))
            || (LineShapes.IsJobNumber(first) && LineShapes.PageOf(rest).Of > 0);
    }

    private static bool IsCounter(ReadOnlySpan<char> line) =>
        LineShapes.PageOf(line).Of > 0 || LineShapes.IsPageNumber(line) || IsPageFoot(line);

    /// <summary>
    /// Marks counters of the form 3/13. "16/21" may also be the number of a resolution: a counter has
    /// other furniture or a symbol beside it, or there are others with the same number of pages.
    /// </summary>
    private static void PageCounters(string text, List<Line> lines, LineRole[] roles)
    {
        var pages = new Dictionary<int, int>();
        for (var i = 0; i < lines.Count; i++)
            if (LineShapes.PageOf(lines[i].In(text)).Of is > 0 and var of) pages[of] = pages.GetValueOrDefault(of) + 1;
        if (pages.Count == 0) return;
        for (var i = 0; i < lines.Count; i++)
        {
            var of = LineShapes.PageOf(lines[i].In(text)).Of;
            if (of == 0) continue;
            if (IsAtPageTurn(text, lines, roles, i) || HeadAbove(text, lines, roles, i) || pages[of] > 1) roles[i] = LineRole.Furniture;
        }
    }

    /// <summary>Whether a line is beside a form feed, other furniture or a symbol.</summary>
    private static bool IsAtPageTurn(string text, List<Line> lines, LineRole[] roles, int i)
    {
        if (lines[i].PageBefore || i > 0 && Beside(text, lines, roles, i - 1)) return true;
        return i + 1 < lines.Count && (lines[i + 1].PageBefore || Beside(text, lines, roles, i + 1));
    }

    /// <summary>Whether the document's own symbol stands alone a few lines above: it, the running title and the
    /// counter are the head of a page.</summary>
    private static bool HeadAbove(string text, List<Line> lines, LineRole[] roles, int counter)
    {
        for (var i = counter - 1; i >= 0 && i > counter - 2 - TitleLines && LineShapes.IsShort(lines[i].In(text)); i--)
            if (roles[i] == LineRole.Furniture) return LineShapes.IsSymbol(lines[i].In(text));
        return false;
    }

    private static bool Beside(string text, List<Line> lines, LineRole[] roles, int i) =>
        roles[i] == LineRole.Furniture || LineShapes.IsSymbol(lines[i].In(text));

    /// <summary>Marks the document's own symbol where it is printed alone again.</summary>
    private static void OwnSymbol(string text, List<Line> lines, LineRole[] roles)
    {
        var own = -1;
        var enacted = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (roles[i] != LineRole.Body) continue;
            if (own < 0 && i >= SymbolLines) return;
            var line = lines[i].In(text);
            if (line.Length is < ShortestSymbolLine or > LineShapes.LongestSymbol) continue;
            enacted |= line[^1] == ',' && EnactingLine.Match(line) > 0;
            if (own < 0)
            {
                // "United Nations S/RES/1445 (2002)" or the symbol alone
                var symbol = line.StartsWith("United Nations ", StringComparison.Ordinal) ? line["United Nations ".Length..].Trim() : line;
                if (LineShapes.IsSymbol(symbol)) own = lines[i].End - symbol.Length;
            }
            else if ((enacted || i > CoverLines) && LineShapes.IsSymbol(line) && IsAt(text, own, line)) roles[i] = LineRole.Furniture;
        }
    }

    /// <summary>Whether a symbol is the one at an offset, white space after it.</summary>
    private static bool IsAt(string text, int at, ReadOnlySpan<char> symbol) =>
        text.AsSpan(at).StartsWith(symbol, StringComparison.Ordinal)
            && (at + symbol.Length == text.Length || char.IsWhiteSpace(text[at + symbol.Length]));

    /// <summary>
    /// Marks the running heads of bound volumes, and the page numbers beside them or beside a page break that the reader wrote
    /// (<c>&lt;!-- Page 2 --&gt;</c>): there a number alone on its line is the page's.
    /// </summary>
    private static void BoundVolume(string text, List<Line> lines, LineRole[] roles)
    {
        var last = -MostHeadLines; // the last line that turns the page
        var number = -1; // a number alone, not yet classified
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i].In(text);
            if (line.Length > LongestVolumeHead) continue;
            var turns = line.Length >= ShortestPageMark && line.StartsWith("<!--", StringComparison.Ordinal)
                ? roles[i] == LineRole.Furniture
                : line.Length >= ShortestVolumeHead && IsVolumeHead(line) && (i >= VolumeFrontLines || i - last < MostHeadLines);
            if (turns)
            {
                roles[i] = LineRole.Furniture;
                if (number == i - 1 && number >= 0) roles[number] = LineRole.Furniture;
                last = i;
            }
            else if (LineShapes.IsDigits(line, MostPageDigits) && roles[i] == LineRole.Body)
            {
                number = i;
                if (last == i - 1 || (last >= 0 && i + 1 == lines.Count)) roles[i] = LineRole.Furniture;
            }
        }
    }

    /// <summary>"28 General Assembly—Twenty-second Session", "Resolutions adopted on the reports of the Third Committee 43".</summary>
    public static bool IsVolumeHead(ReadOnlySpan<char> line)
    {
        var bare = line.Trim("0123456789 \t\u00A0.IVX—-–");
        if (bare.StartsWith("General Assembly", StringComparison.Ordinal))
            return bare.EndsWith("Session", StringComparison.Ordinal) && bare.IndexOfAny('—', '–', '-') > 0;
        return bare.StartsWith("Resolutions adopted ", StringComparison.Ordinal)
            && (bare.EndsWith("Committee", StringComparison.Ordinal) || bare.EndsWith("Session", StringComparison.Ordinal));
    }

    /// <summary>Marks a running title that is above a page number without the symbol, if the same lines were a
    /// running title on another page.</summary>
    private static void KnownTitles(string text, List<Line> lines, LineRole[] roles)
    {
        HashSet<string>? titles = null;
        for (var i = 1; i < lines.Count; i++)
        {
            if (roles[i] != LineRole.Furniture || roles[i - 1] != LineRole.Body || !IsCounter(lines[i].In(text))) continue;
            titles ??= Titles(text, lines, roles);
            var known = titles.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var j = i - 1; j >= 0 && j >= i - TitleLines && roles[j] == LineRole.Body
                && known.Contains(lines[j].In(text)); j--)
                roles[j] = LineRole.Furniture;
        }
    }

    private static HashSet<string> Titles(string text, List<Line> lines, LineRole[] roles)
    {
        var titles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
            if (roles[i] == LineRole.Furniture && lines[i].Length is >= ShortestTitle and <= LineShapes.LongestRunningHead
                && char.IsLetterOrDigit(text[lines[i].Start]) && !IsCounter(lines[i].In(text)))
                titles.Add(lines[i].In(text).ToString());
        return titles;
    }

    /// <summary>Marks the symbol and the running title that are directly above a page number.</summary>
    private static void RunningHead(string text, List<Line> lines, LineRole[] roles, int page)
    {
        var top = page;
        while (top > 0 && page - top < MostHeadLines && IsOtherFurniture(top - 1)) top--;
        var symbol = -1;
        for (var i = top - 1; i >= 0 && i >= top - TitleLines - 1; i--)
        {
            if (LineShapes.IsSymbol(lines[i].In(text)))
            {
                symbol = i;
                break;
            }
            if (roles[i] != LineRole.Body || !LineShapes.IsShort(lines[i].In(text))) break;
            if (lines[i].BlankBefore > 0) break;
        }
        if (symbol < 1) return; // the first line of a document is no running head
        for (var i = symbol; i < top; i++) roles[i] = LineRole.Furniture;
        // the title above the symbol, back to the blank line that ends the page before
        if (symbol + 1 < top || lines[symbol].BlankBefore > 0) return;
        var first = symbol;
        while (first > 0 && lines[first].BlankBefore == 0 && symbol - first < TitleLines && roles[first - 1] == LineRole.Body) first--;
        if (lines[first].BlankBefore == 0 && first > 0 && roles[first - 1] == LineRole.Body) return;
        for (var i = first; i < symbol; i++) roles[i] = LineRole.Furniture;

        bool IsOtherFurniture(int i) =>
            roles[i] == LineRole.Furniture && !LineShapes.IsRule(lines[i].In(text)) && !LineShapes.IsSymbol(lines[i].In(text));
    }

    private static void FromLayout(SourceText source, List<Line> lines, LineRole[] roles)
    {
        var at = 0;
        foreach (var mark in source.Layout)
        {
            if (mark.Kind != LayoutKind.Furniture) continue;
            while (at > 0 && lines[at - 1].End > mark.Span.Start) at--;
            while (at < lines.Count && lines[at].End <= mark.Span.Start) at++;
            for (var i = at; i < lines.Count && lines[i].Start < mark.Span.End; i++)
                if (mark.Span.Start <= lines[i].Start && mark.Span.End >= lines[i].End) roles[i] = LineRole.Furniture;
        }
    }
}
