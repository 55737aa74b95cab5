using System.Buffers.Binary;
using System.Text;

namespace Search.FullText.Sharding;

/// <summary>Reads a message from front to back, none of whose bytes is trusted.</summary>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>The version of all messages that this program writes and reads.</summary>
    public const byte Version = 1;

    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>Bytes not read yet.</summary>
    public readonly int Left => _bytes.Length - _at;

    /// <summary>Begins to read a message of a kind.</summary>
    /// <exception cref="WireVersionException">It is of another version.</exception>
    /// <exception cref="WireFormatException">It is of another kind.</exception>
    public static WireReader Begin(ReadOnlySpan<byte> bytes, WireKind kind)
    {
        if (KindOf(bytes) is var found && found != kind)
            throw new WireFormatException($"The message is of kind {(byte)found} instead of {(byte)kind} ({kind}).");
        return new(bytes) { _at = 2 };
    }

    /// <summary>The kind of a message.</summary>
    /// <exception cref="WireVersionException">It is of another version.</exception>
    /// <exception cref="WireFormatException">It has none.</exception>
    public static WireKind KindOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2) throw new WireFormatException($"The message has {bytes.Length} bytes: it is cut short.");
        return bytes[0] == Version ? (WireKind)bytes[1] : throw new WireVersionException(bytes[0]);
    }

    /// <summary>The error of a message that says what no program wrote.</summary>
    public readonly WireFormatException Wrong(string what) =>
        new($"The message is not valid before byte {_at} of {_bytes.Length}: {what}.");

    public byte Byte() => Left > 0 ? _bytes[_at++] : throw CutShort();

    public bool Flag() => Byte() switch { 0 => false, 1 => true, var b => throw Wrong($"{b} is not a flag") };

    public float Single()
    {
        if (Left < 4) throw CutShort();
        var value = BinaryPrimitives.ReadSingleLittleEndian(_bytes[_at..]);
        _at += 4;
        return float.IsFinite(value) ? value : throw Wrong("a number is not finite");
    }

    public ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Byte();
            if (shift == 63 && b > 1) break;
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }

        throw Wrong("a number is longer than 64 bits");
    }

    public long Zigzag()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>A number that is 0 or more.</summary>
    public long Long() => Varint() is var value and <= long.MaxValue ? (long)value : throw Wrong("a number is too large");

    /// <summary>A number that is 0 or more.</summary>
    public int Int() => Varint() is var value and <= int.MaxValue ? (int)value : throw Wrong("a number is too large");

    /// <summary>The length of a list whose members take at least a byte each.</summary>
    public int Count() =>
        Varint() is var count && count <= (ulong)Left ? (int)count : throw Wrong($"a list of {count} is longer than the message");

    public ReadOnlySpan<byte> Raw()
    {
        var length = Count();
        _at += length;
        return _bytes.Slice(_at - length, length);
    }

    public string Text()
    {
        try
        {
            return s_strict.GetString(Raw());
        }
        catch (DecoderFallbackException)
        {
            throw Wrong("a text is not UTF-8");
        }
    }

    public string? OptionalText() => Flag() ? Text() : null;

    /// <summary>Ends the message.</summary>
    public readonly void End()
    {
        if (Left > 0) throw Wrong($"{Left} bytes follow its end");
    }

    private readonly WireFormatException CutShort() => new($"The message is cut short: it ends at byte {_bytes.Length}.");
}

/// <summary>What a message is.</summary>
internal enum WireKind : byte
{
    Search = 1,
    Explain = 2,
    Hits = 3,
    Explanations = 4,
}
