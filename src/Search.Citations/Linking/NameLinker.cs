using System.Globalization;
using Search.Citations.Authorities;
using Search.Citations.Recognition;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Linking;

/// <summary>Links names that the authorities know: which of several works is meant, and whether the words are a name at all.</summary>
internal sealed class NameLinker(LinkingState state, NoteLinker notes)
{
    /// <summary>Words of a text that speaks of treaties.</summary>
    private static readonly WordList TreatyWords = WordList.Of("treaty-words");

    /// <summary>The work named, or null where the words name none.</summary>
    public LinkedMention? Link(NameMention name, in LinkingContext clause)
    {
        var match = name.Match;
        if (match.Name.Kind == NameKind.Abbreviation && !IsBackedUp(match, clause.Text)) return null;
        if (IsTheme(clause.Text.Text, name.Span)) return null;
        if (!state.SpeaksOfUnitedNations && IsNickname(name.Span.In(clause.Text.Text)) && !IsBackedUp(match, clause.Text))
            return new(name, CitationForm.Named, CitationKind.Instrument) { Link = new Link.Unknown(EvidenceText.NicknameWithoutContext) };
        var form = match.Name.Kind == NameKind.Numbered ? CitationForm.Registered : CitationForm.Named;
        var linked = new LinkedMention(name, form, CitationKind.Instrument);
        if (match.Name.Pinpoint.Length > 0 && name.Pinpoint.Length == 0) linked.Pinpoint = match.Name.Pinpoint;
        var works = match.Works;
        if (works.Length > 1 && match.Name.Kind == NameKind.Anaphoric)
        {
            var noun = Lexicon.Find(match.Name.Noun).Singular();
            var parents = works.SelectMany(w => state.Authorities.Find(w) is { } work
                ? work.Relations.Where(r => r.Kind == WorkRelationKind.Supplements).Select(r => r.Target)
                : []).ToHashSet();
            var parent = state.Antecedents.LatestOf(parents, noun.IsWork() ? noun : Word.Other); // "thereto" names no noun
            works = [.. works.Where(w => state.Authorities.Find(w) is { } work
                && work.Relations.Any(r => r.Kind == WorkRelationKind.Supplements && r.Target == parent))];
        }
        // a text of 1990 cannot mean rules of 2015
        if (works.Length > 1 && state.Resolution.Front.Date is { } written
            && works.Where(w => IsOlder(w, written.Year)).ToArray() is { Length: > 0 } older)
            works = [.. older];
        if (works.Length > 1 && notes.InstrumentBehind(clause.Index, name.Span.End) is { } explained && works.Contains(explained))
            works = [explained];
        linked.Link = works.Length == 1 ? new Link.Linked(works[0])
            : works.Length == 0 ? new Link.Unknown(EvidenceText.NoneFits)
            : new Link.Ambiguous(works, EvidenceText.SeveralOfName);
        linked.Evidence = match.Name.Kind == NameKind.Anaphoric ? EvidenceText.NameCompleted : EvidenceText.Named;
        return linked;
    }

    private bool IsOlder(WorkId id, int year) =>
        state.Authorities.Find(id)?.Adopted is not { Length: >= 4 } adopted
            || int.Parse(adopted.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture) <= year;

    /// <summary>A place and a noun that others use too: "Paris Principles" are also those of cataloguing, a "Paris
    /// Agreement" can be one of two firms.</summary>
    private static bool IsNickname(ReadOnlySpan<char> words)
    {
        var blank = words.IndexOf(' ');
        if (blank < 0 || words[(blank + 1)..].Contains(' ')) return false;
        return char.IsUpper(words[0])
            && words[(blank + 1)..] is "Principles" or "Rules" or "Agreement" or "Agreements" or "Accord" or "Accords" or "Guidelines"
                or "Plan" or "Statement" or "Consensus" or "Pact" or "Compact" or "Strategy";
    }

    /// <summary>"on the theme “The future we want for all”": what a meeting was about, not a work.</summary>
    private static bool IsTheme(string text, TextSpan span)
    {
        if (span.End >= text.Length || text[span.End] is not ('”' or '"' or '’') && text[span.End - 1] is not ('”' or '"' or '’'))
            return false;
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
        if (state.Enacting.Document is not null || text.Bodies.Count > 0) return true;
        foreach (var work in match.Works)
            if (state.Antecedents.Knows(work)) return true;
        return TreatyWords.OccursIn(text.Text) || text.Text.Contains("tates parties", StringComparison.OrdinalIgnoreCase);
    }
}
