using Search.Catalog.Querying;

namespace Search.Catalog.Tests.Laws;

/// <summary>Rows that were read lately are kept, and each is read once.</summary>
public class Recent_rows
{
    [Fact]
    public void A_row_that_is_asked_for_twice_is_read_once()
    {
        var asked = new List<int>();
        var rows = new RecentRows<string>(number =>
        {
            asked.Add(number);
            return $"row {number}";
        });
        foreach (var number in (int[])[7, 7, 3, 3, 7]) rows.Of(number).ShouldBe($"row {number}");
        asked.ShouldBe([7, 3]);
    }

    [Fact]
    public void Rows_that_share_a_place_put_each_other_out()
    {
        var reads = 0;
        var rows = new RecentRows<string>(number => $"row {number}, read {++reads}", bits: 1);
        rows.Of(1).ShouldBe("row 1, read 1");
        rows.Of(3).ShouldBe("row 3, read 2");
        rows.Of(1).ShouldBe("row 1, read 3");
        rows.Of(1).ShouldBe("row 1, read 3");
    }
}
