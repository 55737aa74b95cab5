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

/// <summary>The words by which treatments are written in files, requests and answers, with their polarity and force.</summary>
public static class TreatmentWords
{
    /// <summary>In the order of <see cref="Treatment"/>. The last column: whether the work must be the verb's object, or an act or a part of it.</summary>
    private static readonly (string Word, TreatmentPolarity Polarity, TreatmentForce Force, bool Acts)[] Table =
    [
        ("cites", TreatmentPolarity.Neutral, TreatmentForce.Mentions, false),
        ("recalls", TreatmentPolarity.Neutral, TreatmentForce.Mentions, false),
        ("reaffirms", TreatmentPolarity.Positive, TreatmentForce.Affirms, false),
        ("guided-by", TreatmentPolarity.Positive, TreatmentForce.Affirms, false),
        ("takes-note", TreatmentPolarity.Neutral, TreatmentForce.Notes, false),
        ("notes-with-appreciation", TreatmentPolarity.Positive, TreatmentForce.Notes, false),
        ("notes-with-concern", TreatmentPolarity.Negative, TreatmentForce.Notes, false),
        ("welcomes", TreatmentPolarity.Positive, TreatmentForce.Affirms, false),
        ("considers", TreatmentPolarity.Neutral, TreatmentForce.Notes, false),
        ("endorses", TreatmentPolarity.Positive, TreatmentForce.Decides, false),
        ("establishes", TreatmentPolarity.Positive, TreatmentForce.Decides, true),
        ("renews", TreatmentPolarity.Positive, TreatmentForce.Decides, true),
        ("implements", TreatmentPolarity.Positive, TreatmentForce.Urges, false),
        ("urges-ratification", TreatmentPolarity.Positive, TreatmentForce.Urges, false),
        ("urges-compliance", TreatmentPolarity.Positive, TreatmentForce.Urges, false),
        ("amends", TreatmentPolarity.Neutral, TreatmentForce.Decides, true),
        ("terminates", TreatmentPolarity.Negative, TreatmentForce.Decides, true),
        ("deplores", TreatmentPolarity.Negative, TreatmentForce.Affirms, true),
        ("defines", TreatmentPolarity.Neutral, TreatmentForce.Affirms, false),
    ];

    private static readonly string[] Words = [.. Table.Select(t => t.Word)];

    /// <summary>All words, in the order of <see cref="Treatment"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word for a treatment.</summary>
    public static string Word(this Treatment treatment) => Words[(int)treatment];

    /// <summary>Whether the treatment supports what it cites.</summary>
    public static TreatmentPolarity Polarity(this Treatment treatment) => Table[(int)treatment].Polarity;

    /// <summary>How much the treatment does.</summary>
    public static TreatmentForce Force(this Treatment treatment) => Table[(int)treatment].Force;

    /// <summary>Polarity and force of the treatment that a word names, as words: <c>positive</c>, <c>decides</c>.</summary>
    public static (string Polarity, string Force) Strength(string word)
    {
        var (_, polarity, force, _) = Table[Math.Max(0, Array.IndexOf(Words, word))];
        return (polarity.ToString().ToLowerInvariant(), force.ToString().ToLowerInvariant());
    }

    /// <summary>Whether the verb counts only for its own object: an aside or what the object is about is merely cited.</summary>
    internal static bool Acts(this Treatment treatment) => Table[(int)treatment].Acts;

    /// <summary>The treatment that a word names.</summary>
    public static bool TryParse(string? word, out Treatment treatment)
    {
        var i = Array.IndexOf(Words, word);
        treatment = (Treatment)Math.Max(0, i);
        return i >= 0;
    }
}
