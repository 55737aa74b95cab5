using System.Text.Json;

namespace Search.Api.Tests.Laws;

/// <summary>Every count that the API gives is the length of the list behind it: followed from address to
/// address as a client would.</summary>
[Collection(OneApi.Name)]
public class Counts_and_lists(Api api)
{
    [Fact]
    public async Task Works_divide_into_those_that_are_here_and_not_and_into_cited_and_not()
    {
        var all = await Total("/v1/works?limit=1");
        ((await api.Json("/v1/index")).GetProperty("counts").GetProperty("works").GetInt32()).ShouldBe(all);
        foreach (var flag in (string[])["inCorpus", "cited"])
            (await Total($"/v1/works?limit=1&{flag}=true") + await Total($"/v1/works?limit=1&{flag}=false")).ShouldBe(all, flag);
        var kinds = (await Pages("/v1/works?limit=100", "works")).CountBy(w => w.GetProperty("kind").GetString()!);
        foreach (var (kind, count) in kinds) (await Total($"/v1/works?limit=1&kind={Uri.EscapeDataString(kind)}")).ShouldBe(count, kind);
        foreach (var work in await Pages("/v1/works?limit=100&cited=true&inCorpus=false", "works"))
            Number(work, "citedBy").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_works_counts_are_the_lengths_of_its_lists_in_every_form()
    {
        foreach (var work in await Pages("/v1/works?limit=100&cited=true", "works"))
        {
            var id = Uri.EscapeDataString(work.GetProperty("id").GetString()!);
            var told = await api.Json($"/v1/works/{id}");
            (int own, int all) = (Number(told, "citedByItself"), Number(told, "citedBy"));
            // null where the text is not here
            var cites = told.GetProperty("cites") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : 0;
            told.GetProperty("citedByWithParts").GetInt32().ShouldBe(all, id); // its former name
            (await Pages($"/v1/works/{id}/cited-by?limit=50", "edges")).Count.ShouldBe(all, id);
            (await Pages($"/v1/works/{id}/cited-by?limit=50&parts=false", "edges")).Count.ShouldBe(own, id);
            (await Pages($"/v1/works/{id}/cites?limit=50", "edges")).Count.ShouldBe(cites, id);
            (await Total($"/v1/works/{id}/history")).ShouldBe(all, id);
            foreach (var (query,
                count) in new[] { ("&direction=cited-by", all), ("&direction=cited-by&parts=false", own), ("&direction=cites", cites) })
                (await api.Json($"/v1/graph?work={id}{query}")).GetProperty("edges").GetArrayLength().ShouldBe(count, id + query);
        }
    }

    [Fact]
    public async Task A_graphs_files_hold_what_the_snapshot_counts()
    {
        var counts = (await api.Json("/v1/index")).GetProperty("counts");
        var graph = await api.Json("/v1/graph");
        graph.GetProperty("edges").GetArrayLength().ShouldBe(Number(counts, "edges"));
        var linked = (await Pages("/v1/works?limit=100", "works")).Where(w => Number(w, "citedByItself") > 0
            || w.GetProperty("cites") is { ValueKind: JsonValueKind.Number } cites && cites.GetInt32() > 0)
            .Select(w => w.GetProperty("id").GetString()!).ToHashSet();
        graph.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString()!).ToHashSet().SetEquals(linked)
            .ShouldBeTrue();
        var lines = (await api.Client.GetStringAsync("/v1/graph?format=ndjson")).TrimEnd('\n').Split('\n');
        var end = JsonDocument.Parse(lines[^1]).RootElement;
        (Number(end, "nodes"), Number(end, "edges")).ShouldBe((linked.Count, Number(counts, "edges")));
    }

    [Fact]
    public async Task Folded_hits_stand_for_all_clauses_and_count_those_with_their_words()
    {
        var all = await Pages("/v1/search?limit=100", "hits");
        var folded = await Pages("/v1/search?fold=true&limit=40", "hits", isFolded: true);
        folded.Count.ShouldBeLessThan(all.Count);
        folded.Sum(h => Number(h.GetProperty("sameWords"), "clauses")).ShouldBe(all.Count);
        foreach (var same in folded.Select(h => h.GetProperty("sameWords")).Where(s => Number(s, "clauses") > 1))
        {
            var clauses = await Pages($"{same.GetProperty("search").GetString()}&limit=100", "hits");
            clauses.Count.ShouldBe(Number(same, "clauses"));
            clauses.Select(h => h.GetProperty("document").GetString()).Distinct().Count().ShouldBe(Number(same, "documents"));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("q=children")]
    [InlineData("q=treatment:recalls")]
    [InlineData("q=cites:crc")]
    [InlineData("q=cites:crc%20treatment:recalls")]
    [InlineData("treatment=recalls")]
    [InlineData("cites=crc")]
    [InlineData("cites=palermo-protocol&treatment=recalls,reaffirms")]
    [InlineData("q=children&organ=GA&kind=operative")]
    public async Task Every_count_of_a_facet_is_the_total_of_the_search_narrowed_to_it(string question)
    {
        var facets = (await api.Json($"/v1/search?limit=1&facets=true&{question}")).GetProperty("facets");
        foreach (var facet in facets.EnumerateObject())
            foreach (var value in facet.Value.EnumerateArray())
            {
                var text = Uri.EscapeDataString(value.GetProperty("value").GetString()!);
                var narrowed = facet.Name switch
                {
                    "year" => $"{question}&from={text}&to={text}",
                    "kind" or "type" => $"{question}&kind={text}",
                    // In place of the value that is given.
                    _ => string.Join('&', question.Split('&').Where(p => !p.StartsWith(facet.Name + "=", StringComparison.Ordinal))
                        .Append($"{facet.Name}={text}")),
                };
                // another value would widen the list
                if (facet.Name is "kind" or "type" && question.Contains("kind=", StringComparison.Ordinal)) continue;
                (await Total($"/v1/search?limit=1&{narrowed}")).ShouldBe(Number(value, "count"), $"{question}: {facet.Name} {text}");
            }
    }

    private async Task<int> Total(string address) => Number((await api.Json(address)).GetProperty("total"), "value");

    private async Task<List<JsonElement>> Pages(string address, string list, bool isFolded = false)
    {
        var all = new List<JsonElement>();
        for (string? cursor = null; ;)
        {
            var page = await api.Json(cursor is null ? address : $"{address}&cursor={cursor}");
            all.AddRange(page.GetProperty(list).EnumerateArray());
            if ((cursor = page.GetProperty("next").GetString()) is not null) continue;
            if (!isFolded) all.Count.ShouldBe(Number(page.GetProperty("total"), "value"), address);
            return all;
        }
    }

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
