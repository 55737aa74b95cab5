using Microsoft.Playwright;

namespace Search.Browser.Tests.Laws;

[Collection(OneBrowser.Name)]
public sealed class Every_page_works_without_script(Browser browser, Site site)
{
    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        using var client = new HttpClient { BaseAddress = new Uri(site.Address) };
        var seen = new HashSet<string>();
        var broken = new List<string>();
        foreach (var (name, address) in Views.All)
        {
            var html = await client.GetStringOrErrorPage(address);
            // A page that is not there says so in every language.
            var itself = name.StartsWith("no such", StringComparison.Ordinal) ? address : " ";
            foreach (var href in Html.Links(html)
                .Where(h => h.StartsWith('/') && !h.StartsWith(itself, StringComparison.Ordinal) && seen.Add(h.Split('#')[0])).Take(120))
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, href.Split('#')[0]);
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (!answer.IsSuccessStatusCode) broken.Add($"{name}: {href} answers {(int)answer.StatusCode}");
            }
        }
        broken.ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_search_is_made_and_a_document_read_with_script_off()
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site, script: false);
        await tab.Page.GotoAsync("/");
        await tab.Page.GetByLabel("Words, a symbol").FillAsync("children at crossings");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator(".hits mark").First.WaitForAsync();
        await tab.Page.Locator(".hits h2 a").First.ClickAsync();
        await tab.Page.Locator(".clause").First.WaitForAsync();
        new Uri(tab.Page.Url).AbsolutePath.ShouldStartWith("/documents/");
    }

    [Fact]
    public async Task Evidence_opens_with_script_off()
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site, script: false);
        await tab.Page.GotoAsync("/documents/a-res-65-901");
        await tab.Page.Locator(".clause button.why").First.ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".evidence:popover-open a").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_text_is_pasted_with_script_off()
    {
        Browser.IsNeeded();
        await using var tab = await browser.Open(site, script: false);
        await tab.Page.GotoAsync("/paste");
        await tab.Page.Locator("textarea")
            .FillAsync("Recalling its resolution 55/25,\nReaffirming the Convention on the Rights of the Child,");
        await tab.Page.Locator("form.paste button[value=citations]").ClickAsync();
        await Assertions.Expect(tab.Page.Locator(".pasted a.cite")).ToHaveCountAsync(2);
    }
}
