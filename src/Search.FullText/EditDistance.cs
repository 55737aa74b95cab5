namespace Search.FullText;

/// <summary>Distance of two words in insertions, deletions, substitutions and exchanges of neighbours.</summary>
public static class EditDistance
{
    private const int Longest = 64;

    /// <summary>Whether the distance is at most <paramref name="edits"/>; words longer than 64 are compared by their beginnings.</summary>
    public static bool AtMost(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int edits) => Within(a, b, edits) is not null;

    /// <summary>The distance where it is at most <paramref name="edits"/>, else null; words longer than 64 are
    /// compared by their beginnings.</summary>
    public static int? Within(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int edits)
    {
        if (Math.Abs(a.Length - b.Length) > edits) return null;
        if (a.Length > Longest) a = a[..Longest];
        if (b.Length > Longest) b = b[..Longest];
        Span<int> before = stackalloc int[Longest + 1];
        Span<int> above = stackalloc int[Longest + 1];
        Span<int> row = stackalloc int[Longest + 1];
        for (var j = 0; j <= b.Length; j++) above[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var best = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least > edits) return null;
            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[b.Length] <= edits ? above[b.Length] : null;
    }
}
