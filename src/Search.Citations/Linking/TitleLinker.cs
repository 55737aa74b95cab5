using Search.Citations.Authorities;
using Search.Citations.Recognition;

namespace Search.Citations.Linking;

/// <summary>Links titles that only their form tells: by the convention they lean on, the note behind them, the court, or the longer title before them.</summary>
internal sealed class TitleLinker(LinkingState state, NoteLinker notes)
{
    private readonly Dictionary<string, WorkId?> _statutes = [];

    public LinkedMention Link(TitleMention title, int clause)
    {
        var linked = new LinkedMention(title, CitationForm.Named, CitationKind.Instrument);
        var antecedent = title.Noun == Word.Protocol ? ConventionIn(title.Title, clause) : null;
        if (antecedent is { } convention)
        {
            var group = title.Title[..title.Title.LastIndexOf(" to the ", StringComparison.Ordinal)];
            var protocols = state.Authorities.SupplementsOf(convention).Where(w => w.Kind == "protocol").ToList();
            linked.Link = new Link.Linked(protocols.Count == 1 && !group.EndsWith('s') ? protocols[0].Id : GroupOf(group, convention));
            linked.Evidence = Because.ConventionBefore;
        }
        else if (notes.InstrumentBehind(clause, title.Span.End) is { } work)
        {
            linked.Link = new Link.Linked(work);
            linked.Evidence = Because.NoteBehind;
        }
        else if (title.Noun == Word.Statute && CourtsStatute(title.Title) is { } statute)
        {
            linked.Link = new Link.Linked(statute);
            linked.Evidence = Because.CourtNamed;
        }
        else if (state.Antecedents.Containing(title.Title, title.Noun) is { } known)
        {
            linked.Link = new Link.Linked(known);
            linked.Evidence = Because.TitleShortened;
        }
        else
        {
            linked.Link = ByForm(title, state);
            linked.Evidence = Because.TitleByForm;
        }
        return linked;
    }

    /// <summary>"the Protocols thereto": those of the convention or covenant named last; null where none was.</summary>
    public LinkedMention? Link(ThereToMention group, int clause)
    {
        if ((state.Antecedents.Latest(Word.Convention, clause) ?? state.Antecedents.Latest(Word.Covenant, clause)) is not { } parent) return null;
        return new(group, CitationForm.Named, CitationKind.Instrument) { Link = new Link.Linked(GroupOf(group.Group, parent)), Evidence = Because.ConventionBefore };
    }

    /// <summary>What a title is by itself: trusted in a document of a known body, a guess in any other text.</summary>
    public static Link ByForm(TitleMention title, LinkingState state) =>
        state.Enacting.Document is null ? new Link.Unknown(Because.UnknownTitle) : new Link.Linked(new("title:" + title.Title));

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
        foreach (var (court, statute) in state.Authorities.Statutes)
        {
            if (!court.Contains(body, StringComparison.Ordinal) || !state.Resolution.Source.Text.Contains(court, StringComparison.Ordinal)) continue;
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

    private WorkId GroupOf(string group, WorkId convention) =>
        new($"title:{group} to the {state.Authorities.Find(convention)?.Title ?? (convention.IsTitle ? convention.Value[6..] : convention.Value)}");
}
