using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Api.Hosting;
using Search.Api.Serving;

namespace Search.Api.Tests.Examples;

/// <summary>Clausegraph below a path of an application of somebody else.</summary>
[Collection(OneApi.Name)]
public partial class In_another_application(Api api)
{
    private const string Root = "http://localhost/clauses";

    [Fact]
    public async Task Pages_api_embedding_feeds_and_description_know_the_path_and_the_other_application_stays_as_it_was()
    {
        await using var other = await Host();
        using var client = other.GetTestClient();

        var links = new HashSet<string>();
        foreach (var page in (string[])["/clauses/", "/clauses/?q=children+at+crossings&organ=GA", "/clauses/documents/a-res-65-901",
            "/clauses/documents/a-res-s-27-901?lang=en&with=ar", "/clauses/works/palermo-protocol",
            "/clauses/explore?work=palermo-protocol",
            "/clauses/history/a-res-75-901/op1", "/clauses/compare?source=a-c.3-75-l.901&target=a-res-75-901", "/clauses/corpus",
            "/clauses/corpus?view=cited", "/clauses/paste", "/clauses/reuse?view=all", "/clauses/problems", "/clauses/embed/demo",
            "/clauses/embed/works/crc", "/clauses/works/nothing"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.Accept.ParseAdd("text/html");
            using var answer = await client.SendAsync(request);
            foreach (var link in Addresses().Matches(await answer.Content.ReadAsStringAsync())
                .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)))
            {
                // on the page, or an original elsewhere
                if (link.StartsWith('#') || !link.StartsWith('/') && !link.StartsWith("http://localhost", StringComparison.Ordinal))
                    continue;
                (link.StartsWith("/clauses/", StringComparison.Ordinal)
                    || link.StartsWith(Root + "/", StringComparison.Ordinal)).ShouldBeTrue($"{page}: {link}");
                links.Add(link.Split('#')[0]);
            }
        }
        foreach (var link in links.Where(l => !l.Contains("/works/nothing", StringComparison.Ordinal)).Where((_, i) => i % 7 == 0)
            .Append("/clauses/docs/").Append("/clauses/favicon.ico"))
            (await client.GetAsync(link)).StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.MovedPermanently], link);
        links.Count.ShouldBeGreaterThan(100);

        using (var search = await client.GetAsync("/clauses/v1/search?q=children&limit=1"))
        {
            search.Headers.GetValues("Link").Single().ShouldStartWith("</clauses/v1/search?");
            search.Headers.Contains("RateLimit-Policy").ShouldBeTrue();
        }
        (await Json(client, "/clauses/v1/works/nothing")).GetProperty("type").GetString().ShouldBe("/clauses/problems#not-found");
        (await Json(client, "/clauses/openapi/v1.json")).GetProperty("servers")[0].GetProperty("url").GetString().ShouldBe("/clauses");
        (await client.GetStringAsync("/clauses/docs/index.js")).ShouldContain("../openapi/v1.json");
        (await Json(client, "/clauses/oembed?url=http%3A%2F%2Flocalhost%2Fclauses%2Fworks%2Fcrc")).GetProperty("html")
            .GetString()!.ShouldStartWith($"<iframe src=\"{Root}/embed/works/crc\"");
        (await Json(client, "/clauses/v1/works/crc/citation")).GetRawText().ShouldContain($"{Root}/works/crc");
        (await client.GetStringAsync("/clauses/works/crc/cited-by.atom")).ShouldContain($"{Root}/");
        (await client.GetStringAsync("/clauses/sitemap/works-1.xml")).ShouldContain($"<loc>{Root}/works/crc</loc>");
        (await client.GetStringAsync("/clauses/opensearch.xml")).ShouldContain($"template=\"{Root}/?q={{searchTerms}}\"");
        (await client.GetStringAsync("/clauses/health/ready")).ShouldContain("ready");
        using (var moved = await client.GetAsync("/clauses/documents/a-res-65-901/OP1"))
            moved.Headers.Location?.ToString().ShouldBe("/clauses/documents/a-res-65-901#op1");

        (await client.GetStringAsync("/")).ShouldBe("ours");
        using var own = await client.GetAsync("/ours?q=1");
        own.Headers.ShouldNotContain(h => h.Key == "Content-Security-Policy");
        (await own.Content.ReadAsStringAsync()).ShouldBe("{\"Asked\":\"1\"}"); // the other application's own way of writing JSON
        (await client.GetAsync("/v1/search?q=children")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetStringAsync("/openapi/v1.json")).ShouldNotContain("cited-by");
    }

    [Fact]
    public async Task A_setting_that_does_not_exist_stops_the_start_and_a_missing_call_says_which()
    {
        var error = await Should.ThrowAsync<SettingException>(() => Host(o => o.Settings["rateLimit:brust"] = "0"));
        error.Message.ShouldContain("rateLimit:brust");
        await using var app = WebApplication.CreateSlimBuilder().Build();
        Should.Throw<InvalidOperationException>(() => app.MapClausegraph("/clauses")).Message.ShouldContain("AddClausegraph");
    }

    private async Task<WebApplication> Host(Action<ClausegraphOptions>? more = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.PropertyNamingPolicy = null);
        builder.Services.AddClausegraph(o =>
        {
            o.Index = api.Index;
            more?.Invoke(o);
        });
        var app = builder.Build();
        app.MapGet("/", () => "ours");
        app.MapGet("/ours", (string q) => new { Asked = q });
        app.MapOpenApi();
        app.MapClausegraph("/clauses");
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
        using var client = app.GetTestClient();
        await Started.Ready(client, "/clauses");
        return app;
    }

    private static async Task<JsonElement> Json(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"")]
    private static partial Regex Addresses();
}
