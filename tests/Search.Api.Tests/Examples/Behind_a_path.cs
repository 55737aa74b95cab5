using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Search.Api.Tests.Examples;

/// <summary>What browsers and search engines ask for, at the root and below a path that a proxy serves.</summary>
[Collection(OneApi.Name)]
public class Behind_a_path(Api api)
{
    [Fact]
    public async Task A_proxy_may_pass_the_path_on_or_leave_it_out()
    {
        await using var server = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("index", api.Index).UseSetting("pathBase", "/clauses").UseSetting("publicAddress", "https://www.example.org")
            .UseSetting("Logging:LogLevel:Default", "Error"));
        using var client = server.CreateClient();
        await Started.Ready(client);
        var whole = await client.GetStringAsync("/clauses/works/crc");
        whole.ShouldContain("<form action=\"/clauses/\"");
        whole.ShouldContain("https://www.example.org/clauses/works/crc");
        (await client.GetStringAsync("/works/crc")).ShouldBe(whole);
        (await client.GetStringAsync("/robots.txt")).ShouldContain("Sitemap: https://www.example.org/clauses/sitemap.xml");
        (await client.GetStringAsync("/clauses/openapi/v1.json")).ShouldContain("\"url\": \"https://www.example.org/clauses\"");
    }

    [Fact]
    public async Task Crawlers_are_given_documents_and_works_and_kept_from_what_has_no_end()
    {
        var robots = await api.Client.GetStringAsync("/robots.txt");
        robots.ShouldContain("Disallow: /explore\n");
        robots.ShouldContain("Sitemap: http://localhost/sitemap.xml");
        (await api.Client.GetStringAsync("/sitemap.xml")).ShouldContain("<loc>http://localhost/sitemap/documents-1.xml</loc>");
        (await api.Client.GetStringAsync("/sitemap/documents-1.xml")).ShouldContain("<loc>http://localhost/documents/a-res-65-901</loc>");
        (await api.Client.GetAsync("/sitemap/documents-2.xml")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var icon = await api.Client.GetAsync("/favicon.ico");
        icon.Content.Headers.ContentType!.MediaType.ShouldBe("image/x-icon");
        (await api.Client.GetStringAsync("/")).ShouldContain("rel=\"search\"");
    }
}
