using System.Collections.Concurrent;
using System.Collections.Frozen;
using Search.Resolutions;

namespace Search.Citations.Identity;

/// <summary>
/// What was read in the texts of a corpus to infer identities, for the next inference in the same process: it reads only the texts that are
/// new. The result never depends on it. Only one inference uses it at a time.
/// </summary>
public sealed class IdentityMemory
{
    private readonly ConcurrentDictionary<string, CitingContext[]> _contexts = new();
    private readonly ConcurrentDictionary<string, string[]> _stems = new();
    private readonly ConcurrentDictionary<WorkId, DocumentSymbol?> _symbols = new();
    private HashSet<Organ> _organs = [];
    private HashSet<string> _printed = [];
    private FrozenSet<string> _asked = [];
    private IReadOnlyList<string?> _keys = [];

    /// <summary>Forgets all texts but those of a corpus.</summary>
    /// <param name="keys">A name for the text and the links of each document that is another one wherever these are; null for a text
    /// that is to be read every time.</param>
    internal void Begin(IReadOnlyList<string?> keys)
    {
        _keys = keys;
        var known = keys.OfType<string>().ToHashSet();
        foreach (var key in _contexts.Keys.Where(k => !known.Contains(k))) _contexts.TryRemove(key, out _);
        foreach (var key in _stems.Keys.Where(k => !known.Contains(k))) _stems.TryRemove(key, out _);
    }

    /// <summary>Keeps what was read of citing texts as long as nothing is asked for that was left out of it.</summary>
    /// <param name="organs">The organs whose acts are asked for.</param>
    /// <param name="printed">Symbols that are not asked for.</param>
    internal void Ask(HashSet<Organ> organs, HashSet<string> printed)
    {
        if (!organs.IsSubsetOf(_organs) || !_printed.IsSubsetOf(printed)) _contexts.Clear();
        (_organs, _printed) = (organs, printed);
    }

    /// <summary>Keeps the stems of documents where no others are asked for.</summary>
    /// <returns>The stems that are to be looked for in a document.</returns>
    internal FrozenSet<string> Ask(ICollection<string> stems)
    {
        if (stems.All(_asked.Contains)) return _asked;
        _stems.Clear();
        return _asked = stems.ToFrozenSet();
    }

    /// <summary>What a document says of other works, as it was read before; null where it was not.</summary>
    internal CitingContext[]? Contexts(int document) => _keys[document] is { } key ? _contexts.GetValueOrDefault(key) : null;

    /// <summary>Remembers what a document says of other works.</summary>
    internal void Remember(int document, CitingContext[] contexts)
    {
        if (_keys[document] is { } key) _contexts[key] = contexts;
    }

    /// <summary>The stems of a document among those asked for; null where it was not read.</summary>
    internal string[]? Stems(int document) => _keys[document] is { } key ? _stems.GetValueOrDefault(key) : null;

    /// <summary>Remembers the stems of a document.</summary>
    internal void Remember(int document, string[] stems)
    {
        if (_keys[document] is { } key) _stems[key] = stems;
    }

    /// <summary>The symbol that names a work, or null.</summary>
    internal DocumentSymbol? SymbolOf(WorkId work) =>
        _symbols.GetOrAdd(work, static cited => DocumentSymbol.TryParse(cited.Value, null, out var symbol) ? symbol : null);
}
