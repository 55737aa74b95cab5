namespace Search.Resolutions.Parsing;

/// <summary>The strings that documents repeat, such as "Recalling" and "(a)": one instance serves most of their occurrences.</summary>
internal static class RepeatedStrings
{
    /// <summary>Characters of the longest string that is kept.</summary>
    private const int Longest = 32;

    // a string takes the place of another with the same hash; a thread that reads the older one makes its own string
    private static readonly string?[] Kept = new string?[1024];

    /// <summary>A string of these characters.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text.Length > Longest) return text.ToString();
        ref var place = ref Kept[Hash(text) % (uint)Kept.Length];
        if (place is { } kept && text.SequenceEqual(kept)) return kept;
        return place = text.ToString();
    }

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        foreach (var c in text) hash = hash * 31 + c;
        return hash ^ hash >> 10;
    }
}
