using System.Net;

namespace Search.Cluster.Tests;

/// <summary>Asks a server the same question until it is stopped; every answer must be 200 and the expected one.</summary>
internal sealed class Load : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<int> _asking;

    private Load(HttpClient client, string question, string expected) => _asking = Task.Run(async () =>
    {
        var asked = 0;
        for (; !_stop.IsCancellationRequested; asked++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, question);
            // an answer for another client is not the kept one
            request.Headers.Add("Accept", FormattableString.Invariant($"application/json, application/x-{asked}"));
            using var answer = await client.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, body);
            body.ShouldBe(expected);
            await Task.Delay(40);
        }
        return asked;
    });

    /// <summary>Begins to ask.</summary>
    public static Load On(HttpClient client, string question, string expected) => new(client, question, expected);

    /// <summary>Ends, and says how often was asked.</summary>
    public async Task<int> Stop()
    {
        await _stop.CancelAsync();
        return await _asking;
    }

    public void Dispose() => _stop.Dispose();
}
