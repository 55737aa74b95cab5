using Microsoft.Playwright;
using Search.Testing;

namespace Search.Browser.Tests.Approved;

/// <summary>
/// What a screen reader is told, read and approved by a person. CLAUSEGRAPH_ACCEPT=1 rewrites the files; the difference is then for a person to read.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed class AriaSnapshots(Browser browser, AriaSnapshots.Lighthouses site) : IClassFixture<AriaSnapshots.Lighthouses>
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

    public sealed class Lighthouses : ServedTexts
    {
        protected override IEnumerable<(string Name, string Text)> Texts() =>
        [
            ("a-res-90-901.txt", """
                United Nations A/RES/90/901

                General Assembly

                Resolution adopted by the General Assembly on 1 December 2035

                90/901. Lighthouses of the sample coast

                The General Assembly,

                Recalling the Convention on the Rights of the Child,

                1. Requests the Secretary-General to report on lighthouses;

                2. Urges States to ratify the Palermo Protocol, in particular article 6 thereof.
                """),
            ("a-res-91-901.txt", """
                United Nations A/RES/91/901

                General Assembly

                Resolution adopted by the General Assembly on 2 December 2036

                91/901. Keepers of lighthouses

                The General Assembly,

                Recalling its resolution 90/901 of 1 December 2035,

                1. Endorses paragraph 2 of its resolution 90/901;

                2. Decides:

                (a) To thank the keepers of lighthouses;

                (b) To remain seized of the matter.
                """),
        ];
    }
}
