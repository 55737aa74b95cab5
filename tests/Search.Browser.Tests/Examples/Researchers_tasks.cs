using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Search.Browser.Tests.Examples;

/// <summary>
/// What researchers come for, over real documents: from the home page to the answer in five steps at most, by the names
/// of links and fields alone. A step is a click, a field filled in, or a choice in a list.
/// </summary>
[Collection(OneBrowser.Name)]
public sealed partial class Researchers_tasks(Browser browser, RealDocuments documents) : IClassFixture<RealDocuments>
{
    [Fact]
    public async Task Who_urges_ratification_of_the_Palermo_Protocol_newest_first_as_CSV()
    {
        await using var task = await Begin();
        await task.Search("Palermo Protocol");
        await task.Click(task.Page.Locator(".recognised").GetByRole(AriaRole.Link, new() { NameRegex = TraffickingProtocol() }).First);
        await task.Click(task.Filter("urges ratification"));
        var count = await task.Count();
        var rows = await task.Download("CSV");
        rows.Count.ShouldBe(count);
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(r => r["treatment"] == "urges-ratification" && r["document"].Length > 0);
        rows.Select(r => r["date"]).ShouldBe(rows.Select(r => r["date"]).OrderDescending());
    }

    [Fact]
    public async Task How_words_on_victims_of_trafficking_changed()
    {
        await using var task = await Begin();
        await task.Search("protection of victims of trafficking humanitarian");
        await task.Click(task.Page.GetByRole(AriaRole.Link, new() { NameRegex = FirstUsed() }).First);
        var dates = await task.Page.Locator("main time").EvaluateAllAsync<string[]>("all => all.map(t => t.dateTime)");
        dates.Distinct().Count().ShouldBeGreaterThan(1);
        dates.ShouldBe(dates.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_cites_article_9_paragraph_5_of_the_Palermo_Protocol_and_its_text_beside_it()
    {
        await using var task = await Begin();
        await task.Search("Palermo Protocol article 9 (5)");
        await task.Click(task.Page.GetByRole(AriaRole.Link, new() { NameRegex = CitesArticle() }));
        await Expect(task.Page.Locator(".provision blockquote"))
            .ToContainTextAsync("to discourage the demand that fosters all forms of exploitation");
        (await task.Page.Locator(".edge").CountAsync()).ShouldBe(await task.Count());
        (await task.Page.Locator(".edge .pinpoint").AllInnerTextsAsync()).ShouldAllBe(p => p == "art. 9, para. 5");
        await task.Click(task.Page.GetByRole(AriaRole.Link, new() { NameRegex = ReadArticle() }));
        await Expect(task.Page.Locator("[id='annex-ii/art-9/5']")).ToBeInViewportAsync(new() { Timeout = 30_000 }); // a long document
    }

    [Fact]
    public async Task Which_resolutions_of_the_Security_Council_were_ended_and_by_which()
    {
        await using var task = await Begin();
        await task.Click(task.Page.GetByRole(AriaRole.Link, new() { Name = "paragraphs that end something, and what they end" }));
        await task.Click(task.Filter("Security Council"));
        foreach (var hit in await task.Page.Locator(".hit").AllAsync())
        {
            await Expect(hit).ToContainTextAsync("S/RES/");
            await Expect(hit.Locator(".cited li").Filter(new() { HasText = "terminates" }).First).ToContainTextAsync("S/RES/");
        }
        var rows = await task.Download("CSV");
        rows.Count.ShouldBeGreaterThanOrEqualTo(3);
        rows.ShouldAllBe(r => r["document"].StartsWith("s-res-") && r["cites"].Contains("s-res-"));
    }

    [Fact]
    public async Task The_chain_from_a_resolution_of_the_Council_of_2024_to_the_Charter()
    {
        await using var task = await Begin();
        await task.Click("Explore");
        await task.Fill("Work", "S/RES/2758 (2024)");
        await task.Press("Show");
        await task.Fill("Chain to another work", "Charter of the United Nations");
        await task.Press("Show");
        await Expect(task.Page.GetByRole(AriaRole.Heading, new() { Name = "From S/RES/2758(2024) to Charter of the United Nations" }))
            .ToBeVisibleAsync();
        await Expect(task.Page.Locator(".chain").First.Locator("blockquote").First).ToContainTextAsync("Charter of the United Nations");
    }

    [Fact]
    public async Task The_most_cited_resolution_of_session_78()
    {
        await using var task = await Begin();
        await task.Click("Corpus");
        await task.Click("Most cited");
        await task.Choose("Kind", "resolution");
        await task.Fill("Session", "78");
        await task.Press("Apply");
        var works = await task.Page.Locator(".works li").AllInnerTextsAsync();
        works.ShouldNotBeEmpty();
        works.ShouldAllBe(w => w.Contains("/RES/78/"));
        var counts = works.Select(w =>
            int.Parse(CitedBy().Match(w).Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)).ToList();
        counts.ShouldBe(counts.OrderDescending());
    }

    [Fact]
    public async Task Two_versions_of_a_paragraph_beside_each_other()
    {
        await using var task = await Begin();
        await task.Search("encryption and anonymity tools journalists");
        await task.Click(task.Page.GetByRole(AriaRole.Link, new() { NameRegex = FirstUsed() }).First);
        await task.Click(task.Page.GetByRole(AriaRole.Link, new() { Name = "Compare" }).First);
        (await task.Page.Locator("main ins, main del").CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_feed_of_what_newly_cites_a_work()
    {
        await using var task = await Begin();
        await task.Search("Palermo Protocol");
        await task.Click(task.Page.Locator(".recognised").GetByRole(AriaRole.Link, new() { NameRegex = TraffickingProtocol() }).First);
        var feed = await task.Get("Atom");
        feed.ShouldContain("<feed ");
        feed.ShouldContain("<entry>");
        feed.ShouldContain("Trafficking in Persons");
    }

    [Fact]
    public async Task A_resolution_for_Zotero()
    {
        await using var task = await Begin();
        await task.Search("A/RES/78/215");
        await task.Click(task.Page.Locator(".recognised").GetByRole(AriaRole.Link).First);
        await task.Unfold("Cite");
        var file = await task.Get("RIS");
        file.ShouldContain("TI  - The safety of journalists and the issue of impunity");
        file.ShouldContain("A/RES/78/215");
        file.ShouldContain("2023");
    }

    [Fact]
    public async Task A_citation_of_one_clause_in_OSCOLA()
    {
        await using var task = await Begin();
        await task.Search("encryption and anonymity tools journalists");
        await task.Click(task.Page.GetByRole(AriaRole.Link, new() { NameRegex = FirstUsed() }).First);
        await task.Unfold("Cite");
        await Expect(task.Page.GetByText(OscolaOfClause()).First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_originals_of_a_document_and_of_a_treaty()
    {
        await using var task = await Begin();
        await task.Search("Palermo Protocol");
        await task.Click(task.Page.Locator(".recognised").GetByRole(AriaRole.Link, new() { NameRegex = TraffickingProtocol() }).First);
        (await task.AddressOf("Original at docs.un.org")).ShouldBe("https://docs.un.org/en/A/RES/55/25");
        (await task.AddressOf("Treaty Series at treaties.un.org")).ShouldContain("2237");
    }

    [Fact]
    public async Task Everything_that_cites_the_CRC_by_treatment_and_year_as_a_table()
    {
        await using var task = await Begin();
        await task.Search("CRC");
        await task.Click(task.Page.Locator(".recognised")
            .GetByRole(AriaRole.Link, new() { Name = "Convention on the Rights of the Child" }).First);
        await task.Click("Table by year and treatment");
        var total = await task.Count();
        await Expect(task.Page.Locator("tfoot td").Last).ToHaveTextAsync(total.ToString("N0", CultureInfo.GetCultureInfo("en-GB")));
        var rows = await task.Download("CSV");
        rows[0].Keys.ShouldBe(["year", "treatment", "count"]);
        var undated = task.Page.GetByRole(AriaRole.Row, new() { Name = "no date" }).Locator("td");
        var without = await undated.CountAsync() == 0 ? 0 : int.Parse(await undated.Last.InnerTextAsync(), CultureInfo.InvariantCulture);
        (rows.Sum(r => int.Parse(r["count"], CultureInfo.InvariantCulture)) + without).ShouldBe(total);
    }

    [Fact]
    public async Task What_session_79_said_about_journalists_and_which_of_it_was_new()
    {
        await using var task = await Begin();
        await task.Search("journalists");
        await task.Click(task.Filter("Year", "2024"));
        await task.Click(task.Filter("79"));
        var hits = await task.Page.Locator(".hit").AllAsync();
        hits.ShouldNotBeEmpty();
        foreach (var hit in hits) await Expect(hit.GetByRole(AriaRole.Link, new() { NameRegex = NewOrFirstUsed() })).ToHaveCountAsync(1);
        (await task.Page.GetByRole(AriaRole.Link, new() { NameRegex = FirstUsed() }).CountAsync()).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Who_voted_against()
    {
        await using var task = await Begin();
        await task.Search("Cooperation with Georgia");
        await task.Click(task.Page.Locator(".hit").GetByRole(AriaRole.Link, new() { Name = "Cooperation with Georgia" }).First);
        await task.Unfold("About this document");
        var against = task.Page.Locator("dt").Filter(new() { HasText = "Voted against" }).Locator("xpath=following-sibling::dd[1]");
        var votes = RecordedVote().Match(await task.Page.Locator("main").InnerTextAsync());
        (await against.GetByRole(AriaRole.Link).CountAsync()).ShouldBe(int.Parse(votes.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    private async Task<Steps> Begin()
    {
        documents.AreNeeded();
        Browser.IsNeeded();
        var tab = await browser.Open(documents.Address);
        await tab.Page.GotoAsync("/");
        return new(tab);
    }

    [GeneratedRegex("^Protocol to Prevent, Suppress and Punish Trafficking in Persons")]
    private static partial Regex TraffickingProtocol();

    [GeneratedRegex("^First used")]
    private static partial Regex FirstUsed();

    [GeneratedRegex("^(First used|New words)")]
    private static partial Regex NewOrFirstUsed();

    [GeneratedRegex(@"^What cites art\. 9")]
    private static partial Regex CitesArticle();

    [GeneratedRegex(@"^Read art\. 9")]
    private static partial Regex ReadArticle();

    [GeneratedRegex(@"^UN(GA|HRC) Res \d+/\d+ \(\d+ \w+ \d{4}\) UN Doc A/\S+, .*para \d+$")]
    private static partial Regex OscolaOfClause();

    [GeneratedRegex(@"recorded vote of \d+ to (\d+)")]
    private static partial Regex RecordedVote();

    [GeneratedRegex("Cited by ([0-9,]+)")]
    private static partial Regex CitedBy();
}
