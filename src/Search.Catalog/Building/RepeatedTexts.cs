using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Search.Catalog.Building;

/// <summary>Finds clauses whose text an earlier clause has too: a quarter of all, since resolutions repeat what was agreed.</summary>
internal sealed class RepeatedTexts
{
    /// <summary>A shorter text costs no more than the number of another clause and the way there.</summary>
    private const int Shortest = 24;

    /// <summary>Texts remembered, some 40 bytes each; then the search begins again with none.</summary>
    private const int MostTexts = 1 << 20;

    // A cryptographic hash, because clauses with equal hashes show the same text: it must be infeasible to construct two such texts.
    private readonly Dictionary<UInt128, int> _first = [];
    private readonly byte[] _hash = new byte[SHA256.HashSizeInBytes];

    /// <summary>The clause that first had this text, or null where it is this one.</summary>
    public int? Earlier(string text, int clause)
    {
        if (text.Length < Shortest) return null;
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), _hash);
        var key = MemoryMarshal.Read<UInt128>(_hash);
        if (_first.TryGetValue(key, out var earlier)) return earlier;
        if (_first.Count == MostTexts) _first.Clear();
        _first.Add(key, clause);
        return null;
    }

    /// <summary>Lets go of all texts.</summary>
    public void Forget()
    {
        _first.Clear();
        _first.TrimExcess();
    }
}
