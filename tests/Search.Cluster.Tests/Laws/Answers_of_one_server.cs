using Search.Testing;

namespace Search.Cluster.Tests.Laws;

/// <summary>A cluster answers as one server with one index does: every field of every answer, whichever server is asked.</summary>
public class Answers_of_one_server
{
    private static readonly string[] Texts =
    [
        "children", "the rights of the child", "\"early intervention\"", "crime prevention", "treat*", "goverment~", "NOT children",
        "children OR women", "cites:crc", "clausekind:operative children",
        "organ:GA", "", "victims of crime and abuse of power", "CRC art. 12", "nosuchwordatall", "chldren", "women children peace security",
        "\"Convention against\" corruption",
        "recalling its resolution", "\"the present resolution\"~3", "year:2019 peace", "treatment:recalls crime",
        "decides AND children AND NOT women", "international",
    ];

    private static readonly string[] Options =
        ["", "&sort=newest", "&facets=true&limit=3", "&explain=true&limit=2", "&fold=true", "&groupBy=treatment,year",
            "&organ=GA&facets=cites,treatment&treatment=recalls", "&limit=100"];

    private static readonly string[] Others =
        ["/v1/suggest?q=ch", "/v1/suggest?q=the%20rig", "/v1/works/crc", "/v1/documents", "/v1/works/crc/cited-by", "/search?q=children",
            "/works/crc/cited-by.atom"];

    [Fact]
    public async Task Every_answer_is_the_same()
    {
        using var folder = new TemporaryFolder();
        TestCluster.Build(folder.In("one"), shards: 1);
        TestCluster.Build(folder.In("four"), shards: 4);
        await using var one = await ClusterServer.Start(new SharedMembership(), "alone", folder.In("one"));
        await using var cluster = await TestCluster.Start(folder.In("four"), servers: 3, shards: 4);
        var asked = 0;
        foreach (var address in Texts.SelectMany(t => Options.Select(o => $"/v1/search?q={Uri.EscapeDataString(t)}{o}")).Concat(Others))
        {
            using var expected = await one.Client.GetAsync(address);
            var server = cluster.Servers[asked++ % cluster.Servers.Count];
            using var given = await server.Client.GetAsync(address);
            given.StatusCode.ShouldBe(expected.StatusCode, address);
            Comparable(await given.Content.ReadAsStringAsync(), server)
                .ShouldBe(Comparable(await expected.Content.ReadAsStringAsync(), one), address);
        }
        asked.ShouldBe(Texts.Length * Options.Length + Others.Length);
    }

    // Cursors name the snapshot; pages and feeds the address that was asked, and feeds the time of the build.
    private static string Comparable(string body, ClusterServer of)
    {
        var comparable = System.Text.RegularExpressions.Regex.Replace(
            body.Replace(of.Client.BaseAddress!.Authority, "host", StringComparison.Ordinal),
            "\"next\": ?\"[^\"]*\"|cursor=[\\w-]*|<(updated|published)>[^<]*<", "");
        return System.Text.RegularExpressions.Regex.Replace(comparable, "g-\\d{6}|nonce=\"[^\"]*\"", "");
    }
}
