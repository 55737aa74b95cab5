using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Search.Api.Tests.Hostile;

/// <summary>What no well-meant client sends, byte by byte: the server refuses it soon and answers everybody else meanwhile.</summary>
[Collection(OneApi.Name)]
public sealed class Sockets(Api api) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private Listening _server = null!;

    public async ValueTask InitializeAsync() => _server = await api.Listening();

    [Theory]
    [InlineData("GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /%2e%2e/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /..%2f..%2f..%2fetc%2fpasswd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /v1/documents/..%5c..%5cmanifest.json/source HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET //etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /embed/..%2f..%2fappsettings.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /v1/index%00.json HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /\xff\xfe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /etc/passwd\r\nHost: a\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: a\r\n\r\n")]
    [InlineData("NONSENSE\r\n\r\n")]
    [InlineData("GET /v1/index HTTP/1.1\r\nHost: a\r\nX: a\nX-Injected: 1\r\n : x\r\n\r\n")]
    [InlineData("POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")]
    [InlineData("POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("GET /v1/index HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    public async Task An_odd_request_is_refused_and_tells_nothing(string request)
    {
        var answer = await _server.Exchange(request, Patience);
        (answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal)
            || answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal)).ShouldBeTrue(answer);
        answer.ShouldNotContain("root:");
        answer.ShouldNotContain("X-Injected");
        answer.ShouldNotContain("   at ");
        answer.ShouldNotContain(AppContext.BaseDirectory);
    }

    [Theory]
    [InlineData("/v1/search?q=the&limit=1&x=%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/v1/works/crc/cited-by?limit=1&organ=%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/?q=%0d%0aSet-Cookie:%20a=b&lang=%0d%0aSet-Cookie:%20a=b")]
    [InlineData("/v1/graph?format=csv&work=crc&from=%0d%0aSet-Cookie:%20a=b")]
    public async Task No_parameter_becomes_a_header(string address)
    {
        var answer = await _server.Exchange($"GET {address} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", Patience);
        var headers = answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)];
        headers.ShouldStartWith("HTTP/1.1 ");
        headers.Split("\r\n").ShouldAllBe(line => !line.StartsWith("Set-Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Content-Length: 104857600\r\n")]
    [InlineData("Content-Length: 104857600\r\nExpect: 100-continue\r\n")]
    public async Task A_body_of_100_MB_is_refused_before_it_is_sent(string headers)
    {
        var clock = Stopwatch.StartNew();
        var answer = await _server.Exchange($"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\n{headers}\r\n",
            TimeSpan.FromSeconds(10));
        answer.ShouldStartWith("HTTP/1.1 413");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(9)); // it was not waited for
    }

    [Fact]
    public async Task A_body_of_100_MB_in_chunks_is_cut_off_soon_after_the_limit()
    {
        using var socket = await _server.Connect();
        await socket.SendAsync(
            Encoding.ASCII.GetBytes(
                "POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"));
        var chunk = Encoding.ASCII.GetBytes("10000\r\n" + new string('a', 0x10000) + "\r\n");
        var sent = 0L;
        try
        {
            while (sent < 100 << 20 && !socket.Poll(0, SelectMode.SelectRead)) sent += await socket.SendAsync(chunk);
        }
        catch (SocketException)
        {
            // Cut while sending.
        }
        sent.ShouldBeLessThan(16 << 20); // what a loaded machine lets pass before the refusal arrives
    }

    [Fact]
    public async Task Slow_senders_are_cut_off_and_hinder_nobody()
    {
        const int each = 100;
        var slow = new List<Socket>();
        for (var i = 0; i < each; i++)
        {
            var headers = await _server.Connect();
            await headers.SendAsync(Encoding.ASCII.GetBytes("GET /v1/index HTTP/1.1\r\nHost: a\r\nX"));
            var body = await _server.Connect();
            await body.SendAsync(
                Encoding.ASCII.GetBytes(
                    "POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\nRecalling"));
            slow.AddRange([headers, body]);
        }
        var ends = Task.WhenAll(slow.Select(s => Listening.Hear(s, TimeSpan.FromSeconds(60))));
        var answered = 0;
        while (!ends.IsCompleted)
        {
            (await Ask()).ShouldStartWith("HTTP/1.1 200");
            answered++;
            foreach (var socket in slow.Where((_, i) => i % 2 == 0))
            {
                try
                {
                    await socket.SendAsync("y"u8.ToArray()); // a letter now and then is no headers either
                }
                catch (SocketException)
                {
                    // Cut off already.
                }
            }
            await Task.Delay(500);
        }
        (await ends).ShouldAllBe(heard => heard.Length == 0 || heard.StartsWith("HTTP/1.1 408"));
        answered.ShouldBeGreaterThan(5);
        foreach (var socket in slow) socket.Dispose();
    }

    /// <summary>CLAUSEGRAPH_CONNECTIONS sets their number; both ends are in this process and take a descriptor each.</summary>
    [Fact]
    public async Task Two_thousand_connections_at_once_are_all_answered()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("CLAUSEGRAPH_CONNECTIONS") ?? "2000", CultureInfo.InvariantCulture);
        var sockets = new List<Socket>();
        try
        {
            for (var i = 0; i < count; i++) sockets.Add(await _server.Connect());
            (await Ask()).ShouldStartWith("HTTP/1.1 200");
            var request = Encoding.ASCII.GetBytes("GET /v1/works/crc HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            await Parallel.ForEachAsync(sockets, async (socket, cancellation) => await socket.SendAsync(request, cancellation));
            var answers = await Task.WhenAll(sockets.Select(s => Listening.Hear(s, TimeSpan.FromSeconds(60))));
            answers.Count(a => a.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)).ShouldBe(count);
        }
        finally
        {
            foreach (var socket in sockets) socket.Dispose();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask; // the run's own

    private Task<string> Ask() => _server.Exchange("GET /v1/index HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", Patience);
}
