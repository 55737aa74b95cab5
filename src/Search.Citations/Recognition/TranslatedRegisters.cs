using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Recognition;

/// <summary>Finds registrations in a text in another language than English: the Treaty Series, "Ibid." with a volume
/// or alone, and sales numbers.</summary>
internal sealed class TranslatedRegisters(string text, Language language, List<Mention> mentions)
{
    /// <summary>Characters between "Ibid." or the name of a series and its volume and number.</summary>
    private const int SeriesReach = 60;

    /// <summary>Characters after "Ibid." in which the word "volume" begins.</summary>
    private const int VolumeReach = 16;

    /// <summary>Digits of the longest volume or registration number.</summary>
    private const int MostDigits = 6;

    /// <summary>Characters of the longest and the shortest sales number.</summary>
    private const int LongestSales = 16, ShortestSales = 6;

    /// <summary>Sales numbers begin with a letter for the language of the edition; the publication is the same.</summary>
    private const string Editions = "ACEFRS", English = "E";

    /// <summary>Reads the whole text.</summary>
    public void Read()
    {
        foreach (var series in language.Wordings("series").Distinct(StringComparer.OrdinalIgnoreCase))
            for (var at = Find(series, 0); at >= 0; at = Find(series, at + series.Length))
                Volumes(at, at + series.Length, IsLeague(at), continued: false);
        foreach (var ibid in language.Wordings("ibid"))
            for (var at = Find(ibid, 0); at >= 0; at = Find(ibid, at + ibid.Length))
            {
                var end = at + ibid.Length;
                if (!NamesVolume(end) || !Volumes(at, end, isLeague: false, continued: true))
                    mentions.Add(new IbidMention { Span = new(at, end) });
            }
        foreach (var sales in language.Wordings("sales"))
            for (var at = Find(sales, 0); at >= 0; at = Find(sales, at + sales.Length))
                Sales(at, at + sales.Length);
    }

    private int Find(string words, int from) => text.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);

    /// <summary>"numéro de vente : F.03.II.A.1": the publication that is E.03.II.A.1 in English.</summary>
    private void Sales(int start, int at)
    {
        while (at < text.Length && text[at] is ' ' or ':') at++;
        var end = at;
        while (end < text.Length && end - at < LongestSales && (char.IsAsciiLetterOrDigit(LookAlikes.Of(text[end])) || text[end] == '.'))
            end++;
        while (end > at && text[end - 1] == '.') end--;
        if (end - at < ShortestSales || !Editions.Contains(LookAlikes.Of(text[at]), StringComparison.Ordinal) || text[at + 1] != '.')
            return;
        mentions.Add(new SalesMention
        {
            Span = new(start, end),
            Number = string.Concat(English, string.Concat(text[(at + 1)..end].Select(LookAlikes.Of)))
        });
    }

    private bool IsLeague(int at)
    {
        var before = text.AsSpan(Math.Max(0, at - SeriesReach), at - Math.Max(0, at - SeriesReach));
        foreach (var league in language.Wordings("league-series"))
        {
            var comma = league.IndexOf(',', StringComparison.Ordinal);
            if (before.Contains(league.AsSpan(0, comma > 0 ? comma : league.Length), StringComparison.Ordinal)) return true;
        }
        return before.Contains("League of Nations", StringComparison.Ordinal);
    }

    private bool NamesVolume(int at)
    {
        var rest = text.AsSpan(at, Math.Min(VolumeReach, text.Length - at));
        foreach (var volume in language.Wordings("volume"))
            if (rest.Contains(volume, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>Adds a mention for each volume that follows a series: the last of the numbers is the registration of
    /// the treaty in all of them.</summary>
    private bool Volumes(int start, int at, bool isLeague, bool continued)
    {
        var numbers = new List<int>();
        var end = at;
        var registered = false; // whether "No." precedes the last number
        var stop = Math.Min(text.Length, at + SeriesReach);
        for (var i = at; i < stop; i++)
        {
            if (text[i] == ';') break;
            if (!char.IsAsciiDigit(text[i])) continue;
            if (numbers.Count >= 2 && (registered || !Goes(end, i))) break;
            registered = numbers.Count > 0 && Says("registration", end, i);
            var from = i;
            while (i < text.Length && char.IsAsciiDigit(text[i])) i++;
            if (i - from > MostDigits) break;
            numbers.Add(int.Parse(text.AsSpan(from, i - from), NumberStyles.None, CultureInfo.InvariantCulture));
            end = i;
        }
        if (numbers.Count < 2 || numbers.Count > 2 && !registered) return false;
        foreach (var volume in numbers[..^1])
            mentions.Add(new SeriesMention
            {
                Span = new(start, end),
                League = isLeague,
                Volume = volume,
                First = numbers[^1],
                Last = numbers[^1],
                Continued = continued
            });
        return true;
    }

    /// <summary>Whether a list of volumes continues to another number.</summary>
    private bool Goes(int from, int to) =>
        text.AsSpan(from, to - from).Trim(" ,").IsEmpty || Says("registration", from, to) || Says("and", from, to)
            || Says("volumes", from, to);

    /// <summary>Whether the words between two numbers are of a kind.</summary>
    private bool Says(string what, int from, int to)
    {
        var gap = text.AsSpan(from, to - from).Trim(" ,.°()");
        foreach (var word in language.Wordings(what))
            if (gap.Equals(word.AsSpan().TrimEnd('.'), StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
