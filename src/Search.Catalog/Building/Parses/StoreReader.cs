using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Search.Catalog.Building.Parses;

/// <summary>Reads what <see cref="StoreWriter"/> wrote; the checksum of the bytes was compared before.</summary>
/// <exception cref="InvalidDataException">The bytes are not what it wrote.</exception>
internal sealed class StoreReader(ReadOnlyMemory<byte> bytes)
{
    private readonly List<string> _texts = [];
    private int _at;

    /// <summary>A number.</summary>
    public int Number()
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = Take(1)[0];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return (int)value;
        }
        throw Damaged();
    }

    /// <summary>A number, or null.</summary>
    public int? Optional() => Number() is > 0 and var value ? value - 1 : null;

    /// <summary>A text, or null.</summary>
    public string? Text()
    {
        var code = Number();
        if (code == 0) return null;
        if (code != 1) return code - 2 < _texts.Count ? _texts[code - 2] : throw Damaged();
        var size = Number();
        var length = size >>> 1;
        var text = (size & 1) == 0
            ? Encoding.Latin1.GetString(Take(length))
            : new string(MemoryMarshal.Cast<byte, char>(Take(checked(2 * length))));
        _texts.Add(text);
        return text;
    }

    /// <summary>A text that is there.</summary>
    public string Required() => Text() ?? throw Damaged();

    /// <summary>Bytes.</summary>
    public byte[] Block() => Take(Number()).ToArray();

    /// <summary>A list.</summary>
    public ImmutableArray<T> List<T>(Func<T> read)
    {
        var length = Number();
        if ((uint)length > bytes.Length - _at) throw Damaged();
        var items = ImmutableArray.CreateBuilder<T>(length);
        for (var i = 0; i < length; i++) items.Add(read());
        return items.MoveToImmutable();
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > bytes.Length - _at) throw Damaged();
        var taken = bytes.Span.Slice(_at, length);
        _at += length;
        return taken;
    }

    private static InvalidDataException Damaged() => new("a stored parse is not as it was written");
}
