using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace Search.Catalog.Building.Parses;

/// <summary>Writes numbers and texts as <see cref="StoreReader"/> reads them. A text that was written before
/// is written as its number.</summary>
internal sealed class StoreWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly Dictionary<string, int> _texts = [];

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    /// <summary>Forgets what was written and keeps the memory for the next.</summary>
    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _texts.Clear();
    }

    /// <summary>Writes a number that is mostly small, seven bits a byte; a negative one takes five bytes.</summary>
    public void Number(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7) Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    /// <summary>Writes a number or that there is none; it is at least 0.</summary>
    public void Optional(int? value) => Number(value + 1 ?? 0);

    /// <summary>Writes a text or that there is none, losslessly: one byte a character where that is enough, else two.</summary>
    public void Text(string? text)
    {
        if (text is null)
        {
            Number(0);
            return;
        }
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_texts, text, out var isKnown);
        if (isKnown)
        {
            Number(number + 2);
            return;
        }
        number = _texts.Count - 1;
        Number(1);
        var isWide = text.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF');
        Number((text.Length << 1) | (isWide ? 1 : 0));
        if (isWide) _bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        else _bytes.Advance(Encoding.Latin1.GetBytes(text, _bytes.GetSpan(text.Length)));
    }

    /// <summary>Writes bytes with their length.</summary>
    public void Block(ReadOnlySpan<byte> bytes)
    {
        Number(bytes.Length);
        _bytes.Write(bytes);
    }

    /// <summary>Writes a list with its length.</summary>
    public void List<T>(ImmutableArray<T> items, Action<T> write)
    {
        Number(items.Length);
        foreach (var item in items) write(item);
    }

    private void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }
}
