using Search.Resolutions.Vocabulary;

namespace Search.Citations;

/// <summary>Whether a treatment supports what it cites.</summary>
public enum TreatmentPolarity
{
    /// <summary>It neither supports nor opposes it.</summary>
    Neutral,

    /// <summary>It supports it or relies on it.</summary>
    Positive,

    /// <summary>It opposes it, ends it or worries about it.</summary>
    Negative,
}

/// <summary>How much a treatment does, in ascending order.</summary>
public enum TreatmentForce
{
    /// <summary>It names the work.</summary>
    Mentions,

    /// <summary>It takes the work in.</summary>
    Notes,

    /// <summary>It takes a position on the work or rests on it.</summary>
    Affirms,

    /// <summary>It asks others to act on the work.</summary>
    Urges,

    /// <summary>It changes the work's standing.</summary>
    Decides,
}

/// <summary>What the treatments say of the work: polarity and force.</summary>
public static class TreatmentTraits
{
    /// <summary>In the order of <see cref="Treatment"/>. The last column: whether the work must be the verb's object,
    /// or an act or a part of it.</summary>
    private static readonly (Treatment Treatment, TreatmentPolarity Polarity, TreatmentForce Force, bool Acts)[] Table =
    [
        (Treatment.Cites, TreatmentPolarity.Neutral, TreatmentForce.Mentions, false),
        (Treatment.Recalls, TreatmentPolarity.Neutral, TreatmentForce.Mentions, false),
        (Treatment.Reaffirms, TreatmentPolarity.Positive, TreatmentForce.Affirms, false),
        (Treatment.GuidedBy, TreatmentPolarity.Positive, TreatmentForce.Affirms, false),
        (Treatment.TakesNote, TreatmentPolarity.Neutral, TreatmentForce.Notes, false),
        (Treatment.NotesWithAppreciation, TreatmentPolarity.Positive, TreatmentForce.Notes, false),
        (Treatment.NotesWithConcern, TreatmentPolarity.Negative, TreatmentForce.Notes, false),
        (Treatment.Welcomes, TreatmentPolarity.Positive, TreatmentForce.Affirms, false),
        (Treatment.Considers, TreatmentPolarity.Neutral, TreatmentForce.Notes, false),
        (Treatment.Endorses, TreatmentPolarity.Positive, TreatmentForce.Decides, false),
        (Treatment.Establishes, TreatmentPolarity.Positive, TreatmentForce.Decides, true),
        (Treatment.Renews, TreatmentPolarity.Positive, TreatmentForce.Decides, true),
        (Treatment.Implements, TreatmentPolarity.Positive, TreatmentForce.Urges, false),
        (Treatment.UrgesRatification, TreatmentPolarity.Positive, TreatmentForce.Urges, false),
        (Treatment.UrgesCompliance, TreatmentPolarity.Positive, TreatmentForce.Urges, false),
        (Treatment.Amends, TreatmentPolarity.Neutral, TreatmentForce.Decides, true),
        (Treatment.Terminates, TreatmentPolarity.Negative, TreatmentForce.Decides, true),
        (Treatment.Deplores, TreatmentPolarity.Negative, TreatmentForce.Affirms, true),
        (Treatment.Defines, TreatmentPolarity.Neutral, TreatmentForce.Affirms, false),
    ];

    /// <summary>Whether the treatment supports what it cites.</summary>
    public static TreatmentPolarity Polarity(this Treatment treatment) => Table[(int)treatment].Polarity;

    /// <summary>How much the treatment does.</summary>
    public static TreatmentForce Force(this Treatment treatment) => Table[(int)treatment].Force;

    /// <summary>Polarity and force of the treatment that a word names, as words: <c>positive</c>, <c>decides</c>.</summary>
    public static (string Polarity, string Force) Strength(string word)
    {
        var (_, polarity, force, _) = Table[EnumWords.TryParse(word, out Treatment treatment) ? (int)treatment : 0];
        return (polarity.Word(), force.Word());
    }

    /// <summary>Whether the verb counts only for its own object: an aside or what the object is about is merely cited.</summary>
    internal static bool Acts(this Treatment treatment) => Table[(int)treatment].Acts;
}
