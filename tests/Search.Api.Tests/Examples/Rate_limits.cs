using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Search.Api.Http;

namespace Search.Api.Tests.Examples;

/// <summary>Who asks too much is told how long to wait, and after that is answered.</summary>
public class Rate_limits
{
    [Theory]
    [InlineData(50, 10, 5)] // costs more than there can be
    [InlineData(50, 100, 25)]
    [InlineData(10, 15, 1)]
    [InlineData(5, 7, 2)]
    [InlineData(1, 1, 1)]
    [InlineData(null, 1, 1)]
    public async Task Who_waits_as_long_as_told_is_answered(int? cost, int burst, int perSecond)
    {
        var time = new FakeTimeProvider();
        var limit = new RateLimit(context => Task.CompletedTask, new(burst, perSecond, Loopback: true), time);
        var refused = 0;
        for (var i = 0; i < 20; i++)
        {
            var (status, wait) = await Ask(limit, cost);
            if (status == 200) continue;
            refused++;
            wait.ShouldBeGreaterThan(0);
            time.Advance(TimeSpan.FromSeconds(wait - 1));
            (await Ask(limit, cost)).Status.ShouldBe(429); // not a second sooner
            time.Advance(TimeSpan.FromSeconds(1));
            (await Ask(limit, cost)).Status.ShouldBe(200);
        }
        refused.ShouldBeGreaterThan(0);
    }

    private static async Task<(int Status, int Wait)> Ask(RateLimit limit, int? cost)
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        if (cost is { } units) context.SetEndpoint(new(null, new(new RequestCost(units)), "test"));
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        var response = new Starting();
        context.Features.Set<IHttpResponseFeature>(response);
        await limit.InvokeAsync(context);
        await response.Start();
        var told = context.Response.Headers["RateLimit"].ToString();
        told.ShouldStartWith("\"default\";r=");
        return (context.Response.StatusCode, context.Response.Headers.RetryAfter is [{ } wait]
            ? int.Parse(wait, System.Globalization.CultureInfo.InvariantCulture)
            : 0);
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
