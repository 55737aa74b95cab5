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
internal sealed class DocumentLinker
{
    private readonly Resolution _resolution;
    private readonly RecognizedText[] _texts;
    private readonly NoteLinker _notes;
    private readonly ClauseLinker _clauses;
    private readonly TreatmentClassifier _treatments;

    public DocumentLinker(Resolution resolution, AuthorityList authorities, Func<string, bool> isHeld, bool isTyped = false)
    {
        _resolution = resolution;
        _texts = [.. resolution.Clauses.Select(c => TextRecognizer.Recognize(c.Text.Text, authorities, resolution.LanguageOf(c)))];
        for (var i = 0; i < _texts.Length; i++)
            if (resolution.Clauses[i].Kind != ClauseKind.Other) StatedLinks.Add(_texts[i], resolution.Clauses[i].Text, resolution.Source);
        var speaks = isTyped
            || _texts.Any(t => t.Bodies.Count > 0 || t.Text.Contains("United Nations", StringComparison.Ordinal)
                || t.Mentions.Exists(m => m is ActMention { Cue: OrganCue.Noun }));
        var state = new LinkingState(resolution, authorities, speaks);
        var acts = new ActLinker(isHeld, state.SpeaksOfUnitedNations);
        foreach (var text in _texts)
            foreach (var (_, _, body) in text.Bodies) acts.Note(body);
        foreach (var text in _texts)
            foreach (var mention in text.Mentions)
                if (mention is SymbolMention symbol) state.Joints.Note(symbol);
        var numbers = new NumberLinker(state, acts);
        _notes = new(state, numbers);
        var titles = new TitleLinker(state, _notes);
        _clauses = new(state, numbers, new(state, _notes), titles, new(state, _notes, titles, numbers));
        _treatments = new(authorities, resolution);
    }

    /// <summary>All citations, in source order.</summary>
    public ImmutableArray<Citation> Link()
    {
        _notes.LinkSources();
        var linked = new List<LinkedMention>[_texts.Length];
        for (var i = 0; i < linked.Length; i++) linked[i] = _clauses.Link(i, _texts[i], i > 0 ? linked[i - 1] : null);
        _notes.LinkAnchors(linked);
        var citations = new List<Citation>();
        for (var i = 0; i < linked.Length; i++)
            foreach (var mention in linked[i]) citations.Add(Make(mention, i, null, _resolution.Clauses[i].Text, mention.Mention.Span));
        _notes.AddCitations(citations, Make);
        // several targets of one span stay as printed
        var isInOrder = true;
        for (var i = 1; i < citations.Count && isInOrder; i++) isInOrder = Place(citations[i - 1]).CompareTo(Place(citations[i])) <= 0;
        return isInOrder ? [.. citations] : [.. citations.OrderBy(Place)];

        static (int Start, int Clause, int End) Place(Citation citation) => (citation.Span.Start, citation.Clause, citation.Span.End);
    }

    /// <summary>The finished citation; <paramref name="governed"/> is the place in the clause whose governing verb counts:
    /// the mention, or its note's mark.</summary>
    private Citation Make(LinkedMention linked, int clause, int? note, MappedText text, TextSpan governed)
    {
        var reading = _treatments.Classify(clause, governed, isSelf: linked.Form == CitationForm.Self);
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
            PinpointSpan = linked.Pinpoint.Length == 0 || linked.Mention.PinpointSpan.End > text.Length
                ? default
                : text.ToSource(linked.Mention.PinpointSpan),
            Treatment = reading.Treatment,
            Verb = reading.Verb,
            Why = reading.Why,
            Until = reading.Until,
            Evidence = linked.Evidence,
            Conflict = linked.Conflict,
        };
    }
}
