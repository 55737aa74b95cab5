using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Search.Testing;

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

    /// <summary>Ways to break a feed, each of which the schema must see.</summary>
    private static readonly (string What, Action<XElement> Break)[] Breaks =
    [
        ("no time of the feed", feed => feed.Element(Atom + "updated")!.Remove()),
        ("two titles", feed => feed.Add(new XElement(Atom + "title", "again"))),
        ("a time without T", feed => feed.Element(Atom + "updated")!.Value = "2026-01-01 00:00:00Z"),
        ("a time without a zone", feed => feed.Element(Atom + "updated")!.Value = "2026-01-01T00:00:00"),
        ("an id that is no IRI", feed => feed.Element(Atom + "id")!.Value = "crc"),
        ("an author without a name", feed => feed.Element(Atom + "author")!.RemoveNodes()),
        ("a link without an address", feed => feed.Element(Atom + "link")!.Attribute("href")!.Remove()),
        ("an entry without an id", feed => feed.Element(Atom + "entry")!.Element(Atom + "id")!.Remove()),
        ("a category without a term", feed => feed.Element(Atom + "entry")!.Element(Atom + "category")!.Attribute("term")!.Remove()),
        ("elements in plain text", feed => feed.Element(Atom + "entry")!.Element(Atom + "title")!.Add(new XElement(Atom + "b", "bold"))),
        ("an element that Atom does not have", feed => feed.Add(new XElement(Atom + "summary-of-all", "x"))),
    ];

    [Fact]
    [Trait(Programs.Trait, Programs.TraitValue)]
    public async Task Atom_feeds_hold_the_schema_of_RFC_4287_and_the_schema_refuses_feeds_that_do_not()
    {
        Assert.SkipWhen(Programs.Find("xmllint") is null, Programs.Missing("xmllint"));
        using var folder = new TemporaryFolder();
        var right = await Task.WhenAll(
            ((string[])["/works/crc/cited-by.atom", "/search.atom?q=children", "/search.atom?q=zzzzqqqq"]).Select(a =>
                api.Client.GetStringAsync(a)));
        var files = right.Select((feed, i) => folder.Write($"right-{i}.xml", feed)).ToList();
        foreach (var (what, breaks) in Breaks)
        {
            var feed = XDocument.Parse(right[0]);
            breaks(feed.Root!);
            files.Add(folder.Write($"{what}.xml", feed.ToString()));
        }
        var start = new ProcessStartInfo("xmllint", ["--noout", "--relaxng", Schema("atom.rng"), .. files])
        {
            RedirectStandardError = true,
            UseShellExecute = false
        };
        using var xmllint = Process.Start(start)!;
        var said = await xmllint.StandardError.ReadToEndAsync();
        await xmllint.WaitForExitAsync();
        foreach (var file in files)
            said.ShouldContain(file + (file.Contains("right-", StringComparison.Ordinal) ? " validates" : " fails to validate"));
    }

    [Theory]
    [InlineData("/works/crc/cited-by.json")]
    [InlineData("/search.json?q=children")]
    [InlineData("/search.json?q=zzzzqqqq")]
    public async Task A_JSON_feed_is_as_its_specification_says(string address)
    {
        var feed = JsonDocument.Parse(await api.Client.GetStringAsync(address)).RootElement;
        Json.Schema.JsonSchema.FromText(await File.ReadAllTextAsync(Schema("json-feed.json"))).Evaluate(feed).IsValid.ShouldBeTrue();
        new Uri(feed.GetProperty("feed_url").GetString()!).PathAndQuery.ShouldBe(address);
        feed.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()).ShouldBeUnique();
    }

    private static string Schema(string name) => Path.Combine(AppContext.BaseDirectory, "Examples", "Schemas", name);

    [Fact]
    public async Task A_JSON_feed_holds_the_same_entries()
    {
        var json = JsonDocument.Parse(await api.Client.GetStringAsync("/works/crc/cited-by.json")).RootElement;
        json.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        var atom = XDocument.Parse(await api.Client.GetStringAsync("/works/crc/cited-by.atom")).Root!;
        json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString())
            .ShouldBe(atom.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value));
        foreach (var item in json.GetProperty("items").EnumerateArray())
            item.GetProperty("content_text").GetString().ShouldNotBeNullOrEmpty();
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
        foreach (var (page, feed) in new[] { ("/", "/search.atom"), ("/works/crc", "/works/crc/cited-by.atom"),
            ("/documents/a-res-61-901", "/works/a-res-61-901/cited-by.atom"), ("/paste", "/search.atom"), ("/corpus", "/search.atom") })
            WebUtility.HtmlDecode(await api.Client.GetStringAsync(page))
                .ShouldContain($"<link rel=\"alternate\" type=\"application/atom+xml\" href=\"{feed}", customMessage: page);
    }

    [Fact]
    public async Task Changes_since_a_generation_that_is_not_known_name_those_that_are()
    {
        (await api.Json("/v1/changes?since=g-999999", HttpStatusCode.NotFound)).GetProperty("didYouMean").GetArrayLength()
            .ShouldBeGreaterThan(0);
    }
}
