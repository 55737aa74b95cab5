using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Search.Api.Tests.Hostile;

/// <summary>
/// Requests made at random, each from its number alone: whatever fails can be made again. As many as fit into <see cref="Longest"/>, or as
/// CLAUSEGRAPH_FUZZ says: <c>CLAUSEGRAPH_FUZZ=100000 dotnet test</c>.
/// </summary>
[Collection(OneApi.Name)]
public class Fuzzing(Api api, ITestOutputHelper output)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Random_requests_give_no_500_no_leak_nothing_undescribed_and_hinder_nobody()
    {
        var asked = int.TryParse(Environment.GetEnvironmentVariable("CLAUSEGRAPH_FUZZ"), out var n) ? n : (int?)null;
        var cursor = (await api.Json("/v1/search?q=the&limit=5")).GetProperty("next").GetString()!;
        var fuzzer = new RequestFuzzer(JsonDocument.Parse(await api.Client.GetStringAsync("/openapi/v1.json")).RootElement, cursor);
        var clock = Stopwatch.StartNew();
        var next = 0;
        var statuses = new int[600];
        using var done = new CancellationTokenSource();
        var polite = Polite(done.Token);
        await Parallel.ForAsync(0, Environment.ProcessorCount, async (_, cancellation) =>
        {
            while (asked is null ? clock.Elapsed < Longest : next < asked)
            {
                var number = Interlocked.Increment(ref next);
                var request = fuzzer.Make(number);
                var context = await api.Server.SendAsync(request.Apply, cancellation);
                using var reader = new StreamReader(Plain(context.Response), Encoding.UTF8);
                var body = await reader.ReadToEndAsync(cancellation);
                Interlocked.Increment(ref statuses[context.Response.StatusCode]);
                Judge(request, context.Response, body);
            }
        });
        await done.CancelAsync();
        var (answers, worst) = await polite;
        output.WriteLine($"{next} requests in {clock.Elapsed.TotalSeconds:f1} s; {string.Join(", ", statuses.Index().Where(s => s.Item > 0).Select(s => $"{s.Index}: {s.Item}"))}; meanwhile {answers} others, the slowest after {worst.TotalMilliseconds:f0} ms");
        next.ShouldBeGreaterThan(100);
        answers.ShouldBeGreaterThan(0);
    }

    private static Stream Plain(HttpResponse answer) => answer.Headers.ContentEncoding.ToString() switch
    {
        "gzip" => new GZipStream(answer.Body, CompressionMode.Decompress),
        "br" => new BrotliStream(answer.Body, CompressionMode.Decompress),
        _ => answer.Body,
    };

    private void Judge(FuzzedRequest request, HttpResponse answer, string body)
    {
        var told = $"{request} answers {answer.StatusCode}: {(body.Length > 1000 ? body[..1000] : body)}";
        answer.StatusCode.ShouldBeLessThan(500, told);
        foreach (var (name, values) in answer.Headers)
            values.ToString().AsSpan().IndexOfAny("\r\n").ShouldBe(-1, $"{name} of {told}");
        answer.Headers.ContainsKey("X-Injected").ShouldBeFalse(told);
        if (answer.StatusCode >= 400)
            foreach (var leak in (string[])[".cs:line", "   at ", AppContext.BaseDirectory, api.Index, "System.", "Microsoft."])
                body.Contains(leak, StringComparison.Ordinal).ShouldBeFalse($"{leak} in {told}");
        var media = answer.ContentType?.Split(';')[0];
        if (answer.StatusCode >= 400 && request.Path.StartsWith("/v1", StringComparison.Ordinal) && request.Method != "HEAD")
            media.ShouldBe("application/problem+json", told);
        api.Contract.Differences(request.Method, request.Path, request.Query, answer.StatusCode, media, body).ShouldBeEmpty(told);
    }

    /// <summary>Asks what anybody would while the others are at it.</summary>
    private async Task<(int Answers, TimeSpan Worst)> Polite(CancellationToken done)
    {
        var (answers, worst) = (0, TimeSpan.Zero);
        while (!done.IsCancellationRequested)
        {
            var clock = Stopwatch.StartNew();
            await api.Json("/v1/search?q=children&limit=3");
            if (clock.Elapsed > worst) worst = clock.Elapsed;
            answers++;
            await Task.Delay(20, CancellationToken.None);
        }
        return (answers, worst);
    }
}
