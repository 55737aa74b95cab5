using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Reads the fields of front and closing matter; what is read first stays.</summary>
internal sealed class FrontMatterParser
{
    /// <summary>Paragraphs of front or closing matter that are looked at, and lines of each.</summary>
    private const int Reach = 60;

    /// <summary>Characters of the longest paragraph that holds a field (a list of sponsors), and of the longest line.</summary>
    private const int Longest = 8000, LongestLine = 160;

    /// <summary>Characters of the longest line that is only a date: "Resolution of 19 September 1980", and with words around it.</summary>
    private const int LongestDate = 32, LongestDateInWords = 60;

    /// <summary>Characters of a text within which a date is looked for.</summary>
    private const int DateReach = 600;

    /// <summary>Lines of a heading within which a body's name is followed by the number.</summary>
    private const int LinesOfName = 3;

    /// <summary>Characters of the shortest first line that may be the number over a title: "48/1".</summary>
    private const int ShortestNumber = 4;

    /// <summary>Lines of the longest heading after the text, in closing matter.</summary>
    private const int LinesOfClosingHeading = 2;

    /// <summary>Paragraphs before the enacting line that may be the title, and its characters.</summary>
    private const int TitleReach = 4, ShortestTitle = 8, LongestTitle = 500;

    /// <summary>Characters of the longest paragraph that names the sponsors of a proposal.</summary>
    private const int LongestSponsors = 2000;

    /// <summary>Paragraphs, and characters of each, that say what kind a document is.</summary>
    private const int KindParagraphs = 12, KindReach = 200;

    /// <summary>Characters at the start of a source within which a bound volume prints its session.</summary>
    private const int VolumeReach = 600;

    private static readonly WordList StatementHeadings = WordList.OfAnyCase("statement-headings");

    private static readonly WordList DraftTexts = WordList.OfAnyCase("draft-texts");

    private static readonly WordList DraftOpenings = WordList.OfAnyCase("draft-openings");

    private static readonly WordList ReportOpenings = WordList.OfAnyCase("report-openings");

    private static readonly WordList AdoptionOpenings = WordList.OfAnyCase("adoption-openings");

    /// <summary>What a paragraph before the enacting line that is no title begins with: "Original: English".</summary>
    private static readonly WordList TitleStops = WordList.Of("no-title-openings");

    /// <summary>What occurs in a paragraph that is no title.</summary>
    private static readonly WordList TitleMarks = WordList.Of("no-title-words");

    private readonly SourceText _source;
    private readonly List<Paragraph> _front = [];
    private readonly List<Paragraph> _closing = [];
    private readonly Organ _enacting;
    private readonly int _foreign;
    private readonly Language? _language;
    private readonly int _all;
    private readonly bool _onlyFront;

    /// <summary>The paragraph that prints the symbol or the number.</summary>
    private int _numbered = -1;

    private Organ _organ;
    private string? _symbol, _session, _meeting, _item, _sponsors, _report, _vote, _title;
    private DateOnly? _adopted, _dated;
    private bool _draft;

    /// <summary>Whether the symbol took its year from a running number: "Resolution 1540".</summary>
    private bool _byRunningNumber;

    private FrontMatterParser(SourceText source, List<ClauseDraft> clauses, List<Paragraph> enacting, int foreign, Language? language)
    {
        (_source, _language) = (source, language);
        _enacting = enacting.Count > 0 ? PrintedOrgan.Enacting(enacting[0].Text.Text) : Organ.None;
        _organ = _enacting;
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
        for (var p = 0; p < _front.Count; p++)
        {
            var text = _front[p].Text.Text;
            if (text.Length > Longest) continue;
            ReadHeading(p, text);
            foreach (var line in LinesOf(_front[p])) ReadLine(p, line);
            if (DraftTexts.OccursIn(text)) ReadDraft(text);
            if (_report is null && ReportOpenings.Opens(text)) _report = text.Trim('[', ']', ' ');
            ReadAdoption(text);
            if (_organ.IsNone) _organ = PrintedOrgan.In(text);
        }
        foreach (var paragraph in _closing) ReadClosing(paragraph);
        Identify();
        return new FrontMatter
        {
            Symbol = _symbol,
            Title = _source.Stated.Title ?? _title ?? (_draft && _onlyFront ? Proposed() : null) ?? Title(),
            Organ = _organ,
            Kind = Kind(clauses),
            Date = _source.Stated.Date ?? _adopted ?? _dated,
            Session = _session ?? VolumeSession(),
            Meeting = _meeting,
            AgendaItem = _item,
            Sponsors = _sponsors,
            CommitteeReport = _report,
            Vote = _vote,
            Language = _language is null || _all > 0 && _foreign * 2 > _all ? Unknown : _language.Code,
        };
    }

    /// <summary>"78/157. Ensuring ...": the number of a resolution and its title.</summary>
    private void ReadHeading(int p, string text)
    {
        var (heading, rest) = NumberedHeading.Read(text, _organ);
        if (heading is null && _front[p].LineCount > 1 && LinesOf(_front[p]).FirstOrDefault() is { Length: >= ShortestNumber } first)
        {
            // the number on a line of its own, the title below
            (heading, _) = NumberedHeading.Read(first, _organ);
            if (heading is not null) rest = text[Math.Min(first.Length, text.Length)..].Trim();
        }
        if (heading is null && LinesOf(_front[p]).Take(LinesOfName).Skip(1).FirstOrDefault(IsNumberOfOrgan) is { } number)
            (heading, rest) = NumberedHeading.Read(number, _organ); // the body's name on the line above, the date below
        _symbol ??= heading;
        if (heading is null) return;
        _byRunningNumber |= _symbol == heading && !text.Contains('(', StringComparison.Ordinal);
        _numbered = p;
        if (rest.Length > 0 && !IsDate(rest)) _title ??= rest;
    }

    private bool IsNumberOfOrgan(string line) => FrontMatterLine.IsNumber(line, _organ);

    private void ReadLine(int p, string line)
    {
        if (FrontMatterLine.Statement(line, _organ) is { } statement)
        {
            _symbol ??= statement.Symbol;
            if (statement.Title.Length > 0) _title ??= statement.Title;
            _numbered = p;
        }
        if (FrontMatterLine.Symbol(line) is { } printed)
        {
            _symbol ??= FrontMatterLine.Canonical(printed);
            _numbered = p;
        }
        if (_session is null && FrontMatterLine.IsSession(line)) _session = line[(line.LastIndexOfAny(['—', '–', '\t']) + 1)..].Trim();
        if (_item is null && FrontMatterLine.IsAgendaItem(line)) _item = line.TrimEnd('*', ' ');
        _dated ??= Months.Date(line, out var length) is { } date && length >= line.Length - 1 ? date : null;
    }

    /// <summary>"Albania, Andorra ...: draft resolution": who sponsors or submits a draft.</summary>
    private void ReadDraft(string text)
    {
        var colon = text.LastIndexOf(": ", StringComparison.Ordinal);
        var sponsors = colon > 0 && text[colon..].Contains("draft ", StringComparison.OrdinalIgnoreCase)
            ? text[..colon].TrimEnd('*')
            : FrontMatterLine.Submitter(text);
        _sponsors ??= sponsors;
        _draft |= sponsors is not null || DraftOpenings.Opens(text);
    }

    /// <summary>"Resolution adopted by the General Assembly on 18 December 2019", "At the 8262nd meeting of
    /// the Security Council ...".</summary>
    private void ReadAdoption(string text)
    {
        if (AdoptionOpenings.Opens(text) || text.Contains("Resolution of ", StringComparison.Ordinal)
            || text.StartsWith("Resolution ", StringComparison.Ordinal))
        {
            _adopted ??= AnyDate(text);
            _meeting ??= FrontMatterLine.Meeting(text);
        }
        if (text.StartsWith("At the ", StringComparison.Ordinal) && text.Contains(" meeting of the ", StringComparison.Ordinal))
        {
            _adopted ??= AnyDate(text);
            _meeting ??= FrontMatterLine.Meeting(text);
            _title ??= FrontMatterLine.Considered(text);
        }
    }

    /// <summary>The meeting, the day, the vote, and in some volumes the number.</summary>
    private void ReadClosing(Paragraph paragraph)
    {
        var text = paragraph.Text.Text;
        _meeting ??= FrontMatterLine.Meeting(text);
        _adopted ??= AnyDate(text);
        if (_vote is null && ClosingLine.IsVote(text)) _vote = text[Math.Max(0, text.IndexOf("[Adopted", StringComparison.Ordinal))..];
        if (_symbol is not null || paragraph.LineCount > LinesOfClosingHeading) return;
        if (NumberedHeading.Read(text, _organ) is not { Symbol: { } next, Title: var named }) return;
        _symbol = next;
        if (named.Length > 0) _title ??= named;
    }

    /// <summary>Sets the symbol and the organ that the fields agree on.</summary>
    private void Identify()
    {
        if (_byRunningNumber && ContradictsDate(_symbol, _adopted ?? _dated)) _symbol = null;
        if (_source.Stated.Symbol is { } stated) _symbol = FrontMatterLine.Canonical(stated) ?? stated.Trim();
        if (_symbol is not null && _enacting.IsNone && _front.Exists(p => IsDecisionOf(p.Text.Text)))
            _symbol = _symbol.Replace("A/RES/", "A/DEC/", StringComparison.Ordinal).Replace("E/RES/", "E/DEC/", StringComparison.Ordinal);
        // a resolution is of the body whose symbol it has, whatever body the text says speaks
        if (DocumentSymbol.TryParse(_symbol, null, out var identity)
            && (_organ.IsNone || identity.Act is { } act && act.Body != _organ.Body))
            _organ = identity.Organ;
    }

    /// <summary>"At its 45th plenary meeting, ... the Council decided": the sentence with which a decision begins.</summary>
    private static bool IsDecisionOf(string text) =>
        text.StartsWith("At its ", StringComparison.Ordinal) && text.Contains("meeting", StringComparison.Ordinal);

    /// <summary>Whether a symbol that took its year from a running number is of another year than the printed date.</summary>
    private static bool ContradictsDate(string? symbol, DateOnly? printed) =>
        printed is { } day && DocumentSymbol.TryParse(symbol, null, out var read)
            && read.Act is { Number: { Shape: ActShape.Year } number } && number.SessionValue != day.Year;

    private DocumentKind Kind(List<ClauseDraft> clauses)
    {
        if (_symbol is not null && DocumentKinds.OfSymbol(_symbol) is { } kind) return kind;
        var opening = string.Join(' ', _front.Take(KindParagraphs).Select(p => p.Text.Text[..Math.Min(p.Text.Text.Length, KindReach)]));
        if (StatementHeadings.OccursIn(opening)) return DocumentKind.Statement;
        if (_draft
            || opening.Contains("draft resolution", StringComparison.OrdinalIgnoreCase)
                && opening.Contains("Distr", StringComparison.Ordinal))
            return DocumentKind.Draft;
        if (clauses.Exists(c => c.Kind == ClauseKind.Operative) && clauses.Exists(c => c.Kind == ClauseKind.Preambular))
            return DocumentKind.Resolution;
        return opening.Contains("Report of", StringComparison.Ordinal) ? DocumentKind.Report : DocumentKind.Document;
    }

    /// <summary>"38	General Assembly—Thirtieth Session": the session that a bound volume prints over its first page.</summary>
    private string? VolumeSession()
    {
        var text = _source.Text.AsSpan(0, Math.Min(_source.Text.Length, VolumeReach));
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
            if (text.Length > LongestSponsors || !NamesSponsors(text)) continue;
            var next = _front[i + 1].Text.Text;
            return next.Length is > ShortestTitle and < LongestTitle && Endings.Of(next) == Ending.Open ? next.Trim('*', ' ') : null;
        }
        return null;
    }

    private static bool NamesSponsors(string text) =>
        text.Contains(": draft ", StringComparison.OrdinalIgnoreCase) || text.Contains(": amendment", StringComparison.OrdinalIgnoreCase)
            || FrontMatterLine.Submitter(text) is not null;

    /// <summary>The last paragraph before the enacting line that is none of the fields above.</summary>
    private string? Title()
    {
        if (_enacting.IsNone && _onlyFront) return null;
        for (var i = _front.Count - 1; i > _numbered && i >= _front.Count - TitleReach; i--)
        {
            var text = _front[i].Text.Text;
            if (text.Length is < ShortestTitle or > LongestTitle || text[0] is '[' or '(' || text[^1] is ':' or ';' or ',') continue;
            // a paragraph of the preamble before a misread enacting line
            if (_front[i].Head is { Known: true, Kind: HeadKind.Preambular }) continue;
            if (!IsOtherField(text) && !IsAboutResolution(text)) return text.Trim('*', ' ');
        }
        return null;
    }

    /// <summary>Whether a paragraph is the organ, the session, the item of the agenda, the symbol, the day or a closing line.</summary>
    private bool IsOtherField(string text)
    {
        if (ClosingLine.Is(text) || !PrintedOrgan.In(text).IsNone || LineShapes.IsSymbol(text)) return true;
        if (FrontMatterLine.IsSession(text) || FrontMatterLine.IsAgendaItem(text)) return true;
        return text.Length < LongestDateInWords && AnyDate(text) is not null;
    }

    /// <summary>Whether a paragraph says what the document is, in which language, or which number it has.</summary>
    private bool IsAboutResolution(string text) =>
        TitleStops.Opens(text) || TitleMarks.OccursIn(text) || text.Contains("draft resolution", StringComparison.OrdinalIgnoreCase)
            || NumberedHeading.Read(text, _enacting).Symbol is not null;

    /// <summary>A date and a word or two around it: "Of 19 February 1980".</summary>
    private bool IsDate(string text) => text.Length < LongestDate && AnyDate(text) is not null;

    /// <summary>The language of a text in none that is known.</summary>
    private const string Unknown = "other";

    private IEnumerable<string> LinesOf(Paragraph paragraph)
    {
        for (var i = 0; i < paragraph.Pieces.Count && i < Reach; i++)
        {
            var piece = paragraph.Pieces[i];
            if (piece.Length <= LongestLine)
                yield return _source.Text.Substring(piece.Start, piece.Length).Replace('\u00A0', ' ').Trim('*', '_', '#', ' ');
        }
    }

    /// <summary>The first date in a text.</summary>
    private DateOnly? AnyDate(string text)
    {
        var limit = Math.Min(text.Length, DateReach);
        if (_language is { IsEnglish: false }) return _language.Dates.FirstIn(text.AsSpan(0, limit));
        for (var i = 0; i < limit; i++)
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1]))
                && Months.Date(text.AsSpan(i, limit - i), out _) is { } date)
                return date;
        return null;
    }
}
