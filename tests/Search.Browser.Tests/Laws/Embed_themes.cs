using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests.Laws;

/// <summary>The elements follow the page that they are in, whatever the reader's system prefers.</summary>
[Collection(OneBrowser.Name)]
public sealed class Embed_themes(Browser browser, Site site)
{
    private const string Light = "rgb(255, 255, 255)";
    private const string Dark = "rgb(23, 27, 32)";
    private const string DarkPage = ":root { color-scheme: dark; background: #101214; color: #e6e6e6 }";

    [Theory]
    [InlineData("", "", false, Light)] // a page that says nothing is light
    [InlineData("", "", true, Light)]
    [InlineData(DarkPage, "", false, Dark)]
    [InlineData(DarkPage, "", true, Dark)]
    [InlineData("", "theme=dark", false, Dark)]
    // dark, and does not say so: the box is light, with its own text
    [InlineData(":root { background: #101214; color: #e6e6e6 }", "", true, Light)]
    public async Task Axe_finds_every_text_readable_and_the_box_is_as_the_page(string style, string attribute, bool isSystemDark,
        string background)
    {
        Browser.IsNeeded();
        await using var host = await Host.With(
            $"<clause-search {attribute}></clause-search><clause-citations {attribute} work=\"palermo-protocol\" limit=\"3\" lang=\"fr\"></clause-citations>",
            $"<style>{style}</style><script type=\"module\" src=\"{site.Address}/embed/clause-search.js\"></script><script type=\"module\" src=\"{site.Address}/embed/clause-citations.js\"></script>");
        await using var tab = await browser.Open(host.Address, dark: isSystemDark);
        await tab.Page.GotoAsync("/");
        var citations = tab.Page.Locator("clause-citations");
        await Expect(citations.Locator("mark").First).ToBeVisibleAsync();
        await Expect(citations.Locator(".meta").Filter(new() { HasText = "rappelle" })
            .Or(citations.Locator(".meta").Filter(new() { HasText = "exhorte" })).First).ToBeVisibleAsync();

        var box = tab.Page.GetByRole(AriaRole.Combobox);
        await Expect(box).ToHaveCSSAsync("background-color", background);
        await box.FillAsync("Palermo Protocol");
        var options = tab.Page.GetByRole(AriaRole.Option);
        // the work that is named
        await Expect(options.First).ToContainTextAsync("Protocol to Prevent, Suppress and Punish Trafficking in Persons");
        await Expect(options.Locator("mark").First).ToBeVisibleAsync();
        await Expect(options.Locator(".title").First).ToBeVisibleAsync();
        await box.PressAsync("ArrowDown");
        (await tab.Page.RunAxe()).Violations.Select(v => $"{v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_with_a_search_of_its_own_keeps_its_keys_unless_it_gives_them_away()
    {
        Browser.IsNeeded();
        foreach (var (attribute, opened) in ((string, int)[])[("", 0), ("hotkeys=\"all\"", 1)])
        {
            await using var host =
                await Host.With($"<form role=\"search\"><label>Site <input type=\"search\"></label></form><clause-search modal {attribute}><form role=\"search\"></form></clause-search>", $"<script type=\"module\" src=\"{site.Address}/embed/clause-search.js\"></script>");
            await using var tab = await browser.Open(host.Address);
            await tab.Page.GotoAsync("/");
            await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true })).ToBeVisibleAsync();
            await tab.Page.GetByRole(AriaRole.Heading).ClickAsync();
            await tab.Page.Keyboard.PressAsync("Control+k");
            await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(opened);
        }
    }
}
