using System.Globalization;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Tests.Examples;

public class Bodies_and_sessions
{
    [Theory]
    [InlineData("UNGA", "GA")]
    [InlineData("the general assembly", "GA")]
    [InlineData("Sub-Commission", "Sub-Commission")]
    [InlineData("subcommission", "Sub-Commission")]
    [InlineData("unsc", "SC")]
    [InlineData("Commission on the Status of Women", "CSW")]
    public void Organs_are_read_by_code_name_and_alias(string text, string code) => Organ.Parse(text, null).Code.ShouldBe(code);

    [Theory]
    [InlineData("")]
    [InlineData("Governing Council")]
    [InlineData("Committee on Ferries")]
    public void What_is_no_single_body_is_no_organ(string text) => Organ.TryParse(text, null, out _).ShouldBeFalse();

    [Theory]
    [InlineData("HRC", "55/9", "2000-11-20", false)]
    [InlineData("HRC", "55/9", "2024-04-03", true)]
    [InlineData("GA", "55/9", "2024-04-03", false)]
    [InlineData("GA", "51/241", "1997-07-31", true)]
    [InlineData("GA", "51/241", "1998-07-31", false)]
    [InlineData("SC", "1325(2000)", "2000-10-31", true)]
    [InlineData("SC", "1325(2001)", "2001-10-31", false)]
    [InlineData("ECOSOC", "1996/26", "1996-07-24", true)]
    [InlineData("ECOSOC", "1996/26", "1995-07-24", false)]
    [InlineData("ECOSOC", "2017/2", "2016-10-05", true)]
    [InlineData("UNEA", "5/14", "2022-03-02", true)]
    [InlineData("UNEA", "5/14", "2019-03-15", false)]
    [InlineData("CAC-COSP", "7/2", "2017-11-10", true)]
    [InlineData("GA", "3201(S-VI)", "1974-05-01", true)]
    [InlineData("GA", "ES-10/22", "2023-12-12", true)]
    [InlineData("GA", "150/2", "2003-12-12", false)]
    [InlineData("HRC", "60/147", null, false)]
    [InlineData("WHA", "67.1", "2014-05-21", true)]
    public void The_calendar_says_when_a_number_can_have_been_adopted(string code, string number, string? day, bool may) =>
        Bodies.Find(code)!.MayAdopt(ActNumber.Parse(number, null), false, day is null
            ? null
            : DateOnly.Parse(day, CultureInfo.InvariantCulture)).ShouldBe(may);

    [Fact]
    public void The_sessions_of_a_time_are_those_that_were_open()
    {
        var year = (First: new DateOnly(2024, 1, 1), Last: new DateOnly(2024, 12, 31));
        Bodies.HumanRightsCouncil.Sessions.Between(year.First, year.Last).Select(s => s.Label).ShouldBe(["55", "56", "57"]);
        Bodies.GeneralAssembly.Sessions.Between(year.First, year.Last).Select(s => s.Label).ShouldBe(["ES-10", "ES-11", "78", "79"]);
    }

    [Theory]
    [InlineData("2200 A (XXI) of 16 December 1966", "2200(XXI) A", 12)]
    [InlineData("3419 A to D (XXX)", "3419(XXX)", 17)]
    [InlineData("46/36 L and others", "46/36 L", 7)]
    [InlineData("46/36 L, on disarmament", "46/36 L", 7)]
    [InlineData("78/12 A new era", "78/12", 5)]
    [InlineData("S-27/2", "S-27/2", 6)]
    [InlineData("997 (ES-I)", "997(ES-I)", 10)]
    [InlineData("1/CP.21", "1/CP.21", 7)]
    [InlineData("WHA67.1", "67.1", 7)]
    [InlineData("37 C/40", "37C/40", 7)]
    [InlineData("1514 (xv)", "1514(XV)", 9)]
    [InlineData("1325 (2000)5", "1325(2000)", 11)]
    public void Numbers_of_acts_are_read_where_they_begin_a_text(string text, string canonical, int length)
    {
        ActNumber.TryRead(text, out var number, out var read).ShouldBeTrue();
        number!.ToString().ShouldBe(canonical);
        read.ShouldBe(length);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("12/25/1999")]
    [InlineData("(XX)")]
    [InlineData("5 (see above)")]
    public void Other_texts_begin_with_no_number_of_an_act(string text) => ActNumber.TryRead(text, out _, out _).ShouldBeFalse();
}
