using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>Says for a person why a mention has its treatment: the verb, its object, and what they are to each other.</summary>
internal static class TreatmentReason
{
    private const int LongestObject = 90;

    /// <summary>One sentence.</summary>
    /// <param name="governor">What governs.</param>
    /// <param name="verb">The words that decided, as printed.</param>
    /// <param name="near">The nearer words as printed, also where they did not decide; null where there are none.</param>
    /// <param name="text">The text that holds both the verb and the mention; null where the verb is in a clause above.</param>
    /// <param name="at">Position of the verb.</param>
    /// <param name="mention">Position of the mention.</param>
    public static string Of(Governor governor, string verb, string? near, string? text, TextSpan at, TextSpan mention)
    {
        if (governor.IsAside) return $"“{verb}” comes to its object after this aside.";
        if (governor.Acting is not null && governor.Reach != Reach.Direct) return $"“{near ?? verb}” acts on something else; {Role(governor.Reach)}.";
        if (governor.IsDenied) return $"“{near ?? verb}” is denied.";
        if (text is null) return $"“{verb}” governs from the clause above.";
        return governor.Near?.Place is VerbPlace.Connector or VerbPlace.WeakConnector
            ? $"“{verb}” gives the basis: “{Object(text, at, mention)}”."
            : mention.Start < at.Start ? $"“{verb}” says what happens to “{text[mention.Start..mention.End]}”." : $"“{verb}” governs “{Object(text, at, mention)}”.";
    }

    private static string Role(Reach reach) => reach switch
    {
        Reach.Time => "the work only says when",
        Reach.Lost => "the work is in another clause or in what that is about",
        _ => "the work is in what that is about",
    };

    /// <summary>From after the first words to the end of the second, the middle left out where it is long.</summary>
    private static string Object(string text, TextSpan first, TextSpan second)
    {
        var from = Math.Min(first.End, second.Start);
        var words = text[from..second.End].Trim();
        return words.Length <= LongestObject ? words : $"… {text[Math.Max(from, second.End - LongestObject)..second.End].TrimStart()}";
    }
}
