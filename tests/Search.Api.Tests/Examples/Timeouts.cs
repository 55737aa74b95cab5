using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Search.Api.Tests.Examples;

/// <summary>A question that takes too long is given up and said to be.</summary>
[Collection(OneApi.Name)]
public class Timeouts(Api api)
{
    [Fact]
    public async Task A_search_beyond_its_time_is_answered_with_503()
    {
        await using var hurried = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("index", api.Index).UseSetting("timeout", "0.001").UseSetting("watch", "0.05")
            .UseSetting("Logging:LogLevel:Default", "Critical"));
        using var client = hurried.CreateClient();
        for (var i = 0; i < 1200; i++)
        {
            using var answer = await client.GetAsync("/v1/search?facets=true&limit=100&q="
                + string.Join("%20OR%20", Enumerable.Repeat("a*", 500)));
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable) continue;
            var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            if (problem.GetProperty("code").GetString() == "too-busy") return;
            await Task.Delay(20); // no snapshot yet
        }
        Assert.Fail("no search was given up");
    }
}
