using System.Collections.Concurrent;
using System.Collections.Immutable;
using Search.Catalog.Building;
using Search.Catalog.Building.Parses;
using Search.Citations.Authorities;
using Search.Citations.Facts;
using Search.Citations.Identity;

namespace Search.Catalog;

/// <summary>
/// What a build knows of files and texts that have not changed, for the next build of the same process: that one reads only what is
/// new. What is built never depends on it. A build that fails leaves it empty. Only one build uses it at a time.
/// </summary>
public sealed class BuildMemory : IDisposable
{
    private readonly ConcurrentDictionary<string, RememberedFile> _files = new();
    private Dictionary<string, ImmutableArray<FactStatement>> _statements = [];
    private Dictionary<string, ImmutableArray<FactStatement>> _stated = [];
    private AuthorityList? _authorities;
    private string _scope = "";

    /// <summary>What was read to infer identities.</summary>
    internal IdentityMemory Identities { get; private set; } = new();

    /// <summary>What was found out about facts.</summary>
    internal FactMemory Facts { get; private set; } = new();

    /// <summary>What is known of the live generation.</summary>
    internal WrittenMemory Written { get; private set; } = new();

    /// <summary>Begins a build: what another corpus or other tables gave is forgotten.</summary>
    /// <param name="authorities">The folder of authorities.</param>
    /// <param name="output">The folder of snapshots.</param>
    internal AuthorityList Begin(string authorities, string output)
    {
        var stamp = Directory.Exists(authorities) ? Convert.ToHexStringLower(DocumentStore.StampOf(authorities)) : "";
        var scope = $"{stamp} {Path.GetFullPath(output)}";
        if (scope != _scope) Forget();
        _scope = scope;
        return _authorities ??= AuthorityList.Load(authorities);
    }

    /// <summary>Forgets everything.</summary>
    internal void Forget()
    {
        _files.Clear();
        Written.Forget();
        (_statements, _stated) = ([], []);
        (_authorities, _scope, Identities, Facts, Written) = (null, "", new(), new(), new());
    }

    /// <summary>Forgets everything, and removes temporary files.</summary>
    public void Dispose() => Forget();

    /// <summary>A file as it was read before, if it is certain not to have been written since; else null.</summary>
    internal RememberedFile? File(string path) =>
        _files.TryGetValue(path, out var file) && file.State.IsSettled && file.State == FileState.Of(path, file.State.Seen) ? file : null;

    /// <summary>Remembers a file that was read.</summary>
    internal void Remember(string path, RememberedFile file) => _files[path] = file;

    /// <summary>What a text says about works; read where it was not before.</summary>
    /// <param name="key">Names the text, its links and its work.</param>
    /// <param name="read">Reads it.</param>
    internal ImmutableArray<FactStatement> Statements(string key, Func<ImmutableArray<FactStatement>> read)
    {
        var statements = _statements.TryGetValue(key, out var known) ? known : read();
        _stated[key] = statements;
        return statements;
    }

    /// <summary>Forgets the files that a corpus no longer has, and the statements that were not asked for since this was last
    /// called.</summary>
    internal void Keep(IReadOnlyCollection<ReadFile> files)
    {
        var paths = files.Select(f => f.File.Path).ToHashSet();
        foreach (var path in _files.Keys.Where(p => !paths.Contains(p))) _files.TryRemove(path, out _);
        (_statements, _stated) = (_stated, []);
    }
}
