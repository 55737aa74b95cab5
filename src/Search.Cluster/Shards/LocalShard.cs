using Search.Cluster.Placement;
using Search.FullText;
using Search.FullText.Sharding;

namespace Search.Cluster.Shards;

/// <summary>A shard on this machine.</summary>
/// <param name="key">Which.</param>
/// <param name="copy">Copies its files to this machine where they are not, verifies them, and returns their folder.</param>
internal sealed class LocalShard(ShardKey key, Func<string> copy)
{
    private readonly Lock _gate = new();
    private Task<FullTextIndex>? _opening;
    private int _running;
    private bool _closed;

    /// <summary>Which shard it is.</summary>
    public ShardKey Key => key;

    /// <summary>How many replicas use it.</summary>
    public int Holders { get; set; }

    /// <summary>Whether the shard is open, or is within a time. An attempt that failed is begun again.</summary>
    /// <exception cref="Exception">This attempt failed.</exception>
    public async Task<bool> OpenWithin(TimeSpan patience)
    {
        var opening = Opening(again: true);
        await Task.WhenAny(opening, Task.Delay(patience));
        if (opening.IsFaulted) await opening;
        return opening.IsCompletedSuccessfully;
    }

    /// <summary>An answer, or null while the shard is not open.</summary>
    public byte[]? Answer(byte[] request, CancellationToken cancellation)
    {
        var opening = Opening(again: false);
        lock (_gate)
        {
            if (_closed || !opening.IsCompletedSuccessfully) return null;
            _running++;
        }
        try
        {
            return ShardAnswers.To(request, opening.GetAwaiter().GetResult(), cancellation);
        }
        finally
        {
            bool last;
            lock (_gate) last = --_running == 0 && _closed;
            if (last) opening.GetAwaiter().GetResult().Dispose();
        }
    }

    /// <summary>Closes the shard when no request uses it.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_closed) return;
            _closed = true;
            if (_running > 0 || _opening is null) return;
        }
        _ = _opening.ContinueWith(o => o.GetAwaiter().GetResult()
            .Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
    }

    private Task<FullTextIndex> Opening(bool again)
    {
        lock (_gate)
        {
            if (_opening is null || again && _opening.IsFaulted)
                _opening = Task.Factory.StartNew(() =>
                    FullTextIndex.Open(copy()), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            return _opening;
        }
    }
}
