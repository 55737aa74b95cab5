using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Search.Api.Tests.Examples;

/// <summary>Every route answers with what its contract says.</summary>
[Collection(OneApi.Name)]
public class Routes(Api api)
{
    [Theory]
    [InlineData("/v1/search?q=trafficking")]
    [InlineData("/v1/suggest?q=palermo")]
    [InlineData("/v1/resolve?citation=Palermo%20Protocol")]
    [InlineData("/v1/documents")]
    [InlineData("/v1/works")]
    [InlineData("/v1/works/palermo-protocol")]
    [InlineData("/v1/works/palermo-protocol/cited-by")]
    [InlineData("/v1/works/palermo-protocol/cites")]
    [InlineData("/v1/works/palermo-protocol/neighbourhood")]
    [InlineData("/v1/works/palermo-protocol/related?by=coupling&treatment=recalls")]
    [InlineData("/v1/works/palermo-protocol/history")]
    [InlineData("/v1/works?sort=influence")]
    [InlineData("/v1/paths?from=crc&to=palermo-protocol&asOf=2015")]
    [InlineData("/v1/graph/time")]
    [InlineData("/v1/index")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    public async Task A_route_answers_with_JSON(string address)
    {
        using var answer = await api.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Search_answers_total_hits_query_and_next()
    {
        var answer = await api.Json("/v1/search?q=trafficking&limit=2&facets=true");
        answer.GetProperty("total").GetProperty("value").GetInt32().ShouldBeGreaterThan(2);
        answer.GetProperty("total").GetProperty("relation").GetString().ShouldBe("eq");
        var hits = answer.GetProperty("hits").EnumerateArray().ToList();
        hits.Count.ShouldBe(2);
        foreach (var hit in hits)
        {
            var text = hit.GetProperty("text").GetString()!;
            var id = hit.GetProperty("id").GetString()!;
            id.ShouldStartWith(hit.GetProperty("document").GetString() + "/");
            foreach (var h in hit.GetProperty("highlights").EnumerateArray())
                text[h.GetProperty("start").GetInt32()..h.GetProperty("end").GetInt32()].ShouldContain("raffick", Case.Insensitive);
            (await api.Json($"/v1/documents/{id[..id.IndexOf('/')]}/clauses{id[id.IndexOf('/')..]}")).GetProperty("text").GetString()
                .ShouldBe(text);
        }
        answer.GetProperty("facets").GetProperty("kind").EnumerateArray().ShouldNotBeEmpty();
        answer.GetProperty("next").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task Only_the_fields_asked_for_are_answered()
    {
        var answer = await api.Json(
            "/v1/search?q=children&limit=2&facets=organ,kind&fields=total,hits.id,hits.highlights.start,facets.organ");
        answer.EnumerateObject().Select(f => f.Name).ShouldBe(["total", "hits", "facets"]);
        answer.GetProperty("hits")[0].EnumerateObject().Select(f => f.Name).ShouldBe(["id", "highlights"]);
        answer.GetProperty("hits")[0].GetProperty("highlights")[0].EnumerateObject().Select(f => f.Name).ShouldBe(["start"]);
        answer.GetProperty("total").EnumerateObject().Count().ShouldBe(2);
        answer.GetProperty("facets").EnumerateObject().Select(f => f.Name).ShouldBe(["organ"]);
        (await api.Json("/v1/search?fields=hits.tekst", HttpStatusCode.BadRequest)).GetProperty("detail")
            .GetString()!.ShouldContain("text");
    }

    [Fact]
    public async Task A_documents_clauses_carry_citations_whose_spans_are_their_text()
    {
        var seen = 0;
        foreach (var document in (await api.Json("/v1/documents?limit=100")).GetProperty("documents").EnumerateArray())
        {
            var id = document.GetProperty("id").GetString();
            var source = await api.Client.GetStringAsync($"/v1/documents/{id}/source");
            foreach (var clause in (await api.Json($"/v1/documents/{id}/clauses")).GetProperty("clauses").EnumerateArray())
            {
                var text = clause.GetProperty("text").GetString()!;
                foreach (var citation in clause.GetProperty("citations").EnumerateArray())
                {
                    seen++;
                    text[citation.GetProperty("start")
                        .GetInt32()..citation.GetProperty("end").GetInt32()].ShouldBe(citation.GetProperty("text").GetString());
                    var printed = source[citation.GetProperty("sourceStart").GetInt32()..citation.GetProperty("sourceEnd").GetInt32()];
                    printed.ShouldNotBeEmpty();
                }
            }
        }
        seen.ShouldBeGreaterThan(100);
    }

    [Fact]
    public async Task A_page_and_the_next_make_the_whole_list_without_gap_or_repetition()
    {
        foreach (var (address, list, key) in new[]
        {
            ("/v1/search?q=the&limit=50", "hits", "id"), ("/v1/works?limit=100&inCorpus=true", "works", "id"),
            ("/v1/documents?limit=7", "documents", "id"),
        })
        {
            var ids = new List<string>();
            var page = await api.Json(address);
            var total = page.GetProperty("total").GetProperty("value").GetInt32();
            while (true)
            {
                ids.AddRange(page.GetProperty(list).EnumerateArray().Select(h => h.GetProperty(key).GetString()!));
                if (page.GetProperty("next").GetString() is not { } next) break;
                page = await api.Json($"{address}&cursor={next}");
            }
            ids.Count.ShouldBe(total, address);
            ids.Distinct().Count().ShouldBe(total, address);
        }
    }

    [Fact]
    public async Task What_the_caller_has_is_answered_with_304()
    {
        using var first = await api.Client.GetAsync("/v1/search?q=children");
        var tag = first.Headers.ETag.ShouldNotBeNull();
        tag.IsWeak.ShouldBeTrue();
        first.Headers.CacheControl!.Public.ShouldBeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/search?q=children");
        request.Headers.IfNoneMatch.Add(tag);
        using var second = await api.Client.SendAsync(request);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var other = await api.Client.GetAsync("/v1/search?q=women");
        other.Headers.ETag.ShouldNotBe(tag);
    }

    [Fact]
    public async Task Any_site_may_read()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/index");
        request.Headers.Add("Origin", "https://docs.example");
        using var answer = await api.Client.SendAsync(request);
        answer.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
        answer.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Theory]
    [InlineData("/v1/search?limit=0", "bad-parameter", "limit")]
    [InlineData("/v1/search?limit=101", "bad-parameter", "limit")]
    [InlineData("/v1/search?limit=x", "bad-parameter", "limit")]
    [InlineData("/v1/search?from=tomorrow", "bad-parameter", "from")]
    [InlineData("/v1/search?sort=best", "bad-parameter", "sort")]
    [InlineData("/v1/search?treatment=recals", "bad-parameter", "treatment")]
    [InlineData("/v1/search?q=a%20%22b&strict=true", "query-warnings", "q")]
    [InlineData("/v1/resolve", "missing-parameter", "citation")]
    [InlineData("/v1/suggest", "missing-parameter", "q")]
    [InlineData("/v1/paths?source=crc", "missing-parameter", "target")]
    [InlineData("/v1/paths?from=crc", "missing-parameter", "target")]
    public async Task A_parameter_that_cannot_be_read_is_named(string address, string code, string parameter)
    {
        var problem = await api.Json(address, HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().ShouldBe(code);
        problem.GetProperty("parameter").GetString().ShouldBe(parameter);
        problem.GetProperty("detail").GetString()!.Length.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("/v1/documents/none")]
    [InlineData("/v1/documents/none/clauses")]
    [InlineData("/v1/documents/none/clauses/op1")]
    [InlineData("/v1/works/none")]
    [InlineData("/v1/works/none/cited-by")]
    [InlineData("/v1/works/none/neighbourhood")]
    [InlineData("/v1/paths?from=none&to=crc")]
    [InlineData("/v1/resolve?citation=zzzzzzzz")]
    [InlineData("/v1/nothing")]
    public async Task What_is_not_there_is_a_problem_document(string address)
    {
        using var answer = await api.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task Odd_query_syntax_is_read_literally_and_reported()
    {
        var answer = await api.Json("/v1/search?q=%22trafficking%20in%20(");
        answer.GetProperty("query").GetProperty("warnings").EnumerateArray().ShouldNotBeEmpty();
        answer.GetProperty("query").GetProperty("parsed").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task A_neighbourhood_says_what_was_cut_of_its_works_and_of_the_edges_among_them()
    {
        var whole = await api.Json("/v1/works/crc/neighbourhood?depth=1");
        whole.GetProperty("truncated").ValueKind.ShouldBe(JsonValueKind.Null);
        whole.GetProperty("truncatedEdges").ValueKind.ShouldBe(JsonValueKind.Null);
        var works = whole.GetProperty("nodes").GetArrayLength();
        works.ShouldBeGreaterThan(4);

        var some = await api.Json("/v1/works/crc/neighbourhood?depth=1&nodes=4");
        var cut = await api.Json("/v1/works/crc/neighbourhood?depth=1&nodes=4&edges=1");
        foreach (var answer in (JsonElement[])[some, cut])
        {
            answer.GetProperty("truncated").GetProperty("shown").GetInt32().ShouldBe(4);
            answer.GetProperty("truncated").GetProperty("total").GetInt32().ShouldBe(works);
        }
        some.GetProperty("truncatedEdges").ValueKind.ShouldBe(JsonValueKind.Null);
        cut.GetProperty("edges").GetArrayLength().ShouldBe(1);
        cut.GetProperty("truncatedEdges").GetProperty("shown").GetInt32().ShouldBe(1);
        cut.GetProperty("truncatedEdges").GetProperty("total").GetInt32().ShouldBe(some.GetProperty("edges").GetArrayLength());
    }

    [Fact]
    public async Task A_pasted_text_gives_its_citations_each_with_a_status()
    {
        const string text = "Recalling General Assembly resolution 55/25 of 15 November 2000 and the Convention on the Rights of the Child,";
        using var answer = await api.Client.PostAsJsonAsync("/v1/extract", new { text });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        var citations = json.GetProperty("citations").EnumerateArray().ToList();
        citations.Select(c => c.GetProperty("target").GetProperty("id").GetString()).ShouldBe(["a-res-55-25", "crc"]);
        foreach (var c in citations)
            text[c.GetProperty("start").GetInt32()..c.GetProperty("end").GetInt32()].ShouldBe(c.GetProperty("text").GetString());
        using var plain = await api.Client.PostAsync("/v1/extract", new StringContent(text, Encoding.UTF8, "text/plain"));
        (await plain.Content.ReadAsStringAsync()).ShouldBe(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_checked_text_or_file_gives_its_findings_its_citations_and_what_was_not_checked()
    {
        const string text = "Recalling General Assembly resolution 75/901 of 15 December 2020,";
        using var answer = await api.Client.PostAsJsonAsync("/v1/check", new { text });
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        json.GetProperty("counts").GetProperty("mismatches").GetInt32().ShouldBe(1);
        var finding = json.GetProperty("findings")[0];
        finding.GetProperty("kind").GetString().ShouldBe("date-differs");
        finding.GetProperty("expected").GetString().ShouldBe("2020-12-16");
        text[finding.GetProperty("start").GetInt32()..finding.GetProperty("end").GetInt32()].ShouldBe("15 December 2020");

        using var markdown = await api.Client.PostAsync("/v1/check", new StringContent(text, Encoding.UTF8, "text/markdown"));
        var read = JsonDocument.Parse(await markdown.Content.ReadAsStringAsync()).RootElement;
        read.GetProperty("counts").GetProperty("mismatches").GetInt32().ShouldBe(1);
        read.GetProperty("text").GetString().ShouldBe(text);

        using var broken = await api.Client.PostAsync("/v1/check", new StringContent("x", Encoding.UTF8, "application/pdf"));
        broken.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        JsonDocument.Parse(await broken.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().ShouldBe("bad-file");
        using var other = await api.Client.PostAsync("/v1/check", new StringContent("x", Encoding.UTF8, "image/png"));
        other.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData("application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{}", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "{\"text\":5}", HttpStatusCode.BadRequest)]
    [InlineData("text/plain", "", HttpStatusCode.BadRequest)]
    [InlineData("application/pdf", "x", HttpStatusCode.UnsupportedMediaType)]
    public async Task A_body_that_cannot_be_read_is_a_problem_document(string type, string body, HttpStatusCode status)
    {
        using var answer = await api.Client.PostAsync("/v1/extract", new StringContent(body, Encoding.UTF8, type));
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
