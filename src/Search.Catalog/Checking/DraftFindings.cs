using System.Collections.Immutable;
using System.Globalization;
using Search.Catalog.Building;
using Search.Catalog.Querying;
using Search.Citations;
using Search.Citations.Facts;
using Search.Resolutions;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Catalog.Checking;

/// <summary>One check of one text: every citation is held against what is known of its work.</summary>
internal sealed class DraftFindings
{
    private readonly PastedText _text;
    private readonly CheckSources _sources;
    private readonly DateOnly _today;
    private readonly ActsOfText _acts;
    private readonly KnownWorks _known;
    private readonly QuotedTexts _quoted;
    private readonly List<CheckFinding> _findings = [];
    private readonly UncheckedParts _unchecked = new();

    public DraftFindings(PastedText text, CheckSources sources, DateOnly today)
    {
        (_text, _sources, _today) = (text, sources, today);
        _acts = new(text);
        _known = new(sources.Db, sources.Authorities, sources.HasFacts, Works());
        _quoted = new(sources.Db, sources.Documents);
    }

    /// <summary>The last day that counts: a text that has a date of its own is checked as of that day.</summary>
    private string Until =>
        (_text.Document.Front.Date is { } own && own < _today ? own : _today).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public CheckedDraft Check()
    {
        for (var i = 0; i < _text.Citations.Length; i++) CheckCitation(i, _text.Citations[i]);
        Quotations();
        new Introductions(_text, _known, Add).Check();
        Footnotes();
        Changes();
        Newer();
        if (_text.Document.Front.Language != "en")
            _unchecked.Add("language",
                $"The text is in the language '{_text.Document.Front.Language}': dates, titles and quotations are checked in English texts only.");
        var style = new SuggestedForms(_known);
        return new(
            _text.Document.Source.Text,
            [.. _findings.OrderBy(f => f.Start).ThenBy(f => f.End)],
            [.. _text.Citations.Select(c => Describe(c, style))],
            _unchecked.All);
    }

    private IEnumerable<WorkId> Works()
    {
        foreach (var citation in _text.Citations)
        {
            if (citation.Link is Link.Linked linked)
            {
                yield return linked.Target;
                yield return linked.Node;
            }
            else if (ActsOfText.Usual(citation) is { } usual)
            {
                yield return usual;
            }
            if (citation.Conflict is { } conflict) yield return conflict.Act;
        }
    }

    private CheckedCitation Describe(Citation citation, SuggestedForms style)
    {
        var linked = citation.Link as Link.Linked;
        var work = linked is null || linked.Node == WorkId.Self ? null : linked.Node as WorkId?;
        var known = work is { } id ? _known.Find(id) : null;
        var standing = linked is null ? "none" : work is null ? "here" : known?.Standing ?? "new";
        return new()
        {
            Text = citation.Text,
            Start = citation.Span.Start,
            End = citation.Span.End,
            Clause = _text.Clause(citation),
            Footnote = _text.Note(citation),
            Status = citation.Link.Status(),
            Standing = standing,
            Work = work is { } name ? known?.Name ?? Unknown(name) : null,
            Pinpoint = citation.Pinpoint,
            Suggestion = style.For(citation),
            Evidence = citation.Link.Reason() ?? citation.Evidence,
        };
    }

    // A work that the snapshot does not know still has an id, a slug and a title.
    private static WorkName Unknown(WorkId id) => new(id.Slug, id.Value, id.Name);

    private void CheckCitation(int index, Citation citation)
    {
        if (Impossible(index, citation)) return;
        if (citation.Link is Link.Linked { Target: var target } linked && target != WorkId.Self)
        {
            if (_known.Find(target) is { } known)
            {
                if (!IsBack(citation)) Claims(index, citation, known);
                Provision(index, citation, linked);
            }
            else
            {
                _unchecked.Add("unknown-work",
                    "Nothing here names these works: whether they exist, their dates and their titles were not checked.");
            }
        }
        else if (citation.Link is Link.Ambiguous or Link.Unknown && citation.Conflict is null)
        {
            _unchecked.Add("unlinked", "It is not certain which works these citations mean, so nothing about them was checked.");
        }
    }

    private static bool IsBack(Citation citation) =>
        citation.Form is CitationForm.Ibid or CitationForm.Demonstrative or CitationForm.Definite or CitationForm.Self;

    /// <summary>Whether the number, the session or the day printed cannot be one of the body's.</summary>
    private bool Impossible(int index, Citation citation)
    {
        if (citation.Conflict is { } conflict)
        {
            if (!IsTabulated(conflict.Body)) return false;
            if (!conflict.Body.MayHaveMetBy(conflict.Number, _today))
                return Add(index, citation, FindingKind.Impossible, CheckMessages.NotYet(conflict.Body, conflict.Number));
            var isHere = _known.Find(conflict.Act)?.Document is not null;
            if (conflict.Kind == ActConflictKind.Date
                && (isHere || ActsOfText.MayExist(conflict.Body, conflict.Number, conflict.IsDecision)))
                return DateOutside(index, citation, conflict);
            return !isHere && Add(index, citation, FindingKind.Impossible, CheckMessages.Impossible(conflict));
        }
        if (ActsOfText.ActOf(citation) is not var (body, number, isDecision)) return Unread(index, citation);
        if (_known.Find(new(body.Symbol(number, isDecision, null)))?.Document is not null || !IsTabulated(body)) return false;
        if (!body.MayHaveMetBy(number, _today)) return Add(index, citation, FindingKind.Impossible, CheckMessages.NotYet(body, number));
        if (citation.Link is Link.Linked || ActsOfText.MayExist(body, number, isDecision)) return false;
        return Add(index, citation, FindingKind.Impossible,
            CheckMessages.Impossible(new(ActConflictKind.Number, default, body, number, isDecision, (citation.Link as Link.Unknown)?.Reason
                ?? "")));
    }

    // What is not tabulated may be anything.
    private static bool IsTabulated(Body body) => body.Sessions.All.Count > 0 && !body.Numbers.AllowsAny;

    /// <summary>A number whose body is not certain: one that none of the bodies that the text speaks of can have, or one that is usually
    /// meant, under another date.</summary>
    private bool Unread(int index, Citation citation)
    {
        if (citation.Link is Link.Linked or Link.Collective || ActsOfText.NumberOf(citation) is not var (number, isDecision)) return false;
        if (citation.Note is null && !_acts.MayExist(citation, number, isDecision, _today))
            return Add(index, citation, FindingKind.Impossible, CheckMessages.NoBody(number));
        var (text, claims) = Printed(citation);
        if (text is null || claims?.Date is not { } printed || ActsOfText.Usual(citation) is not { } usual
            || _known.Find(usual) is not { Date: { } date } known || known.IsDatedBy(printed))
            return false;
        return Add(index, citation, FindingKind.DateDiffers, CheckMessages.UsualDate(known.Id, printed, date.Value),
            text.ToSource(claims.DateSpan), date.Value, date.Evidence, known.Name);
    }

    private bool DateOutside(int index, Citation citation, ActConflict conflict)
    {
        var (text, claims) = Printed(citation);
        var printed = claims?.Date;
        var known = _known.Find(conflict.Act)?.Date;
        var span = claims is { Date: not null } && text is not null ? text.ToSource(claims.DateSpan) : citation.Span;
        return Add(index, citation, FindingKind.DateDiffers, known is null || printed is null
            ? CheckMessages.DateOutside(conflict, printed)
            : CheckMessages.DateDiffers(printed.Value, known.Value), span, known?.Value, known?.Evidence, _known.Find(conflict.Act)?.Name);
    }

    /// <summary>The date and the title that follow a citation.</summary>
    private void Claims(int index, Citation citation, KnownWork known)
    {
        var (text, claims) = Printed(citation);
        if (text is null || claims is null) return;
        // "the amendments to the Statute, adopted on 10 June 2010": the day may be that of something else
        var isNamed = citation.Form == CitationForm.Named;
        if (claims.Date is { } printed
            && (!isNamed || text.Text.AsSpan(0, claims.DateSpan.Start).EndsWith("of ", StringComparison.Ordinal)))
        {
            if (known.Date is not { } date)
                _unchecked.Add("no-date",
                    "The day on which these works were adopted is not known here, so the dates printed were not checked.");
            else if (!known.IsDatedBy(printed))
                Add(index, citation, FindingKind.DateDiffers, CheckMessages.DateDiffers(printed, date.Value),
                    text.ToSource(claims.DateSpan), date.Value, date.Evidence, known.Name);
        }
        if (claims.Title is { } title && !isNamed && citation.Pinpoint.Length == 0 && !claims.TitleSpan.IsEmpty)
        {
            if (known.Title is not { } own)
                _unchecked.Add("no-title", "The titles of these works are not known here, so those printed were not checked.");
            else if (!known.IsCalled(title))
                Add(index, citation, FindingKind.TitleDiffers, CheckMessages.TitleDiffers(own.Value), text.ToSource(claims.TitleSpan),
                    own.Value, own.Evidence, known.Name);
        }
    }

    private (MappedText? Text, PrintedClaims? Claims) Printed(Citation citation) =>
        _text.TextOf(citation) is { } text && citation.Local.End <= text.Length
            ? (text, PrintedClaims.After(text.Text, citation.Local.End))
            : (null, null);

    /// <summary>A paragraph or article beyond the last.</summary>
    private void Provision(int index, Citation citation, Link.Linked linked)
    {
        if (citation.Pinpoint.Length == 0 || _known.Find(linked.Node) is not { } known) return;
        var within = linked.Instrument is null || linked.Instrument == linked.Target
            ? Pinpoint.Of(citation.Pinpoint)
            : Pinpoint.Of(citation.Pinpoint).Within;
        var part = citation.PinpointSpan.IsEmpty ? (TextSpan?)null : citation.PinpointSpan;
        foreach (var provision in within.Provisions)
        {
            if (NumberOf(provision, "art. ") is { } article && known.Listed?.Articles is { } articles && article > articles)
                Add(index, citation, FindingKind.NoSuchProvision, CheckMessages.NoSuchArticle(known.Name.Title, articles), part,
                    work: known.Name);
            if (NumberOf(provision, "para. ") is not { } paragraph || !known.IsDocument || known.Kind is not ("resolution" or "decision"))
                continue;
            if (LastParagraph(known.Document!.Value) is { } last && paragraph > last)
                Add(index, citation, FindingKind.NoSuchProvision, CheckMessages.NoSuchParagraph(known.Name.Canonical, last), part,
                    work: known.Name);
        }
        if (known.Document is null)
            _unchecked.Add("no-text", "The texts of these works are not here, so the paragraphs and articles named were not checked.");
    }

    private static int? NumberOf(string provision, string unit) =>
        provision.StartsWith(unit, StringComparison.Ordinal)
            && int.TryParse(provision.AsSpan(unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <summary>The number of the last operative paragraph; null where paragraphs are not numbered through, or an
    /// annex has some of its own.</summary>
    private int? LastParagraph(int document)
    {
        if (_quoted.Of(document) is not { } text || text.Exists(c => c.Kind == "annex")) return null;
        var numbers = new SortedSet<int>();
        foreach (var clause in text.Where(c => c.Kind == "operative" && c.Label.StartsWith("OP", StringComparison.Ordinal)))
        {
            var end = 2;
            while (end < clause.Label.Length && char.IsAsciiDigit(clause.Label[end])) end++;
            if (int.TryParse(clause.Label.AsSpan(2, end - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var n)) numbers.Add(n);
        }
        return numbers.Count > 1 && numbers.Min == 1 && numbers.Max == numbers.Count ? numbers.Max : null;
    }

    /// <summary>Words in quotation marks beside the citation of a text that is here.</summary>
    private void Quotations()
    {
        for (var first = 0; first < _text.Citations.Length;)
        {
            var next = first;
            while (next < _text.Citations.Length
                && (_text.Citations[next].Clause,
                    _text.Citations[next].Note) == (_text.Citations[first].Clause, _text.Citations[first].Note))
                next++;
            if (_text.TextOf(_text.Citations[first]) is { } text)
            {
                var inClause = Enumerable.Range(first, next - first).Where(i => _text.Citations[i].Link is Link.Linked).ToList();
                foreach (var quotation in Quotation.In(text.Text, [.. inClause.Select(i => _text.Citations[i].Local)]))
                    CheckQuotation(inClause[quotation.Citation], text, quotation.Span);
            }
            first = next;
        }
    }

    private void CheckQuotation(int index, MappedText text, TextSpan span)
    {
        var citation = _text.Citations[index];
        var linked = (Link.Linked)citation.Link;
        if (_known.Find(linked.Node) is not { Document: { } document, DocumentSlug: { } slug } known || _quoted.IsSpent
            || _quoted.Of(document) is not { } whole)
        {
            _unchecked.Add("no-quoted-text", "The texts that these words are quoted from are not here, so the words were not compared.");
            return;
        }
        var pieces = FoldedWords.Pieces(span.In(text.Text));
        var place = known.IsDocument ? "" : _sources.Works.Place(known.Name.Id)?.Place;
        var pinpoint = linked.Instrument is null || linked.Instrument == linked.Target
            ? citation.Pinpoint
            : Pinpoint.Of(citation.Pinpoint).Within.ToString();
        var provision = pinpoint.Length == 0 || place is null ? null : _quoted.Provision(slug, place, pinpoint);
        if (_quoted.Find(provision ?? whole, pieces) >= 0) return;
        var work = known.IsDocument ? known.Name.Canonical : known.Name.Title;
        var elsewhere = provision is null ? -1 : _quoted.Find(whole, pieces);
        var shown = elsewhere >= 0 ? whole[elsewhere] : QuotedTexts.Nearest(provision ?? whole, pieces);
        var message = elsewhere >= 0 ? CheckMessages.Elsewhere(work, pinpoint, whole[elsewhere].Label)
            : provision is null ? CheckMessages.NotThere(work)
            : CheckMessages.NotInProvision(work, pinpoint);
        Add(index, citation, FindingKind.QuoteDiffers, message, text.ToSource(span), work: known.Name,
            source: shown is null ? null : new(known.Name, $"{slug}/{shown.Slug}", shown.Text));
    }

    /// <summary>Marks without a note; several in a text without any note are one finding.</summary>
    private void Footnotes()
    {
        var anchored = _text.Document.Notes.SelectMany(n => n.Anchors).Select(a => (a.Clause, a.Mark)).ToHashSet();
        var missing = new List<(NoteMark Mark, int Clause)>();
        for (var i = 0; i < _text.Document.Clauses.Length; i++)
            for (var m = 0; m < _text.Document.Clauses[i].Marks.Length; m++)
                if (!anchored.Contains((i, m)) && char.IsAsciiDigit(_text.Document.Clauses[i].Marks[m].Mark[0]))
                    missing.Add((_text.Document.Clauses[i].Marks[m], i));
        var together = _text.Document.Notes.IsEmpty && missing.Count > 1;
        foreach (var (mark, clause) in missing.Take(together ? 1 : missing.Count))
            _findings.Add(new()
            {
                Kind = FindingKind.NoteMissing,
                Message = CheckMessages.NoteMissing(mark.Mark, together ? missing.Count - 1 : 0),
                Text = mark.Span.In(_text.Document.Source.Text).ToString(),
                Start = mark.Span.Start,
                End = mark.Span.End,
                Clause = _text.IsProse ? null : _text.Document.Clauses[clause].Label.ToString(),
            });
    }

    /// <summary>What later texts end, replace or amend: said once a work, at its first citation.</summary>
    private void Changes()
    {
        var first = FirstCitations();
        var asOf = Until;
        foreach (var slug in _sources.Works.ChangedAmong(first.Keys.Select(k => k.Number), asOf))
        {
            var (known, index) = first.Single(f => f.Key.Name.Id == slug) is var found ? (found.Key, found.Value) : default;
            var status = WorkStatuses.Of(_sources.Works.Reaching(slug, WorkStatuses.Query(asOf)), asOf);
            var changes = (ImmutableArray<(string Kind, IReadOnlyList<StatusChange> Changes)>)
                [(FindingKind.Terminated, status.Terminated), (FindingKind.Superseded, status.Superseded),
                    (FindingKind.Amended, status.Amended)];
            foreach (var (kind, list) in changes)
                if (list is [var newest, ..] && newest.Edge.Source.Canonical != _text.Document.Front.Symbol)
                    Add(index, _text.Citations[index], kind, CheckMessages.Changed(kind, newest.Edge),
                        expected: newest.Edge.Source.Canonical, evidence: newest.Edge.Evidence, work: known.Name,
                        source: new(newest.Edge.Document, newest.Edge.Clause, newest.Edge.Quote));
        }
    }

    /// <summary>A later act of the same body and title that the text does not cite.</summary>
    private void Newer()
    {
        var cited = _text.Citations.Select(c => c.Link).OfType<Link.Linked>().Select(l => l.Target.Value).ToHashSet();
        foreach (var (known, index) in FirstCitations())
        {
            if (known is not
                {
                    IsDocument: true, DocumentTitle: { Length: > 0 } title, Organ: { } organ,
                    DocumentDate: { Length: 10 } date
                })
                continue;
            if (_sources.Series.Newest(organ, title, date, Until) is not { } newer || cited.Contains(newer.Work.Canonical)
                || newer.Work.Canonical == _text.Document.Front.Symbol)
                continue;
            Add(index, _text.Citations[index], FindingKind.NewerExists, CheckMessages.Newer(newer.Work.Canonical, newer.Date),
                expected: newer.Work.Canonical, work: known.Name);
        }
    }

    private Dictionary<KnownWork, int> FirstCitations()
    {
        var first = new Dictionary<KnownWork, int>();
        for (var i = 0; i < _text.Citations.Length; i++)
            if (_text.Citations[i].Link is Link.Linked linked && _known.Find(linked.Node) is { } known) first.TryAdd(known, i);
        return first;
    }

    private bool Add(
        int index, Citation citation, string kind, string message, TextSpan? span = null, string? expected = null, string? evidence = null,
        WorkName? work = null, CheckSource? source = null)
    {
        var at = span ?? citation.Span;
        _findings.Add(new()
        {
            Kind = kind,
            Message = message,
            Text = span is null ? citation.Text : at.In(_text.Document.Source.Text).ToString(),
            Start = at.Start,
            End = at.End,
            Citation = index,
            Clause = _text.Clause(citation),
            Work = work,
            Expected = expected,
            Evidence = evidence,
            Source = source,
        });
        return true;
    }
}

/// <summary>What was not checked, counted by reason.</summary>
internal sealed class UncheckedParts
{
    private readonly Dictionary<string, (string Message, int Count)> _parts = [];

    public IReadOnlyList<UncheckedPart> All => [.. _parts.Select(p => new UncheckedPart(p.Key, p.Value.Message, p.Value.Count))];

    public void Add(string code, string message) => _parts[code] = (message, _parts.GetValueOrDefault(code).Count + 1);
}
