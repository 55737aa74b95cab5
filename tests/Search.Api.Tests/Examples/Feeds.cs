using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;

namespace Search.Api.Tests.Examples;

[Collection(OneApi.Name)]
public class Feeds(Api api)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/works/crc/cited-by.atom")]
    [InlineData("/works/palermo-protocol/cited-by.atom?treatment=urges-ratification")]
    [InlineData("/search.atom?q=children")]
    [InlineData("/search.atom")]
    [InlineData("/search.atom?q=zzzzqqqq")]
    public async Task An_Atom_feed_has_what_RFC_4287_asks_of_it(string address)
    {
        using var answer = await api.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/atom+xml");
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        feed.Name.ShouldBe(Atom + "feed");
        HasOne(feed, "id", "title", "updated");
        feed.Elements(Atom + "author").ShouldHaveSingleItem().Element(Atom + "name")!.Value.ShouldNotBeEmpty();
        var self = feed.Elements(Atom + "link").Where(l => (string?)l.Attribute("rel") == "self").ShouldHaveSingleItem();
        new Uri((string)self.Attribute("href")!).PathAndQuery.ShouldBe(address);
        var entries = feed.Elements(Atom + "entry").ToList();
        foreach (var entry in entries)
        {
            HasOne(entry, "id", "title", "updated", "content");
            Uri.IsWellFormedUriString(entry.Element(Atom + "id")!.Value, UriKind.Absolute).ShouldBeTrue();
            entry.Elements(Atom + "link").Count(l => ((string?)l.Attribute("rel") ?? "alternate") == "alternate").ShouldBe(1);
        }
        entries.Select(e => e.Element(Atom + "id")!.Value).ShouldBeUnique();
        entries.Select(e => e.Element(Atom + "updated")!.Value).ShouldBeInOrder(SortDirection.Descending);
        (entries.Count > 0).ShouldBe(!address.Contains("zzzz"));

        static void HasOne(XElement element, params string[] names)
        {
            foreach (var name in names) element.Elements(Atom + name).ShouldHaveSingleItem();
            DateTimeOffset.Parse(element.Element(Atom + "updated")!.Value, CultureInfo.InvariantCulture);
        }
    }

    [Fact]
    public async Task A_JSON_feed_holds_the_same_entries()
    {
        var json = JsonDocument.Parse(await api.Client.GetStringAsync("/works/crc/cited-by.json")).RootElement;
        json.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        var atom = XDocument.Parse(await api.Client.GetStringAsync("/works/crc/cited-by.atom")).Root!;
        json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()).ShouldBe(atom.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
        foreach (var item in json.GetProperty("items").EnumerateArray()) item.GetProperty("content_text").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_rebuild_leaves_a_feed_as_it_was_and_a_reader_who_has_it_is_told_so()
    {
        using var first = await api.Client.GetAsync("/works/crc/cited-by.atom");
        var body = await first.Content.ReadAsStringAsync();
        await api.Ready(api.Build());
        using var second = await api.Client.GetAsync("/works/crc/cited-by.atom");
        (await second.Content.ReadAsStringAsync()).ShouldBe(body);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/works/crc/cited-by.atom");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var third = await api.Client.SendAsync(request);
        third.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var since = new HttpRequestMessage(HttpMethod.Get, "/works/crc/cited-by.atom");
        since.Headers.IfModifiedSince = first.Content.Headers.LastModified;
        using var fourth = await api.Client.SendAsync(since);
        fourth.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Every_page_names_its_feed()
    {
        foreach (var (page, feed) in new[] { ("/", "/search.atom"), ("/works/crc", "/works/crc/cited-by.atom"), ("/documents/a-res-61-901", "/works/a-res-61-901/cited-by.atom"), ("/paste", "/search.atom"), ("/corpus", "/search.atom") })
            WebUtility.HtmlDecode(await api.Client.GetStringAsync(page)).ShouldContain($"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}", customMessage: page);
    }

    [Fact]
    public async Task Changes_since_a_generation_that_is_not_known_name_those_that_are()
    {
        (await api.Json("/v1/changes?since=g-999999", HttpStatusCode.NotFound)).GetProperty("didYouMean").GetArrayLength().ShouldBeGreaterThan(0);
    }
}
