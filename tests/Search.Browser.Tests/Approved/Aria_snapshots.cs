using Microsoft.Playwright;
using Search.Testing;

namespace Search.Browser.Tests.Approved;

/// <summary>
/// What a screen reader is told, read and approved by a person. CLAUSEGRAPH_ACCEPT=1 rewrites the files; the
/// difference is then for a person to read.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed class Aria_snapshots(Browser browser, Aria_snapshots.Coast site) : IClassFixture<Aria_snapshots.Coast>
{
    [Theory]
    [InlineData("search", "/?q=lighthouses")]
    [InlineData("document", "/documents/a-res-91-901")]
    [InlineData("graph", "/explore?work=a-res-90-901")]
    public async Task A_screen_reader_is_told_what_was_approved(string name, string address)
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site.Address);
        await tab.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var told = (await tab.Page.Locator("main").AriaSnapshotAsync()).Replace("\r\n", "\n", StringComparison.Ordinal) + "\n";
        var file = Places.InRepository("tests", "Search.Browser.Tests", "Approved", $"{name}.aria.yaml");
        if (Environment.GetEnvironmentVariable("CLAUSEGRAPH_ACCEPT") == "1") await File.WriteAllTextAsync(file, told);
        told.ShouldBe(await File.ReadAllTextAsync(file));
    }

    public sealed class Coast : ServedTexts
    {
        protected override IEnumerable<(string Name, string Text)> Texts() =>
            [("a-res-90-901.txt", Lighthouses.Earlier), ("a-res-91-901.txt", Lighthouses.Later)];
    }
}
