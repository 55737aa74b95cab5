namespace Search.Reuse;

/// <summary>A file of reuse does not hold what was written to it.</summary>
/// <param name="path">The file.</param>
/// <param name="offset">The byte at or after which the damage was noticed.</param>
/// <param name="what">What was expected there.</param>
public sealed class ReuseCorruptException(string path, long offset, string what)
    : IOException($"{path} is damaged at byte {offset}: {what}. Rebuild the index.")
{
    /// <summary>The damaged file.</summary>
    public string Path { get; } = path;

    /// <summary>In bytes from the start of the file.</summary>
    public long Offset { get; } = offset;

    /// <summary>What was expected there.</summary>
    public string What { get; } = what;
}
