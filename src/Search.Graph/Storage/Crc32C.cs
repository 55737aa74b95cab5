using System.Buffers.Binary;
using System.Numerics;

namespace Search.Graph.Storage;

/// <summary>CRC-32C (Castagnoli), reflected, start and final xor of all ones: "123456789" gives E3069283.</summary>
internal struct Crc32C
{
    private uint inverted;

    /// <summary>The checksum of everything appended so far.</summary>
    public readonly uint Value => inverted;

    /// <summary>The checksum of one run of bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = default(Crc32C);
        crc.Append(bytes);
        return crc.Value;
    }

    /// <summary>Continues with more bytes; how a run is cut into pieces does not matter.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = ~inverted;
        while (bytes.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }
        foreach (var b in bytes) crc = BitOperations.Crc32C(crc, b);
        inverted = ~crc;
    }
}
