namespace Search.Citations.Recognition;

/// <summary>Finds registrations: Treaty Series volume and number, League of Nations Treaty Series, sales numbers of publications.</summary>
internal readonly struct RegisterScanner(TokenText text, List<Mention> mentions)
{
    /// <summary>Reads "United Nations, Treaty Series, vol. 2237, No. 39574" whose word "Treaty" is token <paramref name="i"/>; returns the
    /// index after it, or <paramref name="i"/>.</summary>
    public int AtTreatySeries(int i)
    {
        if (text[i + 1] != Word.Series) return i;
        var first = i;
        var at = i - 1;
        if (text.Is(at, ',')) at--;
        var league = false;
        if (text[at] == Word.Nations)
        {
            league = text[at - 1] == Word.Of && text[at - 2] == Word.League;
            first = league ? at - 2 : text[at - 1] == Word.United ? at - 1 : at;
        }
        return ReadVolumes(first, i + 2, league, false) ?? i;
    }

    /// <summary>Reads "Ibid., vol. 1577, No. 27531", whose "Ibid." is token <paramref name="i"/>.</summary>
    public int AtIbid(int i)
    {
        var at = i + 1;
        if (text.Is(at, '.')) at++;
        if (text.Is(at, ',')) at++;
        if (text[at] == Word.Vol) return ReadVolumes(i, at, false, true) ?? i;
        if (text[at] != Word.No) return i;
        // "Ibid., No. 973": the volume is that of the note before
        at++;
        if (text.Is(at, '.')) at++;
        var numbers = new List<int>();
        if (!ReadNumbers(ref at, numbers)) return i;
        mentions.Add(new SeriesMention
        {
            Span = text.Span(i, at),
            League = false,
            Continued = true,
            Volume = 0,
            First = numbers[0],
            Last = numbers[^1]
        });
        return at;
    }

    /// <summary>Reads "Sales No. E.93.I.8", whose "Sales" is token <paramref name="i"/>.</summary>
    public int AtSales(int i)
    {
        var at = i + 1;
        if (text[at] != Word.No) return i;
        at++;
        if (text.Is(at, '.')) at++;
        if (text.Is(at, ':')) at++;
        var next = at;
        while (true)
        {
            if (ReadSalesNumber(next, out var end) is not { } number)
            {
                return next == at ? i : next;
            }
            mentions.Add(new SalesMention { Span = text.Span(next == at ? i : next, end), Number = number });
            if (!(text[end] == Word.And && text.Chars(end + 1) is "E" or "F" or "S")) return end;
            next = end + 1;
        }
    }

    private string? ReadSalesNumber(int i, out int end)
    {
        end = i;
        if (!text.IsLetter(i) && text.Number(i) is not (>= FirstYearOfSales and <= LastYearOfSales)) return null;
        end = i + 1;
        while (text.Is(end, '.') && IsPartOfSales(end + 1)) end += 2;
        return end - i < FewestTokensOfSales
            ? null
            : string.Concat(text.Text.AsSpan(text.Start(i), text.EndOf(end - 1) - text.Start(i)).ToString()
                .Where(c => !char.IsWhiteSpace(c)));
    }

    /// <summary>"E.93.XIV.4": a letter, a roman number or digits after a full stop.</summary>
    private bool IsPartOfSales(int i) => (text[i] == Word.Digits || text.Roman(i) > 0 || text.IsLetter(i)) && text.Gap(i) <= 1;

    /// <summary>The years of sales numbers that begin with one: "46.V.1".</summary>
    private const int FirstYearOfSales = 40, LastYearOfSales = 99;

    /// <summary>Tokens of "E.93.V" at least.</summary>
    private const int FewestTokensOfSales = 5;

    /// <summary>Registration numbers of the longest list.</summary>
    private const int MostNumbers = 40;

    /// <summary>Volumes and registration numbers: one mention a pair; several volumes share the numbers after them.</summary>
    private int? ReadVolumes(int first, int i, bool league, bool continued)
    {
        int? behind = null;
        while (true)
        {
            var at = i;
            while (text.Is(at, ',') || text.Is(at, ';') || text[at] == Word.And) at++;
            var start = at;
            if (text[at] != Word.Vol) return behind;
            at++;
            if (text.Is(at, '.')) at++;
            var volumes = new List<int>();
            if (!ReadNumbers(ref at, volumes)) return behind;
            // "vol. 94 (1929)"
            if (text.Is(at, '(') && text[at + 1] == Word.Digits && text.Is(at + 2, ')')) at += 3;
            if (text.Is(at, ',')) at++;
            if ((text[at] == Word.Page || text.Chars(at) is "p") && volumes.Count == 1 && ReadPage(at, out var page) is > 0 and var after)
            {
                mentions.Add(new SeriesMention
                {
                    Span = text.Span(behind is null ? first : start, after),
                    League = league,
                    Continued = continued,
                    Volume = volumes[0],
                    Page = page,
                    First = 0,
                    Last = 0
                });
                behind = i = after;
                continue;
            }
            if (text[at] != Word.No) return behind;
            at++;
            if (text.Is(at, '.')) at++;
            var numbers = new List<int>();
            if (!ReadNumbers(ref at, numbers)) return behind;
            foreach (var volume in volumes)
                mentions.Add(new SeriesMention
                {
                    Span = text.Span(behind is null ? first : start, at),
                    League = league,
                    Continued = continued,
                    Volume = volume,
                    First = numbers[0],
                    Last = numbers[^1],
                });
            behind = i = at;
        }
    }

    /// <summary>"p. 94" after a volume; returns the index after it, or 0.</summary>
    private int ReadPage(int i, out int page)
    {
        var at = text.Is(i + 1, '.') ? i + 2 : i + 1;
        page = text.Number(at);
        return page > 0 ? at + 1 : 0;
    }

    private bool ReadNumbers(ref int i, List<int> numbers)
    {
        while (numbers.Count < MostNumbers)
        {
            var value = text.Number(i) > 0 ? text.Number(i) : text.Roman(i);
            if (value <= 0) return numbers.Count > 0;
            // "I-20378": the register's part
            if (text.IsDash(i + 1) && text.Roman(i) > 0 && text.Number(i + 2) > 0)
            {
                value = text.Number(i + 2);
                i += 2;
            }
            numbers.Add(value);
            i++;
            var at = i;
            if (text.Is(at, ',')) at++;
            if (text[at] is Word.And or Word.To || text.IsDash(at)) at++;
            if (at == i || text.Number(at) <= 0) return true;
            i = at;
        }
        return true;
    }
}
