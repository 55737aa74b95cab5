using System.Globalization;

namespace Search.Citations.Authorities;

/// <summary>A volume of the United Nations or the League of Nations Treaty Series, and the registration
/// number or numbers meant in it.</summary>
/// <param name="League">Whether the series is that of the League of Nations.</param>
/// <param name="Volume">Volume.</param>
/// <param name="First">First registration number.</param>
/// <param name="Last">Last registration number; equal to <paramref name="First"/> for one.</param>
internal readonly record struct TreatySeriesReference(bool League, int Volume, int First, int Last)
{
    /// <summary>Reads <c>vol. 2237, No. 39574</c>, <c>vol. 75, Nos. 970-973</c>, <c>LNTS vol. 60, No. 1414</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out TreatySeriesReference result)
    {
        result = default;
        text = text.Trim();
        var league = Take(ref text, "LNTS");
        if (!league) Take(ref text, "UNTS");
        if (!Take(ref text, "vol.") || !Number(ref text, out var volume) || !Take(ref text, ",")) return false;
        if (!Take(ref text, "Nos.") && !Take(ref text, "No.")) return false;
        if (!Number(ref text, out var first)) return false;
        var last = first;
        if ((Take(ref text, "-") || Take(ref text, "–") || Take(ref text, "and")) && !Number(ref text, out last)) return false;
        if (!text.IsEmpty || last < first) return false;
        result = new(league, volume, first, last);
        return true;
    }

    /// <summary>Whether a registration number lies in this reference.</summary>
    public bool Covers(int number) => number >= First && number <= Last;

    private static bool Take(ref ReadOnlySpan<char> text, string word)
    {
        if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        text = text[word.Length..].TrimStart();
        return true;
    }

    private static bool Number(ref ReadOnlySpan<char> text, out int number)
    {
        var n = 0;
        while (n < text.Length && char.IsAsciiDigit(text[n])) n++;
        if (!int.TryParse(text[..n], NumberStyles.None, CultureInfo.InvariantCulture, out number)) return false;
        text = text[n..].TrimStart();
        return true;
    }
}
