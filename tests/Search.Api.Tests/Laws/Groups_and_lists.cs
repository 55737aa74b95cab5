using System.Net;
using System.Text.Json;

namespace Search.Api.Tests.Laws;

/// <summary>Every count of a group is the total of the same list with the group's values as filters, on both levels; filters of works leave
/// what their fields say.</summary>
[Collection(OneApi.Name)]
public class Groups_and_lists(Api api)
{
    [Theory]
    [InlineData("/v1/works/crc/cited-by?", "treatment,year")]
    [InlineData("/v1/works/palermo-protocol/cited-by?from=2000&", "organ,documentKind")]
    [InlineData("/v1/works/palermo-protocol/cited-by?treatment=recalls,reaffirms&", "session,place")]
    [InlineData("/v1/works/a-res-75-901/cites?", "treatment")]
    [InlineData("/v1/edges?treatment=recalls&", "year,organ")]
    [InlineData("/v1/search?q=children&", "clauseKind,year")]
    [InlineData("/v1/search?cites=crc&", "treatment,year")]
    [InlineData("/v1/search?q=cites:crc&treatment=recalls,reaffirms&", "treatment,organ")]
    [InlineData("/v1/search?q=children&from=2000-06&to=2020-06&", "session,documentKind")]
    [InlineData("/v1/works?inCorpus=true&", "workKind,year")]
    [InlineData("/v1/works?cited=true&", "organ,session")]
    public async Task A_groups_count_is_the_total_of_the_list_with_its_values(string address, string by)
    {
        var fields = by.Split(',');
        var grouped = (await api.Json($"{address}limit=1&groupBy={by}")).GetProperty("grouped");
        grouped.GetProperty("by").EnumerateArray().Select(f => f.GetString()).ShouldBe(fields);
        var groups = grouped.GetProperty("groups").EnumerateArray().ToList();
        groups.ShouldNotBeEmpty();
        var held = 0;
        foreach (var outer in groups)
        {
            var narrowed = With(address, fields[0], Value(outer));
            (await Total(narrowed)).ShouldBe(Count(outer), narrowed);
            var inner = outer.GetProperty("groups").EnumerateArray().ToList();
            inner.Sum(Count).ShouldBeLessThanOrEqualTo(fields.Length > 1 && fields[1] == "treatment"
                ? int.MaxValue
                : Count(outer), narrowed);
            foreach (var group in inner.Take(held++ < 4 ? 3 : 0)) // the others are counted by the same query
            {
                var both = With(narrowed, fields[1], Value(group));
                (await Total(both)).ShouldBe(Count(group), both);
            }
        }
    }

    [Fact]
    public async Task Groups_are_had_as_a_table()
    {
        var table = (await api.Client.GetStringAsync("/v1/works/crc/cited-by?groupBy=treatment,year&format=csv")).TrimEnd().Split("\r\n");
        table[0].ShouldBe("treatment,year,count");
        var json = (await api.Json("/v1/works/crc/cited-by?groupBy=treatment,year")).GetProperty("grouped").GetProperty("groups")
            .EnumerateArray()
            .SelectMany(t => t.GetProperty("groups").EnumerateArray().Select(y => $"{Value(t)},{Value(y)},{Count(y)}"));
        table.Skip(1).ShouldBe(json);
    }

    [Theory]
    [InlineData("/v1/works/crc/cited-by?groupBy=kind", "documentKind")]
    [InlineData("/v1/works?groupBy=kind", "workKind")]
    [InlineData("/v1/search?groupBy=kind", "clauseKind")]
    public async Task Kind_is_short_for_the_kind_of_what_is_listed(string address, string field) =>
        (await api.Json(address)).GetProperty("grouped").GetProperty("by")[0].GetString().ShouldBe(field);

    [Theory]
    [InlineData("/v1/works/crc/cited-by?groupBy=treatment,year,organ")]
    [InlineData("/v1/search?groupBy=colour")]
    public async Task Three_levels_and_fields_that_there_are_not_are_refused(string address) =>
        (await api.Json(address, HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe("groupBy");

    [Fact]
    public async Task Works_are_narrowed_by_title_symbol_session_organ_and_date()
    {
        (await Ids("/v1/works?title=RIGHTS%20child&limit=100")).ShouldContain("crc");
        (await Ids("/v1/works?title=ights&limit=100")).ShouldBeEmpty(); // within a word
        var begun = await Works("/v1/works?symbol=a/res/55&limit=100");
        begun.ShouldNotBeEmpty();
        begun.Select(w => w.GetProperty("id").GetString()).ShouldContain("palermo-protocol"); // annex II of A/RES/55/25
        foreach (var work in await Works("/v1/works?session=61&limit=100"))
            work.GetProperty("canonical").GetString()!.ShouldContain("/61/");
        var council = await Works("/v1/works?organ=Security%20Council&limit=100");
        council.ShouldNotBeEmpty();
        council.ShouldAllBe(w => w.GetProperty("canonical").GetString()!.StartsWith("S/"));
        foreach (var work in await Works("/v1/works?from=1980&to=1989&limit=100"))
            work.GetProperty("date").GetString()!.ShouldStartWith("198");
        (await Works("/v1/works?from=1980&to=1989&limit=100")).Select(w => w.GetProperty("id").GetString()).ShouldContain("crc");
    }

    [Fact]
    public async Task Clauses_of_a_document_are_paged_and_without_a_limit_all_of_them()
    {
        const string address = "/v1/documents/a-res-75-901/clauses";
        var all = (await api.Json(address)).GetProperty("clauses").EnumerateArray().Select(c => c.GetRawText()).ToList();
        var paged = new List<string>();
        for (var page = await api.Json(address + "?limit=5"); ;
        page = await api.Json($"{address}?limit=5&cursor={page.GetProperty("next").GetString()}"))
        {
            page.GetProperty("total").GetProperty("value").GetInt32().ShouldBe(all.Count);
            paged.AddRange(page.GetProperty("clauses").EnumerateArray().Select(c => c.GetRawText()));
            if (page.GetProperty("next").GetString() is null) break;
        }
        paged.ShouldBe(all);
        var operative = await api.Json(address + "?clauseKind=operative");
        operative.GetProperty("clauses").EnumerateArray().ShouldAllBe(c => c.GetProperty("clauseKind").GetString() == "operative");
        operative.GetProperty("clauses").GetArrayLength().ShouldBe(operative.GetProperty("total").GetProperty("value").GetInt32());
    }

    // In place of a filter on the same field, as for facets.
    private static string With(string address, string field, string value)
    {
        var (path, query) = (address[..address.IndexOf('?')], address[(address.IndexOf('?') + 1)..]);
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith(field + "=", StringComparison.Ordinal) && !p.StartsWith("limit=", StringComparison.Ordinal)).ToList();
        if (field != "year") kept.Add($"{field}={Uri.EscapeDataString(value)}");
        else
        {
            var (from, to) = (kept.Find(p => p.StartsWith("from=", StringComparison.Ordinal)),
                kept.Find(p => p.StartsWith("to=", StringComparison.Ordinal)));
            if (from is null || !from[5..].StartsWith(value, StringComparison.Ordinal))
                kept = [.. kept.Where(p => p != from), $"from={value}"];
            if (to is null || !to[3..].StartsWith(value, StringComparison.Ordinal)) kept = [.. kept.Where(p => p != to), $"to={value}"];
        }
        return $"{path}?{string.Join('&', kept)}&limit=1";
    }

    private async Task<int> Total(string address) => (await api.Json(address)).GetProperty("total").GetProperty("value").GetInt32();

    private async Task<List<JsonElement>> Works(string address) => [.. (await api.Json(address)).GetProperty("works").EnumerateArray()];

    private async Task<List<string>> Ids(string address) => [.. (await Works(address)).Select(w => w.GetProperty("id").GetString()!)];

    private static string Value(JsonElement group) => group.GetProperty("value").GetString()!;

    private static int Count(JsonElement group) => group.GetProperty("count").GetInt32();
}
