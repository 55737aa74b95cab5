using Search.Citations.Recognition;
using Search.Resolutions;

namespace Search.Citations.Linking;

/// <summary>Links the mentions of one clause after another, and remembers for the clauses behind it what each has named.</summary>
internal sealed class ClauseLinker(LinkingState state, NumberLinker numbers, NameLinker names, TitleLinker titles, PointerLinker pointers)
{
    /// <summary>Characters between a description and the title that it announces: place and dates of a conference.</summary>
    private const int LongestDescription = 120;

    /// <summary>The citations of a clause in its order; clauses are to be linked in theirs.</summary>
    /// <param name="index">The clause's place among the document's clauses.</param>
    /// <param name="text">Its text, with what was recognised in it.</param>
    /// <param name="previous">What was linked in the clause before, or null.</param>
    public List<LinkedMention> Link(int index, RecognizedText text, List<LinkedMention>? previous)
    {
        var clause = new ClauseInHand(index, state.Resolution.Clauses[index], text, new(text.Mentions.Count), previous);
        for (var n = 0; n < text.Mentions.Count; n++)
        {
            var mention = text.Mentions[n];
            if (IsOwnHeading(clause.Clause, mention)) continue;
            if (mention is TargetMention && FollowingAgenda(text, n) is { } agenda)
            {
                agenda.Pinpoint = mention.Pinpoint;
                continue;
            }
            var linked = numbers.Link(mention, clause.Clause.Span.Start) ?? LinkWords(mention, clause);
            if (linked is null || IsUncalledFor(linked)) continue;
            if (clause.Before.Count > 0 && Describes(clause.Before[^1], linked, text.Text)) clause.Before.RemoveAt(clause.Before.Count - 1);
            clause.Before.Add(linked);
            Remember(linked, clause);
        }
        return clause.Before;
    }

    private LinkedMention? LinkWords(Mention mention, in ClauseInHand clause) => mention switch
    {
        NameMention name => names.Link(name, clause),
        TitleMention title => titles.Link(title, clause.Index),
        SeriesMention series => SeriesLinker.Link(series, state.Authorities, clause.Before.Count > 0 ? [clause.Before[^1]] : []),
        PointerMention pointer => pointers.Link(pointer, clause),
        ThereToMention group => titles.Link(group, clause.Index),
        AgainMention again => LinkAgain(again, clause.Before),
        SelfMention self => LinkSelf(self, clause.Clause),
        CollectiveMention collective => new(collective, CitationForm.Collective, CitationKind.Resolution) { Link = new Link.Collective() },
        _ => null,
    };

    private void Remember(LinkedMention linked, in ClauseInHand clause)
    {
        if (linked.Node is not { } node || node == WorkId.Self || linked.Kind != CitationKind.Instrument) return;
        var printed = linked.Mention is NameMention or TitleMention ? linked.Mention.Span.In(clause.Text.Text).ToString() : "";
        state.Antecedents.Add(node, printed, clause.Index, clause.Clause.Label == ClauseLabel.Front);
        if (TermDefinitions.PlaceOfSigning(clause.Text.Text.AsSpan(linked.Mention.Span.End)) is not { } place) return;
        foreach (var noun in (ReadOnlySpan<string>)["agreement", "agreements", "accord", "accords"]) state.Antecedents.Define([place, noun], node);
    }

    /// <summary>"the outcome document of the conference ..., held in ..., entitled “...”": description and title are one mention, by the title.</summary>
    private static bool Describes(LinkedMention description, LinkedMention title, string text)
    {
        if (title.Mention is not NameMention || description.Mention is not NameMention || title.Node is not { } node || description.Node != node) return false;
        if (!char.IsLower(text[description.Mention.Span.Start])) return false;
        var between = text.AsSpan(description.Mention.Span.End, Math.Max(0, title.Mention.Span.Start - description.Mention.Span.End));
        if (between.Length > LongestDescription || between.ContainsAny(';', '.')) return false;
        between = between.TrimEnd(" “\"‘'");
        if (between.EndsWith("The", StringComparison.Ordinal)) between = between[..^3].TrimEnd(" “\"‘'");
        return between.EndsWith("entitled", StringComparison.Ordinal);
    }

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
            SymbolMention symbol => symbol.Symbol.ToString() == state.Symbol,
            ActMention act => act.Span.Start == 0 && (act.Cue == OrganCue.None || IsWhole(act, clause.Text.Text)),
            _ => false,
        };
    }

    /// <summary>Whether nothing but a date stands beside an act: "ECOSOC Resolution 2003/20" as a heading.</summary>
    private static bool IsWhole(ActMention act, string clause) => clause.AsSpan(act.Span.End).Trim(" .,").IsEmpty || act.Date is not null && clause.Length - act.Span.End < 24;

    /// <summary>"target 5.2 of the 2030 Agenda": the agenda is the citation, the target its part.</summary>
    private static NameMention? FollowingAgenda(RecognizedText text, int n)
    {
        if (n + 1 >= text.Mentions.Count || text.Mentions[n + 1] is not NameMention { Pinpoint.Length: 0 } name || !name.Match.Works.Contains(new("2030-agenda"))) return null;
        var between = text.Text.AsSpan(text.Mentions[n].Span.End, name.Span.Start - text.Mentions[n].Span.End).Trim(" ,");
        return between is "of the" or "of" or "in the" or "under the" ? name : null;
    }

    private LinkedMention? LinkAgain(AgainMention again, List<LinkedMention> before)
    {
        if (before.FindLast(b => ReferenceEquals(b.Mention, again.Of))?.Target is not { } target) return null;
        return new(again, CitationForm.Demonstrative, CitationKind.Backreference)
        {
            Link = target.Value.Contains('/', StringComparison.Ordinal) && !target.IsTitle ? state.ToSymbol(target.Value, again.Pinpoint) : new Link.Linked(target),
            Evidence = Because.WorkBefore,
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
}
