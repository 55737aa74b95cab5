namespace Search.Api.Pages.Words;

/// <summary>Which form of a noun a whole number asks for, after the plural rules of Unicode's CLDR.</summary>
internal static class Plurals
{
    /// <summary>Index of the form among those that the language has, in CLDR's order: zero, one, two, few, many, other.</summary>
    public static int Form(string language, long n) => language switch
    {
        "zh" => 0,
        "fr" => n is 0 or 1 ? 0 : 1,
        "ru" => (n % 10, n % 100) switch
        {
            (1, not 11) => 0,
            (2 or 3 or 4, not (12 or 13 or 14)) => 1,
            _ => 2,
        },
        "ar" => n switch
        {
            0 => 0,
            1 => 1,
            2 => 2,
            _ => (n % 100) switch { >= 3 and <= 10 => 3, >= 11 => 4, _ => 5 },
        },
        _ => n == 1 ? 0 : 1,
    };

    /// <summary>How many forms the language has.</summary>
    public static int Forms(string language) => language switch { "zh" => 1, "ru" => 3, "ar" => 6, _ => 2 };
}
