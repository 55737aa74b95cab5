using Search.Citations.Authorities;
using Search.Citations.Recognition;

namespace Search.Citations.Linking;

/// <summary>Links titles that only their form identifies: by the convention they lean on, the note after them, the court,
/// or the longer title before them.</summary>
internal sealed class TitleLinker(LinkingState state, NoteLinker notes)
{
    private readonly Dictionary<string, WorkId?> _statutes = [];

    public LinkedMention Link(TitleMention title, in LinkingContext place)
    {
        var clause = place.Index;
        var linked = new LinkedMention(title, CitationForm.Named, CitationKind.Instrument);
        var antecedent = title.Noun == Word.Protocol ? ConventionIn(title.Title, clause) : null;
        if (antecedent is { } convention)
        {
            linked.Link = SupplementOf(convention, title.Title[..title.Title.LastIndexOf(" to the ", StringComparison.Ordinal)]);
            linked.Evidence = EvidenceText.ConventionBefore;
        }
        else if (!title.IsCut && state.Authorities.NamedExactly(title.Title) is { IsEmpty: false } listed)
        {
            linked.Link = listed is [var only] ? new Link.Linked(only) : new Link.Ambiguous(listed, EvidenceText.SeveralOfName);
            linked.Evidence = EvidenceText.Named;
        }
        else if (notes.InstrumentBehind(clause, title.Span.End) is { } work)
        {
            linked.Link = new Link.Linked(work);
            linked.Evidence = EvidenceText.NoteBehind;
        }
        else if (notes.NamedBehind(clause, EndWithYear(place.Text.Text, title.Span.End), title.Noun) is { } explained)
        {
            linked.Link = new Link.Linked(explained);
            linked.Evidence = EvidenceText.NoteBehind;
        }
        else if (title.Noun == Word.Statute && CourtsStatute(title.Title) is { } statute)
        {
            linked.Link = new Link.Linked(statute);
            linked.Evidence = EvidenceText.CourtNamed;
        }
        else if (state.Antecedents.Containing(title.Title, title.Noun) is { } known)
        {
            linked.Link = new Link.Linked(known);
            linked.Evidence = EvidenceText.TitleShortened;
        }
        else
        {
            linked.Link = ByForm(title, state);
            linked.Evidence = ReasonOf(title);
        }
        return linked;
    }

    /// <summary>"the Protocols thereto": those of the convention or covenant named last; null where none was.</summary>
    public LinkedMention? Link(ProtocolsTheretoMention group, int clause)
    {
        if ((state.Antecedents.Latest(Word.Convention, clause) ?? state.Antecedents.Latest(Word.Covenant, clause)) is not { } parent)
            return null;
        return new(group, CitationForm.Named, CitationKind.Instrument)
        {
            Link = SupplementOf(parent, group.Group),
            Evidence = EvidenceText.ConventionBefore
        };
    }

    /// <summary>
    /// What a title is by itself: trusted in a document of a known body, a guess in any other text. A title that says nothing of its own
    /// ("Rules of Procedure"), or of which only the beginning is read, is a work of the document that has it.
    /// </summary>
    public static Link ByForm(TitleMention title, LinkingState state)
    {
        if (state.Enacting.Document is null) return new Link.Unknown(EvidenceText.UnknownTitle);
        return new Link.Linked(WorkId.OfTitle(title.IsGeneric || title.IsCut ? $"{title.Title} ({state.Name})" : title.Title));
    }

    /// <summary>Why <see cref="ByForm"/> decided so.</summary>
    public static string ReasonOf(TitleMention title) =>
        title.IsGeneric ? EvidenceText.GenericTitle : title.IsCut ? EvidenceText.TitleCut : EvidenceText.TitleByForm;

    /// <summary>"of 1954" after a title belongs to what a note's mark explains.</summary>
    private static int EndWithYear(string text, int end)
    {
        const string Of = " of ";
        const int Digits = 4;
        var behind = text.AsSpan(end);
        return behind.StartsWith(Of, StringComparison.Ordinal) && behind.Length >= Of.Length + Digits
            && !behind.Slice(Of.Length, Digits).ContainsAnyExceptInRange('0', '9') ? end + Of.Length + Digits : end;
    }

    /// <summary>"Statute of the Court" in a document that names the International Court of Justice; null where it
    /// names several courts or none.</summary>
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
        foreach (var (court, statute) in state.Authorities.Statutes)
        {
            if (!court.Contains(body, StringComparison.Ordinal) || !state.Resolution.Source.Text.Contains(court, StringComparison.Ordinal))
                continue;
            if (found is not null) return null;
            found = statute;
        }
        return found;
    }

    /// <summary>What "the Convention" at the end of "Optional Protocol to the Convention" means, or null.</summary>
    private WorkId? ConventionIn(string title, int clause)
    {
        var at = title.LastIndexOf(" to the ", StringComparison.Ordinal);
        if (at < 0) return null;
        var noun = Lexicon.Find(title.AsSpan(at + 8));
        return noun is Word.Convention or Word.Covenant or Word.Treaty or Word.Agreement ? state.Antecedents.Latest(noun, clause) : null;
    }

    /// <summary>"the Protocol thereto", "the Optional Protocols thereto": the convention's one protocol, or the group under its own id
    /// where the list has one.</summary>
    private Link.Linked SupplementOf(WorkId convention, string group)
    {
        var supplements = state.Authorities.SupplementsOf(convention);
        if (!group.EndsWith('s'))
        {
            var protocols = supplements.Where(w => w.Kind == "protocol").ToList();
            if (protocols is [var only]) return new(only.Id);
        }
        var parent = state.Authorities.Find(convention)?.Title ?? convention.Name;
        var title = $"{char.ToUpperInvariant(group[0])}{group[1..]} to the {parent}";
        var listed = state.Authorities.NamedExactly(title);
        if (listed is [{ IsTitle: false } whole]) return new(whole);
        var collections = supplements.Where(w => w.Kind == "collection").ToList();
        return new(WorkId.OfTitle(title), group.EndsWith('s') && collections is [var collection] ? collection.Id : null);
    }
}
