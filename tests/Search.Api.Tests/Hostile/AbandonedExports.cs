using Search.Api.Http;

namespace Search.Api.Tests.Hostile;

/// <summary>Who asks for a large file and goes away leaves no writer behind that waits for ever.</summary>
public class AbandonedExports
{
    [Fact]
    public async Task A_writer_ends_when_nobody_reads_any_longer()
    {
        using var aborted = new CancellationTokenSource();
        var written = 0L;
        var sending = DrainedPipe.Send(new Stuck(), Endless, aborted.Token);
        await Task.Delay(50);
        sending.IsCompleted.ShouldBeFalse();
        await aborted.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => sending.WaitAsync(TimeSpan.FromSeconds(10)));
        var after = Interlocked.Read(ref written);
        await Task.Delay(50);
        Interlocked.Read(ref written).ShouldBe(after); // it is not only no longer heard: it has ended

        void Endless(Stream to, CancellationToken cancellation)
        {
            var block = new byte[10_000];
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                to.Write(block);
                Interlocked.Add(ref written, block.Length);
            }
        }
    }

    [Fact]
    public async Task A_connection_that_breaks_ends_the_writing_and_what_fails_in_writing_ends_the_sending()
    {
        await Should.ThrowAsync<IOException>(() => DrainedPipe.Send(new Broken(), (to, cancellation) =>
        {
            while (!cancellation.IsCancellationRequested) to.Write(new byte[1000]);
        }, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
        await Should.ThrowAsync<InvalidDataException>(() => DrainedPipe.Send(Stream.Null, (_, _) => throw new InvalidDataException("half way"), CancellationToken.None));
    }

    private sealed class Stuck : Unread
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => await Task.Delay(Timeout.Infinite, cancellationToken);
    }

    private sealed class Broken : Unread
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("the connection is reset");
    }

    private abstract class Unread : MemoryStream;
}
