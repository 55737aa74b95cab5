using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Tests.Laws;

/// <summary>Every row of every table, read both ways.</summary>
public class Every_row_of_the_vocabulary
{
    public static TheoryData<string> Codes => [.. Bodies.All.Select(b => b.Code)];

    public static TheoryData<string, string> Sessions => [.. Bodies.All.SelectMany(b => b.Sessions.All.Select(s => (b.Code, s.Label)))];

    [Fact]
    public void A_report_is_of_its_body_by_its_symbol()
    {
        var rows = Table.Read("reports.tsv");
        rows.ShouldNotBeEmpty();
        foreach (var row in rows)
            foreach (var tail in (string[])["", "/Add.1"])
                Reports.BodyOf(DocumentSymbol.Parse(row["example"] + tail, null)).ShouldBe(Bodies.Find(row["body"]).ShouldNotBeNull());
        Reports.BodyOf(DocumentSymbol.Parse("A/60/53", null)).ShouldBeNull();
        Reports.BodyOf(DocumentSymbol.Parse("A/C.3/73/53", null)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_body_is_found_by_every_name(string code)
    {
        var body = Bodies.Find(code)!;
        foreach (var name in body.Names.Prepend(body.Name).Prepend(body.Code))
        {
            Organ.Parse(name, null).Code.ShouldBe(code);
            Organ.Parse(name.ToUpperInvariant(), null).Code.ShouldBe(code);
        }
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_body_has_its_example_numbers_and_its_symbols_read_back(string code)
    {
        var body = Bodies.Find(code)!;
        body.Examples.ShouldNotBeEmpty();
        foreach (var example in body.Examples)
        {
            var number = ActNumber.Parse(example, null);
            body.CanHave(number).ShouldBeTrue();
            foreach (var decision in (bool[])[false, true])
            {
                var symbol = DocumentSymbol.Parse(body.Symbol(number, decision, null), null);
                symbol.ToString().ShouldBe(body.Symbol(number, decision, null));
                symbol.Organ.Code.ShouldBe(code);
                symbol.Act!.Value.Number.ShouldBe(number);
                DocumentSymbol.Parse(symbol.ToString().ToLowerInvariant(), null).ShouldBe(symbol);
            }
        }
        foreach (var printed in body.Printed)
        {
            var symbol = printed.Replace("{session}", "3", StringComparison.Ordinal).Replace("{number}", "7", StringComparison.Ordinal);
            DocumentSymbol.Parse(symbol, null).ToString()
                .ShouldBe(body.Symbol(ActNumber.Parse("3/7", null), printed.Contains("Dec", StringComparison.OrdinalIgnoreCase), null));
        }
        foreach (var prefix in body.Symbols)
            DocumentSymbol.Parse(prefix + (prefix[^1] == '.' ? "2/9" : "/9/2"), null).Organ.Code.ShouldBe(code);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_owner_of_a_body_is_a_body(string code)
    {
        var body = Bodies.Find(code)!;
        if (body.Owner is not ("" or "other")) Bodies.Find(body.Owner).ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Sessions))]
    public void A_session_takes_its_days_and_no_others(string code, string label)
    {
        var body = Bodies.Find(code)!;
        var session = body.Sessions.Find(label)!;
        session.First.ShouldBeLessThanOrEqualTo(session.Last);
        var number = NumberIn(body, session);
        body.CanHave(number).ShouldBeTrue($"{code} has the session {label}, but not the number {number}");
        body.MayAdopt(number, false, session.First).ShouldBeTrue();
        body.MayAdopt(number, false, session.Last).ShouldBeTrue();
        body.MayAdopt(number, false, session.First.AddDays(-1)).ShouldBeFalse();
        if (session.Last < DateOnly.MaxValue) body.MayAdopt(number, false, session.Last.AddDays(1)).ShouldBeFalse();
        if (body.Code == "SC") body.Sessions.OfNumber(session.Numbers!.Value.First).ShouldBe(session);
    }

    [Fact]
    public void Months_are_twelve_and_read_in_every_form()
    {
        Months.Names.Length.ShouldBe(12);
        for (var i = 0; i < Months.Names.Length; i++)
        {
            Months.Named(Months.Names[i].ToUpperInvariant()).ShouldBe(i + 1);
            Months.Date($"2 {Months.Names[i]} 1999", out _).ShouldBe(new DateOnly(1999, i + 1, 2));
        }
        foreach (var (text, month) in Months.Abbreviations) Months.Names[month - 1].ShouldStartWith(text, Case.Insensitive);
    }

    [Fact]
    public void Roman_numerals_read_back()
    {
        for (var n = 1; n < 400; n++) RomanNumeral.Value(RomanNumeral.Of(n)).ShouldBe(n);
        RomanNumeral.Value("IIII").ShouldBe(0);
        RomanNumeral.Value("VX").ShouldBe(0);
        RomanNumeral.ValueOfAnyCase("xxv").ShouldBe(25);
    }

    /// <summary>Raw numbers under the headings of lists, and the symbols that they mean there.</summary>
    [Fact]
    public void A_raw_number_under_the_name_of_its_body_is_the_canonical_symbol()
    {
        var wrong = new List<string>();
        var read = 0;
        foreach (var line in File.ReadLines(Reference.Folder("facts", "symbol_raw_to_full.csv")).Skip(1))
        {
            var cells = line.Split(',', 3);
            if (cells is not [var raw, var full, var heading] || !full.Contains("/RES/", StringComparison.Ordinal)) continue;
            if (Bodies.FirstIn(heading) is not { } body || !ActNumber.TryParse(raw, null, out var number)) continue;
            read++;
            var symbol = body.Symbol(number, false, number.Letters is [var letter] ? letter : null);
            if (!DocumentSymbol.TryParse(full, null, out var expected) || symbol != expected.ToString()) wrong.Add($"{line}: {symbol}");
        }
        read.ShouldBeGreaterThan(400);
        wrong.Count.ShouldBeLessThanOrEqualTo(Misprints, string.Join('\n', wrong));
    }

    /// <summary>
    /// Rows of the list that are wrong themselves: 26 have A/RES under the heading of another body, 13 have the letter of a part in one
    /// column and other letters or none in the other, and one has lost a digit.
    /// </summary>
    private const int Misprints = 40;

    private static ActNumber NumberIn(Body body, Session session)
    {
        var first = session.Numbers?.First ?? 1;
        foreach (var text in (string[])[$"{session.Label}/{first}", $"{first}({session.Label})", $"{first}/{session.Label}",
            $"{session.Label}.{first}"])
            if (ActNumber.TryParse(text, null, out var number) && body.CanHave(number) && number.Session == session.Label) return number;
        throw new InvalidOperationException($"No number of {body.Code} names the session {session.Label}.");
    }

    [Fact]
    public void The_2030_Agenda_has_17_goals_and_169_targets() => (AgendaTargets.GoalCount, AgendaTargets.Count).ShouldBe((17, 169));

    [Theory]
    [InlineData(5, "2", true)]
    [InlineData(16, "10", true)]
    [InlineData(8, "b", true)]
    [InlineData(8, "B", true)]
    [InlineData(7, "11", false)]
    [InlineData(7, "D", false)] // a Millennium Goal had it
    [InlineData(17, "a", false)]
    [InlineData(18, "1", false)]
    [InlineData(5, "0", false)]
    [InlineData(5, "", false)]
    public void A_target_exists_or_not(int goal, string target, bool exists) => AgendaTargets.Exists(goal, target).ShouldBe(exists);
}
