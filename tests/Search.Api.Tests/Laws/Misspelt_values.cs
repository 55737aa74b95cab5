using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Search.Api.Http;
using Search.Catalog.Parameters;
using Search.Resolutions.Vocabulary;

namespace Search.Api.Tests.Laws;

/// <summary>A value with a slip in it is no empty answer: a parameter is refused, a query is answered with a warning,
/// and both name what was meant.</summary>
[Collection(OneApi.Name)]
public class Misspelt_values(Api api, ITestOutputHelper output)
{
    private const int Misspelt = 500;
    private const double RightlyNamed = 0.95;

    [Fact]
    public async Task A_misspelt_value_of_any_field_is_named_and_the_near_one_with_it()
    {
        var fields = await Fields();
        var random = new Random(17);
        var (silent, wrong) = (new List<string>(), new List<string>());
        for (var asked = 0; asked < Misspelt;)
        {
            var field = fields[asked % fields.Count];
            var (value, meant) = field.Values[random.Next(field.Values.Count)];
            var typed = WithSlip(value, random);
            if (Letters(typed) == Letters(value) || field.IsKnown(typed)) continue;
            asked++;
            var address = field.Address(typed);
            if (await Near(address) is not { } near) silent.Add($"{address} ({value})");
            else if (!near.Contains(meant, StringComparer.OrdinalIgnoreCase)) wrong.Add($"{address} ({meant}: {string.Join(", ", near)})");
        }
        output.WriteLine($"{fields.Count} fields; not said: {silent.Count}, otherwise named: {wrong.Count}\n{string.Join('\n', wrong)}");
        silent.ShouldBeEmpty();
        wrong.Count.ShouldBeLessThanOrEqualTo((int)(Misspelt * (1 - RightlyNamed)));
    }

    [Theory]
    [InlineData("/v1/search?q=treatment:urges-ratificaton", "urges-ratification")]
    [InlineData("/v1/search?q=children%20organ:ECSOC", "ECOSOC")]
    [InlineData("/v1/search?q=year:2010..2000", "2000..2010")]
    [InlineData("/v1/search?q=-treatment:recals%20children", "recalls")]
    [InlineData("/v1/search?q=cites:%22Palermo%20Protocl%22", "palermo-protocol")]
    [InlineData("/v1/search?vote=recordde", "recorded")]
    [InlineData("/v1/search?from=2010&to=2000", "2000-12-31")]
    [InlineData("/v1/works/crc/cited-by?from=2010-05&to=2009", "2009-12-31")]
    [InlineData("/v1/works?workKind=protcol", "protocol")]
    [InlineData("/v1/works/crc/cited-by?citing=a-res-75-90", "a-res-75-901")]
    [InlineData("/v1/search?fields=hitz", "hits")]
    public async Task It_names(string address, string meant) => (await Near(address)).ShouldNotBeNull().ShouldContain(meant);

    [Fact]
    public async Task A_query_that_finds_nothing_for_a_slip_is_suggested_without_it()
    {
        var answer = await api.Json("/v1/search?q=children%20treatment:recals");
        answer.GetProperty("total").GetProperty("value").GetInt32().ShouldBe(0);
        var better = answer.GetProperty("suggestions")[0].GetString()!;
        better.ShouldBe("children treatment:recalls");
        (await api.Json("/v1/search?q=" + Uri.EscapeDataString(better))).GetProperty("total").GetProperty("value").GetInt32()
            .ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("/v1/search?q=children&organ=UNGA", "/v1/search?q=children&organ=GA")]
    [InlineData("/v1/search?q=children%20organ:UNGA", "/v1/search?q=children%20organ:ga")]
    public async Task Another_name_of_an_organ_is_the_organ(string other, string code) =>
        (await api.Json(other)).GetProperty("total").GetRawText().ShouldBe((await api.Json(code)).GetProperty("total").GetRawText());

    /// <summary>What the answer to an address says may have been meant; null where it says nothing of a wrong value.</summary>
    private async Task<IReadOnlyList<string>?> Near(string address)
    {
        using var answer = await api.Client.GetAsync(address);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotAcceptable or HttpStatusCode.NotFound) return Strings(json);
        var warnings = json.TryGetProperty("query", out var query) ? query.GetProperty("warnings").EnumerateArray().ToList() : [];
        if (warnings.Count > 0) return [.. warnings.SelectMany(Strings)];
        // A title is understood in spite of some slips: then its work is named first.
        return json.TryGetProperty("works", out var works) && works.GetArrayLength() == 1
            ? [works[0].GetProperty("id").GetString()!]
            : null;

        static List<string> Strings(JsonElement of) =>
            of.TryGetProperty("didYouMean", out var near) ? [.. near.EnumerateArray().Select(n => n.GetString()!)] : [];
    }

    private async Task<List<Field>> Fields()
    {
        var fields = new List<Field>();
        var organs = Bodies.All.SelectMany(b => new[] { (b.Code, b.Code), (b.Name, b.Code) }).ToList();
        bool IsOrgan(string typed) => Bodies.Named(typed) is not null;
        foreach (var endpoint in api.Server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = endpoint.RoutePattern.RawText!.Replace("{id}", "crc", StringComparison.Ordinal);
            if (path.EndsWith(".csv", StringComparison.Ordinal)) continue; // the same lists
            Parameter[] parameters = [.. endpoint.Metadata.GetOrderedMetadata<QueryParameters>().SelectMany(q => q.All)];
            foreach (var parameter in parameters)
            {
                var others = parameters.Where(p => p.Required && p != parameter)
                    .Select(p => $"&{p.Name}={Uri.EscapeDataString(p.Example!)}");
                string Address(string typed) => $"{path}?{parameter.Name}={Uri.EscapeDataString(typed)}{string.Concat(others)}";
                if (parameter.Words is { } words) Add(words.Words.Select(w => (w, w)), Address, typed => words.Find(typed) is not null);
                if (parameter is OrgansParameter)
                    Add(organs.Where(o => !o.Item1.Contains(',', StringComparison.Ordinal)), Address, IsOrgan);
            }
        }
        string Query(string field, string typed) => $"/v1/search?q={field}:{Uri.EscapeDataString($"\"{typed}\"")}";
        foreach (var words in (Vocabulary[])[Vocabulary.Treatments, Vocabulary.ClauseKinds, Vocabulary.DocumentKinds, Vocabulary.AnyKinds])
        {
            var field = words.Name == "ClauseOrDocumentKind" ? "kind" : char.ToLowerInvariant(words.Name[0]) + words.Name[1..];
            Add(words.Words.Select(w => (w, w)), typed => Query(field, typed), typed => words.Find(typed) is not null);
        }
        Add(organs, typed => Query("organ", typed), IsOrgan);
        foreach (var topic in (string[])["subject", "vote"])
        {
            var facet = (await api.Json($"/v1/search?facets={topic}")).GetProperty("facets").GetProperty(topic).EnumerateArray()
                .Select(v => v.GetProperty("value").GetString()!).ToList();
            Add(facet.Select(v => (v, v)), typed => Query(topic, typed), typed => facet.Contains(typed));
            Add(facet.Select(v => (v, v)), typed => $"/v1/search?{topic}={Uri.EscapeDataString(typed)}", typed => facet.Contains(typed));
        }
        var works = (await api.Json("/v1/works?limit=40&cited=true")).GetProperty("works").EnumerateArray().ToList();
        var ids = works.Select(w => w.GetProperty("id").GetString()!).Where(id => !id.Any(char.IsAsciiDigit)).Select(id => (id, id))
            .ToList();
        foreach (var field in (string[])["cites", "cited-by"]) Add(ids, typed => Query(field, typed), typed => typed.Length < 5);
        Add(ids, typed => "/v1/search?cites=" + Uri.EscapeDataString(typed), typed => typed.Length < 5);
        Add(works.Select(w => (w.GetProperty("title").GetString()!, w.GetProperty("id").GetString()!))
            .Where(w => !w.Item1.Any(char.IsAsciiDigit)), typed => Query("cites", typed), typed => typed.Length < 5);
        Add(works.Select(w => w.GetProperty("workKind").GetString()!).Distinct()
            .Select(k => (k, k)), typed => "/v1/works?workKind=" + Uri.EscapeDataString(typed),
            typed => works.Any(w => w.GetProperty("workKind").GetString() == typed));
        return fields;

        void Add(IEnumerable<(string Value, string Meant)> values, Func<string, string> address, Func<string, bool> isKnown)
        {
            // of shorter ones a slip leaves nothing to tell them by
            List<(string, string)> long3 = [.. values.Where(v => v.Value.Length >= 4)];
            if (long3.Count > 0) fields.Add(new(long3, address, isKnown));
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>One letter left out, doubled, replaced, or exchanged with the next; the first stays.</summary>
    private static string WithSlip(string value, Random random)
    {
        var text = new StringBuilder(value);
        var at = random.Next(1, value.Length);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, 1);
                break;
            case 1:
                text.Insert(at, text[at]);
                break;
            case 2:
                text[at] = (char)('a' + random.Next(26));
                break;
            default:
                if (at + 1 < text.Length) (text[at], text[at + 1]) = (text[at + 1], text[at]);
                break;
        }
        return text.ToString();
    }

    private sealed record Field(IReadOnlyList<(string Value,
        string Meant)> Values, Func<string, string> Address, Func<string, bool> IsKnown);
}
