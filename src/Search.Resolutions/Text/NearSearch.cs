using System.Buffers;

namespace Search.Resolutions.Text;

/// <summary>Searches for characters that are often within reach: the vectorised search takes longer to begin than the first few
/// characters take one by one.</summary>
internal static class NearSearch
{
    private const int Reach = 6;

    /// <summary>The offset of the first of some values at or after an offset; -1 where there is none.</summary>
    public static int NextOf(this string text, SearchValues<char> values, int from)
    {
        var near = Math.Min(from + Reach, text.Length);
        for (; from < near; from++)
            if (values.Contains(text[from])) return from;
        var next = text.AsSpan(from).IndexOfAny(values);
        return next < 0 ? -1 : from + next;
    }
}
