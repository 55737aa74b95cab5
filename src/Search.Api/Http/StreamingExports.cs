
namespace Search.Api.Http;

/// <summary>
/// Sends exports. No thread waits for a reader; all exports together are computed by at most half of the
/// cores; and their number is limited, since each holds a connection to the database and its snapshot until its reader has everything.
/// </summary>
internal sealed class StreamingExports(ApiOptions options) : IDisposable
{
    /// <summary>When a client that was refused may try again, in seconds.</summary>
    public const int RetryAfter = 5;

    /// <summary>What a chunk costs its client, in the units of <see cref="RequestAccount"/>: about 2 ms of processor time.</summary>
    public const long ChunkWork = RequestAccount.WorkOfUnit / 5;

    private readonly SemaphoreSlim _computing = new(Math.Max(1, Environment.ProcessorCount / 2));
    private int _running;

    /// <summary>How many exports are being sent.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <summary>A place among the exports that run, until it is disposed of; null where all are taken.</summary>
    public IDisposable? Enter()
    {
        if (Interlocked.Increment(ref _running) <= options.Exports) return new Place(this);
        Interlocked.Decrement(ref _running);
        return null;
    }

    /// <summary>Sends chunk after chunk; the next is computed when the reader has room for it.</summary>
    /// <param name="chunks">Each is valid until the next is asked for.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="sent">Called after every chunk.</param>
    /// <param name="aborted">Cancelled when the reader is gone.</param>
    public async Task SendAsync(IEnumerable<ReadOnlyMemory<byte>> chunks, Stream to, Action sent, CancellationToken aborted)
    {
        using var chunk = chunks.GetEnumerator();
        while (await ComputeAsync(chunk, aborted))
        {
            await to.WriteAsync(chunk.Current, aborted);
            sent();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _computing.Dispose();

    private async ValueTask<bool> ComputeAsync(IEnumerator<ReadOnlyMemory<byte>> chunks, CancellationToken aborted)
    {
        await _computing.WaitAsync(aborted);
        try
        {
            return chunks.MoveNext();
        }
        finally
        {
            _computing.Release();
        }
    }

    private sealed class Place(StreamingExports exports) : IDisposable
    {
        private StreamingExports? _exports = exports;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _exports, null) is { } held) Interlocked.Decrement(ref held._running);
        }
    }
}
