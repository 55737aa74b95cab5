using System.Collections.Concurrent;
using Search.Catalog.Snapshots;
using Search.FullText;

namespace Search.Catalog.Building;

/// <summary>
/// Adds clauses to the full-text index on several threads, each of which has writers of its own in a folder inside that of the index.
/// In the end the writers of the index take over what the others wrote. One thread at a time may use it.
/// </summary>
internal sealed class TextLanes : IDisposable
{
    /// <summary>The most threads: each has a part of the memory in which clauses wait for a segment.</summary>
    public const int Most = 4;

    /// <summary>Clauses that are handed over at once.</summary>
    private const int BatchSize = 64;

    private const string FolderName = "lane-";

    private readonly Disk _disk;
    private readonly IndexWriter[] _writers;
    private readonly List<IndexWriter[]> _others = [];
    private readonly List<string> _folders = [];
    private readonly BlockingCollection<List<(int Shard, IndexDocument Clause)>> _batches;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _lanes;
    private List<(int Shard, IndexDocument Clause)> _batch = [];

    /// <summary>Begins.</summary>
    /// <param name="shards">The folder of each shard.</param>
    /// <param name="writers">The writers of the shards.</param>
    /// <param name="open">Begins an index in a folder.</param>
    /// <param name="lanes">How many threads, at least two.</param>
    /// <param name="disk">Makes the folders.</param>
    public TextLanes(string[] shards, IndexWriter[] writers, Func<string, IndexWriter> open, int lanes, Disk disk)
    {
        (_writers, _disk, _batches) = (writers, disk, new(lanes * 2));
        try
        {
            for (var lane = 1; lane < lanes; lane++)
            {
                var others = new IndexWriter[shards.Length];
                _others.Add(others);
                for (var shard = 0; shard < shards.Length; shard++)
                {
                    _folders.Add(Path.Combine(shards[shard], FolderName + lane));
                    others[shard] = open(_folders[^1]);
                }
            }
        }
        catch
        {
            DisposeOthers();
            throw;
        }
        _lanes = [.. _others.Prepend(writers).Select(own => Task.Factory.StartNew(() => Take(own), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <summary>Adds a clause to a shard.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public void Add(int shard, IndexDocument clause)
    {
        _batch.Add((shard, clause));
        if (_batch.Count == BatchSize) HandOver();
    }

    /// <summary>Waits until all clauses are added; from then on the writers of the shards have them.</summary>
    /// <exception cref="IOException">The disk is full or failed.</exception>
    public void Finish()
    {
        HandOver();
        _batches.CompleteAdding();
        Wait();
        foreach (var others in _others)
            foreach (var (shard, other) in others.Index())
            {
                _writers[shard].TakeOver(other);
                other.Dispose();
            }
        foreach (var folder in _folders) _disk.DeleteFolder(folder);
    }

    public void Dispose()
    {
        _stop.Cancel();
        ((IAsyncResult)Task.WhenAll(_lanes)).AsyncWaitHandle.WaitOne(); // whatever failed, it was thrown before
        DisposeOthers();
        _batches.Dispose();
        _stop.Dispose();
    }

    private void HandOver()
    {
        try
        {
            _batches.Add(_batch, _stop.Token);
        }
        catch (OperationCanceledException)
        {
            Wait(); // throws what stopped a lane
            throw;
        }
        _batch = [];
    }

    private void Take(IndexWriter[] writers)
    {
        try
        {
            foreach (var batch in _batches.GetConsumingEnumerable(_stop.Token))
                foreach (var (shard, clause) in batch) writers[shard].Add(clause);
        }
        catch
        {
            _stop.Cancel(); // the others need not go on
            throw;
        }
    }

    // A lane that was stopped counts as cancelled: the failure of the one that stopped it is thrown.
    private void Wait() => Task.WhenAll(_lanes).GetAwaiter().GetResult();

    private void DisposeOthers()
    {
        foreach (var other in _others.SelectMany(others => others)) other?.Dispose();
    }
}
