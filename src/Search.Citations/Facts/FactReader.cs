using System.Collections.Immutable;
using Search.Citations.Identity;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Facts;

/// <summary>Reads what the text of a document says about the works that it cites: the words directly before
/// and after each citation.</summary>
internal sealed class FactReader(CorpusEntry document, WorkId own)
{
    /// <summary>Characters before a citation that are read.</summary>
    private const int Reach = 360;

    /// <summary>Characters by which a note may be longer than the symbol that it gives: "See", a full stop.</summary>
    private const int NoteSlack = 6;

    /// <summary>Paragraphs of a preamble that can say what a resolution is about.</summary>
    private const int FirstClauses = 2;

    /// <summary>Documents that texts date: "the letter dated 5 May 2001".</summary>
    private static readonly ImmutableArray<string> Documents =
        ["report", "note", "letter", "statement", "communication", "memorandum", "note verbale"];

    /// <summary>Words between or after which a date is that of something else.</summary>
    private static readonly WordList Others = WordList.Of("other-dated");

    /// <summary>Parts of a document that have titles of their own.</summary>
    private static readonly WordList Parts = WordList.OfAnyCase("titled-parts");

    /// <summary>Articles and possessives before a noun.</summary>
    private static readonly WordList Articles = WordList.Of("ending-articles");

    /// <summary>All statements of the document, in the order of its citations.</summary>
    public IEnumerable<FactStatement> Read()
    {
        if (OwnSubject() is { } about) yield return new(own, null, about, TitleSource.Subject);
        foreach (var citation in document.Citations)
        {
            if (citation.Link is not Link.Linked { Target: var work } || work == WorkId.Self || work == own) continue;
            if (citation.Form is CitationForm.Ibid or CitationForm.Demonstrative or CitationForm.Definite or CitationForm.Self) continue;
            if (TextOf(citation) is not { } text) continue;
            if (citation.Form != CitationForm.Named || work.IsTitle)
            {
                var date = PrintedDate.After(text, citation.Local.End, out var after);
                if (date is { } day) yield return new(work, PrintedDate.Iso(day));
                else if (work.IsTitle && PrintedDate.Adoption(text, citation.Local.End) is { } adopted) yield return new(work, adopted);
                if (citation.Pinpoint.Length == 0 && !IsOfAPart(text, citation.Local.Start) && PrintedTitle.After(text, after) is { } title)
                    yield return new(work, null, title, TitleSource.Quoted);
                else if (IsAct(citation) && PrintedTitle.SubjectAfter(text, after) is { } subject)
                    yield return new(work, null, subject, TitleSource.Subject);
            }
            if (citation.Kind != CitationKind.Symbol && citation.Form != CitationForm.Symbol) continue;
            foreach (var statement in OfSymbol(work, citation, text)) yield return statement;
        }
    }

    /// <summary>
    /// What a resolution of the Security Council is about: it has no title, but "Recalling its previous resolutions
    /// and the statements of its President on the situation in Somalia" or "Having considered the situation in Somalia" at its beginning
    /// says the subject. Null where it does not begin so.
    /// </summary>
    private string? OwnSubject()
    {
        var front = document.Resolution.Front;
        if (front is not { Kind: DocumentKind.Resolution, Title: null } || front.Organ.Body != Bodies.SecurityCouncil) return null;
        var read = 0;
        foreach (var clause in document.Resolution.Clauses)
        {
            if (clause.Kind != ClauseKind.Preambular) continue;
            if ((PrintedTitle.OwnSubject(clause.Text.Text) ?? PrintedTitle.Considered(clause.Text.Text)) is { } about) return about;
            if (++read == FirstClauses) return null;
        }
        return null;
    }

    private IEnumerable<FactStatement> OfSymbol(WorkId work, Citation citation, string text)
    {
        var before = text[Math.Max(0, citation.Local.Start - Reach)..citation.Local.Start];
        if (QuarterYear(before) is { } year) yield return new(work, year);
        if (before.TrimEnd().EndsWith('('))
            foreach (var statement in Before(work, before.TrimEnd()[..^1].TrimEnd())) yield return statement;
        if (citation.Note is { } note && text.Length - (citation.Local.End - citation.Local.Start) <= NoteSlack)
            foreach (var words in Anchored(note))
                foreach (var statement in Before(work, words)) yield return statement;
    }

    /// <summary>What the words say that end where a symbol in brackets, or the mark of a note that is only the symbol, follows.</summary>
    private static IEnumerable<FactStatement> Before(WorkId work, string words)
    {
        words = words.TrimEnd(' ', ',');
        if (PrintedTitle.RecordsAtEnd(words, OrganOf(work)) is { } records)
        {
            yield return new(work, null, records, TitleSource.Records);
            yield break;
        }
        words = LastSentence(words);
        if (PrintedTitle.QuotedAtEnd(words) is { } quoted) yield return new(work, null, quoted, TitleSource.Quoted);
        if (DateOf(words) is { } day) yield return new(work, PrintedDate.Iso(day));
        var (subject, author) = PrintedTitle.Description(words);
        if (subject is not null) yield return new(work, null, subject, TitleSource.Subject);
        if (author is not null) yield return new(work, null, author, TitleSource.Author);
    }

    /// <summary>The date of the document that the words describe: "the letter dated 5 May 2001 from the
    /// Permanent Representative of Chad".</summary>
    private static DateOnly? DateOf(string words)
    {
        var (noun, at) = (-1, -1);
        foreach (var document in Documents)
            if (LastWord(words, document) is var found and >= 0 && found > at) (noun, at) = (found + document.Length, found);
        if (noun < 0 || PrintedDate.Only(words.AsSpan(noun), out var begins, out var ends) is not { } date || begins < 0) return null;
        var between = words.AsSpan(noun, begins);
        var behind = words.AsSpan(noun + ends);
        foreach (var other in Others.All)
            if (between.Contains(other, StringComparison.Ordinal) || other[0] != ' ' && behind.Contains(other, StringComparison.Ordinal))
                return null;
        return between.Contains(" and ", StringComparison.Ordinal) && begins > 0 && between.EndsWith(" and", StringComparison.Ordinal)
            ? null
            : date;
    }

    private static int LastWord(string text, string word)
    {
        for (var at = text.LastIndexOf(word, StringComparison.Ordinal); at >= 0; at = at == 0
            ? -1
            : text.LastIndexOf(word, at - 1, StringComparison.Ordinal))
        {
            var begins = at == 0 || !char.IsLetter(text[at - 1]);
            var ends = at + word.Length == text.Length || !char.IsLetter(text[at + word.Length]);
            if (begins && ends) return at;
        }
        return -1;
    }

    /// <summary>"Supplement for October, November and December 1993, document": the quarter of a document
    /// of the Security Council.</summary>
    private static string? QuarterYear(string before)
    {
        var text = before.AsSpan().TrimEnd();
        if (!text.EndsWith("document", StringComparison.Ordinal) && !text.EndsWith("documents", StringComparison.Ordinal)) return null;
        text = text[..text.LastIndexOf("document", StringComparison.Ordinal)].TrimEnd(" ,");
        if (text.Length < 5 || text[^4..].IndexOfAnyExceptInRange('0', '9') >= 0) return null;
        var supplement = text.LastIndexOf("Supplement for ", StringComparison.Ordinal);
        return supplement >= 0 && text[supplement..^4].IndexOfAnyInRange('0', '9') < 0 ? text[^4..].ToString() : null;
    }

    /// <summary>The words before each mark of a note.</summary>
    private IEnumerable<string> Anchored(int note)
    {
        foreach (var anchor in document.Resolution.Notes[note].Anchors)
        {
            var clause = document.Resolution.Clauses[anchor.Clause];
            var at = Math.Min(clause.Marks[anchor.Mark].Position, clause.Text.Length);
            yield return clause.Text.Text[Math.Max(0, at - Reach)..at];
        }
    }

    /// <summary>"the section of resolution 99/1 entitled": a title after the citation is that of the part.</summary>
    private static bool IsOfAPart(string text, int at)
    {
        var before = text.AsSpan(0, at).TrimEnd();
        foreach (var article in Articles.All)
            if (before.EndsWith(article, StringComparison.Ordinal)) before = before[..^article.Length];
        if (!before.EndsWith(" of", StringComparison.Ordinal)) return false;
        before = before[..^" of".Length];
        return Parts.Closes(before);
    }

    private static bool IsAct(Citation citation) =>
        citation is { Kind: CitationKind.Resolution or CitationKind.Decision, Pinpoint: "", Link: Link.Linked { Instrument: null } };

    private string? TextOf(Citation citation) =>
        citation.Note is { } note ? document.Resolution.Notes[note].Text.Text
            : citation.Clause >= 0 ? document.Resolution.Clauses[citation.Clause].Text.Text
            : null;

    // A bracket or a semicolon ends what the words can be about.
    private static string LastSentence(string words)
    {
        var at = words.AsSpan().LastIndexOfAny("();[]");
        return at < 0 ? words : words[(at + 1)..];
    }

    private static string? OrganOf(WorkId work) =>
        work.Value.StartsWith("A/", StringComparison.Ordinal) ? "General Assembly"
            : work.Value.StartsWith("E/", StringComparison.Ordinal) ? "Economic and Social Council"
            : null;
}
