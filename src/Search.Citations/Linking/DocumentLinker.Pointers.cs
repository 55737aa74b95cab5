using Search.Citations.Recognition;
using Search.Resolutions;
using Search.Resolutions.Text;

namespace Search.Citations.Linking;

/// <content>Words that point at a work without its name: "that Protocol", "the Strategy", "its Charter", "this Convention".</content>
internal sealed partial class DocumentLinker
{
    private LinkedMention? LinkPointer(PointerMention pointer, int clause, RecognizedText text, List<LinkedMention> before)
    {
        var form = pointer.Demonstrative ? CitationForm.Demonstrative : CitationForm.Definite;
        var linked = new LinkedMention(pointer, form, CitationKind.Backreference);
        if (pointer.Noun is Word.Resolution or Word.Decision)
        {
            var kind = pointer.Noun == Word.Resolution ? CitationKind.Resolution : CitationKind.Decision;
            var act = before.FindLast(b => b.Kind == kind && b.Target is not null);
            if (act is null && clause > 0 && _linked[clause - 1] is { } previous && previous.FindAll(b => b.Kind == kind && b.Target is not null) is [var only]) act = only;
            if (act?.Link is not Link.Linked known) return null;
            linked.Link = ToSymbol(known.Target.Value, pointer.Pinpoint);
            linked.Evidence = Because.ActBefore;
            return linked;
        }
        if (IsDefinition(text.Text, pointer.Span) && before.Count > 0 && before[^1].Node is { } defined)
        {
            _antecedents.Define(pointer.Words, defined);
            return null;
        }
        var present = pointer.Own && text.Text.AsSpan(pointer.Span.Start).StartsWith("the present", StringComparison.OrdinalIgnoreCase);
        if (present && _resolution.Clauses[clause].Kind == ClauseKind.Other) return null; // a text that is no document's
        if (present || pointer.Own && IsOwnWork(pointer, clause)) return new(pointer, CitationForm.Self, CitationKind.Internal) { Link = new Link.Linked(WorkId.Self), Evidence = Because.Itself };
        if (pointer.Possessive) return LinkPossessive(pointer, clause, text);
        if (pointer.Demonstrative && pointer.Words.Length == 1 && LastOfNoun(pointer, text, before) is { } nearest)
        {
            linked.Link = nearest;
            linked.Evidence = nearest is Link.Unknown unread ? unread.Reason : Because.LastNamed;
            return linked;
        }
        var reading = _antecedents.Resolve(pointer, clause);
        if (reading.Id is null && reading.Candidates.Count == 0 && _notes.SourceBehind(clause, pointer.Span.End) is { } source)
        {
            // "the Global Plan of Action³": the note tells what it is
            _antecedents.Define(pointer.Words, source);
            linked.Link = new Link.Linked(source);
            linked.Evidence = Because.NoteBehind;
            return linked;
        }
        if (reading.Id is null && char.IsLower(pointer.Words[^1][0])) return null; // "the Paris agreements" of which none is named
        if (reading.Id is null && reading.Candidates.Count == 0 && pointer is { Noun: Word.Charter, Words.Length: 1 } && SpeaksOfUnitedNations(text)) reading = new(new("un-charter"), [], Because.UsualCharter);
        if (reading.Id is { } id) linked.Link = new Link.Linked(id);
        else if (reading.Candidates.Count == 0 && AsTitle(pointer, text) is { } title) return LinkTitle(title, clause);
        else if (reading.Candidates.Count > 1) linked.Link = new Link.Ambiguous([.. reading.Candidates], reading.How);
        else return null;
        linked.Evidence = reading.How;
        return linked;
    }

    /// <summary>Whether "the Charter" can be that of the United Nations: other constitutions are called so too.</summary>
    private bool SpeaksOfUnitedNations(RecognizedText text) => _enacting.Document is not null || text.Bodies.Count > 0 || text.Text.Contains("United Nations", StringComparison.Ordinal);

    /// <summary>"this Convention" in a convention's own text, which a resolution adopts: the document speaks of itself.</summary>
    private bool IsOwnWork(PointerMention pointer, int clause) => _resolution.Clauses[clause].Kind == ClauseKind.Annex || _ownNouns.Contains(pointer.Noun);

    /// <summary>
    /// What "that Protocol" takes up within its clause: the nearest work before it whose own noun that is. Where the noun stands
    /// nearest in words that nobody could read as a work, the link is unknown; null where the clause has no such noun.
    /// </summary>
    private Link? LastOfNoun(PointerMention pointer, RecognizedText text, List<LinkedMention> before)
    {
        var noun = pointer.Words[0];
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
                if (text.At(span) is PointerMention defined && IsDefinition(text.Text, defined.Span)) continue;
                return new Link.Unknown(Because.UnreadNoun(noun));
            }
            var mention = before[linked];
            if (mention.Node is not { } node) return mention.Link;
            if (mention.Mention is PointerMention || node.IsTitle || _antecedents.IsCalled(node, pointer.Noun)) return new Link.Linked(node);
        }
        return null;
    }

    /// <summary>Characters back that "that Protocol" may look for its noun.</summary>
    private const int FarthestNoun = 800;

    /// <summary>"the United Nations and its Charter", "its provisional rules of procedure"; null where the owner's work is not certain.</summary>
    private LinkedMention? LinkPossessive(PointerMention pointer, int clause, RecognizedText text)
    {
        var linked = new LinkedMention(pointer, CitationForm.Definite, CitationKind.Backreference);
        if (pointer.Noun == Word.Rules)
        {
            var title = _enacting.At(_resolution.Clauses[clause].Span.Start)?.Code switch
            {
                "GA" => "Rules of procedure of the General Assembly",
                "SC" => "Provisional rules of procedure of the Security Council",
                "ECOSOC" => "Rules of procedure of the Economic and Social Council",
                _ => null,
            };
            if (title is null || !pointer.Pinpoint.Contains("rule", StringComparison.Ordinal) || _authorities.ResolveByName(title).Works is not [var rules]) return null;
            linked.Link = new Link.Linked(rules.Id);
            linked.Evidence = Because.RulesOfOrgan;
            return linked;
        }
        var reading = _antecedents.Resolve(pointer, clause);
        if (pointer.Noun == Word.Charter)
        {
            var sentence = text.Text;
            if (!sentence.Contains("United Nations", StringComparison.Ordinal) && !sentence.Contains("the Organization", StringComparison.Ordinal)) return null;
            if (reading.Candidates.Exists(c => c != new WorkId("un-charter"))) return null;
            linked.Link = new Link.Linked(new("un-charter"));
            linked.Evidence = Because.UsualCharter;
            return linked;
        }
        if (reading.Candidates is not [var only]) return null;
        linked.Link = new Link.Linked(only);
        linked.Evidence = reading.How;
        return linked;
    }

    /// <summary>"the Brazzaville Declaration", named for the first time: a proper name before the noun makes it a title.</summary>
    private static TitleMention? AsTitle(PointerMention pointer, RecognizedText text)
    {
        if (!TitleScanner.IsProper(pointer.Words)) return null;
        var words = pointer.Span.In(text.Text);
        var start = pointer.Span.Start + words.IndexOf(pointer.Words[0]);
        var span = new TextSpan(start, pointer.Span.End);
        return new() { Span = span, Title = span.In(text.Text).ToString(), Noun = pointer.Noun, Pinpoint = pointer.Pinpoint, PinpointSpan = pointer.PinpointSpan };
    }

    /// <summary>"(hereinafter referred to as “the Convention”)": the words define a term, they cite nothing more.</summary>
    private static bool IsDefinition(string text, TextSpan span)
    {
        var from = Math.Max(0, span.Start - 60);
        var open = text.AsSpan(from, span.Start - from).LastIndexOf('(');
        if (open < 0) return false;
        var between = text.AsSpan(from + open + 1, span.Start - from - open - 1);
        if (between.Contains(')')) return false;
        var close = text.AsSpan(span.End, Math.Min(4, text.Length - span.End)).IndexOf(')');
        return close >= 0 && (between.Trim(" “\"‘'").IsEmpty || between.Contains("hereinafter", StringComparison.OrdinalIgnoreCase) || between.Contains("referred to", StringComparison.Ordinal));
    }

    /// <summary>The place behind "signed at", by which an agreement is called later: "the Lusaka agreement".</summary>
    private static string? PlaceOf(ReadOnlySpan<char> behind)
    {
        behind = behind.TrimStart(" ,");
        foreach (var word in (string[])["signed in ", "signed at ", "concluded in ", "concluded at ", "reached in ", "reached at "])
        {
            if (!behind.StartsWith(word, StringComparison.Ordinal)) continue;
            var place = behind[word.Length..];
            var end = 0;
            while (end < place.Length && char.IsLetter(place[end])) end++;
            return end > 2 && char.IsUpper(place[0]) ? place[..end].ToString() : null;
        }
        return null;
    }
}
