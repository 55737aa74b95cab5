using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests.Examples;

/// <summary>The ten tasks of docs/strangers-day.md, done by the names of links and buttons alone.</summary>
[Collection(OneBrowser.Name)]
public sealed class Strangers_day(Browser browser, Site site)
{
    [Fact]
    public async Task What_cites_article_6_of_the_Palermo_Protocol_newest_first_as_CSV()
    {
        await using var tab = await Home();
        await Search(tab.Page, "Palermo Protocol article 6");
        await Link(tab.Page, "What cites art. 6").ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Trafficking in Persons");
        var file = await tab.Page.RunAndWaitForDownloadAsync(() => Link(tab.Page, "CSV").ClickAsync());
        var rows = (await File.ReadAllTextAsync(await file.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => r.Contains("art"));
        var dates = rows.Select(r => System.Text.RegularExpressions.Regex.Match(r, @"\d{4}-\d\d-\d\d").Value).Where(d => d.Length > 0)
            .ToList();
        dates.ShouldBe(dates.OrderDescending());
    }

    [Fact]
    public async Task A_reference_to_operative_paragraph_2_for_a_memo()
    {
        await using var tab = await Home();
        await Search(tab.Page, "A/RES/65/901");
        await Link(tab.Page, "Read the text").ClickAsync();
        var clause = tab.Page.GetByRole(AriaRole.Group, new() { Name = "operative paragraph 2", Exact = true });
        await clause.HoverAsync();
        await clause.GetByRole(AriaRole.Button, new() { Name = "Copy reference" }).ClickAsync();
        await Expect(clause.GetByRole(AriaRole.Button, new() { Name = "Copied" })).ToBeVisibleAsync();
        (await tab.Page.EvaluateAsync<string>("navigator.clipboard.readText()")).ShouldBe(
            "General Assembly resolution 65/901 of 21 December 2010, para. 2");
    }

    [Fact]
    public async Task Why_a_citation_is_taken_for_what_it_is()
    {
        await using var tab = await browser.Open(site);
        await tab.Page.GotoAsync("/documents/a-res-65-901");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "How “61/901” was understood" }).ClickAsync();
        var evidence = tab.Page.Locator(".evidence:popover-open");
        await Expect(evidence).ToContainTextAsync("recalls");
        await Expect(evidence).ToContainTextAsync("Evidence");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(evidence).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_urges_the_ratification_of_the_Convention_on_the_Rights_of_the_Child()
    {
        await using var tab = await Home();
        var box = tab.Page.GetByRole(AriaRole.Combobox);
        await box.PressSequentiallyAsync("convention on the rights of the ch");
        await Expect(tab.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(0);
        await box.PressAsync("ArrowDown");
        await Expect(tab.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(1);
        await box.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new()
        {
            Level = 1,
            Name = "Convention on the Rights of the Child",
            Exact = true
        })).ToBeVisibleAsync();
        await tab.Page.GetByRole(AriaRole.Complementary).GetByRole(AriaRole.Link, new() { Name = "urges ratification", Exact = true })
            .ClickAsync();
        await Expect(tab.Page.Locator(".edge .treatment").First).ToHaveTextAsync("urges ratification");
        (await tab.Page.Locator(".edge .treatment").AllInnerTextsAsync()).ShouldAllBe(t => t == "urges ratification");
        (await tab.Page.Locator(".edge blockquote").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task How_a_resolution_hangs_together_with_a_convention()
    {
        await using var tab = await Home();
        await Link(tab.Page, "Explore").ClickAsync();
        await tab.Page.GetByLabel("Work", new() { Exact = true }).FillAsync("A/RES/79/901");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await tab.Page.GetByLabel("Chain to another work").FillAsync("Convention on the Rights of the Child");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "From A/RES/79/901 to Convention on the Rights of the Child" }))
            .ToBeVisibleAsync();
        (await tab.Page.Locator(".chain").First.Locator("blockquote").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Which_texts_should_be_added_first()
    {
        await using var tab = await Home();
        await Link(tab.Page, "Corpus").ClickAsync();
        await Link(tab.Page, "Most wanted").ClickAsync();
        var counts = (await tab.Page.Locator(".works .muted")
            .AllInnerTextsAsync()).Select(t => int.Parse(t.Split("Cited by ")[1], System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        counts.ShouldNotBeEmpty();
        counts.ShouldBe(counts.OrderDescending());
    }

    [Fact]
    public async Task Whether_the_citations_of_a_draft_are_understood()
    {
        await using var tab = await Home();
        await Link(tab.Page, "Paste a text").ClickAsync();
        await tab.Page.GetByLabel("Text", new() { Exact = true })
            .FillAsync("Recalling General Assembly resolution 55/25,\n\nReaffirming the Palermo Protocol, and all previous relevant resolutions,");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Find citations" }).ClickAsync();
        await Expect(tab.Page.Locator(".pasted a.cite", new() { HasText = "Palermo Protocol" })).ToBeVisibleAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Row, new() { Name = "55/25" })).ToContainTextAsync("Linked");
    }

    [Fact]
    public async Task Operative_paragraphs_of_the_Security_Council_since_1990()
    {
        await using var tab = await Home();
        await Search(tab.Page, "strait");
        var filters = tab.Page.GetByRole(AriaRole.Complementary);
        await filters.GetByRole(AriaRole.Link, new() { Name = "Security Council", Exact = true }).ClickAsync();
        await filters.GetByRole(AriaRole.Link, new() { Name = "operative part", Exact = true }).ClickAsync();
        await filters.GetByLabel("From").FillAsync("1990");
        await filters.GetByRole(AriaRole.Button, new() { Name = "Apply" }).ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.List, new() { Name = "Filters in force" }).GetByRole(AriaRole.Listitem))
            .ToHaveCountAsync(3);
        var labels = await tab.Page.Locator(".hit .label").AllInnerTextsAsync();
        labels.ShouldNotBeEmpty();
        labels.ShouldAllBe(l => l.Contains("OP"));
        (await tab.Page.Locator(".hit time")
            .EvaluateAllAsync<string[]>("all => all.map(t => t.dateTime)")).ShouldAllBe(d => string.CompareOrdinal(d, "1990") >= 0);
    }

    [Fact]
    public async Task A_word_that_is_hard_to_spell()
    {
        await using var tab = await Home();
        await Search(tab.Page, "traficking");
        await Link(tab.Page, "trafficking").First.ClickAsync();
        (await tab.Page.Locator(".hit mark").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_surroundings_of_a_work_without_a_mouse_and_as_a_table()
    {
        await using var tab = await browser.Open(site);
        await tab.Page.GotoAsync("/explore?work=palermo-protocol");
        var works = await tab.Page.Locator("a.node").CountAsync();
        await tab.Page.Locator("a.centre").FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        (await tab.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')")).ShouldContain("Palermo Protocol");
        await tab.Page.Keyboard.PressAsync("ArrowRight");
        var next = await tab.Page.EvaluateAsync<string>("document.activeElement.dataset.id");
        next.ShouldNotBe("palermo-protocol");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("a.centre")).ToHaveAttributeAsync("data-id", next);
        await tab.Page.GoBackAsync();
        await Link(tab.Page, "As a table").ClickAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Table, new() { Name = "Works" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(works + 1);
    }

    private async Task<Tab> Home()
    {
        Browser.IsNeeded();
        var tab = await browser.Open(site);
        await tab.Page.GotoAsync("/");
        return tab;
    }

    private static async Task Search(IPage page, string query)
    {
        await page.GetByRole(AriaRole.Combobox).FillAsync(query);
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
    }

    private static ILocator Link(IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });
}
