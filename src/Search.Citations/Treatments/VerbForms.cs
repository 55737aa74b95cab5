using Search.Citations.Authorities;

namespace Search.Citations.Treatments;

/// <summary>Derives the forms of listed heads that declarations ("We recall") and reports ("Recalled") use.</summary>
internal static class VerbForms
{
    /// <summary>The plural of a head in the present tense, and the past where the verb does not act on its object:
    /// a report decides nothing.</summary>
    public static IEnumerable<GoverningWords> Of(GoverningWords row)
    {
        if (row.Place is not (VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive) || !WordContext.IsFinite(row)) yield break;
        var space = row.Words.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (row.Words, "") : (row.Words[..space], row.Words[space..]);
        if (verb == "is") yield break;
        var plural = verb.EndsWith("sses", StringComparison.Ordinal) || verb.EndsWith("ches", StringComparison.Ordinal)
            ? verb[..^2]
            : verb[..^1];
        yield return row with { Words = plural + rest, Form = VerbForm.Plural };
        if (!row.Treatment.Acts()) yield return row with { Words = Past(plural) + rest, Form = VerbForm.Past };
    }

    private static string Past(string plural) => plural switch
    {
        "take" => "took",
        "draw" => "drew",
        "pay" => "paid",
        "find" => "found",
        _ => plural.EndsWith('e') ? plural + "d" : plural + "ed",
    };
}
