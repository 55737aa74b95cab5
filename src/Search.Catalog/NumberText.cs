using System.Text;

namespace Search.Catalog;

/// <summary>
/// Ascending numbers as text, in whichever of two forms is shorter: gaps, of which each letter holds five bits and
/// whether another follows; or <c>!</c> and a bit for each number, six a letter. The lowest bits come first.
/// </summary>
internal static class NumberText
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int GapBits = 5;
    private const int MapBits = 6;

    /// <summary>The numbers, from 1 to <paramref name="most"/>, as text.</summary>
    public static string Encode(IReadOnlyList<int> numbers, int most)
    {
        var gaps = Gaps(numbers);
        return gaps.Length <= 1 + (most / MapBits) ? gaps : Map(numbers);
    }

    private static string Gaps(IReadOnlyList<int> numbers)
    {
        var text = new StringBuilder(numbers.Count);
        var last = 0;
        foreach (var number in numbers)
        {
            var gap = number - last;
            for (; gap >> GapBits > 0; gap >>= GapBits) text.Append(Letters[(gap & 31) | 32]);
            text.Append(Letters[gap]);
            last = number;
        }
        return text.ToString();
    }

    private static string Map(IReadOnlyList<int> numbers)
    {
        var bits = new int[(numbers[^1] / MapBits) + 1];
        foreach (var number in numbers) bits[number / MapBits] |= 1 << (number % MapBits);
        return "!" + string.Concat(bits.Select(b => Letters[b]));
    }
}
