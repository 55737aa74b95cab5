using System.Net;
using Search.Testing;

namespace Search.Browser.Tests.Examples;

[Collection(OneBrowser.Name)]
public sealed class Before_the_first_snapshot(Browser browser)
{
    [Fact]
    public async Task A_person_is_told_to_wait_and_a_program_gets_a_problem_document()
    {
        Browser.IsNeeded();
        using var folder = new TemporaryFolder();
        folder.Write("built/CURRENT", "g-000009");
        await using var server = Server.Without(folder.In("built"));
        await using var tab = await browser.Open(server.Address);
        var answer = await tab.Page.GotoAsync("/?q=children");
        answer!.Status.ShouldBe(503);
        (await tab.Page.Locator("h1").InnerTextAsync()).ShouldBe("The corpus is being opened");
        (await tab.Page.Locator("main a").First.GetAttributeAsync("href")).ShouldBe("/?q=children");

        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        using var problem = await client.GetAsync("/v1/search?q=children");
        problem.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        problem.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
