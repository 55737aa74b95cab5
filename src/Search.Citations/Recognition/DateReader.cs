namespace Search.Citations.Recognition;

/// <summary>Reads dates as resolutions print them: "of 22 December 2003", "dated 3 Apri] 1991", "of December 16, 1966".</summary>
internal static class DateReader
{
    /// <summary>Years that are read: a misprinted one ("24 December 2107") is a date too, which no session has.</summary>
    private const int FirstYear = 1901, LastYear = 2999;

    private const int LastDay = 31;

    /// <summary>Skips a date with its preposition; returns the index after it, or <paramref name="i"/> where there is none.</summary>
    public static int Skip(TokenText text, int i, out DateOnly? date)
    {
        date = null;
        var start = i;
        while (text[i] is Word.Of or Word.Dated or Word.On or Word.Adopted) i++;
        if (i == start) return start;
        if (text.Number(i) is > 0 and <= LastDay and var day)
        {
            var first = i + 1;
            // "of 19 and 21 December 1991", "of 24 September-3 October 1990": the last day counts.
            while ((text[first] == Word.And || text[first] == Word.To || text.IsDash(first))
                && text.Number(first + 1) is > 0 and <= LastDay)
            {
                day = text.Number(first + 1);
                first += 2;
            }
            if (!text[first].IsMonth()) return start;
            return Finish(text, first, day, ref date);
        }
        if (text[i].IsMonth())
        {
            var month = Month(text[i]);
            if (text.Number(i + 1) is > 0 and <= LastDay and var monthDay && text.Is(i + 2, ',')
                && text.Number(i + 3) is >= FirstYear and <= LastYear and var year)
            {
                date = Make(year, month, monthDay);
                return i + 4;
            }
            if (text.Number(i + 1) is >= FirstYear and <= LastYear) return i + 2;
        }
        return start;
    }

    /// <summary>Whether a day and month begin here, so that the number is no item of a list.</summary>
    public static bool IsDayAndMonth(TokenText text, int i) => text.Number(i) is > 0 and <= LastDay && text[i + 1].IsMonth();

    private static int Finish(TokenText text, int monthIndex, int day, ref DateOnly? date)
    {
        var i = monthIndex + 1;
        if (text.Is(i, ']') || text.Is(i, '.')) i++; // residue of a scan
        if (text.Number(i) is >= FirstYear and <= LastYear and var year)
        {
            date = Make(year, Month(text[monthIndex]), day);
            return i + 1;
        }
        return monthIndex + 1;
    }

    private static int Month(Word word) => word - Word.January + 1;

    private static DateOnly? Make(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
}
