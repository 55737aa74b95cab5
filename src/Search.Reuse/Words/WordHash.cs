namespace Search.Reuse.Words;

/// <summary>Hashes of words and of runs of words that do not depend on the machine or the run: they are written to files.</summary>
internal static class WordHash
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>FNV-1a over the UTF-16 units of a word.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = OffsetBasis;
        foreach (var c in word)
        {
            hash = (hash ^ (c & 0xffu)) * Prime;
            hash = (hash ^ ((uint)c >> 8)) * Prime;
        }
        return hash;
    }

    /// <summary>Mixes the bits of a hash, so that each of them depends on all (the finalizer of MurmurHash3).</summary>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        hash ^= hash >> 33;
        hash *= 0xc4ceb9fe1a85ec53UL;
        return hash ^ (hash >> 33);
    }
}
