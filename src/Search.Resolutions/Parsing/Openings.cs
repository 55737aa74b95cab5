namespace Search.Resolutions.Parsing;

/// <summary>Tells where a resolution opens among the paragraphs of a document, and whether it is the document's
/// own or a draft inside it.</summary>
internal static class Openings
{
    /// <summary>How many paragraphs of front matter may be between a paragraph 1 and the enacting line.</summary>
    private const int Nearby = 40;

    /// <summary>Paragraphs before an enacting line that may say that a draft follows.</summary>
    private const int LeadReach = 3;

    /// <summary>Paragraphs between a numbered heading and its enacting line, and one.</summary>
    private const int HeadingReach = 3;

    /// <summary>Whether a paragraph is an enacting line.</summary>
    /// <param name="paragraphs">All paragraphs.</param>
    /// <param name="i">Which one.</param>
    /// <param name="operative">Whether it is in an operative part, where a line without its comma is only a name.</param>
    public static bool IsEnacting(List<Paragraph> paragraphs, int i, bool operative)
    {
        var text = paragraphs[i].Text.Text;
        if (text.Length > EnactingLine.Limit || !EnactingLine.IsAlone(text)) return false;
        if (EnactingLine.EndsInComma(text)) return true;
        // without its comma the line must be followed by a paragraph with a head
        return i + 1 < paragraphs.Count && !operative && paragraphs[i + 1].Head.Known;
    }

    /// <summary>Whether an enacting line follows soon.</summary>
    public static bool FollowSoon(List<Paragraph> paragraphs, int from)
    {
        for (var i = from; i < paragraphs.Count && i < from + Nearby; i++)
            if (paragraphs[i].Number.Style == EnumeratorStyle.None && IsEnacting(paragraphs, i, operative: false)) return true;
        return false;
    }

    /// <summary>Whether an enacting line opens a draft inside the document, not the next of several resolutions.</summary>
    public static bool IsDraft(Paragraph enacting, List<ClauseDraft> before, bool annex)
    {
        if (enacting.Quoted || annex) return true;
        for (var i = before.Count - 1; i >= 0 && i >= before.Count - LeadReach; i--)
        {
            var text = before[i].Paragraph.Text.Text;
            if (text.EndsWith(':')
                && (text.Contains("resolution", StringComparison.Ordinal) || text.Contains("decision", StringComparison.Ordinal)))
                return true;
            if (text.StartsWith("Draft resolution", StringComparison.OrdinalIgnoreCase)) return true;
        }
        return false;
    }

    /// <summary>"1989/62. Concerted action ...": whether a paragraph heads the next resolution on the page,
    /// whose enacting line follows.</summary>
    public static bool HeadsNext(List<Paragraph> paragraphs, int i)
    {
        if (paragraphs[i].Text.Text is not [>= '0' and <= '9', ..]) return false;
        for (var next = i + 1; next < paragraphs.Count && next <= i + HeadingReach; next++)
            if (paragraphs[next].Number.Style == EnumeratorStyle.None && IsEnacting(paragraphs, next, operative: false))
                return NumberedHeading.Read(paragraphs[i].Text.Text, PrintedOrgan.Enacting(paragraphs[next].Text.Text)).Symbol is not null;
        return false;
    }
}
