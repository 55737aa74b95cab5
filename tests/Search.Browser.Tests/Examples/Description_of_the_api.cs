namespace Search.Browser.Tests.Examples;

/// <summary>The API describes itself under the same strict content security policy as every page: a violation would
/// be logged and fail the tab.</summary>
[Collection(OneBrowser.Name)]
public class Description_of_the_api(Browser browser, Site site)
{
    [Fact]
    public async Task Swagger_UI_shows_every_operation_and_tries_one_out_without_a_violation()
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site);
        var answer = await tab.Page.GotoAsync("/docs/index.html");
        (await answer!.HeaderValueAsync("content-security-policy"))!.ShouldContain("default-src 'self'");
        await tab.Page.Locator("#operations-Search-Search .opblock-summary-control").ClickAsync();
        (await tab.Page.Locator(".opblock").CountAsync()).ShouldBeGreaterThan(20);
        await tab.Page.Locator("#operations-Search-Search .try-out__btn").ClickAsync();
        await tab.Page.Locator("#operations-Search-Search .execute").ClickAsync();
        await tab.Page.Locator("#operations-Search-Search .live-responses-table .response-col_status").First.WaitForAsync();
        (await tab.Page.Locator("#operations-Search-Search .live-responses-table").InnerTextAsync()).ShouldContain("200");
    }
}
