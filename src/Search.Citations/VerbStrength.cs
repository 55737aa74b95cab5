using Search.Citations.Authorities;
using Search.Resolutions.Vocabulary;

namespace Search.Citations;

/// <summary>How one verb is beside another one.</summary>
public enum VerbShift
{
    /// <summary>The same, or neither can be said.</summary>
    Other,

    /// <summary>It does more.</summary>
    Stronger,

    /// <summary>It does less.</summary>
    Weaker,

    /// <summary>It opposes what was supported, or supports what was opposed.</summary>
    Turned,
}

/// <summary>
/// Compares the verbs that open clauses: by force and polarity of their treatments; among directives by the
/// ladder that negotiators know; of one verb by its intensifiers. What none of these decide is not said.
/// </summary>
public sealed class VerbStrength
{
    /// <summary>Directives from weak to strong. Those on one step, and those that are not listed, are not
    /// compared with each other.</summary>
    private static readonly string[][] Ladder =
    [
        ["invites", "inviting"],
        ["encourages", "encouraging"],
        ["requests", "requesting", "calls upon", "calling upon", "calls on", "calling on", "calls for", "calling for", "appeals to",
            "appealing to", "appeals"],
        ["urges", "urging", "exhorts"],
        ["demands", "demanding", "insists"],
        ["decides", "deciding"],
    ];

    /// <summary>Words that a verb opens a text with: "expresses its deep concern".</summary>
    private const int OpeningWords = 4;

    private static readonly WordList StrongWords = WordList.Of("intensifiers");

    private readonly Dictionary<string, GoverningWords> _verbs = [];
    private readonly HashSet<string> _adverbs = [];
    private readonly int _longest;

    /// <summary>Reads the verbs of the authorities.</summary>
    public VerbStrength(AuthorityList authorities)
    {
        ArgumentNullException.ThrowIfNull(authorities);
        foreach (var row in authorities.Verbs.Rows)
        {
            if (row.Place == VerbPlace.Adverb) _adverbs.Add(row.Words);
            else if (row.Place is VerbPlace.Head or VerbPlace.Concern or VerbPlace.Directive) _verbs.TryAdd(row.Words, row);
        }
        _longest = _verbs.Keys.Select(v => v.Count(c => c == ' ') + 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>How the verb that opens one text is beside that of an earlier one.</summary>
    public VerbShift Compare(string before, string after)
    {
        var (first, second) = (Read(before), Read(after));
        if (first.Verb is not { } a || second.Verb is not { } b) return VerbShift.Other;
        if (a.Words == b.Words || Step(a.Words) >= 0 && Step(a.Words) == Step(b.Words))
            return a.Words == b.Words ? Shift(second.Intensifiers - first.Intensifiers) : VerbShift.Other;
        var (was, now) = (Polarity(a), Polarity(b));
        if (was != now && was != TreatmentPolarity.Neutral && now != TreatmentPolarity.Neutral) return VerbShift.Turned;
        if (Step(a.Words) is >= 0 and var from && Step(b.Words) is >= 0 and var to) return Shift(to - from);
        return IsKnown(a) && IsKnown(b) ? Shift(Force(b) - Force(a)) : VerbShift.Other;
    }

    /// <summary>The words that open a text up to the end of its verb, as printed; null where no known verb opens it.</summary>
    public string? Opening(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ').Take(_longest + 2).ToList();
        if (Read(text).Verb is not { } verb) return null;
        var last = verb.Words[(verb.Words.LastIndexOf(' ') + 1)..];
        var end = words.FindIndex(w => w.Trim(',', '\u00a0').Equals(last, StringComparison.OrdinalIgnoreCase));
        return end < 0 ? null : string.Join(' ', words.Take(end + 1)).TrimEnd(',');
    }

    private static VerbShift Shift(int difference) =>
        difference switch { > 0 => VerbShift.Stronger, < 0 => VerbShift.Weaker, _ => VerbShift.Other };

    private static int Step(string verb) => Array.FindIndex(Ladder, step => step.Contains(verb));

    /// <summary>Whether the table says what a verb does: one that only cites is in it so that it is not taken for another.</summary>
    private static bool IsKnown(GoverningWords verb) => verb.Treatment != Treatment.Cites || verb.Place != VerbPlace.Head;

    private static TreatmentPolarity Polarity(GoverningWords verb) =>
        verb.Place == VerbPlace.Concern ? TreatmentPolarity.Negative : verb.Treatment.Polarity();

    private static TreatmentForce Force(GoverningWords verb) => verb.Place switch
    {
        VerbPlace.Concern => TreatmentForce.Notes,
        VerbPlace.Directive => verb.Words is "decides" or "deciding" ? TreatmentForce.Decides : TreatmentForce.Urges,
        _ => verb.Treatment.Force(),
    };

    /// <summary>The longest verb that opens a text, adverbs left out, and how often it is intensified.</summary>
    private (GoverningWords? Verb, int Intensifiers) Read(string text)
    {
        var words = text.ToLowerInvariant().Split([' ', ',', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Take(_longest + _longest)
            .ToList();
        var intensifiers = words.Take(OpeningWords).Count(w => StrongWords.Contains(w));
        GoverningWords? found = null;
        var plain = words.Where(w => !_adverbs.Contains(w) && !StrongWords.Contains(w)).ToList();
        foreach (var list in (List<string>[])[words, plain])
            for (var n = Math.Min(_longest, list.Count); n > 0 && found is null; n--)
                found = _verbs.GetValueOrDefault(string.Join(' ', list.Take(n)));
        return (found, intensifiers);
    }
}
