using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Treatments;

/// <summary>Reads the day until which a clause extends something.</summary>
internal static partial class RenewalTerm
{
    /// <summary>Months or years of the longest period.</summary>
    private const int LongestPeriod = 120;

    /// <summary>The words for the numbers from 0 on, as periods of months are written.</summary>
    private static readonly ImmutableArray<string> Numbers = WordList.Of("cardinals").All;

    /// <summary>The first day that the words name as an end; null where they name none.</summary>
    /// <param name="words">The words after the verb.</param>
    /// <param name="adopted">When the clause was adopted: "six months from the date of adoption of this
    /// resolution", "until 30 November".</param>
    public static DateOnly? Until(string words, DateOnly? adopted)
    {
        foreach (Match until in End().Matches(words))
            if (Day(words.AsSpan(until.Index + until.Length), adopted) is { } day) return day;
        return Period().Match(words) is { Success: true } period ? After(period, adopted) : null;
    }

    /// <summary>"15 May 2021"; "15 May" is the next one after adoption.</summary>
    private static DateOnly? Day(ReadOnlySpan<char> text, DateOnly? adopted)
    {
        var space = text.IndexOf(' ');
        if (space is < 1 or > 2) return null;
        Span<char> digits = stackalloc char[space];
        for (var i = 0; i < space; i++) digits[i] = Digit(text[i]);
        var rest = text[space..];
        if (Months.Date($"{digits}{rest[..Math.Min(rest.Length, 24)]}", out _) is { } printed) return printed;
        if (adopted is not { } date || !int.TryParse(digits, out var day) || Months.At(rest.TrimStart()) is not (> 0 and var month))
            return null;
        var after = rest.TrimStart()[Months.Names[month - 1].Length..].TrimStart();
        if (after.Length > 0 && char.IsAsciiDigit(after[0])) return null;
        for (var year = date.Year; year <= date.Year + 1; year++)
            if (day >= 1 && day <= DateTime.DaysInMonth(year, month) && new DateOnly(year, month, day) is var next && next > date)
                return next;
        return null;
    }

    /// <summary>What a scan makes of a digit: "IS June" is 15 June.</summary>
    private static char Digit(char c) => c switch { 'I' or 'l' => '1', 'S' => '5', 'O' => '0', _ => c };

    private static DateOnly? After(Match period, DateOnly? adopted)
    {
        if (adopted is not { } date) return null;
        var word = period.Groups[1].Value.ToLowerInvariant();
        var count = int.TryParse(word, out var number) ? number : Numbers.IndexOf(word);
        if (count is <= 0 or > LongestPeriod) return null;
        return char.ToLowerInvariant(period.Groups[2].Value[0]) == 'y' ? date.AddYears(count) : date.AddMonths(count);
    }

    [GeneratedRegex(@"\b(?:until|till|through|up to|to|ending|terminating|expiring|expires)(?: midnight)?(?: on)?\W{0,2} (?=[0-9IlSO]{1,2} )", RegexOptions.CultureInvariant)]
    private static partial Regex End();

    [GeneratedRegex(@"\b([A-Za-z]+|[0-9]{1,2}) (months?|years?) (?:from|after|following) the (?:date of )?(?:the )?(?:adoption of )?(?:this|the present) resolution", RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
