using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Search.Api.Tests.Examples;

/// <summary>Methods, parameters, media types and character sets: what is taken, and how the rest is refused.</summary>
[Collection(OneApi.Name)]
public class Negotiation(Api api)
{
    [Theory]
    [InlineData("/v1/search?q=children&limit=7", "hits")]
    [InlineData("/v1/documents?limit=7", "documents")]
    [InlineData("/v1/works?cited=true&limit=7", "works")]
    [InlineData("/v1/works/crc/cited-by?limit=7", "edges")]
    [InlineData("/v1/works/a-res-75-901/cites?limit=2", "edges")]
    public async Task A_page_of_a_list_is_had_as_a_table_by_name_and_by_Accept(string address, string list)
    {
        var json = await api.Json(address);
        using var named = await api.Client.GetAsync(address + "&format=csv");
        named.StatusCode.ShouldBe(HttpStatusCode.OK);
        named.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        named.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith(".csv");
        var rows = Rows(await named.Content.ReadAsStringAsync());
        var entries = json.GetProperty(list).EnumerateArray().ToList();
        rows.Count.ShouldBe(entries.Count);
        foreach (var (row, entry) in rows.Zip(entries))
            foreach (var field in entry.EnumerateObject().Where(f => f.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number))
                row[field.Name].ShouldBe(field.Value.ToString(), field.Name);
        if (json.GetProperty("next").GetString() is not null) named.Headers.GetValues("Link").Single().ShouldContain("format=csv");

        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("application/json;q=0.5, text/csv");
        using var accepted = await api.Client.SendAsync(request);
        (await accepted.Content.ReadAsStringAsync()).ShouldBe(await named.Content.ReadAsStringAsync());
        accepted.Headers.Vary.ShouldContain("Accept");
    }

    [Fact]
    public async Task Fields_choose_the_columns_of_a_table()
    {
        var table = await api.Client.GetStringAsync("/v1/works/crc/cited-by?limit=3&format=csv&fields=total,edges.document,edges.mention");
        table.ShouldStartWith("document,mention.text,mention.start,mention.end\r\n");
        (await api.Json("/v1/works/crc/cited-by?format=csv&fields=edges.x", HttpStatusCode.BadRequest)).GetProperty("parameter").GetString()
            .ShouldBe("fields");
    }

    [Theory]
    [InlineData("/v1/works/crc/cited-by?treatement=recalls", "treatement", "treatment")]
    [InlineData("/v1/works?in_corpus=false", "in_corpus", null)]
    [InlineData("/v1/works/crc?format=csv", "format", null)]
    [InlineData("/v1/graph?fields=id", "fields", null)]
    [InlineData("/v1/search?q=the&offset=10", "offset", null)]
    public async Task A_parameter_that_an_address_does_not_take_is_named(string address, string name, string? meant)
    {
        var problem = await api.Json(address, HttpStatusCode.BadRequest);
        problem.GetProperty("code").GetString().ShouldBe("unknown-parameter");
        problem.GetProperty("parameter").GetString().ShouldBe(name);
        if (meant is not null) problem.GetProperty("didYouMean").EnumerateArray().Select(m => m.GetString()).ShouldContain(meant);
    }

    [Theory]
    [InlineData("/v1/search?kind=operativ", "operative")]
    [InlineData("/v1/works/crc/cited-by?kind=resolutions", "resolution")]
    [InlineData("/v1/documents?kind=draft,reports", "report")]
    public async Task A_kind_that_there_is_not_is_no_empty_list(string address, string meant)
    {
        var problem = await api.Json(address, HttpStatusCode.BadRequest);
        problem.GetProperty("parameter").GetString().ShouldBe("kind");
        problem.GetProperty("didYouMean").EnumerateArray().Select(m => m.GetString()).ShouldContain(meant);
    }

    [Fact]
    public async Task Values_separated_by_commas_are_any_of_them_and_none_of_many_is_dropped()
    {
        async Task<int> Total(string address) => (await api.Json(address)).GetProperty("total").GetProperty("value").GetInt32();
        (await Total("/v1/documents?organ=GA,SC")).ShouldBe(await Total("/v1/documents?organ=GA") + await Total("/v1/documents?organ=SC"));
        (await Total("/v1/documents?kind=draft&kind=statement")).ShouldBe(await Total("/v1/documents?kind=draft")
            + await Total("/v1/documents?kind=statement"));
        (await Total("/v1/works?kind=protocol,convention")).ShouldBe(await Total("/v1/works?kind=protocol")
            + await Total("/v1/works?kind=convention"));
        var many = string.Join(',', Enumerable.Range(0, 50).Select(i => $"X{i}")) + ",GA";
        (await api.Json($"/v1/search?organ={many}", HttpStatusCode.BadRequest)).GetProperty("parameter").GetString().ShouldBe("organ");
    }

    [Theory]
    [InlineData("/v1/works/crc/cited-by?format=graphml")]
    [InlineData("/v1/graph?format=xlsx")]
    public async Task A_format_that_is_not_offered_is_refused_with_those_that_are(string address) =>
        (await api.Json(address, HttpStatusCode.NotAcceptable)).GetProperty("detail").GetString()!.ShouldContain("csv");

    [Theory]
    [InlineData("/v1/works/none", HttpStatusCode.NotFound)]
    [InlineData("/v1/search?limit=x", HttpStatusCode.BadRequest)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/v1/graph?format=x", HttpStatusCode.NotAcceptable)]
    public async Task The_type_of_a_problem_leads_to_what_to_do_about_it(string address, HttpStatusCode status)
    {
        var problem = await api.Json(address, status);
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        var type = problem.GetProperty("type").GetString()!.Split('#');
        type[1].ShouldBe(problem.GetProperty("code").GetString());
        (await api.Client.GetStringAsync(type[0])).ShouldContain(
            $"<dt id=\"{type[1]}\"><code>{type[1]}</code> {(int)status}: {problem.GetProperty("title")}</dt><dd>");
    }

    [Fact]
    public async Task Strict_tells_every_warning_with_its_place()
    {
        var detail = (await api.Json("/v1/search?strict=true&q=year:abc%20cites:zzqx%20%22open", HttpStatusCode.BadRequest)).GetProperty(
            "detail").GetString()!;
        foreach (var warning in (await api.Json("/v1/search?q=year:abc%20cites:zzqx%20%22open")).GetProperty("query")
            .GetProperty("warnings").EnumerateArray())
            detail.ShouldContain($"{warning.GetProperty("message")} (at {warning.GetProperty("start")}-{warning.GetProperty("end")})");
        detail.ShouldContain("'zzqx' is not a known work: nothing cites it. (at 9-19)");
    }

    [Theory]
    [InlineData("application/graphml+xml, application/json;q=0.9", "application/graphml+xml")]
    [InlineData("*/*, text/csv", "text/csv")]
    [InlineData("application/json;q=0, */*;q=0.1", "application/x-ndjson")]
    [InlineData("text/csv;q=0.1, application/ld+json;q=0.2", "application/ld+json")]
    [InlineData("text/*", "text/vnd.graphviz")]
    [InlineData("", "application/json")]
    public async Task The_export_is_what_Accept_prefers(string accept, string media)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/graph?work=crc");
        if (accept.Length > 0) request.Headers.TryAddWithoutValidation("Accept", accept);
        using var answer = await api.Client.SendAsync(request);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(media);
    }

    [Theory]
    [InlineData("PUT", "/v1/index", HttpStatusCode.MethodNotAllowed, "GET, HEAD, OPTIONS")]
    [InlineData("GET", "/v1/extract", HttpStatusCode.MethodNotAllowed, "OPTIONS, POST")]
    [InlineData("OPTIONS", "/v1/index", HttpStatusCode.NoContent, "GET, HEAD, OPTIONS")]
    public async Task What_methods_an_address_takes_is_said(string method, string address, HttpStatusCode status, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var answer = await api.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
        string.Join(", ", answer.Content.Headers.Allow).ShouldBe(allowed);
    }

    [Theory]
    [InlineData("text/plain; charset=iso-8859-1", "iso-8859-1")]
    [InlineData("text/plain; charset=\"utf-16\"", "utf-16")]
    [InlineData("application/json; charset=utf-16", "utf-16")]
    [InlineData("text/plain", "utf-8")]
    public async Task A_text_is_read_in_the_character_set_that_it_is_sent_in(string type, string charset)
    {
        const string text = "Réaffirmant General Assembly resolution 55/25, annexe II,";
        var body = type.StartsWith("text", StringComparison.Ordinal) ? text : JsonSerializer.Serialize(new { text });
        using var content = new ByteArrayContent(Encoding.GetEncoding(charset).GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await api.Client.PostAsync("/v1/extract", content);
        var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        json.GetProperty("length").GetInt32().ShouldBe(text.Length);
        json.GetProperty("citations")[0].GetProperty("text").GetString().ShouldBe("General Assembly resolution 55/25");
    }

    [Theory]
    [InlineData("application/json; charset=zzz")]
    [InlineData("text/plain; charset=utf-7")]
    [InlineData("text/plainer")]
    [InlineData("application/jsonp")]
    public async Task A_character_set_or_media_type_that_is_not_known_is_refused(string type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await api.Client.PostAsync("/v1/extract", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("send ", Case.Insensitive);
    }

    [Theory]
    [InlineData("9999-12", HttpStatusCode.OK)]
    [InlineData("9999", HttpStatusCode.OK)]
    [InlineData("0001-01-01", HttpStatusCode.OK)]
    [InlineData("0000", HttpStatusCode.BadRequest)]
    [InlineData("2003-00", HttpStatusCode.BadRequest)]
    [InlineData("2003-02-29", HttpStatusCode.BadRequest)]
    [InlineData("٢٠٠٣", HttpStatusCode.BadRequest)]
    public async Task Dates_at_the_ends_of_the_calendar_are_read(string date, HttpStatusCode status)
    {
        foreach (var address in (string[])["/v1/search?to=", "/v1/documents?from=", "/v1/works/crc/cited-by?to=",
            "/v1/paths?from=crc&to=crc&asOf="])
            await api.Json(address + date, status);
        using var page = await api.Client.GetAsync("/?q=children&to=" + date);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Whoever_asks_whether_there_is_anything_is_answered_by_what_there_is()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/works/none");
        request.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Any);
        using var answer = await api.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_a_cache_must_heed_is_said_of_every_answer()
    {
        foreach (var encoding in (string?[])[null, "gzip", "br"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/works/crc");
            if (encoding is not null) request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await api.Server.CreateClient().SendAsync(request);
            answer.Headers.Vary.Order().ShouldBe(["Accept", "Accept-Encoding"]);
            answer.Content.Headers.ContentEncoding.SingleOrDefault().ShouldBe(encoding);
        }
    }

    [Fact]
    public async Task A_file_of_any_format_is_compressed_for_whoever_takes_it()
    {
        foreach (var format in Catalog.ResolutionCatalog.ExportFormats)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/graph?quotes=true&format=" + format.Name);
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            using var answer = await api.Server.CreateClient().SendAsync(request);
            answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"], format.Name);
            await using var plain =
                new System.IO.Compression.GZipStream(await answer.Content.ReadAsStreamAsync(),
                    System.IO.Compression.CompressionMode.Decompress);
            var bytes = new MemoryStream();
            await plain.CopyToAsync(bytes);
            var uncompressed = await api.Client.GetByteArrayAsync(request.RequestUri);
            bytes.ToArray().AsSpan().SequenceEqual(uncompressed).ShouldBeTrue(format.Name);
        }
    }

    [Fact]
    public async Task An_id_that_is_nearly_right_finds_what_was_meant() =>
        (await api.Json("/v1/documents/a-res-75-90", HttpStatusCode.NotFound)).GetProperty("didYouMean").EnumerateArray()
            .Select(m => m.GetString()).ShouldContain("a-res-75-901");

    [Theory]
    [InlineData("resolution 55/25", "a-res-55-25")]
    [InlineData("A/RES/58/137", "a-res-58-137")]
    [InlineData("resolutions 55/25,\r\n58/137 and 61/144", "a-res-55-25 a-res-58-137 a-res-61-144")]
    [InlineData("S/RES/1325 (2000)\nis often cited.", "s-res-1325-2000")]
    public async Task A_text_without_clauses_is_read_from_its_first_word(string text, string works)
    {
        using var answer = await api.Client.PostAsync("/v1/extract", new StringContent(text, Encoding.UTF8, "text/plain"));
        var citations = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("citations").EnumerateArray()
            .ToList();
        string.Join(' ', citations.Select(c => c.GetProperty("target").GetProperty("id").GetString())).ShouldBe(works);
        foreach (var c in citations)
            text[c.GetProperty("start").GetInt32()..c.GetProperty("end").GetInt32()].ShouldBe(c.GetProperty("text").GetString());
    }

    /// <summary>RFC 4180, and without the apostrophe that guards a formula.</summary>
    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var rows = new List<List<string>> { new() };
        var (cell, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"') cell.Append(csv[i++]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (!quoted && csv[i] is ',' or '\r')
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (csv[i] != '\r') continue;
                i++;
                rows.Add([]);
            }
            else cell.Append(csv[i]);
        }
        return [.. rows[1..^1].Select(row => rows[0].Zip(row)
            .ToDictionary(c => c.First, c => c.Second.StartsWith('\'') && c.Second.Length > 1 && "=+-@".Contains(c.Second[1])
                ? c.Second[1..]
                : c.Second))];
    }
}
