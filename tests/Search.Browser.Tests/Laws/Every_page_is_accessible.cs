using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Search.Browser.Tests.Laws;

[Collection(OneBrowser.Name)]
public sealed class Every_page_is_accessible(Browser browser, Site site)
{
    private static readonly int[] Widths = [320, 768, 1440];

    private static readonly object Rules =
        new
        {
            runOnly = new { type = "tag", values = (string[])["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
            resultTypes = (string[])["violations"],
            preload = false
        };

    // Of all rules only this one can tell dark from light.
    private static readonly object Contrast = new
    {
        runOnly = new { type = "rule", values = (string[])["color-contrast"] },
        resultTypes = (string[])["violations"],
        preload = false
    };

    private const string Run =
        "async options => (await axe.run(document, options)).violations.map(v => `${v.id} ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`)";

    public static TheoryData<string, string> Pages()
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, address) in Views.All) data.Add(name, address);
        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_light_and_dark_at_three_widths_and_nothing_sticks_out(string name, string address)
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site, width: Widths[0]);
        await tab.Page.GotoAsync(address);
        (await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Widths[0], name);
        await Check(tab.Page, name);
    }

    [Fact]
    public async Task Axe_finds_nothing_while_suggestions_are_open()
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site);
        await tab.Page.GotoAsync("/");
        await tab.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("palermo");
        await tab.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Check(tab.Page, "suggestions");
    }

    [Fact]
    public async Task Axe_finds_nothing_while_evidence_is_open()
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site);
        await tab.Page.GotoAsync("/documents/a-res-65-901");
        await tab.Page.Locator(".clause button.why").First.ClickAsync();
        await tab.Page.Locator(".evidence:popover-open").WaitForAsync();
        await Check(tab.Page, "evidence");
    }

    private static async Task Check(IPage page, string name)
    {
        // brings axe into the page, once
        await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "rule", Values = ["document-title"] } });
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var found = await page.EvaluateAsync<string[]>(Run, scheme == ColorScheme.Light ? Rules : Contrast);
                found.ShouldBeEmpty($"{name}, {scheme}, {width}");
            }
        }
    }
}
