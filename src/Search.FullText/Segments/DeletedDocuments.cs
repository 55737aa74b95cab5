using System.Numerics;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>The documents of a segment that are gone: one bit each.</summary>
internal sealed class DeletedDocuments
{
    private DeletedDocuments(ulong[] words, int count) => (Words, Count) = (words, count);

    public DeletedDocuments(int documents) => Words = new ulong[(documents + 63) / 64];

    public ulong[] Words { get; }

    /// <summary>How many are gone.</summary>
    public int Count { get; private set; }

    public bool Contains(int document) => (Words[document >> 6] >> (document & 63) & 1) != 0;

    /// <summary>Whether it was there before.</summary>
    public bool Add(int document)
    {
        if (Contains(document)) return false;
        Words[document >> 6] |= 1UL << (document & 63);
        Count++;
        return true;
    }

    public void Write(Stream stream)
    {
        var bytes = new ByteBuffer((Words.Length * 8) + 32);
        bytes.Raw("CGFTDEL\n"u8);
        bytes.UInt32((uint)Words.Length);
        foreach (var word in Words) bytes.UInt64(word);
        bytes.UInt32(Checksum.Of(bytes.Bytes));
        stream.Write(bytes.Bytes);
    }

    public static unsafe DeletedDocuments Read(string path, int documents)
    {
        if (!File.Exists(path)) throw new IndexCorruptException(path, 0, "the file is missing");
        var bytes = File.ReadAllBytes(path);
        var expected = 12 + ((documents + 63) / 64 * 8) + 4;
        if (bytes.Length != expected) throw new IndexCorruptException(path, bytes.Length, $"the file has another length than {expected}");
        if (Checksum.Of(bytes.AsSpan(0, expected - 4)) != BitConverter.ToUInt32(bytes, expected - 4))
            throw new IndexCorruptException(path, 0, "the checksum of the file differs");
        var words = new ulong[(documents + 63) / 64];
        Buffer.BlockCopy(bytes, 12, words, 0, words.Length * 8);
        var count = 0;
        foreach (var word in words) count += BitOperations.PopCount(word);
        return new DeletedDocuments(words, count);
    }
}
