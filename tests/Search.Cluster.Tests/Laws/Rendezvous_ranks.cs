using Search.Cluster.Placement;

namespace Search.Cluster.Tests.Laws;

/// <summary>Every server computes the same places for shards, and one that comes or goes moves no more than it must.</summary>
public class Rendezvous_ranks
{
    private static readonly string[] Servers = ["alpha", "beta", "gamma", "delta", "epsilon"];

    [Fact]
    public void Every_server_has_one_rank_for_each_shard_in_whatever_order_they_are_named()
    {
        for (var shard = 0; shard < 100; shard++)
        {
            var ranked = Rendezvous.Rank(shard, Servers);
            ranked.Order(StringComparer.Ordinal).ShouldBe(Servers.Order(StringComparer.Ordinal));
            Rendezvous.Rank(shard, Servers.Reverse()).ShouldBe(ranked);
        }
    }

    [Fact]
    public void A_server_that_is_gone_leaves_the_order_of_the_others_as_it_was()
    {
        for (var shard = 0; shard < 100; shard++)
            foreach (var gone in Servers)
                Rendezvous.Rank(shard, Servers.Where(s => s != gone)).ShouldBe(Rendezvous.Rank(shard, Servers).Where(s => s != gone));
    }

    [Fact]
    public void Shards_are_spread_over_the_servers()
    {
        var first = Enumerable.Range(0, 1000).GroupBy(s => Rendezvous.Rank(s, Servers)[0]).Select(g => g.Count()).ToList();
        first.Count.ShouldBe(Servers.Length);
        first.Min().ShouldBeGreaterThan(150);
        first.Max().ShouldBeLessThan(250);
    }
}
