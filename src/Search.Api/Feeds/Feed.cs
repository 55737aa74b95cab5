using System.Globalization;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace Search.Api.Feeds;

/// <summary>A list that people follow, the newest first. It holds nothing of when or by what it was made, so that it
/// only changes with its entries.</summary>
/// <param name="Title">What is followed.</param>
/// <param name="Page">The page of the same list.</param>
/// <param name="Self">The feed's own address.</param>
/// <param name="Entries">The entries.</param>
internal sealed record Feed(string Title, string Page, string Self, IReadOnlyList<FeedEntry> Entries)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>When the newest entry appeared; a fixed day where there is none.</summary>
    public DateTimeOffset Updated => Entries.Count == 0 ? DateTimeOffset.UnixEpoch : Entries.Max(e => e.FirstSeen);

    /// <summary>As Atom (RFC 4287).</summary>
    public byte[] ToAtom()
    {
        var feed = new SyndicationFeed(Entries.Select(Item)) { Title = new(Title), Id = Self, LastUpdatedTime = Updated };
        feed.Authors.Add(new SyndicationPerson { Name = "Clausegraph" });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new(Self), "application/atom+xml"));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new(Page), "text/html"));
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new()
        {
            Encoding = new UTF8Encoding(false),
            Indent = true,
            NewLineChars = "\n",
            CheckCharacters = false
        }))
            new Atom10FeedFormatter(feed).WriteTo(xml);
        return bytes.ToArray();
    }

    /// <summary>As JSON Feed 1.1.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            Version = "https://jsonfeed.org/version/1.1",
            Title,
            HomePageUrl = Page,
            FeedUrl = Self,
            Items = Entries.Select(e => new
            {
                e.Id,
                Url = e.Address,
                e.Title,
                ContentText = e.Text,
                DatePublished = Stamp(e.FirstSeen),
                Tags = (string[])[e.Category]
            }),
        },
        Json);

    private static SyndicationItem Item(FeedEntry entry)
    {
        var item = new SyndicationItem(Plain(entry.Title), Plain(entry.Text), new Uri(entry.Address), entry.Id,
            entry.FirstSeen)
        { PublishDate = entry.FirstSeen };
        item.Categories.Add(new SyndicationCategory(entry.Category));
        return item;
    }

    // A scan can hold signs that no XML may have.
    private static string Plain(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>An entry of a feed.</summary>
/// <param name="Id">A URI that never changes.</param>
/// <param name="Title">One line.</param>
/// <param name="Text">The clause.</param>
/// <param name="Address">Where it is read.</param>
/// <param name="Category">What the clause does to what it cites, or its kind.</param>
/// <param name="FirstSeen">When the generation was built in which it first appeared.</param>
internal sealed record FeedEntry(string Id, string Title, string Text, string Address, string Category, DateTimeOffset FirstSeen);
