using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Parsing;

/// <summary>Walks the paragraphs of a document and says of each what it is: front matter, preamble,
/// operative part, closing, annex.</summary>
internal sealed partial class Structure
{
    /// <summary>Characters of the longest line of front matter that ends in a comma and is no preamble.</summary>
    private const int ShortestPreambular = 30;

    private readonly string _text;
    private readonly List<Paragraph> _paragraphs;
    private readonly List<Diagnostic> _diagnostics;
    private readonly Language _language;
    private readonly ItemLevels _items = new();
    private Phase _phase = Phase.Front;
    private int _preambular;
    private int _operative;
    private bool _numbered;
    private int _foreign;
    private readonly PartSigns _parts = new();
    private bool _draft;
    private (int Operative, bool Numbered, bool Draft)? _outer;
    private bool? _enacts;
    private bool _statement;
    private bool _quoted;
    private bool _inQuote;
    private bool _annexed;
    private bool _bracketed; // operative paragraphs have their numbers in brackets
    private int _listEnd;
    private ClauseLabel? _owner;
    private ClauseKind _ownerKind;

    private enum Phase : byte
    {
        Front,
        Preamble,
        Operative,
        Closing,
        Annex,
    }

    private Structure(string text, List<Paragraph> paragraphs, List<Diagnostic> diagnostics, Language language) =>
        (_text, _paragraphs, _diagnostics, _language, Clauses) = (text, paragraphs, diagnostics, language, new(paragraphs.Count));

    private List<ClauseDraft> Clauses { get; }

    private List<Paragraph> Enacting { get; } = [];

    /// <summary>The clauses of a document in reading order, its enacting lines, and the number of paragraphs in another
    /// language than the document's.</summary>
    public static (List<ClauseDraft> Clauses, List<Paragraph> Enacting,
        int Foreign) Of(string text, List<Paragraph> paragraphs, List<Diagnostic> diagnostics, Language language)
    {
        var structure = new Structure(text, paragraphs, diagnostics, language);
        for (var i = 0; i < paragraphs.Count; i++) structure.Place(i);
        Scopes.Apply(structure.Clauses);
        Provisions.Apply(structure.Clauses);
        return (structure.Clauses, structure.Enacting, structure._foreign);
    }

    private void Place(int i)
    {
        var paragraph = _paragraphs[i];
        var text = paragraph.Text.Text;
        var style = paragraph.Number.Style;
        if (style == EnumeratorStyle.None && OpensResolution(i, text))
        {
            Open(paragraph);
            return;
        }
        if (paragraph.Stated is null && Foreign(i, text) is { } foreign)
        {
            paragraph.Language = foreign;
            _foreign++;
            var last = _diagnostics.Count > 0 ? _diagnostics[^1] : null;
            if (last?.Code == "foreign-language") _diagnostics[^1] = last with { Span = new(last.Span.Start, paragraph.End) };
            else _diagnostics.Add(
                new("foreign-language", $"A passage in another language than {_language.Name} was set aside and not parsed.",
                    new(paragraph.Start, paragraph.End)));
            Other(paragraph);
            return;
        }
        if (paragraph.Stated is { } part && _phase != Phase.Annex)
        {
            PlaceAsStated(paragraph, part);
            return;
        }
        switch (_phase)
        {
            case Phase.Front:
                BeforeBody(i, paragraph, text);
                break;
            case Phase.Preamble or Phase.Operative:
                InBody(i, paragraph, text);
                break;
            case Phase.Closing:
                AfterBody(i, paragraph, text);
                break;
            default:
                InAnnex(i, paragraph);
                break;
        }
    }

    /// <summary>Whether a paragraph is an enacting line of the document's language; in an annex, not the opening of a treaty.</summary>
    private bool OpensResolution(int i, string text) =>
        Openings.IsEnacting(_paragraphs, i, _phase == Phase.Operative) && EnactingLine.LanguageOf(text) == _language
            && !(_phase == Phase.Annex && EnactingLine.IsTreaty(text));

    /// <summary>The language of a paragraph that is in another than the document: by its words, or an
    /// enacting line of that language.</summary>
    private Language? Foreign(int i, string text) =>
        LanguageFinder.OfForeign(text, _language) is { } foreign ? foreign
            : EnactingLine.Match(text) > 0 && Openings.IsEnacting(_paragraphs, i, operative: false)
                && EnactingLine.LanguageOf(text) is var spoken && spoken != _language ? spoken : null;

    /// <summary>
    /// Front matter, until something opens the body: a paragraph of the preamble where the enacting line is lost, a statement's lead-in,
    /// or, in a document without any enacting line (a report, a declaration), paragraph 1.
    /// </summary>
    private void BeforeBody(int i, Paragraph paragraph, string text)
    {
        var style = paragraph.Number.Style;
        if (style == EnumeratorStyle.None && text.Length > ShortestPreambular && text.EndsWith(',') | text.EndsWith(';')
            && paragraph.Head is { Known: true, Kind: HeadKind.Preambular })
        {
            _phase = Phase.Preamble;
            InBody(i, paragraph, text);
            return;
        }
        if (style == EnumeratorStyle.Number && paragraph.Number.Value(_text) == 1 && !(_enacts ??= Openings.FollowSoon(_paragraphs, i)))
        {
            _phase = Phase.Operative;
            InBody(i, paragraph, text);
            return;
        }
        if (style == EnumeratorStyle.None && text.Length < LongestPartSign && IsPart(paragraph, text))
        {
            Part(paragraph, text.Trim(' ', '.', '*', '#', '_'));
            return;
        }
        if (style == EnumeratorStyle.None && EnactingLine.Resolves(text))
        {
            Verb(paragraph);
            return;
        }
        Other(paragraph);
        if (style != EnumeratorStyle.None || !text.EndsWith(':') || !text.Contains("the following statement", StringComparison.Ordinal))
            return;
        _phase = Phase.Preamble;
        _statement = true;
    }

    private void Open(Paragraph paragraph)
    {
        if (Enacting.Count > 0 && Openings.IsDraft(paragraph, Clauses, _phase == Phase.Annex))
        {
            _outer = _draft ? _outer : (_operative, _numbered, _draft);
            _draft = true;
        }
        else if (!paragraph.Quoted)
        {
            (_draft, _outer) = (false, null);
        }
        Enacting.Add(paragraph);
        _annexed = _phase == Phase.Annex;
        _quoted = paragraph.Quoted;
        // a preamble of "Whereas ..." precedes the first enacting line
        if (Enacting.Count > 1 || _phase != Phase.Preamble) _preambular = 0;
        _phase = Phase.Preamble;
        (_operative, _numbered) = (0, false);
        _owner = null;
        _items.Clear();
    }

    /// <summary>Whether the number continues the outer text after a draft whose quotation has ended.</summary>
    private bool EndsDraft(Paragraph paragraph, int value) =>
        _quoted && _outer is { } outer && value == outer.Operative + 1 && QuotationHasEnded(paragraph);

    private bool QuotationHasEnded(Paragraph next) =>
        !next.Quoted && Clauses.Count > 0 && _text[Clauses[^1].Paragraph.End - 1] is '”' or '"';

    private void AfterBody(int i, Paragraph paragraph, string text)
    {
        if (paragraph.Number.Style == EnumeratorStyle.None)
        {
            if (AnnexHeading.Is(text))
            {
                _phase = Phase.Annex;
                Other(paragraph);
            }
            else if (IsPart(paragraph, text)) Part(paragraph, text.Trim(' ', '.', '*', '#', '_'));
            else if (EnactingLine.Resolves(text))
            {
                (_operative, _numbered) = (0, false);
                Verb(paragraph);
            }
            else Other(paragraph);
            return;
        }
        if (paragraph.Number.Style == EnumeratorStyle.Capital && IsPart(paragraph, text))
        {
            Part(paragraph, paragraph.Number.Token(_text).ToUpperInvariant());
            return;
        }
        if (paragraph.Number.Style == EnumeratorStyle.Number && paragraph.Number.Value(_text) == _operative + 1
            && paragraph.Head.Kind == HeadKind.Operative)
        {
            _phase = Phase.Operative;
            Numbered(paragraph);
            return;
        }
        Other(paragraph);
    }

    private void InAnnex(int i, Paragraph paragraph)
    {
        if (paragraph.Number.Style == EnumeratorStyle.None && Openings.HeadsNext(_paragraphs, i))
        {
            _phase = Phase.Closing;
            Other(paragraph);
            return;
        }
        if (paragraph.Number.Style == EnumeratorStyle.None && _parts.Continues(paragraph.Text.Text) && IsBeforeEnactingLine(i))
        {
            // part B after the annex of part A
            _phase = Phase.Closing;
            Part(paragraph, paragraph.Text.Text);
            return;
        }
        Add(paragraph, ClauseKind.Annex, ClauseLabel.Annex, null, paragraph.Number.Style == EnumeratorStyle.None
            ? null
            : Printed(paragraph.Number));
    }

    private bool IsBeforeEnactingLine(int i) =>
        i + 1 < _paragraphs.Count && !_paragraphs[i + 1].Quoted && Openings.IsEnacting(_paragraphs, i + 1, operative: false);

    private void Other(Paragraph paragraph, ClauseLabel? label = null)
    {
        var kind = _phase == Phase.Annex ? ClauseKind.Annex : ClauseKind.Other;
        var where = label ?? _phase switch
        {
            Phase.Front => ClauseLabel.Front,
            Phase.Annex => ClauseLabel.Annex,
            _ => ClauseLabel.Back,
        };
        Add(paragraph, kind, where, null, paragraph.Number.Style == EnumeratorStyle.None ? null : Printed(paragraph.Number));
    }

    private void Add(Paragraph paragraph, ClauseKind kind, ClauseLabel label, ClauseLabel? parent, string? number, bool continues =
        false) =>
        Clauses.Add(new ClauseDraft
        {
            Paragraph = paragraph,
            Continues = continues,
            Kind = kind,
            Label = label,
            Parent = parent,
            Number = number,
            IsDraft = _draft
        });

    private void Report(string code, string message, Paragraph paragraph) =>
        _diagnostics.Add(new(code, message, new(paragraph.Start, paragraph.End)));

    private string Printed(Enumerator number) => RepeatedStrings.Of(_text.AsSpan(number.Start..number.End));

    private static ClauseLabel Under(ClauseLabel label, List<string> path, int count)
    {
        for (var i = 0; i < count; i++) label = label.Item(path[i]);
        return label;
    }
}
