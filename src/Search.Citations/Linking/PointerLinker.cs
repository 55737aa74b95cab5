using Search.Citations.Recognition;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Linking;

/// <summary>Links words that point at a work without its name: "that Protocol", "the Strategy", "its Charter", "this Convention".</summary>
internal sealed class PointerLinker(LinkingState state, NoteLinker notes, TitleLinker titles, NumberLinker numbers)
{
    /// <summary>Characters back that "that Protocol" may look for its noun.</summary>
    private const int FarthestNoun = 800;

    /// <summary>What the words point at, or null where they cite nothing; words that define a term are remembered.</summary>
    public LinkedMention? Link(PointerMention pointer, in LinkingContext clause)
    {
        if (pointer.Noun is Word.Resolution or Word.Decision) return LinkAct(pointer, clause);
        if (TermDefinitions.IsDefinition(clause.Text.Text, pointer.Span) && clause.Before.Count > 0
            && clause.Before[^1].Node is { } defined)
        {
            state.Antecedents.Define(pointer.Words, defined);
            return null;
        }
        var present = pointer.Own
            && clause.Text.Text.AsSpan(pointer.Span.Start).StartsWith("the present", StringComparison.OrdinalIgnoreCase);
        if (present && clause.Clause.Kind == ClauseKind.Other) return null; // a text that is no document's
        if (present || pointer.Own && IsOwnWork(pointer, clause.Clause))
            return new(pointer, CitationForm.Self, CitationKind.Internal)
            {
                Link = new Link.Linked(WorkId.Self),
                Evidence = EvidenceText.Itself
            };
        if (pointer.Possessive) return LinkPossessive(pointer, clause);
        var linked = LinkBack(pointer, clause);
        // a treaty that is printed in a law and names another says "this Agreement" of itself
        return pointer.Own && state.Enacting.Document is null && linked?.Node is { } node && !state.Headed.Contains(node) ? null : linked;
    }

    private LinkedMention? LinkBack(PointerMention pointer, in LinkingContext clause)
    {
        var plain = char.IsLower(pointer.Words[^1][0]);
        if (pointer.Demonstrative && pointer.Words.Length == 1 && LastOfNoun(pointer, clause) is { } nearest)
            return plain && nearest is not Citations.Link.Linked
                ? null
                : Linked(pointer, nearest, nearest is Link.Unknown unread ? unread.Reason : EvidenceText.LastNamed);
        if (plain && pointer.Demonstrative) return null;
        return LinkToNamed(pointer, clause);
    }

    /// <summary>"that resolution": the act of its kind before it in the clause, or else the only one of the clause before.</summary>
    private LinkedMention? LinkAct(PointerMention pointer, in LinkingContext clause)
    {
        var kind = pointer.Noun == Word.Resolution ? CitationKind.Resolution : CitationKind.Decision;
        var act = clause.Before.FindLast(b => b.Kind == kind && b.Target is not null);
        if (act is null && clause.Previous is { } previous && previous.FindAll(b => b.Kind == kind && b.Target is not null) is [var only])
            act = only;
        return act?.Target is { } target ? Linked(pointer, state.ToSymbol(target.Value, pointer.Pinpoint), EvidenceText.ActBefore) : null;
    }

    /// <summary>A definite name: a work that was named before, what the note after it gives, or else a title
    /// named for the first time.</summary>
    private LinkedMention? LinkToNamed(PointerMention pointer, in LinkingContext clause)
    {
        var reading = state.Antecedents.Resolve(pointer, clause.Index);
        if (reading.Id is { } id) return Linked(pointer, new Link.Linked(id), reading.How);
        if (!pointer.IsTranslated && reading.Candidates.Count == 0 && SourceInBrackets(pointer, clause) is { } printed)
        {
            state.Antecedents.Define(pointer.Words, printed);
            return Linked(pointer, new Link.Linked(printed), EvidenceText.SourceInBrackets);
        }
        if (!pointer.IsTranslated && reading.Candidates.Count == 0 && notes.SourceBehind(clause.Index, pointer.Span.End) is { } source)
        {
            // "the Global Plan of Action³": the note says what it is
            state.Antecedents.Define(pointer.Words, source);
            return Linked(pointer, new Link.Linked(source), EvidenceText.NoteBehind);
        }
        if (char.IsLower(pointer.Words[^1][0])) return null; // "the Paris agreements" of which none is named
        if (reading.Candidates.Count > 1) return Linked(pointer, new Link.Ambiguous([.. reading.Candidates], reading.How), reading.How);
        if (reading.Candidates.Count > 0) return null;
        if (pointer is { Noun: Word.Charter, Words.Length: 1 } && SpeaksOfUnitedNations(clause.Text) && state.Charter is { } charter)
            return Linked(pointer, new Link.Linked(charter), EvidenceText.UsualCharter);
        return AsTitle(pointer, clause.Text) is { } title ? titles.Link(title, clause) : null;
    }

    /// <summary>"the Protocol (resolution 55/25, annex II)": the instrument whose source follows in brackets, if its
    /// own noun is the pointer's.</summary>
    private WorkId? SourceInBrackets(PointerMention pointer, in LinkingContext clause)
    {
        var next = clause.Text.FirstFrom(pointer.Span.End);
        if (next is not (ActMention or SymbolMention)
            || clause.Text.Text.AsSpan(pointer.Span.End, next.Span.Start - pointer.Span.End).Trim() is not "(")
            return null;
        if (numbers.Link(next, clause.Clause.Span.Start)?.Link is not Link.Linked { Instrument: { } work }
            || state.Authorities.Find(work) is not { } known)
            return null;
        return Antecedents.NounsOf([known.Title]).Contains(pointer.Noun) ? work : null;
    }

    /// <summary>"the United Nations and its Charter", "its provisional rules of procedure"; null where the
    /// owner's work is not certain.</summary>
    private LinkedMention? LinkPossessive(PointerMention pointer, in LinkingContext clause)
    {
        if (pointer.Noun == Word.Rules)
        {
            if (Pinpoint.Of(pointer.Pinpoint).Unit is not { Name: "rule" }
                || state.Enacting.At(clause.Clause.Span.Start) is not { } speaker)
                return null;
            if (state.Authorities.InRole("rules-of:" + speaker.Code) is not { } rules) return null;
            return OfOwner(new Link.Linked(rules), EvidenceText.RulesOfOrgan);
        }
        var reading = state.Antecedents.Resolve(pointer, clause.Index);
        if (pointer.Noun == Word.Charter)
        {
            var sentence = clause.Text.Text;
            if (!sentence.Contains("United Nations", StringComparison.Ordinal)
                && !sentence.Contains("the Organization", StringComparison.Ordinal))
                return null;
            if (state.Charter is not { } charter || reading.Candidates.Exists(c => c != charter)) return null;
            return OfOwner(new Link.Linked(charter), EvidenceText.UsualCharter);
        }
        return reading.Candidates is [var only] ? OfOwner(new Link.Linked(only), reading.How) : null;

        LinkedMention OfOwner(Link link, string how) =>
            new(pointer, CitationForm.Definite, CitationKind.Backreference) { Link = link, Evidence = how };
    }

    /// <summary>
    /// What "that Protocol" refers back to within its clause: the nearest work before it whose own noun that is. Where the noun is
    /// nearest in words that cannot be read as a work, the link is unknown; null where the clause has no such noun.
    /// </summary>
    private Link? LastOfNoun(PointerMention pointer, in LinkingContext clause)
    {
        var (text, before) = (clause.Text, clause.Before);
        var noun = pointer.Words[0];
        if (char.IsLower(noun[0])) noun = char.ToUpperInvariant(noun[0]) + noun[1..]; // "that treaty" means the Treaty just named
        var from = Math.Max(0, pointer.Span.Start - FarthestNoun);
        var words = text.Text.AsSpan(from, pointer.Span.Start - from);
        var linked = before.Count - 1;
        for (var at = words.LastIndexOf(noun); at >= 0; at = words[..at].LastIndexOf(noun))
        {
            var span = new TextSpan(from + at, from + at + noun.Length);
            if (at > 0 && char.IsLetter(words[at - 1]) || char.IsLetter(text.Text[span.End])) continue;
            while (linked >= 0 && before[linked].Mention.Span.Start > span.Start) linked--;
            if (linked < 0 || before[linked].Mention.Span.End < span.End)
            {
                if (text.At(span) is PointerMention defined && TermDefinitions.IsDefinition(text.Text, defined.Span)) continue;
                return new Link.Unknown(EvidenceText.UnreadNoun(noun));
            }
            var mention = before[linked];
            if (mention.Node is not { } node) return mention.Link;
            if (mention.Mention is PointerMention || node.IsTitle || state.Antecedents.IsCalled(node, pointer.Noun))
                return new Link.Linked(node);
        }
        return null;
    }

    /// <summary>Whether "the Charter" can be that of the United Nations: other constitutions are called so too.</summary>
    private bool SpeaksOfUnitedNations(RecognizedText text) =>
        state.Enacting.Document is not null || text.Bodies.Count > 0 || text.Text.Contains("United Nations", StringComparison.Ordinal);

    /// <summary>"this Convention" in a convention's own text, which a resolution adopts: the document speaks of itself.</summary>
    private bool IsOwnWork(PointerMention pointer, Clause clause) =>
        clause.Kind == ClauseKind.Annex || state.OwnNouns.Contains(pointer.Noun);

    /// <summary>"the Brazzaville Declaration", named for the first time: a proper name before the noun makes it a title.</summary>
    private static TitleMention? AsTitle(PointerMention pointer, RecognizedText text)
    {
        if (!TitleScanner.IsProper(pointer.Words)) return null;
        var words = pointer.Span.In(text.Text);
        var start = pointer.Span.Start + words.IndexOf(pointer.Words[0]);
        var span = new TextSpan(start, pointer.Span.End);
        return new()
        {
            Span = span,
            Title = TitleText.Canonical(span.In(text.Text)),
            Noun = pointer.Noun,
            Pinpoint = pointer.Pinpoint,
            PinpointSpan = pointer.PinpointSpan
        };
    }

    private static LinkedMention Linked(PointerMention pointer, Link link, string how) =>
        new(pointer, pointer.Demonstrative ? CitationForm.Demonstrative : CitationForm.Definite, CitationKind.Backreference)
        {
            Link = link,
            Evidence = how
        };
}
