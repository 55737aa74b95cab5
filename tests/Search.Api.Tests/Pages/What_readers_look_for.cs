using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Search.Api.Tests.Pages;

[Collection(OneApi.Name)]
public partial class What_readers_look_for(Api api)
{
    [Fact]
    public async Task The_examples_of_the_home_page_find_as_many_clauses_as_they_say()
    {
        var home = await Page("/");
        var examples = Example()
            .Matches(home[home.IndexOf("class=\"tries\"",
                StringComparison.Ordinal)..home.IndexOf("class=\"works\"", StringComparison.Ordinal)]);
        examples.Count.ShouldBe(3);
        foreach (Match example in examples)
            (await Page(WebUtility.HtmlDecode(example.Groups[1].Value))).ShouldContain($"<strong>{example.Groups[2].Value} clause");
    }

    [Fact]
    public async Task Filters_come_in_the_order_date_organ_kind_treatment_cites()
    {
        var found = await Page("/?q=trafficking");
        Heading().Matches(found).Select(m => m.Groups[1].Value)
            .Where(k => k is "year" or "organ" or "documentKind" or "clauseKind" or "treatment" or "cites")
            .ShouldBe(["year", "organ", "documentKind", "clauseKind", "treatment", "cites"]);
    }

    [Fact]
    public async Task Parts_of_a_work_are_listed_below_it()
    {
        var found = await Page("/?q=trafficking");
        var cites = found[found.IndexOf("id=\"f-cites\"", StringComparison.Ordinal)..];
        var parts = cites.IndexOf("of these its parts", StringComparison.Ordinal);
        parts.ShouldBeGreaterThan(0);
        cites.IndexOf("cites=palermo-protocol", StringComparison.Ordinal).ShouldBeGreaterThan(parts);
    }

    [Theory]
    [InlineData("children", false)]
    [InlineData("  children   crossings", false)]
    [InlineData("children OR crossings", false)]
    [InlineData("children (OR", true)]
    public async Task How_a_query_was_understood_is_said_only_where_it_is_news(string query, bool said) =>
        (await Page($"/?q={Uri.EscapeDataString(query)}")).Contains("Understood as", StringComparison.Ordinal).ShouldBe(said);

    [Fact]
    public async Task A_work_says_what_it_is_whether_it_stands_and_where_it_is_printed_before_what_cites_it()
    {
        var page = await Page("/works/palermo-protocol");
        var places = new[] { "protocol</span>", "No later text here ends it", "Printed in", "Original",
            "class=\"tabs\"" }.Select(t => page.IndexOf(t, StringComparison.Ordinal)).ToList();
        places.ShouldAllBe(p => p > 0);
        places.ShouldBe(places.Order());
    }

    [Fact]
    public async Task Every_kind_of_open_question_has_as_many_as_its_list()
    {
        var page = await Page("/corpus?view=diagnostics");
        foreach (Match kind in Question().Matches(page))
        {
            var list = await Page(WebUtility.HtmlDecode(kind.Groups[1].Value));
            Row().Count(list).ShouldBe(int.Parse(kind.Groups[2].Value, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("/corpus?organ=SC")]
    [InlineData("/corpus?session=75")]
    [InlineData("/corpus?documentKind=draft")]
    [InlineData("/corpus?view=unidentified")]
    public async Task Documents_of_the_corpus_can_be_narrowed(string address)
    {
        var (all, some) = (Row().Count(await Page("/corpus")), Row().Count(await Page(address)));
        some.ShouldBeLessThan(all);
    }

    [Fact]
    public async Task A_chain_has_a_table_of_the_citations_that_make_it_and_only_the_shortest_are_shown()
    {
        const string chain = "work=a-res-79-901&chain=crc";
        var lines = (await api.Client.GetStringAsync($"/explore.csv?{chain}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("chain,step,from,");
        lines.Length.ShouldBeGreaterThan(1);
        var page = await Page($"/explore?{chain}");
        var steps = page.Split("<ol class=\"chain\"").Skip(1).Select(c => Step().Count(c[..c.IndexOf("</ol>", StringComparison.Ordinal)]))
            .ToList();
        steps.ShouldNotBeEmpty();
        steps.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_name_stays_as_it_was_typed()
    {
        (await Page("/explore?work=Palermo+Protocol")).ShouldContain("value=\"Palermo Protocol\"");
        (await Page("/explore?work=palermo-protocol")).ShouldNotContain("value=\"palermo-protocol\"");
    }

    private async Task<string> Page(string address) => await api.Client.GetStringAsync(address);

    [GeneratedRegex("""<li><a href="([^"]+)">.*?([0-9,]+) clauses?</span>""", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("<h2 id=\"f-([a-zA-Z]+)\">")]
    private static partial Regex Heading();

    [GeneratedRegex("""<li><a href="([^"]*view=diagnostics[^"]*)"[^>]*>[^<]*</a> <span class="n">([0-9]+)</span>""")]
    private static partial Regex Question();

    [GeneratedRegex("<th scope=\"row\">")]
    private static partial Regex Row();

    [GeneratedRegex("<li>")]
    private static partial Regex Step();
}
