using System.Collections.Immutable;
using Search.Citations.Authorities;
using Search.Citations.Recognition;
using Search.Citations.Treatments;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Linking;

/// <summary>
/// Links one document: recognises every clause and note, links the notes' numbers and symbols, reads the clauses in order with what
/// was named so far in mind, and then gives each note what its anchor means.
/// </summary>
internal sealed partial class DocumentLinker
{
    private readonly Resolution _resolution;
    private readonly AuthorityList _authorities;
    private readonly EnactingBodies _enacting;
    private readonly ActLinker _acts;
    private readonly Antecedents _antecedents;
    private readonly RecognizedText[] _clauses;
    private readonly List<LinkedMention>[] _linked;
    private readonly NoteLinker _notes;
    private readonly string? _symbol;
    private readonly HashSet<Word> _ownNouns;
    private readonly Dictionary<string, WorkId?> _statutes = [];
    private readonly TreatmentClassifier _treatments;

    public DocumentLinker(Resolution resolution, AuthorityList authorities, IReadOnlySet<string> held)
    {
        _acts = new(held);
        _resolution = resolution;
        _authorities = authorities;
        _enacting = new(resolution);
        _antecedents = new(authorities);
        _clauses = [.. resolution.Clauses.Select(c => TextRecognizer.Recognize(c.Text.Text, authorities.Names))];
        _linked = new List<LinkedMention>[_clauses.Length];
        _symbol = DocumentSymbol.TryParse(resolution.Front.Symbol, null, out var symbol) ? symbol.ToString() : null;
        _ownNouns = _symbol is null ? [] : Antecedents.NounsOf(authorities.PartsOf(_symbol).Select(w => w.Title));
        foreach (var clause in _clauses) NoteBodies(clause);
        _notes = new(resolution, authorities, this);
        _treatments = new(authorities, resolution);
    }

    /// <summary>All citations, in source order.</summary>
    public ImmutableArray<Citation> Link()
    {
        _notes.LinkSources();
        for (var i = 0; i < _clauses.Length; i++) LinkClause(i);
        _notes.LinkAnchors(_linked);
        var citations = new List<Citation>();
        for (var i = 0; i < _clauses.Length; i++)
            foreach (var linked in _linked[i]) citations.Add(Make(linked, i, null, _resolution.Clauses[i].Text, linked.Mention.Span));
        _notes.AddCitations(citations, Make);
        return [.. citations.OrderBy(c => c.Span.Start).ThenBy(c => c.Clause).ThenBy(c => c.Span.End)]; // several targets of one span stay as printed
    }

    /// <summary>Makes the parts of a document linkable that mean the same in clauses and notes; null for those that need more.</summary>
    internal LinkedMention? LinkPlain(Mention mention, int sourceOffset)
    {
        switch (mention)
        {
            case ActMention act:
                return LinkAct(act, _enacting.At(sourceOffset));
            case SymbolMention symbol:
                return new(symbol, CitationForm.Symbol, CitationKind.Symbol) { Link = ToSymbol(symbol.Symbol.ToString(), symbol.Pinpoint), Evidence = Because.Symbol };
            case SalesMention sales:
                return new(sales, CitationForm.Registered, CitationKind.Symbol) { Link = ToSymbol("Sales No. " + sales.Number, sales.Pinpoint), Evidence = Because.SalesNumber };
            case CommentMention comment:
                return new(comment, CitationForm.Full, CitationKind.Symbol) { Link = new Link.Linked(comment.Id), Evidence = Because.Comment };
            case TargetMention target:
                return new(target, CitationForm.Named, CitationKind.Instrument) { Link = new Link.Linked(new("2030-agenda")), Evidence = Because.Target };
            default:
                return null;
        }
    }

    /// <summary>A symbol with the instrument that it and the pinpoint together are.</summary>
    internal Link ToSymbol(string symbol, string pinpoint, bool maybeSelf = true)
    {
        if (maybeSelf && symbol == _symbol) return new Link.Linked(WorkId.Self);
        var works = _authorities.FindBySymbol(symbol, pinpoint);
        return new Link.Linked(new(symbol), works.Length == 1 ? works[0].Id : null);
    }

    private LinkedMention LinkAct(ActMention act, Body? enacting)
    {
        var (id, how) = _acts.Link(act, enacting);
        var form = act.Cue == OrganCue.Named || act.Body is not null ? CitationForm.Full : CitationForm.Bare;
        return new(act, form, act.IsDecision ? CitationKind.Decision : CitationKind.Resolution)
        {
            // a body does not recall "its resolution" and mean the one it is adopting
            Link = id is { } target ? ToSymbol(target.Value, act.Pinpoint, act.Cue != OrganCue.Possessive) : new Link.Unknown(how),
            Evidence = how,
        };
    }

    private void NoteBodies(RecognizedText text)
    {
        foreach (var (_, _, body) in text.Bodies) _acts.Note(body);
    }

    private void LinkClause(int index)
    {
        var clause = _resolution.Clauses[index];
        var text = _clauses[index];
        var found = new List<LinkedMention>(text.Mentions.Count);
        var front = clause.Label == ClauseLabel.Front;
        for (var n = 0; n < text.Mentions.Count; n++)
        {
            var mention = text.Mentions[n];
            if (IsOwnHeading(clause, mention)) continue;
            if (mention is TargetMention && FollowingAgenda(text, n) is { } agenda)
            {
                agenda.Pinpoint = mention.Pinpoint;
                continue;
            }
            var linked = LinkPlain(mention, clause.Span.Start) ?? LinkWord(mention, index, text, found);
            if (linked is null || IsUncalledFor(linked)) continue;
            if (found.Count > 0 && DescribesWhat(linked, found[^1], text.Text)) found.RemoveAt(found.Count - 1);
            found.Add(linked);
            if (linked.Node is { } node && node != WorkId.Self && linked.Kind is CitationKind.Instrument)
            {
                _antecedents.Add(node, linked.Mention is NameMention or TitleMention ? linked.Mention.Span.In(text.Text).ToString() : "", index, front);
                if (PlaceOf(text.Text.AsSpan(linked.Mention.Span.End)) is { } place)
                    foreach (var noun in (string[])["agreement", "agreements", "accord", "accords"]) _antecedents.Define([place, noun], node);
            }
        }
        _linked[index] = found;
    }

    /// <summary>"the outcome document of the conference ..., held in ..., entitled “...”": description and title are one mention, by the title.</summary>
    private static bool DescribesWhat(LinkedMention title, LinkedMention description, string text)
    {
        if (title.Mention is not NameMention || description.Mention is not NameMention || title.Node is not { } node || description.Node != node) return false;
        if (!char.IsLower(text[description.Mention.Span.Start])) return false;
        var between = text.AsSpan(description.Mention.Span.End, Math.Max(0, title.Mention.Span.Start - description.Mention.Span.End));
        if (between.Length > LongestDescription || between.ContainsAny(';', '.')) return false;
        between = between.TrimEnd(" “\"‘'");
        if (between.EndsWith("The", StringComparison.Ordinal)) between = between[..^3].TrimEnd(" “\"‘'");
        return between.EndsWith("entitled", StringComparison.Ordinal);
    }

    /// <summary>Characters between a description and the title that it announces: place and dates of a conference.</summary>
    private const int LongestDescription = 120;

    /// <summary>A number that only its form speaks for and that could not be linked is no citation.</summary>
    private static bool IsUncalledFor(LinkedMention linked) => linked.Mention is ActMention { HasCue: false } && linked.Link is Link.Unknown;

    /// <summary>The document's own number in its heading is no citation.</summary>
    private bool IsOwnHeading(Clause clause, Mention mention)
    {
        // "2995 (XXVII). Co-operation ...": a heading, the document's own or of a neighbour on the page
        if (mention is ActMention { Cue: OrganCue.None, HasCue: false } && mention.Span.Start == 0 && clause.Kind is ClauseKind.Other or ClauseKind.Annex) return true;
        if (clause.Label != ClauseLabel.Front) return false;
        return mention switch
        {
            SymbolMention symbol => symbol.Symbol.ToString() == _symbol,
            ActMention act => act.Span.Start == 0 && (act.Cue == OrganCue.None || IsWhole(act, clause.Text.Text)),
            _ => false,
        };
    }

    /// <summary>Whether nothing but a date stands beside an act: "ECOSOC Resolution 2003/20" as a heading.</summary>
    private static bool IsWhole(ActMention act, string clause) => clause.AsSpan(act.Span.End).Trim(" .,").IsEmpty || act.Date is not null && clause.Length - act.Span.End < 24;

    private LinkedMention? LinkWord(Mention mention, int index, RecognizedText text, List<LinkedMention> before) => mention switch
    {
        NameMention name => LinkName(name, index, text),
        TitleMention title => LinkTitle(title, index),
        SeriesMention series => NoteLinker.LinkSeries(series, _authorities, before.Count > 0 ? [before[^1]] : []),
        PointerMention pointer => LinkPointer(pointer, index, text, before),
        ThereToMention group => LinkGroup(group, index),
        AgainMention again => LinkAgain(again, before),
        SelfMention self => LinkSelf(self, _resolution.Clauses[index]),
        CollectiveMention collective => new(collective, CitationForm.Collective, CitationKind.Resolution) { Link = new Link.Collective() },
        _ => null,
    };

    private static NameMention? FollowingAgenda(RecognizedText text, int n)
    {
        if (n + 1 >= text.Mentions.Count || text.Mentions[n + 1] is not NameMention { Pinpoint.Length: 0 } name || !name.Match.Works.Contains(new("2030-agenda"))) return null;
        var between = text.Text.AsSpan(text.Mentions[n].Span.End, name.Span.Start - text.Mentions[n].Span.End).Trim(" ,");
        return between is "of the" or "of" or "in the" or "under the" ? name : null;
    }

    private LinkedMention? LinkName(NameMention name, int clause, RecognizedText text)
    {
        var match = name.Match;
        if (match.Name.Kind == NameKind.Abbreviation && !IsBackedUp(match, text)) return null;
        if (IsTheme(text.Text, name.Span)) return null;
        var form = match.Name.Kind == NameKind.Numbered ? CitationForm.Registered : CitationForm.Named;
        var linked = new LinkedMention(name, form, CitationKind.Instrument);
        if (match.Name.Pinpoint.Length > 0 && name.Pinpoint.Length == 0) linked.Pinpoint = match.Name.Pinpoint;
        var works = match.Works;
        if (works.Length > 1 && match.Name.Kind == NameKind.Anaphoric)
        {
            var noun = Lexicon.Find(match.Name.Noun).Singular();
            var parents = works.SelectMany(w => _authorities.Find(w) is { } work ? work.Relations.Where(r => r.Kind == "supplements").Select(r => r.Target) : []).ToHashSet();
            var parent = _antecedents.LatestOf(parents, noun.IsWork() ? noun : Word.Other); // "thereto" names no noun
            works = [.. works.Where(w => _authorities.Find(w) is { } work && work.Relations.Any(r => r.Kind == "supplements" && r.Target == parent))];
        }
        if (works.Length > 1 && _notes.InstrumentBehind(clause, name.Span.End) is { } explained && works.Contains(explained)) works = [explained];
        linked.Link = works.Length == 1 ? new Link.Linked(works[0])
            : works.Length == 0 ? new Link.Unknown(Because.NoneFits)
            : new Link.Ambiguous(works, Because.SeveralOfName);
        linked.Evidence = match.Name.Kind == NameKind.Anaphoric ? Because.NameCompleted : Because.Named;
        return linked;
    }

    /// <summary>"on the theme “The future we want for all”": what a meeting was about, not a work.</summary>
    private static bool IsTheme(string text, TextSpan span)
    {
        if (span.End >= text.Length || text[span.End] is not ('”' or '"' or '’') && text[span.End - 1] is not ('”' or '"' or '’')) return false;
        var before = text.AsSpan(0, span.Start).TrimEnd(" “\"‘'");
        if (before.EndsWith("the", StringComparison.OrdinalIgnoreCase)) before = before[..^3].TrimEnd(" “\"‘',");
        return before.EndsWith(" theme", StringComparison.Ordinal) || before.EndsWith(" theme of", StringComparison.Ordinal);
    }

    /// <summary>
    /// Whether an abbreviation can be trusted: in a document of a known body, where the work was named in full before, or where the text
    /// speaks of treaties. Elsewhere the same letters are body-worn cameras and business districts.
    /// </summary>
    private bool IsBackedUp(NameMatch match, RecognizedText text)
    {
        if (_enacting.Document is not null || text.Bodies.Count > 0) return true;
        foreach (var work in match.Works)
            if (_antecedents.Knows(work)) return true;
        return text.Text.Contains("United Nations", StringComparison.Ordinal) || text.Text.Contains("onvention", StringComparison.Ordinal)
            || text.Text.Contains("rotocol", StringComparison.Ordinal) || text.Text.Contains("reaty", StringComparison.Ordinal)
            || text.Text.Contains("tates parties", StringComparison.OrdinalIgnoreCase) || text.Text.Contains("ratif", StringComparison.Ordinal);
    }

    /// <summary>A title that only its form tells: trusted in a document of a known body, a guess in any other text.</summary>
    internal Link ByForm(TitleMention title) =>
        _enacting.Document is null ? new Link.Unknown(Because.UnknownTitle) : new Link.Linked(new("title:" + title.Title));

    private LinkedMention LinkTitle(TitleMention title, int clause)
    {
        var linked = new LinkedMention(title, CitationForm.Named, CitationKind.Instrument);
        var antecedent = title.Noun == Word.Protocol ? ConventionIn(title.Title, clause) : null;
        if (antecedent is { } convention)
        {
            var group = title.Title[..title.Title.LastIndexOf(" to the ", StringComparison.Ordinal)];
            var protocols = _authorities.SupplementsOf(convention).Where(w => w.Kind == "protocol").ToList();
            linked.Link = new Link.Linked(protocols.Count == 1 && !group.EndsWith('s') ? protocols[0].Id : new($"title:{group} to the {TitleOf(convention)}"));
            linked.Evidence = Because.ConventionBefore;
        }
        else if (_notes.InstrumentBehind(clause, title.Span.End) is { } work)
        {
            linked.Link = new Link.Linked(work);
            linked.Evidence = Because.NoteBehind;
        }
        else if (title.Noun == Word.Statute && CourtsStatute(title.Title) is { } statute)
        {
            linked.Link = new Link.Linked(statute);
            linked.Evidence = Because.CourtNamed;
        }
        else if (_antecedents.Containing(title.Title, title.Noun) is { } known)
        {
            linked.Link = new Link.Linked(known);
            linked.Evidence = Because.TitleShortened;
        }
        else
        {
            linked.Link = ByForm(title);
            linked.Evidence = Because.TitleByForm;
        }
        return linked;
    }

    /// <summary>"Statute of the Court" in a document that names the International Court of Justice; null where it names several courts or none.</summary>
    private WorkId? CourtsStatute(string title)
    {
        if (!_statutes.TryGetValue(title, out var found)) _statutes[title] = found = StatuteOf(title);
        return found;
    }

    private WorkId? StatuteOf(string title)
    {
        if (!title.StartsWith(AuthorityList.StatuteLead, StringComparison.Ordinal)) return null;
        var body = title[AuthorityList.StatuteLead.Length..];
        WorkId? found = null;
        foreach (var (court, statute) in _authorities.Statutes)
        {
            if (!court.Contains(body, StringComparison.Ordinal) || !_resolution.Source.Text.Contains(court, StringComparison.Ordinal)) continue;
            if (found is not null) return null;
            found = statute;
        }
        return found;
    }

    /// <summary>What "the Convention" at the end of "Optional Protocol to the Convention" means, or null.</summary>
    private WorkId? ConventionIn(string title, int clause)
    {
        var at = title.LastIndexOf(" to the ", StringComparison.Ordinal);
        if (at < 0 || Lexicon.Find(title.AsSpan(at + 8)) is not (Word.Convention or Word.Covenant or Word.Treaty or Word.Agreement)) return null;
        return _antecedents.Latest(Lexicon.Find(title.AsSpan(at + 8)), clause);
    }

    private string TitleOf(WorkId id) => _authorities.Find(id)?.Title ?? (id.IsTitle ? id.Value[6..] : id.Value);

    private LinkedMention? LinkAgain(AgainMention again, List<LinkedMention> before)
    {
        if (before.FindLast(b => ReferenceEquals(b.Mention, again.Of))?.Target is not { } target) return null;
        return new(again, CitationForm.Demonstrative, CitationKind.Backreference)
        {
            Link = target.Value.Contains('/', StringComparison.Ordinal) && !target.IsTitle ? ToSymbol(target.Value, again.Pinpoint) : new Link.Linked(target),
            Evidence = Because.WorkBefore,
        };
    }

    private LinkedMention? LinkGroup(ThereToMention group, int clause)
    {
        var noun = Word.Convention;
        if (_antecedents.Latest(noun, clause) is not { } parent && (_antecedents.Latest(Word.Covenant, clause) is not { } covenant || (parent = covenant) == default)) return null;
        return new(group, CitationForm.Named, CitationKind.Instrument)
        {
            Link = new Link.Linked(new($"title:{group.Group} to the {TitleOf(parent)}")),
            Evidence = Because.ConventionBefore,
        };
    }

    private static LinkedMention? LinkSelf(SelfMention self, Clause clause)
    {
        if (clause.Kind == ClauseKind.Other) return null;
        var pinpoint = self.Pinpoint;
        if (self.Relative)
        {
            var label = clause.Label.ToString();
            var at = label.LastIndexOf("OP", StringComparison.Ordinal);
            if (at < 0) return null;
            var end = at + 2;
            while (end < label.Length && char.IsAsciiDigit(label[end])) end++;
            if (end == at + 2) return null;
            pinpoint = pinpoint.Replace(". (", $". {label[(at + 2)..end]} (", StringComparison.Ordinal);
        }
        return new(self, CitationForm.Self, CitationKind.Internal) { Link = new Link.Linked(WorkId.Self), Pinpoint = pinpoint, Evidence = Because.Itself };
    }

    /// <summary>The finished citation; <paramref name="governed"/> is the place in the clause whose governing verb counts: the mention, or its note's mark.</summary>
    private Citation Make(LinkedMention linked, int clause, int? note, MappedText text, TextSpan governed)
    {
        var (treatment, verb) = _treatments.Classify(clause, governed);
        return new()
        {
            Clause = clause,
            Note = note,
            Text = linked.Mention.Span.In(text.Text).ToString(),
            Local = linked.Mention.Span,
            Span = text.ToSource(linked.Mention.Span),
            Form = linked.Form,
            Kind = linked.Kind,
            Link = linked.Link,
            Pinpoint = linked.Pinpoint,
            Treatment = treatment,
            Verb = verb,
            Evidence = linked.Evidence,
        };
    }
}
