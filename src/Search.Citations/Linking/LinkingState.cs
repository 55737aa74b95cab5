using System.Globalization;
using Search.Citations.Authorities;
using Search.Resolutions;

namespace Search.Citations.Linking;

/// <summary>What is known of a document while its citations are linked: what it is, who speaks in it, and
/// what was named in it so far.</summary>
internal sealed class LinkingState
{
    public LinkingState(Resolution resolution, AuthorityList authorities, bool speaksOfUnitedNations)
    {
        Resolution = resolution;
        Authorities = authorities;
        Enacting = new(resolution);
        Antecedents = new(authorities);
        Joints = new(authorities);
        Symbol = DocumentSymbol.TryParse(resolution.Front.Symbol, null, out var symbol) ? symbol.ToString() : null;
        SpeaksOfUnitedNations = speaksOfUnitedNations || Enacting.Document is not null || Symbol is not null;
        OwnNouns = Symbol is null ? [] : Antecedents.NounsOf(authorities.PartsOf(Symbol).Select(w => w.Title));
    }

    public Resolution Resolution { get; }

    public AuthorityList Authorities { get; }

    public EnactingBodies Enacting { get; }

    public Antecedents Antecedents { get; }

    /// <summary>The charter that texts mean by "the Charter", or null.</summary>
    public WorkId? Charter => Authorities.InRole("charter");

    /// <summary>The agenda whose targets and goals texts cite by number, or null.</summary>
    public WorkId? Agenda => Authorities.InRole("sdg-agenda");

    /// <summary>The joint symbols of the text.</summary>
    public JointSymbols Joints { get; }

    /// <summary>The document's own symbol, or null.</summary>
    public string? Symbol { get; }

    /// <summary>The document's symbol, or the name of its source where it has none.</summary>
    public string Name => Symbol ?? Resolution.Source.Name;

    /// <summary>The nouns of the instruments that the document itself carries: "this Convention" in it is one of them.</summary>
    public HashSet<Word> OwnNouns { get; }

    /// <summary>Works whose name is most of what some paragraph says, as a heading's is.</summary>
    public HashSet<WorkId> Headed { get; } = [];

    /// <summary>Whether anything but a number says that the text is about the United Nations: whose document it is, or a body or the
    /// Organization that it names.</summary>
    public bool SpeaksOfUnitedNations { get; }

    /// <summary>Whether the document was adopted before a work: what it cites by number alone is then something else.</summary>
    public bool IsOlderThan(WorkId work) =>
        Resolution.Front.Date is { } date
            && DateOnly.TryParseExact(Authorities.Find(work)
                ?.Adopted, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var adopted) && date < adopted;

    /// <summary>A symbol with the instrument that it and the pinpoint together are.</summary>
    public Link ToSymbol(string symbol, string pinpoint, bool maybeSelf = true)
    {
        symbol = Joints.DocumentOf(symbol);
        if (maybeSelf && symbol == Symbol) return new Link.Linked(WorkId.Self);
        var works = Authorities.FindBySymbol(symbol, pinpoint);
        return new Link.Linked(new(symbol), works.Length == 1 ? works[0].Id : null);
    }
}
