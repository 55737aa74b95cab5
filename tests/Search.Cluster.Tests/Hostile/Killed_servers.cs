using Search.Testing;

namespace Search.Cluster.Tests.Hostile;

/// <summary>With two replicas of each shard, a server that is killed costs no answer of the others, whether it comes back or not.</summary>
public class Killed_servers
{
    private const string Question = "/v1/search?q=children&facets=true&limit=100";

    [Fact]
    public async Task A_server_of_three_that_is_killed_and_started_again_costs_no_answer()
    {
        using var folder = new TemporaryFolder();
        TestCluster.Build(folder.In("built"), shards: 4);
        int[] ports = [ClusterServer.FreePort(), ClusterServer.FreePort(), ClusterServer.FreePort()];
        await using var first = await ServerProcess.Start(folder.In("built"), ports[0], ports[0]);
        await using var second = await ServerProcess.Start(folder.In("built"), ports[0], ports[1]);
        var third = await ServerProcess.Start(folder.In("built"), ports[0], ports[2]);
        var expected = await first.Client.GetStringAsync(Question);
        using var loads = Load.On(first.Client, Question, expected);
        using var others = Load.On(second.Client, Question, expected);
        await third.DisposeAsync();
        await Task.Delay(3000);
        await using var again = await ServerProcess.Start(folder.In("built"), ports[0], ports[2]);
        (await again.Client.GetStringAsync(Question)).ShouldBe(expected);
        (await loads.Stop()).ShouldBeGreaterThan(0);
        (await others.Stop()).ShouldBeGreaterThan(0);
    }
}
