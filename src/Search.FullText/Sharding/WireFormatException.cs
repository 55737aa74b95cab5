namespace Search.FullText.Sharding;

/// <summary>A message between the parts of a sharded index is not one that any of them writes.</summary>
public class WireFormatException : FormatException
{
    internal WireFormatException(string message) : base(message) { }
}

/// <summary>
/// A message between the parts of a sharded index is of a version that this program does not speak, as while programs are being replaced.
/// </summary>
public sealed class WireVersionException : WireFormatException
{
    internal WireVersionException(byte version)
        : base($"The message is of version {version}; this program speaks version {WireReader.Version}. "
            + "Bring all programs that serve the index to one version.") => Version = version;

    /// <summary>The version of the message.</summary>
    public int Version { get; }
}
