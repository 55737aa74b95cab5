using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Search.Api.Tests.Hostile;

/// <summary>A request as it was made up.</summary>
internal sealed record FuzzedRequest(int Number, string Method, string Path, string Query, IReadOnlyList<(string Name,
    string Value)> Headers, byte[] Body)
{
    public void Apply(HttpContext context)
    {
        var request = context.Request;
        request.Method = Method;
        request.Scheme = "http";
        request.Host = new("localhost");
        request.Path = PathString.FromUriComponent(Path);
        request.QueryString = new(Query);
        foreach (var (name, value) in Headers) request.Headers[name] = value;
        if (Body.Length == 0) return;
        request.Body = new MemoryStream(Body);
        request.ContentLength = Body.Length;
    }

    public override string ToString() =>
        $"request {Number}: {Method} {Path}{Query} {string.Join(" ", Headers.Select(h => $"{h.Name}: {h.Value}"))} {Encoding.Latin1.GetString(Body.AsSpan(0, Math.Min(Body.Length, 200)))}";
}

/// <summary>Makes up requests: mostly addresses that exist with parameters that nearly make sense, for these reach furthest in.</summary>
internal sealed class RequestFuzzer
{
    private static readonly string[] Works =
        ["palermo-protocol", "crc", "a-res-75-901", "a-res-80-901", "s-res-9001-1946", "none", "A/RES/75/901", "title:x"];

    private static readonly string[] Words =
    [
        "children", "trafficking", "the", "of", "\"early intervention\"", "cites:crc", "cites:\"Palermo Protocol\"", "article:6", "-women",
        "NOT", "OR", "AND", "(", ")", "\"", "~", "~2", "*", "a*", "chil*",
        "year:1990..1999", "year:..", "organ:GA", "kind:operative", "verb:urges", "treatment:recalls", "title:", "cited-by:a-res-75-901",
        "symbol:A/RES/75/901", "55/25", "resolution 55/25, annex II", "vol. 2237, No. 39574",
        "Ibid.", "op5-b-ii", "pp1", "art. 6(2)", "arts. 1-999999999", "🤷", "\u202e", "\ud800", "\0", "\r\nX-Injected: 1",
        "%0d%0aX-Injected:%201", "../..", "..%2f", "%", "%zz", "+", "&", "=", ";", "'", "<script>", "{{7*7}}", "'; DROP TABLE works; --",
    ];

    private static readonly string[] Values =
        ["", " ", "0", "-1", "1", "2147483647", "2147483648", "1e9", "NaN", "true", "false", "null", "0001-01-01", "9999-12-31", "2003",
            "2003-13", "2003-02-30", "12345678901234567890"];

    private static readonly string[] Paths =
    [
        "/", "/v1", "/v1/", "//v1/index", "/v1//index", "/v1/index/", "/V1/INDEX", "/v1/../v1/index", "/v1/%2e%2e/%2e%2e/etc/passwd",
        "/%2e%2e%2f%2e%2e%2fetc/passwd", "/documents/a-res-75-901", "/works/crc", "/works/crc/cited-by.csv", "/explore",
        "/corpus", "/paste", "/docs/index.html", "/docs/..%2fappsettings.json", "/embed/clause-search.js", "/embed/..%2f..%2fProgram.cs",
        "/appsettings.json", "/web.config", "/.git/config", "/openapi/v1.json", "/openapi/..%2f", "/metrics", "/health/ready", "/oembed",
    ];

    private static readonly (string Name, string[] Values)[] HeaderValues =
    [
        ("Accept", ["*/*", "application/json", "text/html", "application/graphml+xml;q=0.5, */*;q=0", "a/b", "*", "/", "text/html;q=x",
            ",,,"]), ("Accept-Encoding", ["gzip", "br", "*;q=0", "identity;q=0", "zzz"]),
        ("If-None-Match", ["*", "\"x\"", "W/\"g-000001-0\"", "W/", ",\","]),
        ("Content-Type", ["application/json", "text/plain", "text/plain; charset=zzz", "multipart/form-data",
            "application/x-www-form-urlencoded", "/"]),
        ("Origin", ["https://docs.example", "null", "%00"]), ("Range", ["bytes=0-1", "bytes=-1", "x"]),
        ("Accept-Language", ["fr", "ar;q=0.1", "xx-YY-zz", ";;"]), ("Cookie", ["a=b", ";", "lang=\u00ff"]),
        ("X-Forwarded-For", ["1.2.3.4", "zzz", "::1"]), ("Access-Control-Request-Method", ["GET", "DELETE"]),
        ("If-Modified-Since", ["Thu, 01 Jan 1970 00:00:00 GMT", "x"]),
    ];

    private readonly List<(string Method, string Path, List<JsonElement> Parameters)> _operations = [];
    private readonly string _cursor;

    public RequestFuzzer(JsonElement document, string cursor)
    {
        _cursor = cursor;
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
                _operations.Add((operation.Name.ToUpperInvariant(), path.Name,
                    operation.Value.TryGetProperty("parameters", out var parameters) ? [.. parameters.EnumerateArray()] : []));
    }

    /// <summary>The request of that number, always the same.</summary>
    public FuzzedRequest Make(int number)
    {
        var random = new Random(number);
        var (method, path, parameters) = _operations[random.Next(_operations.Count)];
        var query = new StringBuilder();
        if (random.Next(12) == 0) (path, parameters) = (Paths[random.Next(Paths.Length)], []);
        foreach (var parameter in parameters)
        {
            var name = parameter.GetProperty("name").GetString()!;
            if (parameter.GetProperty("in").GetString() == "path")
                path = path.Replace($"{{{name}}}", Segment(random, name), StringComparison.Ordinal);
            else if (random.Next(parameter.TryGetProperty("required", out var required) && required.GetBoolean() ? 20 : 4) is var chance
                && (chance == 1 || (chance > 3)))
                for (var times = random.Next(8) == 0 ? 3 : 1; times > 0; times--)
                    query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=')
                        .Append(Encoded(random, Value(random, name, parameter.GetProperty("schema"))));
        }
        if (random.Next(10) == 0)
            query.Append(query.Length == 0 ? '?' : '&').Append(Encoded(random, Text(random))).Append('=')
                .Append(Encoded(random, Text(random)));
        if (random.Next(15) == 0) method = random.GetItems(["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FOO", "GET"], 1)[0];
        var headers = new List<(string, string)>();
        while (random.Next(3) == 0)
            headers.Add(random.GetItems(HeaderValues, 1)[0] is var (header, values)
                ? (header, values[random.Next(values.Length)])
                : default);
        var body = method is "POST" or "PUT" ? Body(random) : [];
        if (method == "POST" && random.Next(4) > 0) headers.Add(("Content-Type", random.Next(2) == 0 ? "application/json" : "text/plain"));
        return new(number, method, path, query.ToString(), headers, body);
    }

    private string Value(Random random, string name, JsonElement schema)
    {
        if (name == "cursor") return random.Next(3) == 0 ? _cursor : Mutated(random, _cursor);
        if (schema.TryGetProperty("items", out var items))
            return string.Join(',', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Value(random, name, items)));
        return random.Next(6) switch
        {
            0 => Values[random.Next(Values.Length)],
            1 => Text(random),
            2 when name is "from" or "to" or "citation" or "cites" or "work" or "citing" or "cited" => Works[random.Next(Works.Length)],
            _ when schema.TryGetProperty("enum", out var words) => words[random.Next(words.GetArrayLength())].ToString(),
            _ when schema.TryGetProperty("minimum", out var least) =>
                random.Next(least.GetInt32() - 1, Math.Min(schema.GetProperty("maximum").GetInt32(), 60) + 2)
                    .ToString(CultureInfo.InvariantCulture),
            _ when name == "fields" =>
                random.GetItems(["total", "hits.id", "works.id", "edges.mention.text", "x", "total.value.y", "..", "facets.organ"], 1)[0],
            3 => Works[random.Next(Works.Length)],
            _ => Text(random),
        };
    }

    private static string Segment(Random random, string name) => random.Next(4) switch
    {
        0 => Uri.EscapeDataString(Whole(Text(random)).Replace("\0", "", StringComparison.Ordinal))
            .Replace("%2F", "/", StringComparison.Ordinal) is { Length: > 0 } odd ? odd : "x",
        _ when name == "label" => random.GetItems(["pp1", "op1", "op5-b-ii", "front", "OP1"], 1)[0],
        _ => Uri.EscapeDataString(Works[random.Next(Works.Length)]),
    };

    private static string Text(Random random)
    {
        switch (random.Next(8))
        {
            case 0:
                return new string("a(\"* ~:\u0301ﬁ"[random.Next(9)], random.Next(1, 3000));
            case 1:
                return string.Concat(Enumerable.Range(0, random.Next(1, 40))
                    .Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x250 : 0x10000)));
            case 2:
                return Mutated(random, Words[random.Next(Words.Length)]);
            default:
                return string.Join(random.Next(5) == 0 ? "" : " ", random.GetItems(Words, random.Next(1, 12)));
        }
    }

    private static string Mutated(Random random, string text)
    {
        var changed = new StringBuilder(text);
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(changed.Length + 1);
            if (random.Next(2) == 0 && at < changed.Length) changed.Remove(at, 1);
            else changed.Insert(at, (char)random.Next(32, 127));
        }
        return changed.ToString();
    }

    // Most are sent as clients do, some as no client should.
    private static string Encoded(Random random, string text) => random.Next(10) == 0
        ? string.Concat(text.Where(c => c is > ' ' and < '\u007f' and not '#'))
        : Uri.EscapeDataString(Whole(text));

    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static byte[] Body(Random random)
    {
        switch (random.Next(6))
        {
            case 0:
                var bytes = new byte[random.Next(0, 4000)];
                random.NextBytes(bytes);
                return bytes;
            case 1:
                return Encoding.UTF8.GetBytes(new string('[', random.Next(1, 5000)));
            case 2:
                return JsonSerializer.SerializeToUtf8Bytes(new { text = Whole(Text(random)), more = random.Next() });
            case 3:
                return JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        text = string.Join(" ",
                        Enumerable.Repeat("Recalling resolution 55/25, annex II, and its resolutions 71/901, 73/901 and 3/4 of 5 May 2001,",
                            random.Next(1, 30)))
                    });
            case 4:
                return Encoding.UTF8.GetBytes(
                    random.GetItems(["{", "{}", "null", "[]", "{\"text\":null}", "{\"text\":5}", "{\"text\":\"\\ud800\"}", "\"x\""], 1)[0]);
            default:
                return Encoding.UTF8.GetBytes(Whole(Text(random)));
        }
    }
}
