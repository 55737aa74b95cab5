using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Xml;
using Search.Resolutions.Text;
using Search.Resolutions.Vocabulary;

namespace Search.Resolutions.Reading;

/// <summary>Collects what the metadata of an Akoma Ntoso file states about its document.</summary>
internal sealed class AkomaNtosoMetadata
{
    private const int MaxIri = 300, MostTopics = 1000, LongestTopic = 100;

    private static readonly FrozenDictionary<string, string> Votes = FrozenDictionary.ToFrozenDictionary(
        new Dictionary<string, string> { ["adoptedRecordedVote"] = "recorded", ["adoptedWithoutVote"] = "without-vote" });

    private static readonly FrozenSet<string> Tabled = FrozenSet.ToFrozenSet(["draftResolution", "draftResolutionAdditionalSponsors"]);

    private readonly HashSet<StatedTopic> _topics = [];

    /// <summary>What was stated so far.</summary>
    public StatedFields Fields { get; private set; } = StatedFields.None;

    /// <summary>Reads the element that a reader is at. The first of each wins: the work comes before its
    /// expressions and manifestations.</summary>
    public void Read(XmlReader xml)
    {
        var name = xml.LocalName;
        var value = xml.GetAttribute("value")?.Trim();
        switch (name)
        {
            case "FRBRdate" when Fields.Date is null
                && DateOnly.TryParseExact(xml.GetAttribute("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                    out var date):
                Fields = Fields with { Date = date };
                break;
            case "keyword" when !string.IsNullOrEmpty(value):
                var dictionary = xml.GetAttribute("dictionary");
                if (dictionary is "SDGO") Add("sdg", value);
                // escaped twice
                else if (dictionary?.StartsWith("UNBIS", StringComparison.Ordinal) == true)
                    Add("subject", WebUtility.HtmlDecode(value).Replace('_', ' '));
                break;
            case "voting" when xml.GetAttribute("outcome") is { } outcome && Votes.TryGetValue(outcome, out var vote):
                Add("vote", vote);
                break;
            case "step" when xml.GetAttribute("outcome") is { } outcome && Tabled.Contains(outcome)
                && xml.GetAttribute("by") is { Length: > 0 } by:
                foreach (var state in States.In(WebUtility.HtmlDecode(by))) Add("sponsor", state);
                break;
            case "FRBRlanguage" when Fields.Language is null && xml.GetAttribute("language")?.Trim() is { Length: > 0 } language:
                Fields = Fields with { Language = language };
                break;
            case "FRBRuri" when Fields.Iri is null && IsIri(value):
                Fields = Fields with { Iri = value };
                break;
            case "FRBRalias" when xml.GetAttribute("name") is "symbol" && Fields.Symbol is null && !string.IsNullOrEmpty(value):
                Fields = Fields with { Symbol = value };
                break;
            case "FRBRtitle" or "FRBRalias"
                when (name is "FRBRtitle" || xml.GetAttribute("name") is "title") && Fields.Title is null && !string.IsNullOrEmpty(value):
                Fields = Fields with { Title = value };
                break;
        }
    }

    private void Add(string kind, string value)
    {
        var topic = new StatedTopic(kind, value.ToLowerInvariant());
        if (value.Length <= LongestTopic && _topics.Count < MostTopics && _topics.Add(topic))
            Fields = Fields with { Topics = Fields.Topics.Add(topic) };
    }

    private static bool IsIri([NotNullWhen(true)] string? value) =>
        value is { Length: > 1 and <= MaxIri } && value[0] == '/' && !value.AsSpan().ContainsAnyExceptInRange('!', '~');
}
