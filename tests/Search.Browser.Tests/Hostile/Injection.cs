using Microsoft.Playwright;

namespace Search.Browser.Tests.Hostile;

/// <summary>Documents and questions full of markup, scripts, bidirectional controls and endless words
/// neither run nor break a page.</summary>
[Collection(OneBrowser.Name)]
public sealed class Injection(Browser browser, Injection.HostileTexts site) : IClassFixture<Injection.HostileTexts>
{
    private const string Markup =
        "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><svg/onload=alert(3)>{{7*7}}${7*7}</textarea></title><!--";
    private const string Bidi = "\u202Edesrever\u202C \u2066isolated\u2069 \u200F\u061C \u0000\uFFFE";

    [Theory]
    [InlineData("/?q=children")]
    [InlineData("/documents/a-res-90-901")]
    [InlineData("/works/a-res-90-901?view=cites")]
    [InlineData("/works/palermo-protocol")]
    [InlineData("/explore?work=a-res-90-901")]
    [InlineData("/explore?work=a-res-90-901&view=table")]
    [InlineData("/corpus")]
    [InlineData("/corpus?view=diagnostics")]
    public async Task Hostile_documents_are_shown_as_text(string address) => await IsHarmless(address);

    [Theory]
    [InlineData("/?q={0}")]
    [InlineData("/?q=children&organ={0}&kind={0}&from={0}&treatment={0}&cites={0}&sort={0}")]
    [InlineData("/documents/{0}")]
    [InlineData("/works/{0}")]
    [InlineData("/works/palermo-protocol?pinpoint={0}&organ={0}&place={0}&from={0}")]
    [InlineData("/explore?work={0}&chain={0}")]
    [InlineData("/explore?work=palermo-protocol&chain={0}")]
    [InlineData("/paste?text={0}")]
    [InlineData("/corpus?organ={0}&view={0}")]
    [InlineData("/nothing/{0}")]
    [InlineData("/?q=children&lang={0}")]
    public async Task Hostile_questions_are_shown_as_text(string address)
    {
        await IsHarmless(address.Replace("{0}", Uri.EscapeDataString(Markup
            + Bidi.Replace("\0", "", StringComparison.Ordinal)), StringComparison.Ordinal));
        var places = address.Split("{0}").Length - 1;
        await IsHarmless(address.Replace("{0}", new string('q', 12_000 / places), StringComparison.Ordinal)); // a request line takes 16 KiB
    }

    [Fact]
    public async Task A_hostile_text_is_pasted_and_shown_as_text()
    {
        Browser.IsNeeded();
        await using var tab = await Open();
        await tab.Page.GotoAsync("/paste");
        await tab.Page.Locator("textarea")
            .FillAsync($"Recalling resolution 55/25 {Markup} {Bidi.Replace("\0", "", StringComparison.Ordinal)} {new string('x', 100_000)}");
        await tab.Page.Locator("form.paste button[value=citations]").ClickAsync();
        await tab.Page.Locator(".pasted").WaitForAsync();
        (await tab.Page.Locator(".pasted").InnerTextAsync()).ShouldContain("<script>alert(1)</script>");
        await Holds(tab.Page);
    }

    private Task<Tab> Open() => browser.Open(site.Address, width: 320);

    // Anything that runs would open a dialog or be logged as a violation: both fail the tab.
    private async Task IsHarmless(string address)
    {
        Browser.IsNeeded();
        await using var tab = await Open();
        var answer = await tab.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        answer!.Status.ShouldBeOneOf(200, 400, 404, 414);
        await Holds(tab.Page);
    }

    private static async Task Holds(IPage page)
    {
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
        (await page.Locator("footer").CountAsync()).ShouldBe(1);
        (await page.Locator("main script, main img, main svg[onload]").CountAsync()).ShouldBe(0);
    }

    public sealed class HostileTexts : ServedTexts
    {
        protected override IEnumerable<(string Name, string Text)> Texts() =>
        [
            ("a-res-90-901.txt", $"""
                United Nations A/RES/90/901
                General Assembly
                Resolution adopted by the General Assembly on 1 December 2030
                90/901. Title with {Markup} and {Bidi}

                The General Assembly,

                Recalling its resolution 55/25 and {Markup},

                Recalling also the Palermo Protocol, javascript:alert(4), {Bidi},

                1. Requests {new string('w', 100_000)} to act upon children;

                2. Decides that {Markup} shall be children.
                """),
            ("<img src=x onerror=alert(5)>.txt", "Nothing that a parser knows."),
        ];
    }
}
