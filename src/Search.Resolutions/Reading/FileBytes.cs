namespace Search.Resolutions.Reading;

/// <summary>What a format's reader is given.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Bytes">The whole file; never empty.</param>
/// <param name="Limits">What the reading may cost.</param>
internal sealed record FileBytes(string Path, byte[] Bytes, ReadLimits Limits)
{
    /// <summary>File name with extension, for messages.</summary>
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>File name without folder and extension.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);
}
