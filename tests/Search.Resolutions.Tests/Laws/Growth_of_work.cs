using Search.Testing;

namespace Search.Resolutions.Tests.Laws;

/// <summary>The measure that the laws about long texts rest on.</summary>
public class Growth_of_work
{
    private const int Size = 20_000;

    [Fact]
    public void A_line_is_passed() => Growth.OverTenTimes(Size, n => new int[n], Line).ShouldBeLessThan(Growth.OfALine);

    [Theory]
    [InlineData(1)]
    [InlineData(50)] // no more than the line while the input is short
    public void A_square_is_not_passed(int share) => Growth.OverTenTimes(Size, n => new int[n], numbers =>
    {
        Line(numbers);
        var sum = 0;
        for (var i = 0; i < numbers.Length; i += share) sum += numbers.AsSpan(i).IndexOf(1); // looks through all that follows, many at once
        numbers[0] = Math.Min(sum, 0);
    }).ShouldBeGreaterThan(Growth.OfALine);

    private static void Line(int[] numbers)
    {
        for (var n = 0; n < 20; n++)
            for (var i = 1; i < numbers.Length; i++) numbers[i] = (numbers[i - 1] + i) & ~1;
    }
}
