using System.Net;
using System.Text.Json;
using Search.Cluster.Placement;
using Search.Testing;

namespace Search.Cluster.Tests.Hostile;

/// <summary>What a cluster does without servers, shards and the list of its servers.</summary>
public class Lost_servers
{
    private const string Question = "/v1/search?q=children&facets=true&limit=100";

    [Fact]
    public async Task A_shard_without_a_living_replica_is_an_error_or_an_answer_that_says_what_is_missing()
    {
        using var folder = new TemporaryFolder();
        TestCluster.Build(folder.In("built"), shards: 4);
        var whole = Total(await Counted(folder.In("built")));
        await using var cluster =
            await TestCluster.Start(folder.In("built"), servers: 2, shards: 4, replicas: 1, cache: i => folder.In($"cache-{i}"));
        var generation = TestCluster.Build(folder.In("built"), shards: 4); // of which each server has copied its own shards alone
        foreach (var server in cluster.Servers) await server.Until("/v1/index", i => i.GetProperty("generation").GetString() == generation);
        // The share with the snapshots is gone, so that the shards of a server that stops can be copied to no other.
        Directory.Move(folder.In("built", generation, "text"), folder.In("built", generation, "gone"));
        await cluster.StopLast();
        int[] lost = [.. Enumerable.Range(0, 4)
            .Where(s => Rendezvous.Rank(s, [TestCluster.Name(0), TestCluster.Name(1)])[0] == TestCluster.Name(1))];
        lost.Length.ShouldBeInRange(1, 3);
        var left = cluster.Servers[0];
        await left.Until("/health/ready", h => h.GetProperty("cluster").GetProperty("missing").EnumerateArray().Select(m => m.GetInt32())
            .SequenceEqual(lost));

        using (var refused = await left.Client.GetAsync(Question))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            refused.Headers.RetryAfter.ShouldNotBeNull();
            JsonDocument.Parse(await refused.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString()
                .ShouldBe("shards-missing");
        }
        using var partial = await left.Client.GetAsync(Question + "&partial=allow");
        partial.StatusCode.ShouldBe(HttpStatusCode.OK);
        partial.Headers.ETag.ShouldBeNull();
        partial.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var answer = JsonDocument.Parse(await partial.Content.ReadAsStringAsync()).RootElement;
        answer.GetProperty("partial").GetProperty("missingShards").EnumerateArray().Select(m => m.GetInt32()).ShouldBe(lost);
        answer.GetProperty("total").GetProperty("relation").GetString().ShouldBe("gte");
        Total(answer).ShouldBeInRange(0, whole - 1);
        (await left.Client.GetAsync("/works/crc")).StatusCode.ShouldBe(HttpStatusCode.OK); // works and citations are whole on every server

        Directory.Move(folder.In("built", generation, "gone"), folder.In("built", generation, "text"));
        await left.Sees(servers: 1, replicas: 4);
        var again = await left.Until(Question + "&partial=allow", a => a.GetProperty("partial").ValueKind == JsonValueKind.Null);
        Total(again).ShouldBe(whole);
    }

    [Fact]
    public async Task A_server_that_leaves_takes_no_answer_along_and_one_that_comes_gives_the_same()
    {
        using var folder = new TemporaryFolder();
        TestCluster.Build(folder.In("built"), shards: 4);
        var expected = (await Counted(folder.In("built"))).ToString();
        await using var cluster = await TestCluster.Start(folder.In("built"), servers: 2, shards: 4);
        using var load = Load.On(cluster.Servers[0].Client, Question, expected);
        for (var i = 0; i < 2; i++)
        {
            await using var third = await ClusterServer.Start(cluster.Membership, "third", folder.In("built"));
            await third.Sees(servers: 3, replicas: 8);
            (await third.Client.GetStringAsync(Question)).ShouldBe(expected);
        }
        (await load.Stop()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_the_list_of_servers_those_that_are_up_go_on_and_say_so()
    {
        using var folder = new TemporaryFolder();
        TestCluster.Build(folder.In("built"), shards: 2);
        var expected = (await Counted(folder.In("built"))).ToString();
        await using var cluster = await TestCluster.Start(folder.In("built"), servers: 2, shards: 2);
        cluster.Membership.IsGone = true;
        foreach (var server in cluster.Servers)
        {
            await server.Until("/health/ready", h => h.GetProperty("cluster").GetProperty("membership").GetString() == "unreachable");
            (await server.Client.GetStringAsync(Question)).ShouldBe(expected);
        }
        var generation = TestCluster.Build(folder.In("built"), shards: 2); // a newer snapshot is taken over all the same
        foreach (var server in cluster.Servers) await server.Until("/v1/index", i => i.GetProperty("generation").GetString() == generation);
        cluster.Membership.IsGone = false;
        foreach (var server in cluster.Servers)
            await server.Until("/health/ready", h => h.GetProperty("cluster").GetProperty("membership").GetString() == "reachable");
    }

    /// <summary>The answer of a server that stands alone.</summary>
    private static async Task<JsonElement> Counted(string index)
    {
        await using var alone = await ClusterServer.Start(new SharedMembership(), "alone", index);
        return await alone.Until(Question, _ => true);
    }

    private static long Total(JsonElement answer) => answer.GetProperty("total").GetProperty("value").GetInt64();
}
