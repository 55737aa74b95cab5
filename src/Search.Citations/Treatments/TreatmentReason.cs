using Search.Citations.Authorities;
using Search.Resolutions.Text;

namespace Search.Citations.Treatments;

/// <summary>Says for a reader why a mention has its treatment: the verb, its object, and what the mention is to it.</summary>
internal static class TreatmentReason
{
    private const int LongestObject = 90;
    private const int LongestVerb = 60;

    /// <summary>Where nothing governs.</summary>
    public const string NoVerb = "No verb governs it.";

    /// <summary>One sentence.</summary>
    /// <param name="governor">What governs.</param>
    /// <param name="text">The text of the clause that has the mention.</param>
    /// <param name="clause">Its index.</param>
    /// <param name="textOf">The text of a clause by its index: a verb may be in the clause above.</param>
    /// <param name="mention">Where the mention is, or the mark of its note.</param>
    public static string Of(Governor governor, string text, int clause, Func<int, string> textOf, TextSpan mention)
    {
        var head = governor.HeadClause < 0 ? null : new Phrase(governor.HeadAt, governor.HeadClause, textOf(governor.HeadClause));
        var near = governor.NearClause < 0 ? null : new Phrase(governor.NearAt, governor.NearClause, textOf(governor.NearClause));
        if ((near ?? head) is not { } nearest) return NoVerb;
        if (governor.IsAside) return $"“{nearest.Printed}” comes to its object after this aside.";
        var full = near is null ? nearest.Printed : Full(governor.Near!, near, head);
        if (governor.Acting is not null && governor.Reach != Reach.Direct)
        {
            return governor.Treatment == Treatment.Cites || near is null || head is null
                ? $"“{full}” acts on something else; {Role(governor.Reach)}."
                : $"{Governs(head.Printed, head, text, clause, mention)} “{near.Printed}” acts on something else; {Role(governor.Reach)}.";
        }
        if (governor.IsDenied) return $"“{full}” is negated, so the work is only cited.";
        return governor.Near?.Place is VerbPlace.Connector or VerbPlace.WeakConnector && near!.Clause == clause
            ? $"“{near.Printed}” gives the basis: “{Object(text, near.At, mention)}”."
            : Governs(full, near ?? head!, text, clause, mention);
    }

    /// <summary>Where the text that speaks is what the verb would act on.</summary>
    public static string OfSelf(GoverningVerb? verb) => $"The mention is of this text itself, which “{verb?.Text}” cannot act on.";

    private static string Governs(string printed, Phrase verb, string text, int clause, TextSpan mention)
    {
        if (verb.Clause != clause) return $"“{printed}”, in the paragraph above, governs this item.";
        return mention.Start < verb.At.Start
            ? $"“{printed}” says what happens to “{text[mention.Start..mention.End]}”."
            : $"“{printed}” governs “{Object(text, verb.At, mention)}”.";
    }

    private static string Role(Reach reach) => reach switch
    {
        Reach.Time => "the work only says when",
        Reach.Lost => "the work is in another clause or in what that is about",
        _ => "the work is in what that is about",
    };

    /// <summary>"Decides to extend": the verb with the head that it depends on, the words between left out where they are many.</summary>
    private static string Full(GoverningWords row, Phrase near, Phrase? head)
    {
        var depends = row.Place is VerbPlace.Decision or VerbPlace.Act or VerbPlace.Infinitive;
        if (!depends || head is null || head.Clause != near.Clause || head.At.End >= near.At.Start) return near.Printed;
        if (near.At.End - head.At.Start <= LongestVerb) return near.Text[head.At.Start..near.At.End];
        return near.Text.AsSpan(0, near.At.Start).EndsWith(" to ", StringComparison.Ordinal)
            ? $"{head.Printed} … to {near.Printed}"
            : $"{head.Printed} … {near.Printed}";
    }

    /// <summary>The words from the verb to the end of the mention; the middle is left out where they are many.</summary>
    private static string Object(string text, TextSpan verb, TextSpan mention)
    {
        var words = text.AsSpan()[Math.Min(verb.End, mention.Start)..mention.End].Trim(" ,");
        if (words.Length <= LongestObject) return words.ToString();
        var first = words[..(LongestObject / 2)];
        if (first.LastIndexOf(' ') is > 0 and var space) first = first[..space];
        // Before the mark of a note the last words are shown, otherwise what is cited.
        var isMark = mention.Length <= 1 || mention.Length > LongestObject;
        var last = words[^Math.Min(isMark ? LongestObject / 2 : mention.Length, words.Length)..];
        if (isMark && last.IndexOf(' ') is >= 0 and var next) last = last[(next + 1)..];
        return $"{first.TrimEnd(',')} … {last}";
    }

    private sealed record Phrase(TextSpan At, int Clause, string Text)
    {
        public string Printed => At.In(Text).ToString();
    }
}
