namespace Search.Api.Serving;

/// <summary>What the watcher does and what it refused: <c>/health/ready</c> says it.</summary>
internal sealed class SnapshotState
{
    private volatile string? _opening;
    private volatile RefusedSnapshot? _refused;

    /// <summary>The generation that is being verified and opened, or null.</summary>
    public string? Opening
    {
        get => _opening;
        set => _opening = value;
    }

    /// <summary>The newer snapshot that is not served, or null.</summary>
    public RefusedSnapshot? Refused
    {
        get => _refused;
        set => _refused = value;
    }
}
