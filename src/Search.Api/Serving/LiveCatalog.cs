using Search.Catalog;

namespace Search.Api.Serving;

/// <summary>The snapshot that is served, and its change without a dropped request: who has a lease keeps his
/// snapshot until he gives it back.</summary>
internal sealed class LiveCatalog : IDisposable
{
    private readonly Lock _gate = new();
    private Served? _served;
    private int _open;
    private long _leased;

    /// <summary>Snapshots that are open: the one served, and those before it that requests still hold.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <summary>Leases given so far.</summary>
    public long Leased => Interlocked.Read(ref _leased);

    /// <summary>A lease on the snapshot that is served now, or null where there is none yet.</summary>
    public CatalogLease? Lease()
    {
        lock (_gate)
        {
            if (_served is null) return null;
            _served.Leases++;
            _leased++;
            return new CatalogLease(this, _served);
        }
    }

    /// <summary>Serves this snapshot from now on; the one before is closed when its last lease ends.</summary>
    public void Swap(ResolutionCatalog next)
    {
        Served? old;
        lock (_gate)
        {
            old = _served;
            _served = new Served(next) { Leases = 1 };
        }
        Interlocked.Increment(ref _open);
        if (old is not null) Release(old);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Served? old;
        lock (_gate)
        {
            old = _served;
            _served = null;
        }
        if (old is not null) Release(old);
    }

    internal void Release(Served served)
    {
        lock (_gate)
        {
            if (--served.Leases > 0) return;
        }
        served.Catalog.Dispose();
        Interlocked.Decrement(ref _open);
    }

    /// <summary>A snapshot and how many hold it, the server itself included.</summary>
    internal sealed class Served(ResolutionCatalog catalog)
    {
        public ResolutionCatalog Catalog { get; } = catalog;

        public int Leases { get; set; }
    }
}

/// <summary>One request's hold on a snapshot.</summary>
internal sealed class CatalogLease(LiveCatalog live, LiveCatalog.Served served) : IDisposable
{
    private LiveCatalog.Served? _served = served;

    /// <summary>The snapshot.</summary>
    public ResolutionCatalog Catalog => _served?.Catalog ?? throw new ObjectDisposedException(nameof(CatalogLease));

    /// <summary>The snapshot's generation, also after the lease has ended.</summary>
    public string Generation { get; } = served.Catalog.Generation;

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _served, null) is { } held) live.Release(held);
    }
}
