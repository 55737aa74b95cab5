using Microsoft.Playwright;

namespace Search.Browser.Tests.Examples;

/// <summary>Pictures for the README, made by <c>tools/screenshots</c>.</summary>
[Collection(OneBrowser.Name)]
public sealed class Screenshots(Browser browser, Site site)
{
    /// <summary>Names the folder that the pictures are written to.</summary>
    private const string Variable = "CLAUSEGRAPH_SCREENSHOTS";

    [Theory(Explicit = true)]
    [InlineData("search", "/?q=Palermo+Protocol+article+6", "html")]
    [InlineData("document", "/documents/a-res-71-901", ".parts")]
    [InlineData("work", "/works/palermo-protocol", ".tabs")]
    [InlineData("explore", "/explore?work=a-res-75-901", ".listhead")]
    public async Task A_page_is_pictured(string name, string address, string from)
    {
        Browser.IsNeeded();
        var folder = Environment.GetEnvironmentVariable(Variable);
        folder.ShouldNotBeNullOrEmpty($"{Variable} has to name the folder for the pictures: tools/screenshots sets it");
        await using var tab = await browser.Open(site);
        await tab.Page.SetViewportSizeAsync(1000, 640);
        await tab.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        await tab.Page.Locator(from).EvaluateAsync("element => element.scrollIntoView()");
        var file = Path.Combine(folder!, name + ".png");
        await tab.Page.ScreenshotAsync(new() { Path = file });
        new FileInfo(file).Length.ShouldBeLessThan(150_000);
    }
}
