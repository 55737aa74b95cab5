using System.Globalization;
using Search.Resolutions;
using Search.Resolutions.Vocabulary;

namespace Search.Citations.Identity;

/// <summary>What one citation of a resolution says about it: "resolution 58/137 of 22 December 2003, on strengthening ...".</summary>
/// <param name="Symbol">The resolution.</param>
/// <param name="Organ">Its organ.</param>
/// <param name="Date">The date that is given, or null.</param>
/// <param name="Words">The folded words after "on" or "entitled"; none where nothing is said.</param>
/// <param name="Ends">Whether the description can end after each word: before a sign, or a word that leads on.</param>
/// <param name="Signs">Whether a sign follows each word.</param>
/// <param name="Witness">Index of the document that says so.</param>
internal sealed record CitingContext(WorkId Symbol, Organ Organ, DateOnly? Date, string[] Words, bool[] Ends, bool[] Signs, int Witness)
{
    /// <summary>Characters after a citation that are read for its date and description.</summary>
    private const int Reach = 420;

    /// <summary>Reads the words after a citation; null where it links to no resolution or decision.</summary>
    /// <param name="citation">The citation.</param>
    /// <param name="text">The clause or note that it is in.</param>
    /// <param name="witness">Index of its document.</param>
    /// <param name="shared">Gives one string for all equal words.</param>
    public static CitingContext? Read(Citation citation, string text, int witness, Func<string, string> shared)
    {
        if (citation.Kind is not (CitationKind.Resolution or CitationKind.Decision or CitationKind.Symbol)) return null;
        if (citation.Link is not Link.Linked { Target: var target } || !DocumentSymbol.TryParse(target.Value, null, out var symbol))
            return null;
        if (!symbol.IsResolution && !symbol.IsDecision) return null;
        var behind = text.AsSpan(citation.Local.End, Math.Min(Reach, text.Length - citation.Local.End));
        var words = new List<(string Word, int Start, int End)>();
        var scanner = new NameScanner(behind);
        while (scanner.Next()) words.Add((NameLetters.Fold(behind[scanner.Start..scanner.End]), scanner.Start, scanner.End));
        var at = 0;
        var date = ReadDate(words, ref at);
        var (from, quoted) = Description(words, at, behind);
        if (from < 0) return date is null ? null : new CitingContext(target, symbol.Organ, date, [], [], [], witness);
        var said = new List<string>();
        var ends = new List<bool>();
        var signs = new List<bool>();
        for (var i = from; i < words.Count; i++)
        {
            if (words[i].Word != "the") said.Add(shared(words[i].Word));
            else continue;
            var gap = behind[words[i].End..(i + 1 < words.Count ? words[i + 1].Start : behind.Length)];
            var sign = gap.ContainsAny(",;.\u201d\"") || gap.Contains(" (", StringComparison.Ordinal) || i + 1 == words.Count;
            signs.Add(sign);
            ends.Add(sign || words[i + 1].Word is "and" or "of" or "in" or "which" or "adopted" or "by");
            if (quoted && gap.ContainsAny('\u201d', '"')) break;
        }
        return new CitingContext(target, symbol.Organ, date, [.. said], [.. ends], [.. signs], witness);
    }

    /// <summary>Whether the description begins with a title and ends with it.</summary>
    public bool Tells(string[] title)
    {
        if (title.Length == 0 || title.Length > Words.Length) return false;
        return Words.AsSpan(0, title.Length).SequenceEqual(title) && Ends[title.Length - 1];
    }

    /// <summary>The description up to its first ending sign.</summary>
    public ReadOnlySpan<string> FirstPhrase()
    {
        var last = Array.IndexOf(Signs, true);
        return Words.AsSpan(0, last < 0 ? Words.Length : last + 1);
    }

    /// <summary>Words between a number and its date, an annex or a paragraph, and between the date and what the act is called.</summary>
    private const int WordsBeforeDate = 4, WordsBeforeDescription = 3;

    /// <summary>"of 5 May 1994".</summary>
    private const int WordsOfDate = 4;

    /// <summary>The years of the United Nations.</summary>
    private const int FirstYear = 1945, LastYear = 2100;

    private static DateOnly? ReadDate(List<(string Word, int Start, int End)> words, ref int at)
    {
        for (var i = 0; i < Math.Min(words.Count - WordsOfDate + 1, WordsBeforeDate); i++)
        {
            if (words[i].Word is not ("of" or "dated" or "on") || Months.Named(words[i + 2].Word) is not (> 0 and var month)) continue;
            if (!int.TryParse(words[i + 1].Word, NumberStyles.None, CultureInfo.InvariantCulture, out var day)
                || !int.TryParse(words[i + 3].Word, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
                continue;
            if (year is < FirstYear or > LastYear || day < 1 || day > DateTime.DaysInMonth(year, month)) return null;
            at = i + WordsOfDate;
            return new DateOnly(year, month, day);
        }
        return null;
    }

    private static (int From, bool Quoted) Description(List<(string Word, int Start, int End)> words, int at, ReadOnlySpan<char> text)
    {
        for (var i = at; i < Math.Min(words.Count, at + WordsBeforeDescription); i++)
        {
            if (words[i].Word is "entitled" or "titled") return (i + 1, true);
            if (words[i].Word is "on" or "concerning" or "regarding") return (i + 1, false);
            if (text[(i == 0 ? 0 : words[i - 1].End)..words[i].Start].ContainsAny('.', ';')) break;
        }
        return (-1, false);
    }
}
