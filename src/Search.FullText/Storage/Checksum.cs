using System.IO.Hashing;

namespace Search.FullText.Storage;

/// <summary>CRC-32C.</summary>
internal static class Checksum
{
    /// <summary>A checksum over any number of stretches of bytes.</summary>
    public static Crc32 Begin() => new(Crc32ParameterSet.Crc32C);

    public static uint Of(ReadOnlySpan<byte> bytes) => Crc32.HashToUInt32(Crc32ParameterSet.Crc32C, bytes);
}
