using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Api.Http;

namespace Search.Api.Tests.Examples;

/// <summary>Who asks too much is told how long to wait, and after that is answered.</summary>
public class RateLimits
{
    [Theory]
    [InlineData("/v1/graph", 10, 5)] // costs more than there can be
    [InlineData("/v1/graph", 100, 25)]
    [InlineData("/v1/paths", 15, 1)]
    [InlineData("/V1/Works/crc/Neighbourhood/", 7, 2)]
    [InlineData("/v1/index", 1, 1)]
    [InlineData("/embed/works/crc", 1, 1)]
    [InlineData("/oembed", 1, 1)]
    [InlineData("/openapi/v1.json", 1, 1)]
    [InlineData("/metrics", 1, 1)]
    [InlineData("/docs/index.html", 1, 1)]
    [InlineData("/nothing/here", 1, 1)]
    public async Task Who_waits_as_long_as_told_is_answered(string path, int burst, int perSecond)
    {
        var time = new FakeTimeProvider();
        var limit = new RateLimit(context => Task.CompletedTask, new(burst, perSecond, Loopback: true), time);
        var refused = 0;
        for (var i = 0; i < 20; i++)
        {
            var (status, wait) = await Ask(limit, path);
            if (status == 200) continue;
            refused++;
            wait.ShouldBeGreaterThan(0);
            time.Advance(TimeSpan.FromSeconds(wait - 1));
            (await Ask(limit, path)).Status.ShouldBe(429); // not a second sooner
            time.Advance(TimeSpan.FromSeconds(1));
            (await Ask(limit, path)).Status.ShouldBe(200);
        }
        refused.ShouldBeGreaterThan(0);
    }

    private static async Task<(int Status, int Wait)> Ask(RateLimit limit, string path)
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Path = path;
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        var response = new Starting();
        context.Features.Set<IHttpResponseFeature>(response);
        await limit.InvokeAsync(context);
        await response.Start();
        var told = context.Response.Headers["RateLimit"].ToString();
        told.ShouldStartWith("\"default\";r=");
        return (context.Response.StatusCode, context.Response.Headers.RetryAfter is [{ } wait] ? int.Parse(wait, System.Globalization.CultureInfo.InvariantCulture) : 0);
    }

    /// <summary>Runs what was to be done before the first byte.</summary>
    private sealed class Starting : HttpResponseFeature
    {
        private readonly List<(Func<object, Task> Run, object State)> _before = [];

        public override void OnStarting(Func<object, Task> callback, object state) => _before.Add((callback, state));

        public async Task Start()
        {
            foreach (var (run, state) in _before) await run(state);
        }
    }
}
