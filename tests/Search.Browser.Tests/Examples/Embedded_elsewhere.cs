using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests.Examples;

/// <summary>The elements in pages of another site.</summary>
[Collection(OneBrowser.Name)]
public sealed class Embedded_elsewhere(Browser browser, Site site)
{
    // Asked for again and again: an arrival between a look at the address and waiting for the next is missed.
    private static readonly PageAssertionsToHaveURLOptions s_arrival = new() { Timeout = 30_000 };

    private string Scripts =>
        $"<script type=\"module\" src=\"{site.Address}/embed/clause-search.js\"></script><script type=\"module\" src=\"{site.Address}/embed/clause-citations.js\"></script>";

    /// <summary>No script but the two, no style from anywhere, no form, no markup out of text, and nothing that
    /// does not agree to be embedded.</summary>
    private Dictionary<string, string> StrictestPolicies => new()
    {
        ["Content-Security-Policy"] =
            $"default-src 'none'; script-src {site.Address}; connect-src {site.Address}; frame-src {site.Address}; form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        ["Cross-Origin-Embedder-Policy"] = "require-corp",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
    };

    [Fact]
    public async Task They_work_under_the_strictest_policies_and_violate_none()
    {
        Browser.IsNeeded();
        await using var host = await Host.With(
            $"<clause-search></clause-search><clause-search modal></clause-search><clause-citations work=\"palermo-protocol\" limit=\"3\"></clause-citations><iframe src=\"{site.Address}/embed/works/crc\" title=\"Citations\"></iframe>",
            Scripts, StrictestPolicies);
        var violations = new List<string>();
        await using (var tab = await browser.Open(host.Address))
        {
            await tab.Page.ExposeFunctionAsync("violated", (string what) => violations.Add(what));
            await tab.Page.AddInitScriptAsync(
                "addEventListener('securitypolicyviolation', e => violated(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`))");
            tab.Page.RequestFailed += (_, request) => violations.Add($"{request.Url}: {request.Failure}");
            await tab.Page.GotoAsync("/");
            (await tab.Page.EvaluateAsync<bool>("() => crossOriginIsolated")).ShouldBeTrue();

            await tab.Page.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("children at crossings");
            await Expect(tab.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await Expect(tab.Page.GetByRole(AriaRole.Option).Locator("mark").First).ToBeVisibleAsync();
            await tab.Page.Keyboard.PressAsync("Escape");
            await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
            await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await tab.Page.Keyboard.PressAsync("Escape");

            var citations = tab.Page.Locator("main > clause-citations");
            await Expect(citations.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
            await citations.GetByRole(AriaRole.Button, new() { Name = "Show more" }).ClickAsync();
            await Expect(citations.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(6);
            await Expect(tab.Page.FrameLocator("iframe").GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();

            await tab.Page.GetByRole(AriaRole.Combobox).FillAsync("crossings");
            await Expect(tab.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await tab.Page.Keyboard.PressAsync("ArrowDown");
            violations.ShouldBeEmpty();
            await tab.Page.Keyboard.PressAsync("Enter");
            await Expect(tab.Page)
                .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("^" + System.Text.RegularExpressions.Regex.Escape(site.Address)
                    + "/documents/"), s_arrival);
        }
        violations.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_goes_through_the_list_and_nothing_is_chosen_beforehand()
    {
        Browser.IsNeeded();
        await using var host = await Host.With("<clause-search limit=\"2\"></clause-search>", Scripts);
        await using var tab = await browser.Open(host.Address);
        await tab.Page.GotoAsync("/");
        var box = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search resolutions" });
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await box.PressSequentiallyAsync("children");
        var options = tab.Page.GetByRole(AriaRole.Option);
        await Expect(options).ToHaveCountAsync(3); // two clauses, and all of them
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(tab.Page.GetByRole(AriaRole.Status))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Clauses found: \d+$"));
        await Expect(box).Not.ToHaveAttributeAsync("aria-activedescendant", new System.Text.RegularExpressions.Regex("."));
        foreach (var chosen in (int[])[0, 1, 2])
        {
            await box.PressAsync("ArrowDown");
            await Expect(options.Nth(chosen)).ToHaveAttributeAsync("aria-selected", "true");
            await Expect(box).ToHaveAttributeAsync("aria-activedescendant", $"o{chosen}");
        }
        await box.PressAsync("ArrowDown"); // back to what was typed
        await Expect(tab.Page.GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveCountAsync(0);
        await box.PressAsync("ArrowUp");
        await box.PressAsync("Enter");
        await Expect(tab.Page).ToHaveURLAsync($"{site.Address}/?q=children", s_arrival);
    }

    [Fact]
    public async Task A_modal_search_opens_by_key_keeps_the_focus_and_gives_it_back()
    {
        Browser.IsNeeded();
        await using var host =
            await Host.With("<p><label>Notes <textarea></textarea></label></p><clause-search modal></clause-search>", Scripts);
        await using var tab = await browser.Open(host.Address);
        await tab.Page.GotoAsync("/");
        var dialog = tab.Page.GetByRole(AriaRole.Dialog, new() { Name = "Search resolutions" });
        var notes = tab.Page.GetByLabel("Notes");
        await notes.PressAsync("/");
        await notes.PressAsync("Control+k");
        await Expect(dialog).ToHaveCountAsync(0); // the reader is typing
        await Expect(notes).ToHaveValueAsync("/");

        var trigger = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true });
        await trigger.FocusAsync();
        await trigger.PressAsync("Control+k");
        await Expect(dialog).ToBeVisibleAsync();
        var box = dialog.GetByRole(AriaRole.Combobox);
        await Expect(box).ToBeFocusedAsync();
        await box.PressSequentiallyAsync("children");
        await Expect(dialog.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await box.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(trigger).ToBeFocusedAsync();
        await trigger.PressAsync("/");
        await Expect(dialog).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(trigger).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Of_several_on_a_page_the_first_has_the_keys_and_each_has_its_own_list()
    {
        Browser.IsNeeded();
        await using var host = await Host.With(
            "<clause-search hotkeys=\"none\" lang=\"fr\"></clause-search><clause-search></clause-search><clause-search modal></clause-search>", Scripts);
        await using var tab = await browser.Open(host.Address);
        await tab.Page.GotoAsync("/");
        await tab.Page.GetByRole(AriaRole.Heading).ClickAsync();
        await tab.Page.Keyboard.PressAsync("/");
        var second = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Search resolutions" });
        await Expect(second).ToBeFocusedAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await second.FillAsync("children");
        await Expect(tab.Page.Locator("clause-search").Nth(1).GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("clause-search").Nth(0).GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        var first = tab.Page.GetByRole(AriaRole.Combobox, new() { Name = "Rechercher dans les résolutions" });
        await first.FillAsync("enfants zzzz");
        await Expect(tab.Page.Locator("clause-search").Nth(0).GetByRole(AriaRole.Status)).ToHaveTextAsync("Aucun paragraphe ne correspond");
    }

    [Fact]
    public async Task Its_colours_are_those_of_the_page_around_it()
    {
        Browser.IsNeeded();
        await using var host =
            await Host.With("<clause-search></clause-search>", Scripts
                + "<style>clause-search { --cg-accent: rgb(1, 2, 3); --cg-radius: 3px } clause-search::part(input) { border-color: rgb(4, 5, 6) }</style>");
        await using var tab = await browser.Open(host.Address);
        await tab.Page.GotoAsync("/");
        await tab.Page.GetByRole(AriaRole.Combobox).FillAsync("children");
        await Expect(tab.Page.Locator("clause-search .head").First).ToHaveCSSAsync("color", "rgb(1, 2, 3)");
        await Expect(tab.Page.GetByRole(AriaRole.Combobox)).ToHaveCSSAsync("border-top-color", "rgb(4, 5, 6)");
        await Expect(tab.Page.GetByRole(AriaRole.Combobox)).ToHaveCSSAsync("border-top-left-radius", "3px");
    }

    [Theory]
    [InlineData(429, "Too many searches at once. Try again in 7 s.", "Too many requests at once.")]
    [InlineData(500, "The search failed. Try again.", "The citations could not be loaded.")]
    [InlineData(0, "No connection. Try again later.", "No connection to the citations.")]
    public async Task What_went_wrong_is_said_and_can_be_tried_again(int status, string searching, string citing)
    {
        Browser.IsNeeded();
        await using var host =
            await Host.With("<clause-search></clause-search><clause-citations work=\"crc\"></clause-citations>", Scripts);
        await using var tab = await browser.Open(host.Address);
        await tab.Page.RouteAsync("**/v1/**", route => status == 0
            ? route.AbortAsync("internetdisconnected")
            : route.FulfillAsync(new()
            {
                Status = status,
                Headers = new Dictionary<string, string>
                {
                    ["Retry-After"] = "7",
                    ["Access-Control-Allow-Origin"] = "*",
                    ["Access-Control-Expose-Headers"] = "Retry-After"
                }
            }));
        await tab.Page.GotoAsync("/");
        var box = tab.Page.GetByRole(AriaRole.Combobox);
        await box.FillAsync("children");
        await Expect(tab.Page.Locator("clause-search").GetByRole(AriaRole.Status)).ToHaveTextAsync(searching);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(tab.Page.Locator("clause-citations").GetByRole(AriaRole.Status)).ToHaveTextAsync(citing);

        await tab.Page.UnrouteAsync("**/v1/**");
        await box.FillAsync("crossings");
        await Expect(tab.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        await box.PressAsync("Escape");
        await tab.Page.Locator("clause-citations").GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(tab.Page.Locator("clause-citations").GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_in_them_while_results_are_open(bool dark)
    {
        Browser.IsNeeded();
        await using var host = await Host.With(
            "<clause-search></clause-search><clause-search modal lang=\"ar\"></clause-search><clause-citations work=\"palermo-protocol\"></clause-citations>", Scripts + "<style>:root { color-scheme: light dark; background: #fff; color: #111 } @media (prefers-color-scheme: dark) { :root { background: #111; color: #eee } }</style>");
        await using var tab = await browser.Open(host.Address, dark: dark);
        await tab.Page.GotoAsync("/");
        await Expect(tab.Page.Locator("clause-citations").GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        foreach (var modal in (bool[])[false, true])
        {
            if (modal) await tab.Page.GetByRole(AriaRole.Button, new() { Name = "بحث" }).ClickAsync();
            var box = modal ? tab.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Combobox) : tab.Page.GetByRole(AriaRole.Combobox);
            await box.FillAsync("children");
            await Expect(tab.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
            await box.PressAsync("ArrowDown");
            (await tab.Page.RunAxe()).Violations.Select(v => $"{v.Id} {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")
                .ShouldBeEmpty();
            await box.PressAsync("Escape");
        }
    }

    // Vue and React 19 assign to a member where they would otherwise set the attribute.
    [Fact]
    public async Task No_member_of_an_element_has_the_name_of_one_of_its_attributes()
    {
        Browser.IsNeeded();
        await using var host =
            await Host.With("<clause-search></clause-search><clause-citations work=\"crc\"></clause-citations>", Scripts);
        await using var tab = await browser.Open(host.Address);
        await tab.Page.GotoAsync("/");
        await tab.Page.GetByRole(AriaRole.Combobox).First.WaitForAsync();
        (await tab.Page.EvaluateAsync<string[]>("""
            ["api", "static", "theme", "modal", "hotkeys", "recent", "label", "limit", "work", "treatment"]
              .filter(name => ["clause-search", "clause-citations"].some(element => name in document.querySelector(element)))
            """)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_last_searches_are_offered_only_where_the_page_asks_for_it()
    {
        Browser.IsNeeded();
        await using var host =
            await Host.With("<clause-search recent></clause-search><clause-search hotkeys=\"none\"></clause-search>", Scripts);
        await using var tab = await browser.Open(host.Address);
        foreach (var query in (string[])["crossings", "children"])
        {
            await tab.Page.GotoAsync("/");
            await tab.Page.GetByRole(AriaRole.Combobox).First.FillAsync(query);
            await tab.Page.Keyboard.PressAsync("Enter");
            await Expect(tab.Page).ToHaveURLAsync($"{site.Address}/?q={query}", s_arrival);
        }
        await tab.Page.GotoAsync(host.Address);
        await tab.Page.GetByRole(AriaRole.Combobox).Last.FocusAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await tab.Page.GetByRole(AriaRole.Combobox).First.FocusAsync();
        await Expect(tab.Page.GetByRole(AriaRole.Option)).ToHaveTextAsync(["children", "crossings"]);
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Option).Locator("mark").First).ToBeVisibleAsync();
    }
}
