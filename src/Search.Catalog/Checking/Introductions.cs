using Search.Citations;

namespace Search.Catalog.Checking;

/// <summary>Finds abbreviations of works and terms such as "the Convention" that a text uses and never introduces.</summary>
internal sealed class Introductions(PastedText text, KnownWorks works, Introductions.Report report)
{
    /// <summary>Takes a finding about a citation.</summary>
    public delegate bool Report(
        int index, Citation citation, string kind, string message, Resolutions.Text.TextSpan? span = null, string? expected = null,
        string? evidence = null, WorkName? work = null, CheckSource? source = null);

    public void Check()
    {
        var said = new HashSet<string>();
        for (var i = 0; i < text.Citations.Length; i++)
        {
            var citation = text.Citations[i];
            if (citation is { Form: CitationForm.Named, Link: Link.Linked linked } && IsAbbreviation(citation.Text))
            {
                if (!said.Add(citation.Text) || IsDefined(citation.Text)) continue;
                var work = works.Find(linked.Node);
                report(i, citation, FindingKind.NotIntroduced, CheckMessages.Abbreviation(citation.Text, work?.Name.Title
                    ?? linked.Node.Value), work: work?.Name);
            }
            else if (citation is { Form: CitationForm.Definite or CitationForm.Demonstrative, Link: Link.Unknown }
                && said.Add(citation.Text))
            {
                report(i, citation, FindingKind.NotIntroduced, CheckMessages.Term(citation.Text));
            }
        }
    }

    /// <summary>Whether the words are one word of capitals, signs and figures: "UNTOC", "ICCPR".</summary>
    private static bool IsAbbreviation(string mention)
    {
        var word = mention.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? mention.AsSpan(4) : mention;
        var capitals = 0;
        foreach (var c in word)
        {
            if (char.IsLower(c) || c == ' ') return false;
            if (char.IsUpper(c)) capitals++;
        }
        return capitals > 1;
    }

    /// <summary>"the Convention against Torture (CAT)".</summary>
    private bool IsDefined(string mention)
    {
        var word = mention.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? mention[4..] : mention;
        foreach (var clause in text.Document.Clauses)
            if (clause.Text.Text.Contains($"({word})", StringComparison.Ordinal)
                || clause.Text.Text.Contains($"“{word}”", StringComparison.Ordinal))
                return true;
        return false;
    }
}
