using System.Globalization;
using System.Text;
using Search.Citations.Recognition;
using Search.Resolutions;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Linking;

/// <summary>Links the mentions of one clause after another, and remembers for the clauses after it what each has named.</summary>
internal sealed class ClauseLinker(LinkingState state, NumberLinker numbers, NameLinker names, TitleLinker titles, PointerLinker pointers)
{
    /// <summary>Characters between a description and the title that it announces: place and dates of a conference.</summary>
    private const int LongestDescription = 120;

    /// <summary>Nouns by which a work is called after the place of its signing: "the Lusaka Agreement".</summary>
    private static readonly WordList SignedNouns = WordList.Of("signed-nouns");

    private HashSet<int>? _paragraphs;

    /// <summary>The citations of a clause in its order; clauses are to be linked in theirs.</summary>
    /// <param name="index">The clause's place among the document's clauses.</param>
    /// <param name="text">Its text, with what was recognised in it.</param>
    /// <param name="previous">What was linked in the clause before, or null.</param>
    public List<LinkedMention> Link(int index, RecognizedText text, List<LinkedMention>? previous)
    {
        var clause = new LinkingContext(index, state.Resolution.Clauses[index], text, new(text.Mentions.Count), previous);
        for (var n = 0; n < text.Mentions.Count; n++)
        {
            var mention = text.Mentions[n];
            if (IsOwnHeading(clause.Clause, mention)) continue;
            if (mention is TargetMention && FollowingAgenda(text, n) is { } agenda)
            {
                agenda.Pinpoint = mention.Pinpoint;
                continue;
            }
            if (mention is UnreadTitleMention unread)
            {
                state.Antecedents.AddUnread(unread.Noun);
                continue;
            }
            var linked = numbers.Link(mention, clause.Clause.Span.Start) ?? LinkWords(mention, clause);
            if (linked is null || IsUnsupportedNumber(linked)) continue;
            if (clause.Before.Count > 0 && Describes(clause.Before[^1], linked, text.Text)) clause.Before.RemoveAt(clause.Before.Count - 1);
            clause.Before.Add(linked);
            Remember(linked, clause);
        }
        return clause.Before;
    }

    private LinkedMention? LinkWords(Mention mention, in LinkingContext clause) => mention switch
    {
        NameMention name => names.Link(name, clause),
        TitleMention title => titles.Link(title, clause),
        SeriesMention series => SeriesLinker.Link(series, state.Authorities, clause.Before.Count > 0 ? [clause.Before[^1]] : []),
        PointerMention pointer => pointers.Link(pointer, clause),
        ProtocolsTheretoMention group => titles.Link(group, clause.Index),
        RepeatMention again => LinkAgain(again, clause.Before),
        SelfMention self => LinkSelf(self, clause.Clause),
        CollectiveMention collective => new(collective, CitationForm.Collective, CitationKind.Resolution) { Link = new Link.Collective() },
        _ => null,
    };

    private void Remember(LinkedMention linked, in LinkingContext clause)
    {
        if (linked.Node is not { } node || node == WorkId.Self || linked.Kind != CitationKind.Instrument) return;
        if (linked.Mention is NameMention && linked.Mention.Span.Length * 2 >= clause.Text.Text.Length) state.Headed.Add(node);
        var printed = linked.Mention is NameMention or TitleMention ? linked.Mention.Span.In(clause.Text.Text).ToString() : "";
        state.Antecedents.Add(node, printed, clause.Index, clause.Clause.Label == ClauseLabel.Front);
        if (TermDefinitions.PlaceOfSigning(clause.Text.Text.AsSpan(linked.Mention.Span.End)) is not { } place) return;
        foreach (var noun in SignedNouns.All)
            state.Antecedents.Define([place, noun], node);
    }

    /// <summary>"the outcome document of the conference ..., held in ..., entitled “...”": description and title are
    /// one mention, by the title.</summary>
    private static bool Describes(LinkedMention description, LinkedMention title, string text)
    {
        if (title.Mention is not NameMention || description.Mention is not NameMention || title.Node is not { } node
            || description.Node != node)
            return false;
        if (!char.IsLower(text[description.Mention.Span.Start])) return false;
        var between = text.AsSpan(description.Mention.Span.End, Math.Max(0, title.Mention.Span.Start - description.Mention.Span.End));
        if (between.Length > LongestDescription || between.ContainsAny(';', '.')) return false;
        between = between.TrimEnd(" “\"‘'");
        if (between.EndsWith("The", StringComparison.Ordinal)) between = between[..^3].TrimEnd(" “\"‘'");
        return between.EndsWith("entitled", StringComparison.Ordinal);
    }

    /// <summary>A number that only its form speaks for and that could not be linked is no citation.</summary>
    private bool IsUnsupportedNumber(LinkedMention linked) => linked.Link is Link.Unknown && linked.Mention switch
    {
        ActMention { HasCue: false } => true,
        ActMention { Number.Shape: ActShape.Plain, Cue: not OrganCue.Named, Date: null, Body: null } =>
            state.Enacting.Document is not { Code: "SC" },
        _ => false,
    };

    /// <summary>The document's own number in its heading is no citation.</summary>
    private bool IsOwnHeading(Clause clause, Mention mention)
    {
        // "2995 (XXVII). Co-operation ...": a heading, the document's own or of a neighbour on the page
        if (mention is ActMention { Cue: OrganCue.None, HasCue: false } && mention.Span.Start == 0
            && clause.Kind is ClauseKind.Other or ClauseKind.Annex)
            return true;
        if (clause.Label != ClauseLabel.Front) return false;
        return mention switch
        {
            SymbolMention symbol => symbol.Symbol.ToString() == state.Symbol || IsAloneOnLine(clause.Text.ToSource(symbol.Span)),
            ActMention act => act.Span.Start == 0 && (act.Cue == OrganCue.None || IsWhole(act, clause.Text.Text)),
            _ => false,
        };
    }

    /// <summary>Whether nothing but a date is beside an act: "ECOSOC Resolution 2003/20" as a heading.</summary>
    private static bool IsWhole(ActMention act, string clause)
    {
        var after = clause.AsSpan(act.Span.End).Trim(" .,");
        if (after.IsEmpty) return true;
        var isDate = act.Date is not null || char.IsAsciiDigit(after[0]) && char.IsAsciiDigit(after[^1]);
        return isDate && clause.Length - act.Span.End < LongestDate;
    }

    /// <summary>Characters of a date printed after the number of a heading.</summary>
    private const int LongestDate = 24;

    /// <summary>The masthead of a joint letter prints its symbols on lines of their own.</summary>
    private bool IsAloneOnLine(TextSpan span)
    {
        var text = state.Resolution.Source.Text;
        var before = text.AsSpan(0, span.Start).TrimEnd(" \t\u00a0");
        var behind = text.AsSpan(span.End).TrimStart(" \t\u00a0\r");
        return (before.IsEmpty || before[^1] == '\n') && (behind.IsEmpty || behind[0] == '\n');
    }

    /// <summary>"target 5.2 of the 2030 Agenda": the agenda is the citation, the target its part.</summary>
    private NameMention? FollowingAgenda(RecognizedText text, int n)
    {
        if (n + 1 >= text.Mentions.Count || text.Mentions[n + 1] is not NameMention { Pinpoint.Length: 0 } name
            || state.Agenda is not { } agenda || !name.Match.Works.Contains(agenda))
            return null;
        var between = text.Text.AsSpan(text.Mentions[n].Span.End, name.Span.Start - text.Mentions[n].Span.End).Trim(" ,");
        return between is "of the" or "of" or "in the" or "under the" ? name : null;
    }

    private LinkedMention? LinkAgain(RepeatMention again, List<LinkedMention> before)
    {
        if (before.FindLast(b => ReferenceEquals(b.Mention, again.Of))?.Target is not { } target) return null;
        return new(again, CitationForm.Demonstrative, CitationKind.Backreference)
        {
            Link = target.IsSymbol ? state.ToSymbol(target.Value, again.Pinpoint) : new Link.Linked(target),
            Evidence = EvidenceText.WorkBefore,
        };
    }

    /// <summary>"subparagraph (ii) above" in OP2(a)(iii) is "para. 2 (a) (ii)": what the words leave out is that of the clause, down to
    /// items of their own kind.</summary>
    private static string? Completed(string pinpoint, string label)
    {
        var at = label.LastIndexOf("OP", StringComparison.Ordinal);
        if (at < 0) return null;
        var end = at + "OP".Length;
        while (end < label.Length && char.IsAsciiDigit(label[end])) end++;
        if (end == at + "OP".Length) return null;
        var parents = new StringBuilder(label[(at + "OP".Length)..end]);
        var open = pinpoint.IndexOf('(', StringComparison.Ordinal);
        var item = pinpoint.AsSpan(open + 1, pinpoint.AsSpan(open).IndexOf(')') - 1);
        for (var next = end; next < label.Length && label[next] == '(';)
        {
            var close = label.IndexOf(')', next);
            if (close < 0 || OfOneKind(label.AsSpan(next + 1, close - next - 1), item)) break;
            parents.Append(' ').Append(label, next, close + 1 - next);
            next = close + 1;
        }
        return string.Concat(pinpoint.AsSpan(0, open), parents.Append(' ').ToString(), pinpoint.AsSpan(open));
    }

    /// <summary>Whether two items are counted in the same way: with figures, numerals or letters.</summary>
    private static bool OfOneKind(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (char.IsAsciiDigit(one[0]) || char.IsAsciiDigit(other[0])) return char.IsAsciiDigit(one[0]) && char.IsAsciiDigit(other[0]);
        return IsNumeral(one) == IsNumeral(other);
    }

    private static bool IsNumeral(ReadOnlySpan<char> item) => !item.ContainsAnyExcept("ivx");

    /// <summary>Whether the paragraphs that bare words name ("as required by paragraph 14") are the document's own: it has them all, and an
    /// operative clause speaks.</summary>
    private bool HasParagraphs(SelfMention self, Clause clause)
    {
        if (clause.Kind != ClauseKind.Operative || self.Paragraphs.IsEmpty) return false;
        _paragraphs ??= [.. state.Resolution.Clauses.Where(c => c.Kind == ClauseKind.Operative).Select(c => NumberOf(c.Label.ToString()))];
        return self.Paragraphs.All(_paragraphs.Contains);
    }

    /// <summary>The paragraph's number in a label: 5 of <c>OP5(b)</c>; 0 where there is none.</summary>
    private static int NumberOf(string label)
    {
        if (!label.StartsWith("OP", StringComparison.Ordinal)) return 0;
        var end = "OP".Length;
        while (end < label.Length && char.IsAsciiDigit(label[end])) end++;
        return int.TryParse(label.AsSpan("OP".Length, end - "OP".Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : 0;
    }

    private LinkedMention? LinkSelf(SelfMention self, Clause clause)
    {
        if (clause.Kind == ClauseKind.Other) return null;
        if (self.IsUnlocated && !HasParagraphs(self, clause)) return null;
        var pinpoint = self.Pinpoint;
        if (self.Relative)
        {
            if (Completed(pinpoint, clause.Label.ToString()) is not { } whole) return null;
            pinpoint = whole;
        }
        return new(self, CitationForm.Self, CitationKind.Internal)
        {
            Link = new Link.Linked(WorkId.Self),
            Pinpoint = pinpoint,
            Evidence = EvidenceText.Itself
        };
    }
}
