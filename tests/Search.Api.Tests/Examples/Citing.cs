using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Search.Api.Tests.Examples;

[Collection(OneApi.Name)]
public partial class Citing(Api api)
{
    [Fact]
    public async Task A_clause_is_cited_in_every_form()
    {
        var answer = await api.Json("/v1/works/a-res-75-901/citation?clause=op5");
        answer.GetProperty("clause").GetString().ShouldBe("OP5");
        answer.GetProperty("forms").EnumerateArray().Select(f => f.GetProperty("style").GetString())
            .ShouldBe(["un", "oscola", "bluebook", "apa", "bibtex", "ris", "csl-json"]);
        answer.GetProperty("forms")[0].GetProperty("text").GetString()
            .ShouldBe("General Assembly resolution 75/901 of 16 December 2020, para. 5");
        await api.Json("/v1/works/a-res-75-901/citation?clause=op99", HttpStatusCode.NotFound);
        await api.Json("/v1/works/none/citation", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/works/a-res-75-901.bib", "application/x-bibtex", "@techreport{a-res-75-901,")]
    [InlineData("/works/a-res-75-901.ris", "application/x-research-info-systems", "TY  - RPRT")]
    [InlineData("/works/a-res-75-901.csl.json", "application/vnd.citationstyles.csl+json", "[")]
    public async Task A_page_has_its_citation_as_a_file(string address, string type, string begins)
    {
        using var answer = await api.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await answer.Content.ReadAsStringAsync()).ShouldStartWith(begins);
    }

    [Fact]
    public async Task A_treaty_is_no_article_of_a_journal_to_Zotero() =>
        (await api.Client.GetStringAsync("/works/palermo-protocol")).ShouldContain("<meta name=\"z:itemType\" content=\"document\"");

    [Theory]
    [InlineData("/documents/a-res-75-901")]
    [InlineData("/works/a-res-75-901")]
    public async Task A_page_tells_reference_managers_and_search_engines_what_is_on_it(string address)
    {
        var page = WebUtility.HtmlDecode(await api.Client.GetStringAsync(address));
        page.ShouldContain("<meta name=\"citation_title\" content=\"Application of the Marenne Guidelines at river and strait crossings\"");
        page.ShouldContain("<meta name=\"citation_technical_report_number\" content=\"A/RES/75/901\"");
        // Zotero would split a name without a comma
        page.ShouldContain("<meta name=\"citation_author\" content=\"United Nations General Assembly,\"");
        page.ShouldContain("<meta name=\"citation_publication_date\" content=\"2020/12/16\"");
        var ld = JsonDocument.Parse(JsonLd().Match(page).Groups[1].Value).RootElement;
        ld.GetProperty("@type").GetString().ShouldBe("Legislation");
        ld.GetProperty("legislationIdentifier").GetString().ShouldBe("A/RES/75/901");
        ld.GetProperty("legislationPassedBy").GetProperty("name").GetString().ShouldBe("United Nations General Assembly");
    }

    [GeneratedRegex("<script type=\"application/ld.json\">(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex JsonLd();
}
