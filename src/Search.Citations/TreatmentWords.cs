namespace Search.Citations;

/// <summary>The words by which treatments are written in files, requests and answers.</summary>
public static class TreatmentWords
{
    private static readonly string[] Words =
    [
        "cites", "recalls", "reaffirms", "guided-by", "takes-note", "notes-with-appreciation", "notes-with-concern", "welcomes",
        "considers", "endorses", "establishes", "renews", "implements", "urges-ratification", "urges-compliance", "amends",
        "terminates", "deplores", "defines",
    ];

    /// <summary>All words, in the order of <see cref="Treatment"/>.</summary>
    public static IReadOnlyList<string> All => Words;

    /// <summary>The word for a treatment.</summary>
    public static string Word(this Treatment treatment) => Words[(int)treatment];

    /// <summary>The treatment that a word names.</summary>
    public static bool TryParse(string? word, out Treatment treatment)
    {
        var i = Array.IndexOf(Words, word);
        treatment = (Treatment)Math.Max(0, i);
        return i >= 0;
    }
}
