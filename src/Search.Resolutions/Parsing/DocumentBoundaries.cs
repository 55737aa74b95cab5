namespace Search.Resolutions.Parsing;

/// <summary>
/// Finds where one file passes from one resolution to the next: an enacting line below the heading of another number, after the text before
/// has ended. Parts of one number and drafts in quotation marks or annexes are no documents of their own.
/// </summary>
internal sealed class DocumentBoundaries
{
    /// <summary>Lines above an enacting line in which its heading is looked for.</summary>
    private const int HeadingReach = 16;

    /// <summary>Lines above a heading that may be the cover of its document.</summary>
    private const int CoverReach = 24;

    /// <summary>Characters of the longest line of a cover, of the longest enacting line, and of the longest line between that and its
    /// heading.</summary>
    private const int LongestCoverLine = 90, LongestEnactingLine = 180, LongestTitleLine = 360;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly HeadReader _heads;

    private DocumentBoundaries(string text, HeadReader heads) => (_text, _lines, _heads) = (text, Lines.Split(text), heads);

    /// <summary>The offsets at which documents begin, the first being 0; one offset where the file is one document.</summary>
    public static List<int> Find(string text, HeadReader heads)
    {
        var starts = new List<int> { 0 };
        new DocumentBoundaries(text, heads).Collect(starts);
        return starts;
    }

    private void Collect(List<int> starts)
    {
        string? number = null;
        var from = 0; // the first line that may belong to the next heading
        for (var i = 0; i < _lines.Count; i++)
        {
            if (!Enacts(i)) continue;
            var heading = Heading(i, from, out var found);
            if (heading >= 0 && found != number && Ended(heading, from, number is null, Follows(number, found)))
            {
                var cover = Cover(heading, from);
                if (cover > 0) starts.Add(_lines[cover].Start);
            }
            number = found ?? number;
            from = i + 1;
        }
    }

    private bool Enacts(int i)
    {
        var line = _lines[i].In(_text);
        if (line.Length >= LongestEnactingLine || line[0] is '“' or '"' or '‘' || !EnactingLine.EndsInComma(line)) return false;
        return EnactingLine.IsAlone(line)
            && EnactingLine.LanguageOf(line) == _heads.Language; // old volumes print each resolution in two languages
    }

    /// <summary>The nearest line above an enacting line that heads a resolution by number, and the number without the letter of its part;
    /// -1 where none does.</summary>
    private int Heading(int enacting, int from, out string? number)
    {
        var organ = PrintedOrgan.Enacting(_lines[enacting].In(_text).ToString());
        for (var i = enacting - 1; i >= from && i >= enacting - HeadingReach; i--)
        {
            if (_lines[i].Length > LongestTitleLine) break;
            if (IsPageCounter(i)) continue;
            var (symbol, _) = NumberedHeading.Read(_lines[i].In(_text).ToString(), organ);
            if (symbol is null) continue;
            var part = symbol.IndexOf(' ');
            number = part < 0 ? symbol : symbol[..part];
            return i;
        }
        number = null;
        return -1;
    }

    /// <summary>
    /// Whether the text above a heading is the end of a document: it has a clause, and a line of meeting or vote after it. Below the first
    /// resolution of a file the end of its last sentence is enough.
    /// </summary>
    private bool Ended(int heading, int from, bool first, bool follows)
    {
        var closed = false;
        for (var i = heading - 1; i >= from; i--)
        {
            var line = _lines[i].In(_text);
            if (AnnexHeading.Is(line) && !follows) return false; // an annexed resolution belongs to the one that annexes it
            if (IsMeeting(line)) closed = true;
            else if (IsClause(i)) return closed || (!first && Endings.Of(_lines[heading - 1].In(_text)) == Ending.Stop);
        }
        return closed && !first;
    }

    /// <summary>Whether a number is the next of its session: 48/12 after 48/11, whose annex may come between.</summary>
    private static bool Follows(string? number, string? next)
    {
        if (!DocumentSymbol.TryParse(number, null, out var one) || !DocumentSymbol.TryParse(next, null, out var two)) return false;
        if (one.Act is not { } act || two.Act is not { } following || act.Body != following.Body) return false;
        return act.Number.Session == following.Number.Session && following.Number.Number == act.Number.Number + 1;
    }

    /// <summary>"1/34" beside a form feed or a job number.</summary>
    private bool IsPageCounter(int i) =>
        LineShapes.PageOf(_lines[i].In(_text)).Of > 0 && (TurnsPage(i) || IsJobNumber(i - 1) || IsJobNumber(i + 1));

    /// <summary>Whether a form feed is before or after a line.</summary>
    private bool TurnsPage(int i) => _lines[i].PageBefore || i + 1 < _lines.Count && _lines[i + 1].PageBefore;

    private bool IsJobNumber(int i) => i >= 0 && i < _lines.Count && LineShapes.IsJobNumber(_lines[i].In(_text));

    private static bool IsMeeting(ReadOnlySpan<char> line) =>
        ClosingLine.Is(line) && !line.TrimStart("[").StartsWith("Resolution", StringComparison.OrdinalIgnoreCase)
            && (line.Contains("meeting", StringComparison.Ordinal) || line.StartsWith("Adopted", StringComparison.Ordinal));

    private bool IsClause(int i)
    {
        var opening = Opening.Read(_text, _lines[i].Start, _lines[i].End);
        return opening.Content < _lines[i].End && _heads.ReadLine(_text.AsSpan(opening.Content.._lines[i].End)).Known;
    }

    /// <summary>Whether a line may be of a cover: short and open, and nothing that ends the document before.</summary>
    private bool IsOfCover(int i)
    {
        var line = _lines[i].In(_text);
        if (line.Length > LongestCoverLine || LineShapes.IsRule(line) || ClosingLine.Is(line)) return false;
        return !IsClause(i) && Endings.Of(line) == Ending.Open;
    }

    /// <summary>The first line of the cover above a heading: up to a form feed, else to the last line of the document before.</summary>
    private int Cover(int heading, int from)
    {
        var first = heading;
        for (var i = heading; i >= from && i >= heading - CoverReach; i--)
        {
            if (_lines[i].PageBefore) return i;
            if (i == heading) continue;
            if (!IsOfCover(i)) break;
            first = i;
        }
        return first;
    }
}
