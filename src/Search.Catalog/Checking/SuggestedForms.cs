using Search.Catalog.Citing;
using Search.Citations;

namespace Search.Catalog.Checking;

/// <summary>Says how the editorial style writes the citations of a text: at its first mention an act has its body and
/// its date, later only its number.</summary>
internal sealed class SuggestedForms(KnownWorks works)
{
    private readonly HashSet<WorkId> _mentioned = [];

    /// <summary>The form of the next citation of the text; null where it is written so, or style has no rule for it.</summary>
    public string? For(Citation citation)
    {
        if (citation is not
            {
                Link: Link.Linked { Target: var target },
                Kind: CitationKind.Resolution or CitationKind.Decision or CitationKind.Symbol,
                Form: not (CitationForm.Ibid or CitationForm.Demonstrative or CitationForm.Definite)
            })
            return null;
        if (!_mentioned.Add(target)) return null;
        var form = EditorialStyle.Act(target.Value, works.Find(target)?.Date?.Value);
        return form is null || IsWrittenSo(citation, form) ? null : form;
    }

    // The body may be left out where "its" or a list names it, and the date follows the citation.
    private static bool IsWrittenSo(Citation citation, string form)
    {
        var (printed, noun) = (citation.Text.Trim(), citation.Kind == CitationKind.Decision ? "decision " : "resolution ");
        var number = form[(form.IndexOf(noun, StringComparison.Ordinal) + noun.Length)..];
        if (number.IndexOf(" of ", StringComparison.Ordinal) is > 0 and var date) number = number[..date];
        if (citation.Form == CitationForm.Symbol || printed.Contains("/RES/", StringComparison.Ordinal)) return false;
        return printed.Contains(number, StringComparison.Ordinal) && (printed.Length == number.Length || HasNoun(printed));
    }

    private static bool HasNoun(string printed) =>
        printed.Contains("resolution", StringComparison.OrdinalIgnoreCase)
            || printed.Contains("decision", StringComparison.OrdinalIgnoreCase);
}
