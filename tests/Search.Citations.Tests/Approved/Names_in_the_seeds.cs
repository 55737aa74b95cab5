using Search.Testing;

namespace Search.Citations.Tests.Approved;

public class Names_in_the_seeds
{
    [Fact]
    public void Every_instrument_that_was_marked_by_hand_is_found_by_its_surface()
    {
        if (Places.Shared is null) Assert.Skip(Places.SharedIsAbsent);
        var names = Works.Listed.Names;
        var looked = 0;
        var missed = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(Places.Shared!, "gold", "seeds.citations.tsv")).Skip(1))
        {
            var row = line.Split('\t');
            if (row[7] != "instrument") continue;
            looked++;
            var text = "the " + row[3] + ", and";
            if (names.Find(text) is not [var one] || !one.Works.Contains(new WorkId(row[4])) || one.Span.In(text).ToString() != row[3])
                missed.Add(line);
        }
        missed.ShouldBeEmpty();
        looked.ShouldBeGreaterThan(20);
    }
}
