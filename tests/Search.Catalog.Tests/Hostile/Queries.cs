using System.Diagnostics;

namespace Search.Catalog.Tests.Hostile;

/// <summary>What a query costs does not depend on how odd it is.</summary>
[Collection(BuiltOnce.Name)]
public class Queries(Built built)
{
    [Fact]
    public void Works_that_nobody_knows_are_not_looked_for_among_all_names()
    {
        built.Sample.Resolve("zzqxj");
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 20; i++) built.Sample.Resolve($"zzqxj{i}").Works.ShouldBeEmpty();
        var nearest = clock.Elapsed / 20;
        foreach (var field in (string[])["cites", "symbol", "cited-by"])
        {
            clock.Restart();
            built.Sample.Search(new SearchRequest { Query = string.Join(' ', Enumerable.Range(0, 300).Select(i => $"{field}:zzqxj{i}")) });
            clock.Elapsed.ShouldBeLessThan(nearest * 150, field); // to look for each would be 300 times as much
        }
    }
}
