using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Reads the fields of front and closing matter.</summary>
internal sealed class FrontMatterParser
{
    /// <summary>Paragraphs of front or closing matter that are looked at, and lines of each.</summary>
    private const int Reach = 60;

    /// <summary>Characters of the longest paragraph that holds a field (a list of sponsors).</summary>
    private const int Longest = 8000;

    private readonly SourceText _source;
    private readonly List<Paragraph> _front = [];
    private readonly List<Paragraph> _closing = [];
    private readonly Organ _enacting;
    private readonly int _foreign;
    private readonly Language? _language;
    private readonly int _all;
    private readonly bool _onlyFront;

    /// <summary>Characters of the longest line that is only a date: "Resolution of 19 September 1980".</summary>
    private const int LongestDate = 32;

    /// <summary>What says over a text that a President reads it out.</summary>
    private static readonly string[] StatementHeadings = ["Statement by the President", "President’s statement", "President's statement"];

    /// <summary>Lines of a heading within which a body's name is followed by the number.</summary>
    private const int LinesOfName = 3;

    /// <summary>The paragraph that prints the symbol or the number.</summary>
    private int _numbered = -1;

    private FrontMatterParser(SourceText source, List<ClauseDraft> clauses, List<Paragraph> enacting, int foreign, Language? language)
    {
        (_source, _language) = (source, language);
        _enacting = enacting.Count > 0 ? PrintedOrgan.Enacting(enacting[0].Text.Text) : Organ.None;
        (_foreign, _all) = (foreign, clauses.Count);
        _onlyFront = clauses.TrueForAll(c => c.Label == ClauseLabel.Front);
        var start = enacting.Count > 0 ? enacting[0].Start : int.MaxValue;
        foreach (var clause in clauses)
        {
            if (clause.Label == ClauseLabel.Front && clause.Paragraph.Start < start && _front.Count < Reach) _front.Add(clause.Paragraph);
            else if (clause.Label == ClauseLabel.Back && _closing.Count < Reach) _closing.Add(clause.Paragraph);
        }
    }

    /// <summary>The fields of a document.</summary>
    /// <param name="source">The source.</param>
    /// <param name="clauses">Its clauses.</param>
    /// <param name="enacting">Its enacting lines.</param>
    /// <param name="foreign">How many paragraphs are in another language than the document.</param>
    /// <param name="language">The language of the document, or null.</param>
    public static FrontMatter Read(SourceText source, List<ClauseDraft> clauses, List<Paragraph> enacting, int foreign,
        Language? language) =>
        new FrontMatterParser(source, clauses, enacting, foreign, language).Read(clauses);

    private FrontMatter Read(List<ClauseDraft> clauses)
    {
        string? symbol = null, session = null, meeting = null, item = null, sponsors = null, report = null, vote = null, title = null;
        DateOnly? adopted = null, dated = null;
        var (draft, byRunningNumber) = (false, false);
        var organ = _enacting;
        for (var p = 0; p < _front.Count; p++)
        {
            var text = _front[p].Text.Text;
            if (text.Length > Longest) continue;
            var (heading, rest) = NumberedHeading.Read(text, organ);
            if (heading is null && _front[p].LineCount > 1 && LinesOf(_front[p]).FirstOrDefault().Text is { Length: > 3 } first)
            {
                // the number on a line of its own, the title below
                (heading, _) = NumberedHeading.Read(first, organ);
                if (heading is not null) rest = text[Math.Min(first.Length, text.Length)..].Trim();
            }
            if (heading is null
                && LinesOf(_front[p]).Take(LinesOfName).Skip(1).FirstOrDefault(line => IsNumber(line.Text, organ)) is { Text: { } number })
            {
                (heading, rest) = NumberedHeading.Read(number, organ); // the body's name on the line above, the date below
            }
            symbol ??= heading;
            if (heading is not null)
            {
                byRunningNumber |= symbol == heading && !text.Contains('(', StringComparison.Ordinal);
                _numbered = p;
                if (rest.Length > 0 && !IsDate(rest)) title ??= rest;
            }
            foreach (var line in LinesOf(_front[p]))
            {
                if (Statement(line.Text, organ) is { } statement)
                {
                    symbol ??= statement.Symbol;
                    if (statement.Title.Length > 0) title ??= statement.Title;
                    _numbered = p;
                }
                if (SymbolIn(line.Text) is { } printed)
                {
                    symbol ??= Canonical(printed);
                    _numbered = p;
                }
                if (session is null && IsSession(line.Text)) session = line.Text[(line.Text.LastIndexOfAny(['—', '–', '\t']) + 1)..].Trim();
                if (item is null && IsAgendaItem(line.Text)) item = line.Text.TrimEnd('*', ' ');
                dated ??= Months.Date(line.Text, out var length) is { } d && length >= line.Text.Length - 1 ? d : null;
            }
            if (text.Contains("draft resolution", StringComparison.OrdinalIgnoreCase)
                || text.Contains("draft decision", StringComparison.OrdinalIgnoreCase))
            {
                var colon = text.LastIndexOf(": ", StringComparison.Ordinal);
                if (colon > 0 && text[(colon + 2)..].Contains("draft ", StringComparison.OrdinalIgnoreCase))
                {
                    sponsors ??= text[..colon].TrimEnd('*');
                    draft = true;
                }
                else if (Submitter(text) is { } submitter)
                {
                    sponsors ??= submitter;
                    draft = true;
                }
                else if (text.StartsWith("Draft resolution", StringComparison.OrdinalIgnoreCase)
                    || text.StartsWith("Revised draft", StringComparison.OrdinalIgnoreCase))
                    draft = true;
            }
            if (report is null
                && (text.StartsWith("[on the report", StringComparison.OrdinalIgnoreCase)
                    || text.StartsWith("[without reference", StringComparison.OrdinalIgnoreCase)
                    || text.StartsWith("[on a proposal", StringComparison.OrdinalIgnoreCase)))
                report = text.Trim('[', ']', ' ');
            if (text.StartsWith("Resolution adopted", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Decision adopted", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Adopted ", StringComparison.OrdinalIgnoreCase)
                || text.Contains("Resolution of ", StringComparison.Ordinal) || text.StartsWith("Resolution ", StringComparison.Ordinal))
            {
                adopted ??= AnyDate(text);
                meeting ??= Meeting(text);
            }
            if (text.StartsWith("At the ", StringComparison.Ordinal) && text.Contains(" meeting of the ", StringComparison.Ordinal))
            {
                adopted ??= AnyDate(text);
                meeting ??= Meeting(text);
                title ??= Considered(text);
            }
            if (organ.IsNone) organ = PrintedOrgan.In(text);
        }
        foreach (var paragraph in _closing)
        {
            var text = paragraph.Text.Text;
            meeting ??= Meeting(text);
            adopted ??= AnyDate(text);
            if (vote is null && ClosingLine.IsVote(text)) vote = text[Math.Max(0, text.IndexOf("[Adopted", StringComparison.Ordinal))..];
            if (symbol is null && paragraph.LineCount < 3 && NumberedHeading.Read(text, organ) is { Symbol: { } next, Title: var named })
            {
                symbol = next;
                if (named.Length > 0) title ??= named;
            }
        }
        if (byRunningNumber && ContradictsDate(symbol, adopted ?? dated)) symbol = null;
        symbol = _source.Stated.Symbol is { } stated ? Canonical(stated) ?? stated.Trim() : symbol;
        var decision = _enacting.IsNone
            && _front.Exists(p => p.Text.Text.StartsWith("At its ", StringComparison.Ordinal)
                && p.Text.Text.Contains("meeting", StringComparison.Ordinal));
        if (decision && symbol is not null)
            symbol = symbol.Replace("A/RES/", "A/DEC/", StringComparison.Ordinal).Replace("E/RES/", "E/DEC/", StringComparison.Ordinal);
        // a resolution is of the body whose symbol it has, whatever body the text says speaks
        if (DocumentSymbol.TryParse(symbol, null, out var identity) && (organ.IsNone || identity.Act is { } act && act.Body != organ.Body))
            organ = identity.Organ;
        title = _source.Stated.Title ?? title ?? (draft && _onlyFront ? Proposed() : null) ?? Title();
        return new FrontMatter
        {
            Symbol = symbol,
            Title = title,
            Organ = organ,
            Kind = Kind(symbol, draft, clauses),
            Date = _source.Stated.Date ?? adopted ?? dated,
            Session = session ?? VolumeSession(),
            Meeting = meeting,
            AgendaItem = item,
            Sponsors = sponsors,
            CommitteeReport = report,
            Vote = vote,
            Language = _language is null || _all > 0 && _foreign * 2 > _all ? Unknown : _language.Code,
        };
    }

    /// <summary>Whether a symbol that took its year from a running number is of another year than the printed date.</summary>
    private static bool ContradictsDate(string? symbol, DateOnly? printed) =>
        printed is { } day && DocumentSymbol.TryParse(symbol, null, out var read)
            && read.Act is { Number: { Shape: ActShape.Year } number } && number.SessionValue != day.Year;

    /// <summary>"Resolution 1540" alone on its line.</summary>
    private static bool IsNumber(string line, Organ organ) =>
        line.StartsWith("Resolution ", StringComparison.OrdinalIgnoreCase)
            && NumberedHeading.Read(line, organ) is { Symbol: not null, Title.Length: 0 };

    private DocumentKind Kind(string? symbol, bool draft, List<ClauseDraft> clauses)
    {
        var opening = string.Join(' ', _front.Take(12).Select(p => p.Text.Text.Length > 200 ? p.Text.Text[..200] : p.Text.Text));
        if (symbol is not null)
        {
            if (symbol.Contains("/L.", StringComparison.Ordinal)) return DocumentKind.Draft;
            if (symbol.Contains("/PRST/", StringComparison.Ordinal)) return DocumentKind.Statement;
            if (symbol.Contains("/DEC/", StringComparison.Ordinal)) return DocumentKind.Decision;
            if (symbol.Contains("/RES", StringComparison.OrdinalIgnoreCase)) return DocumentKind.Resolution;
        }
        if (StatementHeadings.Any(heading => opening.Contains(heading, StringComparison.OrdinalIgnoreCase))) return DocumentKind.Statement;
        if (draft
            || opening.Contains("draft resolution", StringComparison.OrdinalIgnoreCase)
                && opening.Contains("Distr", StringComparison.Ordinal))
            return DocumentKind.Draft;
        if (clauses.Exists(c => c.Kind == ClauseKind.Operative) && clauses.Exists(c => c.Kind == ClauseKind.Preambular))
            return DocumentKind.Resolution;
        return opening.Contains("Report of", StringComparison.Ordinal) ? DocumentKind.Report : DocumentKind.Document;
    }

    /// <summary>"... in connection with the Council's consideration of the item entitled “Peace and security in ...”":
    /// what a statement is about.</summary>
    private static string? Considered(string text)
    {
        const string entitled = "item entitled “";
        var at = text.IndexOf(entitled, StringComparison.Ordinal);
        var end = at < 0 ? -1 : text.IndexOf('”', at);
        return end < 0 ? null : text[(at + entitled.Length)..end].TrimEnd(' ', ',');
    }

    /// <summary>"38	General Assembly—Thirtieth Session": the session that a bound volume prints over its first page.</summary>
    private string? VolumeSession()
    {
        var text = _source.Text.AsSpan(0, Math.Min(_source.Text.Length, 600));
        foreach (var line in text.EnumerateLines())
            if (PageFurniture.IsVolumeHead(line.Trim()) && line.Contains("Session", StringComparison.Ordinal)
                && line.LastIndexOfAny('—', '–') is > 0 and var dash)
                return line[(dash + 1)..].Trim(" \t0123456789").ToString();
        return null;
    }

    /// <summary>The title of a proposal that has no enacting line: what follows the line that names its sponsors.</summary>
    private string? Proposed()
    {
        for (var i = 0; i + 1 < _front.Count; i++)
        {
            var text = _front[i].Text.Text;
            if (text.Length > 2000
                || !text.Contains(": draft ", StringComparison.OrdinalIgnoreCase)
                    && !text.Contains(": amendment", StringComparison.OrdinalIgnoreCase) && Submitter(text) is null)
                continue;
            var next = _front[i + 1].Text.Text;
            return next.Length is > 8 and < 500 && Endings.Of(next) == Ending.Open ? next.Trim('*', ' ') : null;
        }
        return null;
    }

    /// <summary>The last paragraph before the enacting line that is none of the fields above.</summary>
    private string? Title()
    {
        if (_enacting.IsNone && _onlyFront) return null;
        for (var i = _front.Count - 1; i > _numbered && i >= _front.Count - 4; i--)
        {
            var text = _front[i].Text.Text;
            if (text.Length is < 8 or > 500 || ClosingLine.Is(text) || text[0] is '[' or '(' || text[^1] is ':' or ';' or ','
                || IsDate(text))
                continue;
            // a paragraph of the preamble before a misread enacting line
            if (_front[i].Head is { Known: true, Kind: HeadKind.Preambular }) continue;
            if (text.Contains("draft resolution", StringComparison.OrdinalIgnoreCase) || text.Contains("Distr.", StringComparison.Ordinal)
                || text.StartsWith("Resolution ", StringComparison.Ordinal))
                continue;
            if (!PrintedOrgan.In(text).IsNone || IsSession(text) || IsAgendaItem(text) || LineShapes.IsSymbol(text)
                || AnyDate(text) is not null && text.Length < 60)
                continue;
            if (text.StartsWith("Original", StringComparison.Ordinal) || text.Contains("Resolution of ", StringComparison.Ordinal)
                || NumberedHeading.Read(text, _enacting).Symbol is not null)
                continue;
            return text.Trim('*', ' ');
        }
        return null;
    }

    /// <summary>A date and a word or two around it: "Of 19 February 1980".</summary>
    private bool IsDate(string text) => text.Length < LongestDate && AnyDate(text) is not null;

    /// <summary>"PRST 22/1. Mainstreaming ...": the number of a statement by the President of the Human
    /// Rights Council, and its title.</summary>
    private static (string Symbol, string Title)? Statement(string line, Organ organ)
    {
        const string heading = "PRST ";
        if (organ.Body != Bodies.HumanRightsCouncil || !line.StartsWith(heading, StringComparison.Ordinal)) return null;
        var rest = line.AsSpan(heading.Length);
        var stop = rest.IndexOf('.');
        if (stop <= 0 || Canonical($"{organ.Body.Symbols[0]}/{heading.TrimEnd()}/{rest[..stop]}") is not { } symbol) return null;
        return (symbol, rest[(stop + 1)..].Trim(" *").ToString());
    }

    /// <summary>The language of a text in none that is known.</summary>
    private const string Unknown = "other";

    private readonly record struct FrontLine(string Text)
    {
        public ReadOnlySpan<char> Span => Text;
    }

    private IEnumerable<FrontLine> LinesOf(Paragraph paragraph)
    {
        for (var i = 0; i < paragraph.Pieces.Count && i < Reach; i++)
        {
            var piece = paragraph.Pieces[i];
            if (piece.Length <= 160)
                yield return new(_source.Text.Substring(piece.Start, piece.Length).Replace('\u00A0', ' ').Trim('*', '_', '#', ' '));
        }
    }

    /// <summary>"Draft resolution submitted by the Chair ... on the basis of informal consultations": who submitted it.</summary>
    private static string? Submitter(string text)
    {
        const string by = " submitted by ";
        var at = text.IndexOf(by, StringComparison.Ordinal);
        if (at is < 0 or > 40 || !text.Contains("raft ", StringComparison.Ordinal)) return null;
        var who = text[(at + by.Length)..];
        foreach (var tail in (ReadOnlySpan<string>)[" on the basis", " following", " on the recommendation", " on behalf"])
            if (who.IndexOf(tail, StringComparison.Ordinal) is > 0 and var end) who = who[..end];
        return who.TrimEnd(',', ' ', '*');
    }

    /// <summary>A symbol alone on its line, or at its end after a wide gap or "United Nations".</summary>
    private static string? SymbolIn(string line)
    {
        line = WithoutJobNumber(line);
        if (LineShapes.IsSymbol(line)) return line;
        var gap = Math.Max(line.LastIndexOf("  ", StringComparison.Ordinal), line.LastIndexOf('\t'));
        if (gap > 0 && LineShapes.IsSymbol(line.AsSpan(gap).Trim())) return line[gap..].Trim();
        return line.StartsWith("United Nations ", StringComparison.Ordinal) && LineShapes.IsSymbol(line.AsSpan(15).Trim())
            ? line[15..].Trim()
            : null;
    }

    /// <summary>"S/RES/2134 (2023) 18-06872": a line without the job number that a narrow gap has joined to its symbol.</summary>
    private static string WithoutJobNumber(string line)
    {
        for (var length = LineShapes.ShortestJobNumber; length <= LineShapes.ShortestJobNumber + 1 && length < line.Length; length++)
            if (line[^(length + 1)] is ' ' or '\t' or ')' && LineShapes.IsJobNumber(line.AsSpan(line.Length - length)))
                return line[..^length].TrimEnd();
        return line;
    }

    /// <summary>The canonical form of a printed symbol; null for what is no symbol.</summary>
    private static string? Canonical(string printed) => DocumentSymbol.TryParse(printed, null, out var symbol) ? symbol.ToString() : null;

    private static bool IsSession(string line)
    {
        if (line.Length > 80) return false;
        var at = line.IndexOf(" session", StringComparison.OrdinalIgnoreCase);
        if (at <= 0 || line.Length > at + 20) return false;
        var last = line.AsSpan(0, at).Trim();
        var space = last.LastIndexOf(' ');
        var word = last[(space + 1)..];
        return word.EndsWith("th", StringComparison.Ordinal) || word.EndsWith("st", StringComparison.Ordinal)
            || word.EndsWith("nd", StringComparison.Ordinal) || word.EndsWith("rd", StringComparison.Ordinal)
            || word.EndsWith("special", StringComparison.OrdinalIgnoreCase) || word.EndsWith("regular", StringComparison.Ordinal);
    }

    private static bool IsAgendaItem(string line) =>
        line.Length < 120
            && (line.StartsWith("Agenda item", StringComparison.OrdinalIgnoreCase)
                || line.StartsWith("Items ", StringComparison.Ordinal) && line.Contains("agenda", StringComparison.Ordinal)
            || line.StartsWith("Item ", StringComparison.Ordinal) && line.Contains("agenda", StringComparison.Ordinal));

    /// <summary>"77th plenary meeting" out of a longer text.</summary>
    private static string? Meeting(string text)
    {
        var end = text.IndexOf("meeting", StringComparison.Ordinal);
        if (end < 0 || text.Length > 600) return null;
        var start = end;
        while (start > 0 && end - start < 40 && !(char.IsAsciiDigit(text[start]) && (start == 0 || !char.IsAsciiDigit(text[start - 1]))))
        {
            start--;
            if (text[start] is '.' or ';') return null;
        }
        if (!char.IsAsciiDigit(text[start])) return null;
        var printed = text[start..(end + "meeting".Length)];
        if (start < 3 || text[start - 1] != ' ' || !char.IsAsciiDigit(text[start - 2])) return printed;
        // "287 1st meeting": a number that the scan has torn
        var torn = start - 2;
        while (torn > 0 && char.IsAsciiDigit(text[torn - 1])) torn--;
        return text[torn..(start - 1)] + printed;
    }

    /// <summary>The first date in a text.</summary>
    private DateOnly? AnyDate(string text)
    {
        var limit = Math.Min(text.Length, 600);
        if (_language is { IsEnglish: false }) return _language.Dates.FirstIn(text.AsSpan(0, limit));
        for (var i = 0; i < limit; i++)
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && Months.Date(text.AsSpan(i, limit - i), out _) is { } date)
                return date;
        return null;
    }
}
