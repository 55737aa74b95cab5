namespace Search.Reuse;

/// <summary>How much two texts share: the words that both have, each as often as both have it, over the words of the longer one.</summary>
/// <param name="Shared">Words that both have.</param>
/// <param name="Longer">Words of the longer one.</param>
public readonly record struct Overlap(int Shared, int Longer)
{
    /// <summary>From this share on one text counts as a version of the other.</summary>
    public const double Least = 0.6;

    /// <summary>Between 0 and 1.</summary>
    public double Share => Longer == 0 ? 0 : (double)Shared / Longer;

    /// <summary>In hundredths, rounded down: only texts with the same words have 100.</summary>
    public int Percent => Longer == 0 ? 0 : (int)((long)Shared * 100 / Longer);

    /// <summary>Whether one text counts as a version of the other.</summary>
    public bool IsVersion => Shared > 0 && Shared >= Needed(Longer);

    /// <summary>The words that two texts have to share, of which the longer one has that many.</summary>
    internal static int Needed(int longer) => (int)Math.Ceiling((Least * longer) - 1e-9);

    /// <summary>The most words that a version of a text can have, of which this one has that many.</summary>
    internal static int Longest(int words) => (int)Math.Floor((words / Least) + 1e-9);

    /// <summary>Compares the numbers of two texts' words, both sorted; stops, with nothing shared, once
    /// <paramref name="needed"/> is out of reach.</summary>
    internal static Overlap Of(ReadOnlySpan<int> a, ReadOnlySpan<int> b, int needed = 0)
    {
        var longer = Math.Max(a.Length, b.Length);
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                shared++;
                i++;
                j++;
                continue;
            }
            if (a[i] < b[j]) i++;
            else j++;
            if (shared + Math.Min(a.Length - i, b.Length - j) < needed) return new(0, longer);
        }
        return new(shared < needed ? 0 : shared, longer);
    }
}
