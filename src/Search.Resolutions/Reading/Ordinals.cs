using System.Globalization;
using System.Text;

namespace Search.Resolutions.Reading;

/// <summary>Numbers as lists print them, for formats that number their items without writing the number.</summary>
internal static class Ordinals
{
    private static readonly (int Value, string Sign)[] RomanSigns =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>1, 2, 3.</summary>
    public static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>a, b, ..., z, aa, ab, ...; digits for what has no letter.</summary>
    public static string Letter(int number)
    {
        if (number < 1) return Decimal(number);
        var letters = "";
        for (var rest = number; rest > 0; rest = (rest - 1) / 26) letters = (char)('a' + (rest - 1) % 26) + letters;
        return letters;
    }

    /// <summary>a, b, ..., z, aa, bb, ..., as word processors count; digits for what has no letter.</summary>
    public static string RepeatedLetter(int number) =>
        number is < 1 or > 26 * 30 ? Decimal(number) : new string((char)('a' + (number - 1) % 26), (number - 1) / 26 + 1);

    /// <summary>i, ii, iii, iv; digits outside 1-3999.</summary>
    public static string Roman(int number)
    {
        if (number is < 1 or > 3999) return Decimal(number);
        var roman = new StringBuilder();
        foreach (var (value, sign) in RomanSigns)
            for (; number >= value; number -= value) roman.Append(sign);
        return roman.ToString();
    }
}
