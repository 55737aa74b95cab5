using Deque.AxeCore.Playwright;
using Search.Testing;

namespace Search.Browser.Tests.Examples;

[Collection(OneBrowser.Name)]
public sealed class Too_many_requests(Browser browser)
{
    [Fact]
    public async Task A_person_who_asks_too_much_is_told_when_to_come_back_and_can()
    {
        Browser.IsNeeded();
        using var folder = new TemporaryFolder();
        folder.Write("texts/a.txt",
            "United Nations A/RES/90/901\n\nThe General Assembly,\n\n1. Requests the Secretary-General to report on lighthouses.");
        await using var server =
            await Server.Over(folder.In("built"), folder.In("texts"), ("rateLimit:burst", "5"), ("rateLimit:perSecond", "1"),
                ("rateLimit:loopback", "true"));
        await using var tab = await browser.Open(server.Address);
        var answer = await tab.Page.GotoAsync("/explore"); // costs all five
        answer!.Status.ShouldBe(200);
        answer = await tab.Page.GotoAsync("/explore");
        answer!.Status.ShouldBe(429);
        var wait = int.Parse(await answer.HeaderValueAsync("retry-after") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        wait.ShouldBeInRange(1, 5);
        (await answer.HeaderValueAsync("content-security-policy")).ShouldNotBeNull();
        (await tab.Page.Locator("h1").InnerTextAsync()).ShouldBe("Too many questions at once");
        (await tab.Page.RunAxe()).Violations.ShouldBeEmpty();
        await Task.Delay(TimeSpan.FromSeconds(wait + 1));
        await tab.Page.Locator("main").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Try again" }).ClickAsync();
        (await tab.Page.Locator("form.explore").CountAsync()).ShouldBe(1);
    }
}
