using Microsoft.Playwright;

namespace Search.Browser.Tests.Budgets;

[Collection(OneBrowser.Name)]
public sealed class First_page(Browser browser, Site site)
{
    private const int MostBytes = 60_000;
    private const int MostRequests = 10;

    [Theory]
    [InlineData("/?q=children+at+crossings")]
    [InlineData("/")]
    [InlineData("/documents/a-res-71-901")]
    [InlineData("/works/palermo-protocol")]
    public async Task A_cold_browser_needs_at_most_60_kB_and_10_requests(string address)
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site);
        var requests = new List<string>();
        tab.Page.Request += (_, request) => requests.Add(request.Url);
        await tab.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var bytes = await tab.Page.EvaluateAsync<int>(
            "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0)");
        TestContext.Current.TestOutputHelper?.WriteLine($"{address}: {bytes} bytes in {requests.Count} requests");
        bytes.ShouldBeGreaterThan(0);
        bytes.ShouldBeLessThanOrEqualTo(MostBytes);
        requests.Count.ShouldBeLessThanOrEqualTo(MostRequests);
        requests.ShouldAllBe(url => url.StartsWith(site.Address), "nothing is asked of another site");
    }

    [Fact]
    public async Task The_text_is_there_before_any_script()
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site);
        await tab.Page.RouteAsync("**/*.js", route => route.AbortAsync());
        await tab.Page.GotoAsync("/?q=children+at+crossings");
        (await tab.Page.Locator(".hits .quote").CountAsync()).ShouldBe(10);
        tab.Errors.Clear();
    }
}
