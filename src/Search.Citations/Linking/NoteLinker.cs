using Search.Citations.Recognition;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Linking;

/// <summary>
/// Links footnotes: a note's numbers and symbols by themselves, "Ibid." by the note before it, and everything by what is at the
/// note's mark in the text.
/// </summary>
internal sealed class NoteLinker
{
    /// <summary>How far before a mark, in characters, a mention may end and still be what the note explains.</summary>
    private const int Reach = 3;

    /// <summary>How far back the group reaches that one mark explains: "the Protocol ..., supplementing the Convention".</summary>
    private const int GroupReach = 420;

    private readonly Resolution _resolution;
    private readonly LinkingState _state;
    private readonly NumberLinker _numbers;
    private readonly RecognizedText[] _texts;
    private readonly List<LinkedMention>[] _sources;
    private readonly Dictionary<(int Clause, int Position), int> _noteAt = [];
    private readonly List<(LinkedMention Source, int Clause, int Note, int Mark)> _emitted = [];

    public NoteLinker(LinkingState state, NumberLinker numbers)
    {
        _resolution = state.Resolution;
        _state = state;
        _numbers = numbers;
        _texts = [.. _resolution.Notes.Select(n => TextRecognizer.Recognize(n.Text.Text, state.Authorities, _resolution.Language))];
        for (var n = 0; n < _texts.Length; n++) StatedLinks.Add(_texts[n], _resolution.Notes[n].Text, _resolution.Source);
        _sources = new List<LinkedMention>[_texts.Length];
        for (var n = 0; n < _texts.Length; n++)
            foreach (var anchor in _resolution.Notes[n].Anchors)
                _noteAt.TryAdd((anchor.Clause, _resolution.Clauses[anchor.Clause].Marks[anchor.Mark].Position), n);
    }

    /// <summary>Links what notes say by themselves, before any clause is read.</summary>
    public void LinkSources()
    {
        for (var n = 0; n < _texts.Length; n++)
        {
            var text = _texts[n];
            var found = new List<LinkedMention>(text.Mentions.Count);
            var offset = _resolution.Notes[n].Anchors is [var anchor, ..]
                ? _resolution.Clauses[anchor.Clause].Span.Start
                : _resolution.Notes[n].Span.Start;
            foreach (var mention in text.Mentions)
            {
                if (mention is SalesMention && found.Exists(f => f.Mention is SymbolMention)) continue;
                var read = mention is SeriesMention { Volume: 0 } open ? WithVolume(open, n) : mention;
                if (read is null) continue;
                var linked = _numbers.Link(read, offset) ?? read switch
                {
                    NameMention name => LinkName(name),
                    TitleMention title =>
                        new(title, CitationForm.Named, CitationKind.Instrument)
                        {
                            Link = TitleLinker.ByForm(title, _state),
                            Evidence = TitleLinker.ReasonOf(title)
                        },
                    SeriesMention series => SeriesLinker.Link(series, _state.Authorities, []),
                    IbidMention ibid => LinkIbid(ibid, n, text),
                    _ => null,
                };
                if (linked is not null) found.Add(linked);
            }
            _sources[n] = found;
        }
    }

    /// <summary>"Ibid., No. 973" with the volume of the note before; null where that gives none.</summary>
    private SeriesMention? WithVolume(SeriesMention open, int note)
    {
        if (note == 0 || _sources[note - 1].FindLast(s => s.Mention is SeriesMention)?.Mention is not SeriesMention before) return null;
        return new()
        {
            Span = open.Span,
            League = before.League,
            Continued = true,
            Volume = before.Volume,
            First = open.First,
            Last = open.Last
        };
    }

    /// <summary>The instrument that the note marked just after a place gives, or null.</summary>
    public WorkId? InstrumentBehind(int clause, int end) => NoteBehind(clause, end) is { } note ? InstrumentOf(note) : null;

    /// <summary>The listed work by whose name the note marked just after a place begins, where it is of the kind
    /// that a noun names; else null.</summary>
    public WorkId? NamedBehind(int clause, int end, Word noun)
    {
        if (NoteBehind(clause, end) is not { } note || _sources[note] is not [{ Mention: NameMention name, Link: Link.Linked } first, ..])
            return null;
        if (_texts[note].Text.AsSpan(0, name.Span.Start).Trim().Length > "See the".Length || first.Node is not { } work) return null;
        return _state.Authorities.Find(work) is { } listed && Antecedents.NounsOf([listed.Title]).Contains(noun) ? work : null;
    }

    /// <summary>What the note marked just after a place gives, an instrument or a document, or null.</summary>
    public WorkId? SourceBehind(int clause, int end) =>
        NoteBehind(clause, end) is { } note ? InstrumentOf(note) ?? _sources[note].Find(s => s.Target is not null)?.Node : null;

    /// <summary>Gives every note, at each of its marks, what is there.</summary>
    public void LinkAnchors(List<LinkedMention>[] clauses)
    {
        for (var n = 0; n < _sources.Length; n++)
        {
            var note = _resolution.Notes[n];
            if (note.Anchors.IsEmpty)
            {
                foreach (var source in _sources[n]) Emit(source, -1, n, 0);
                continue;
            }
            foreach (var anchor in note.Anchors)
            {
                var position = _resolution.Clauses[anchor.Clause].Marks[anchor.Mark].Position;
                var group = Anchored(clauses[anchor.Clause], position);
                foreach (var source in _sources[n]) Emit(AtAnchor(source, group, _sources[n].Count), anchor.Clause, n, position);
            }
        }
    }

    /// <summary>Appends the notes' citations.</summary>
    public void AddCitations(List<Citation> citations, Func<LinkedMention, int, int?, MappedText, TextSpan, Citation> make)
    {
        foreach (var (source, clause, note, mark) in _emitted)
            citations.Add(make(source, clause, note, _resolution.Notes[note].Text, new TextSpan(Math.Max(0, mark - 1), mark)));
    }

    private void Emit(LinkedMention source, int clause, int note, int mark) => _emitted.Add((source, clause, note, mark));

    private static LinkedMention LinkName(NameMention name)
    {
        var works = name.Match.Works;
        return new(name, CitationForm.Named, CitationKind.Instrument)
        {
            Link = works.Length == 1 ? new Link.Linked(works[0]) : new Link.Ambiguous(works, EvidenceText.SeveralOfName),
            Evidence = EvidenceText.Named,
        };
    }

    /// <summary>"Ibid." means the source of the note before; where it only stands for a series whose document
    /// follows, it is no citation.</summary>
    private LinkedMention? LinkIbid(IbidMention ibid, int note, RecognizedText text)
    {
        var own = text.Mentions;
        if (own.Exists(m => m is SymbolMention or SalesMention or SeriesMention && m.Span.Start > ibid.Span.Start)) return null;
        if (StandsForSeries(text.Text.AsSpan(ibid.Span.End))) return null;
        var linked = new LinkedMention(ibid, CitationForm.Ibid, CitationKind.Backreference);
        var before = note > 0 ? _sources[note - 1] : [];
        var antecedent = before.Find(s => s.Target is not null && s.Kind != CitationKind.Instrument)
            ?? before.Find(s => s.Target is not null);
        if (antecedent?.Target is not { } target)
        {
            linked.Link = new Link.Unknown(EvidenceText.UnknownNote);
            return linked;
        }
        if (linked.Pinpoint.Length == 0 && !HasOtherWords(text, ibid)) linked.Pinpoint = antecedent.Pinpoint;
        linked.Link = IsSymbol(target) ? _state.ToSymbol(target.Value, linked.Pinpoint) : new Link.Linked(target);
        linked.Evidence = EvidenceText.Ibid(_resolution.Notes[note - 1].Mark);
        return linked;
    }

    /// <summary>"Ibid., Thirty-second Year, Supplement for ...": the word only stands for the Official Records.</summary>
    private static bool StandsForSeries(ReadOnlySpan<char> rest) =>
        rest.Contains("Supplement", StringComparison.Ordinal) || rest.Contains(" Year", StringComparison.Ordinal)
            || rest.Contains(" Session", StringComparison.Ordinal)
        || rest.Contains("meeting", StringComparison.Ordinal);

    /// <summary>Whether the note says more than "Ibid.": then the part that it means is its own.</summary>
    private static bool HasOtherWords(RecognizedText text, IbidMention ibid) =>
        text.Text.AsSpan(ibid.Span.End).ContainsAnyInRange('A', 'z');

    private static bool IsSymbol(WorkId id) => id.IsSymbol || id.Value.StartsWith("Sales No.", StringComparison.Ordinal);

    private int? NoteBehind(int clause, int end)
    {
        for (var reach = 0; reach <= Reach; reach++)
            if (_noteAt.TryGetValue((clause, end + reach), out var note)) return note;
        return null;
    }

    private WorkId? InstrumentOf(int note)
    {
        foreach (var source in _sources[note])
            if (source.Link is Link.Linked { Instrument: { } instrument }) return instrument;
        foreach (var source in _sources[note])
            if (source.Mention is SeriesMention && source.Target is { } target) return target;
        return null;
    }

    /// <summary>The mentions that a mark at <paramref name="position"/> explains, the nearest first.</summary>
    private static List<LinkedMention> Anchored(List<LinkedMention> mentions, int position)
    {
        var group = new List<LinkedMention>();
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var mention = mentions[i];
            if (mention.Mention.Span.End > position + 1) continue;
            if (position - mention.Mention.Span.Start > GroupReach) break;
            group.Add(mention);
        }
        return group;
    }

    /// <summary>A source as it reads at one mark: which of several instruments it is, and whether the mark
    /// contradicts an "Ibid.".</summary>
    private LinkedMention AtAnchor(LinkedMention source, List<LinkedMention> anchors, int sources)
    {
        if (source.Mention is SeriesMention series)
            return SeriesLinker.Link(series, _state.Authorities, sources == 1 ? anchors : []) is var relinked
                && relinked.Link is Link.Linked ? relinked : source;
        if (source.Link is Link.Linked { Instrument: null } plain && IsSymbol(plain.Target))
        {
            var works = _state.Authorities.FindBySymbol(plain.Target.Value, source.Pinpoint);
            var meant = anchors.Find(a => a.Node is { } node && works.Any(w => w.Id == node));
            if (meant?.Node is { } instrument) source = source with { Link = new Link.Linked(plain.Target, instrument) };
        }
        if (source.Mention is not IbidMention) return source;
        if (source.Link is Link.Linked { Instrument: { } stated } && anchors.Exists(a => a.Node == stated)) return source;
        foreach (var anchor in anchors)
        {
            if (anchor.Node is not { } node || _state.Authorities.Find(node) is not { } work) continue;
            foreach (var text in work.Symbols)
            {
                if (source.Pinpoint.Length == 0 || !text.EndsWith(" " + source.Pinpoint, StringComparison.Ordinal)) continue;
                var symbol = text[..^(source.Pinpoint.Length + 1)].TrimEnd(',');
                if (source.Target is { } printed)
                {
                    if (printed.Value == symbol) break;
                    // a report known by its sales number is not contradicted by its symbol: the part is the same
                    if (printed.Value.StartsWith("Sales No.", StringComparison.Ordinal))
                        return source with { Link = new Link.Linked(printed, node) };
                }
                if (!DocumentSymbol.TryParse(symbol, null, out _)) continue;
                return source with
                {
                    Link = new Link.Linked(new(symbol), node),
                    Evidence = source.Target is { } other
                        ? EvidenceText.MarkContradicts(work.Title, other)
                        : EvidenceText.MarkStandsAt(work.Title),
                };
            }
        }
        return source;
    }
}
