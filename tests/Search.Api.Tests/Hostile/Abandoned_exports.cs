using Microsoft.Extensions.Configuration;
using Search.Api.Http;
using Search.Api.Serving;

namespace Search.Api.Tests.Hostile;

/// <summary>A client that asks for a large file and goes away leaves nothing running, and one that reads slowly holds no thread.</summary>
public class Abandoned_exports
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task The_export_ends_when_nobody_reads_any_longer()
    {
        using var exports = new StreamingExports(Options());
        using var aborted = new CancellationTokenSource();
        var made = new Made();
        var sending = exports.SendAsync(made.Endless(), new Stuck(), () => { }, aborted.Token);
        sending.IsCompleted.ShouldBeFalse();
        made.Count.ShouldBe(1); // the second chunk is not made before there is room for it
        await aborted.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => sending.WaitAsync(Patience));
        made.Ended.ShouldBeTrue();
    }

    [Fact]
    public async Task A_connection_that_breaks_ends_the_export_and_what_fails_in_it_ends_the_sending()
    {
        using var exports = new StreamingExports(Options());
        var made = new Made();
        await Should.ThrowAsync<IOException>(() => exports.SendAsync(made.Endless(), new Broken(), () => { }, CancellationToken.None)
            .WaitAsync(Patience));
        made.Ended.ShouldBeTrue();
        await Should.ThrowAsync<InvalidDataException>(() => exports.SendAsync(Failing(), Stream.Null, () => { }, CancellationToken.None)
            .WaitAsync(Patience));
        await exports.SendAsync([new byte[1]], Stream.Null, () => { }, CancellationToken.None).WaitAsync(Patience); // and hinders no other

        static IEnumerable<ReadOnlyMemory<byte>> Failing()
        {
            yield return new byte[10];
            throw new InvalidDataException("half way");
        }
    }

    [Fact]
    public async Task Three_hundred_slow_readers_hold_no_thread()
    {
        using var exports = new StreamingExports(Options());
        using var aborted = new CancellationTokenSource();
        var sending = Enumerable.Range(0, 300).Select(_ => new Made())
            .Select(made => (Made: made, Task: exports.SendAsync(made.Endless(), new Stuck(), () => { }, aborted.Token))).ToList();
        // Each call came back although its reader takes nothing: what waits is a task, not a thread.
        sending.ShouldAllBe(s => !s.Task.IsCompleted && s.Made.Count == 1);
        await aborted.CancelAsync();
        foreach (var (_, task) in sending) await Should.ThrowAsync<OperationCanceledException>(() => task.WaitAsync(Patience));
    }

    [Fact]
    public void A_place_is_given_back_once()
    {
        using var exports = new StreamingExports(Options("--exports", "2"));
        var (first, second) = (exports.Enter(), exports.Enter());
        exports.Enter().ShouldBeNull();
        first!.Dispose();
        first.Dispose();
        exports.Running.ShouldBe(1);
        exports.Enter().ShouldNotBeNull();
        exports.Enter().ShouldBeNull();
        second!.Dispose();
    }

    private static ApiOptions Options(params string[] arguments) =>
        ApiOptions.From(new Settings(new ConfigurationManager().AddCommandLine(arguments).Build()));

    private sealed class Made
    {
        public int Count { get; private set; }

        public bool Ended { get; private set; }

        public IEnumerable<ReadOnlyMemory<byte>> Endless()
        {
            try
            {
                while (true)
                {
                    Count++;
                    yield return new byte[1000];
                }
            }
            finally
            {
                Ended = true;
            }
        }
    }

    private sealed class Stuck : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private sealed class Broken : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("the connection is reset");
    }
}
