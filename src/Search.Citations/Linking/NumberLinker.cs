using Search.Citations.Recognition;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Linking;

/// <summary>Links what is cited by a number or a symbol of its own: that means the same in clauses and in notes.</summary>
internal sealed class NumberLinker(LinkingState state, ActLinker acts)
{
    /// <summary>What a mention at an offset of the source means; null for mentions of other kinds.</summary>
    public LinkedMention? Link(Mention mention, int sourceOffset) => mention switch
    {
        ActMention act => LinkAct(act, state.Enacting.At(sourceOffset)),
        SymbolMention symbol => LinkSymbol(symbol),
        SalesMention sales =>
            new(sales, CitationForm.Registered, CitationKind.Symbol)
            {
                Link = state.ToSymbol("Sales No. " + sales.Number, sales.Pinpoint),
                Evidence = EvidenceText.SalesNumber
            },
        CommentMention comment =>
            new(comment, CitationForm.Full, CitationKind.Symbol) { Link = new Link.Linked(comment.Id), Evidence = EvidenceText.Comment },
        TargetMention target when state.Agenda is { } agenda && !state.IsOlderThan(agenda) =>
            new(target, CitationForm.Named, CitationKind.Instrument) { Link = new Link.Linked(agenda), Evidence = EvidenceText.Target },
        _ => null,
    };

    private LinkedMention LinkSymbol(SymbolMention mention)
    {
        state.Joints.Note(mention);
        var (printed, document) = (mention.Symbol.ToString(), state.Joints.DocumentOf(mention.Symbol.ToString()));
        var linked = new LinkedMention(mention, CitationForm.Symbol, CitationKind.Symbol);
        var (id, why) = !state.SpeaksOfUnitedNations && (mention.IsWeak || IsShort(printed))
            ? (null, EvidenceText.NumberWithoutContext)
            : acts.Complete(document);
        linked.Link = id is { } whole ? state.ToSymbol(whole, mention.Pinpoint) : new Link.Unknown(why);
        linked.Evidence = id is null ? why
            : mention.IsStated ? EvidenceText.LinkStated
            : printed == document ? EvidenceText.Symbol
            : EvidenceText.SecondSymbol(printed, document);
        if (mention.Linked is { } stated && !IsSame(stated.ToString(), printed) && !IsSame(stated.ToString(), document))
            linked.Evidence += " " + EvidenceText.LinkDiffers(stated);
        return linked;
    }

    /// <summary>Whether two symbols are of one document, or one is an addendum, a correction or a part of the other.</summary>
    private static bool IsSame(string one, string other) =>
        one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase);

    /// <summary>One letter and a number below a thousand: "S/360" is a document of 1947, and much else.</summary>
    private static bool IsShort(string symbol) =>
        symbol.Length <= "S/360".Length && symbol.IndexOf('/', StringComparison.Ordinal) == 1
            && symbol.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0;

    private LinkedMention LinkAct(ActMention act, Body? enacting)
    {
        var reading = acts.Link(act, enacting);
        var form = act.Cue == OrganCue.Named || act.Body is not null ? CitationForm.Full : CitationForm.Bare;
        return new(act, form, act.IsDecision ? CitationKind.Decision : CitationKind.Resolution)
        {
            // a body does not recall "its resolution" and mean the one it is adopting
            Link = reading.Id is { } target ? state.ToSymbol(target.Value, act.Pinpoint, act.Cue != OrganCue.Possessive)
                : reading.Candidates.IsEmpty ? new Link.Unknown(reading.Reason)
                : new Link.Ambiguous(reading.Candidates, reading.Reason),
            Evidence = reading.Reason,
            Conflict = reading.Conflict,
        };
    }
}
