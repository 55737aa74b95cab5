using Search.Catalog;

namespace Search.Indexer.Commands;

/// <summary>Says at once that something that a build reads was added, removed or written, where the file system tells; a caller looks
/// for itself from time to time.</summary>
internal sealed class ChangeSignal : IDisposable
{
    private readonly List<FileSystemWatcher> _watchers = [];
    private volatile TaskCompletionSource _told = New();

    /// <summary>Begins to listen.</summary>
    /// <param name="sources">Folders, with what is in them, or files.</param>
    public ChangeSignal(IEnumerable<string> sources)
    {
        foreach (var source in sources.Select(Path.GetFullPath))
            try
            {
                if (Directory.Exists(source)) Listen(new(source) { IncludeSubdirectories = true });
                else if (File.Exists(source)) Listen(new(Path.GetDirectoryName(source)!, Path.GetFileName(source)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                // The system has no watch left, or the folder is gone.
            }
    }

    /// <summary>Waits until something changed since this was last called, or a time has passed.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellation)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(_told.Task, Task.Delay(most, time, end.Token));
        await end.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        _told = New();
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers) watcher.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Listen(FileSystemWatcher watcher)
    {
        _watchers.Add(watcher);
        watcher.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size;
        watcher.Created += (_, e) => Tell(SourceFolders.IsRead(Of(e)) || Directory.Exists(e.FullPath));
        watcher.Changed += (_, e) => Tell(SourceFolders.IsRead(Of(e)));
        watcher.Deleted += (_, e) => Tell(SourceFolders.MayHold(Of(e)));
        watcher.Renamed += (_, e) => Tell(SourceFolders.MayHold(Of(e)) || SourceFolders.MayHold(e.OldName ?? "")
            || Directory.Exists(e.FullPath));
        watcher.EnableRaisingEvents = true;
    }

    private static string Of(FileSystemEventArgs change) => change.Name ?? "";

    private void Tell(bool counts)
    {
        if (counts) _told.TrySetResult();
    }
}
