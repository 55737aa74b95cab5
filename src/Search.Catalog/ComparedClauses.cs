using Search.Resolutions;

namespace Search.Catalog;

/// <summary>Which clauses are compared with those of other documents.</summary>
internal static class ComparedClauses
{
    /// <summary>Words below which a clause is too short to say that it was taken from another.</summary>
    public const int FewestWords = 4;

    /// <summary>Whether clauses with a label are: front and closing matter share their words with everything.</summary>
    public static bool Include(ClauseLabel label) => label != ClauseLabel.Front && label != ClauseLabel.Back;

    /// <summary>The same of a label as it is stored, which for a provision of an annex is its address: "Annex, art. 1".</summary>
    public static bool Include(string label) => label != ClauseLabel.Front.ToString() && label != ClauseLabel.Back.ToString();
}
