using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Search.Api.Serving;
using Search.Catalog;

namespace Search.Api.Tests.Examples;

/// <summary>Where the originals of documents and treaties are.</summary>
[Collection(OneApi.Name)]
public class Originals(Api api)
{
    [Fact]
    public async Task A_treaty_has_the_document_that_prints_it_in_six_languages_and_its_volume()
    {
        var originals = (await api.Json("/v1/works/palermo-protocol")).GetProperty("originals").EnumerateArray().ToList();
        originals.Count(o => Text(o, "kind") == "document").ShouldBe(6);
        originals.Select(o => (Text(o, "language"), Text(o, "url"))).ShouldContain(("fr", "https://docs.un.org/fr/A/RES/55/25"));
        var volume = originals.Single(o => Text(o, "kind") == "treaty-series");
        (Text(volume, "name"), Text(volume, "url")).ShouldBe(
            ("vol. 2237, No. 39574", "https://treaties.un.org/doc/Publication/UNTS/Volume%202237/v2237.pdf"));
    }

    [Fact]
    public async Task A_documents_answer_and_its_works_have_the_same_originals() =>
        (await api.Json("/v1/documents/a-res-75-901")).GetProperty("originals").GetRawText()
            .ShouldBe((await api.Json("/v1/works/a-res-75-901")).GetProperty("originals").GetRawText());

    [Theory]
    [InlineData("/works/palermo-protocol",
        "<a href=\"https://docs.un.org/en/A/RES/55/25\" hreflang=\"en\" rel=\"external noopener\">Original at docs.un.org</a>")]
    [InlineData("/works/palermo-protocol?lang=es",
        "<a href=\"https://docs.un.org/es/A/RES/55/25\" hreflang=\"es\" rel=\"external noopener\">Original en docs.un.org</a>")]
    [InlineData("/documents/a-res-75-901",
        "<a href=\"https://docs.un.org/en/A/RES/75/901\" hreflang=\"en\" rel=\"external noopener\">Original at docs.un.org</a>")]
    public async Task A_page_links_to_the_original_in_its_language(string page, string link)
    {
        using var client = api.Server.CreateClient();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        (await client.GetStringAsync(page)).ShouldContain(link);
    }

    [Fact]
    public void What_is_filled_into_an_address_cannot_leave_its_place()
    {
        var links = Links([]);
        var work = Work(["A/RES/1(I)?x=#y \"><script>"], ["vol. 1/../x, No. 2", "vol. 60, No. 14\"", "LNTS vol. 60, No. 1414", "ILM 40"],
            ["/akn/un/x"]);
        var originals = links.Of(work);
        originals.First(o => o.Language == "en").Url.ShouldBe("https://docs.un.org/en/A/RES/1(I)%3Fx%3D%23y%20%22%3E%3Cscript%3E");
        originals.Where(o => o.Kind == "treaty-series").Select(o => o.Url).ShouldBe(
            ["https://treaties.un.org/doc/Publication/UNTS/Volume%2060/v60.pdf",
                "https://treaties.un.org/doc/Publication/UNTS/LON/Volume%2060/v60.pdf"]);
        originals.Single(o => o.Kind == "akn").Url.ShouldBeNull();
    }

    [Fact]
    public void A_host_can_have_links_of_its_own_or_none()
    {
        var links = Links(["--originals:documents=https://mirror.example/d?s={symbol}", "--originals:treaties=none",
            "--originals:league=https://mirror.example/{volume}/{number}"]);
        links.Of(Work(["A/RES/55/25"], ["vol. 2237, No. 39574", "LNTS vol. 60, No. 1414", "LNTS vol. 61"], [])).Select(o => o.Url)
            .ShouldBe(["https://mirror.example/d?s=A/RES/55/25", "https://mirror.example/60/1414"]);
    }

    private static OriginalLinks Links(string[] arguments) =>
        ApiOptions.From(new Settings(new ConfigurationManager().AddCommandLine(arguments).Build())).Originals;

    private static WorkDetails Work(string[] issued, string[] series, string[] iris) =>
        new()
        {
            Summary = new()
            {
                Id = "w",
                Canonical = "w",
                Title = "A work",
                Kind = "treaty",
                Date = null,
                InCorpus = false,
                CitedBy = 0,
                Cites = null,
                Influence = 0,
            },
            Names = [],
            Symbols = [],
            TreatySeries = series,
            Articles = null,
            Relations = [],
            Document = null,
            Place = null,
            Facts = [],
            IssuedAs = issued,
            Iris = iris,
        };

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();
}
