using System.Runtime.InteropServices;
using System.Text;
using Search.Reuse.Prints;
using Search.Reuse.Words;

namespace Search.Reuse;

/// <summary>What a <see cref="ReuseIndexBuilder"/> knows beyond the index that it writes: with both, another
/// one continues where it ended.</summary>
internal static class ReuseBuilderState
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Writes words and wordings.</summary>
    public static void Write(Stream to, Vocabulary vocabulary, WordingTable wordings, KeyTable keys)
    {
        using var buffered = new BufferedStream(to, BufferBytes);
        using var writer = new BinaryWriter(buffered, Encoding.Unicode, leaveOpen: true);
        writer.Write(vocabulary.Count);
        for (var number = 0; number < vocabulary.Count; number++) writer.Write(vocabulary.Word(number));
        writer.Write(wordings.Count);
        for (var wording = 0; wording < wordings.Count; wording++) Write(writer, keys[wording]);
        for (var wording = 0; wording < wordings.Count; wording++)
        {
            Write(writer, wordings.Words(wording));
            Write(writer, MemoryMarshal.Cast<uint, int>(wordings.Prints[wording]));
        }
    }

    /// <summary>Reads them into a vocabulary and tables that are empty.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was written.</exception>
    public static void Read(Stream from, Vocabulary vocabulary, WordingTable wordings, KeyTable keys)
    {
        using var reader = new BinaryReader(new BufferedStream(from, BufferBytes), Encoding.Unicode, leaveOpen: true);
        var most = from.Length;
        for (var words = reader.ReadInt32(); words > 0; words--) vocabulary.Number(reader.ReadString());
        var count = Length(reader, most);
        for (var wording = 0; wording < count; wording++)
            if (keys.NumberOf(new(reader.ReadUInt64(), reader.ReadUInt64())) != wording)
                throw new InvalidDataException("the state of a builder is damaged");
        for (var wording = 0; wording < count; wording++)
            wordings.Restore(ReadNumbers(reader, most), MemoryMarshal.Cast<int, uint>(ReadNumbers(reader, most)));
    }

    private static void Write(BinaryWriter writer, UInt128 key)
    {
        writer.Write((ulong)(key >> 64));
        writer.Write((ulong)key);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<int> numbers)
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers));
    }

    private static ReadOnlySpan<int> ReadNumbers(BinaryReader reader, long most)
    {
        var numbers = new int[Length(reader, most)];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    private static int Length(BinaryReader reader, long most) =>
        reader.ReadInt32() is >= 0 and var length && length <= most
            ? length
            : throw new InvalidDataException("the state of a builder is damaged");
}
