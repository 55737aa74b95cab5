using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Search.Api.Tests.Hostile;

/// <summary>What a client writes into Host or X-Forwarded-Proto is in no address that the server gives out.</summary>
[Collection(OneApi.Name)]
public class Spoofed_addresses(Api api)
{
    private static readonly string[] Addresses =
        ["/oembed?url=/works/palermo-protocol", "/embed/demo", "/embed/works/palermo-protocol", "/openapi/v1.json", "/?q=children",
            "/works/palermo-protocol", "/v1/search?q=the&limit=1", "/docs/"];

    [Fact]
    public async Task A_host_that_is_made_up_is_not_repeated()
    {
        var server = await api.Listening();
        foreach (var address in Addresses)
        {
            var answer = await server.Exchange(
                $"GET {address} HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: javascript\r\nConnection: close\r\n\r\n", TimeSpan.FromSeconds(20));
            answer.ShouldNotContain("evil.example", customMessage: address);
            answer.ShouldNotContain("javascript://", customMessage: address);
        }
        var oembed = await server.Exchange(
            "GET /oembed?url=/works/palermo-protocol HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
            TimeSpan.FromSeconds(20));
        oembed.ShouldContain($"http://127.0.0.1:{server.Port}/embed/works/palermo-protocol");
    }

    [Fact]
    public async Task The_public_address_goes_before_all()
    {
        await using var server = With(("publicAddress", "https://search.example.org/"), ("behindProxy", "true"));
        foreach (var address in (string[])["/oembed?url=/works/palermo-protocol", "/embed/demo", "/openapi/v1.json",
            "/works/palermo-protocol"])
        {
            var body = await Ask(server, address, "evil.example", ("X-Forwarded-Proto", "javascript"));
            body.ShouldContain("https://search.example.org", customMessage: address);
            body.ShouldNotContain("https://search.example.org//", customMessage: address);
            body.ShouldNotContain("evil.example", customMessage: address);
        }
    }

    [Fact]
    public async Task A_scheme_that_a_proxy_passes_on_is_http_or_https()
    {
        await using var server = With(("hosts", "search.example.org"), ("behindProxy", "true"));
        (await Ask(server, "/oembed?url=/works/palermo-protocol", "search.example.org", ("X-Forwarded-Proto", "https"))).ShouldContain(
            "https://search.example.org/embed");
        (await Ask(server, "/oembed?url=/works/palermo-protocol", "search.example.org", ("X-Forwarded-Proto", "javascript"))).ShouldContain(
            "http://search.example.org/embed");
    }

    [Fact]
    public async Task Only_allowed_hosts_are_answered_where_some_are_named_but_probes_always_are()
    {
        await using var server = With(("hosts", "search.example.org;other.example.org"));
        foreach (var (host, status) in ((string,
            HttpStatusCode)[])[("search.example.org", HttpStatusCode.OK), ("OTHER.example.org:8080", HttpStatusCode.OK),
                ("localhost", HttpStatusCode.OK), ("evil.example", HttpStatusCode.BadRequest)])
            (await Status(server, "/v1/index", host)).ShouldBe(status, host);
        (await Status(server, "/health/live", "10.1.2.3")).ShouldBe(HttpStatusCode.OK);
    }

    private WebApplicationFactory<Program> With(params (string Name, string Value)[] settings) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseSetting("index", api.Index).UseSetting("watch", "0.05").UseSetting("timeout", "300")
            .UseSetting("Logging:LogLevel:Default", "Critical");
        foreach (var (name, value) in settings) host.UseSetting(name, value);
    });

    private static async Task<string> Ask(WebApplicationFactory<Program> server, string address, string host, params (string Name,
        string Value)[] headers)
    {
        using var client = server.CreateClient();
        for (var i = 0; i < 2400 && !(await client.GetAsync("/health/ready")).IsSuccessStatusCode; i++) await Task.Delay(50);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<HttpStatusCode> Status(WebApplicationFactory<Program> server, string address, string host)
    {
        using var client = server.CreateClient();
        for (var i = 0; i < 2400 && !(await client.GetAsync("/health/ready")).IsSuccessStatusCode; i++) await Task.Delay(50);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = host;
        return (await client.SendAsync(request)).StatusCode;
    }
}
