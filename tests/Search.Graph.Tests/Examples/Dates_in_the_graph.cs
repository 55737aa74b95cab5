namespace Search.Graph.Tests.Examples;

public class Dates_in_the_graph
{
    [Theory]
    [InlineData("2003-12-22", 2003_12_22)]
    [InlineData("1989-11", 1989_11_00)]
    [InlineData("1945", 1945_00_00)]
    [InlineData("", 0)]
    public void Iso_dates_go_in_and_come_out(string iso, int date)
    {
        GraphDates.Parse(iso).ShouldBe(date);
        GraphDates.Format(date).ShouldBe(iso);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("2003-13-22")]
    [InlineData("2003-12-32")]
    [InlineData("2003/12/22")]
    [InlineData("22.12.2003")]
    [InlineData("next year")]
    public void What_is_not_a_date_is_no_date(string? iso) => GraphDates.Parse(iso).ShouldBe(0);

    [Theory]
    [InlineData(1989_00_00, 1989_11_20, false)]
    [InlineData(1989_11_00, 1989_11_20, false)]
    [InlineData(1989_11_19, 1989_11_20, true)]
    [InlineData(1988_00_00, 1989_11_20, true)]
    [InlineData(1989_10_00, 1989_11_20, true)]
    [InlineData(1989_11_20, 1989_11_20, false)]
    [InlineData(0, 1989_11_20, false)]
    [InlineData(1989_11_20, 0, false)]
    public void A_date_is_before_another_only_as_far_as_both_are_known(int first, int second, bool before) =>
        GraphDates.IsCertainlyBefore(first, second).ShouldBe(before);
}
