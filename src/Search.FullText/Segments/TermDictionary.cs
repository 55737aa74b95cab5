using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Segments;

/// <summary>The terms of one field of a segment, in ascending order of their UTF-8 bytes.</summary>
internal sealed unsafe class TermDictionary
{
    private readonly byte* _terms;
    private readonly byte* _starts;
    private readonly int _blocks;
    private ulong[]? _heads; // of the first terms of blocks; found when first needed

    public TermDictionary(Mapped section)
    {
        Count = (int)Unsafe.ReadUnaligned<uint>(section.Start);
        _terms = section.Start + 8;
        _starts = _terms + Unsafe.ReadUnaligned<uint>(section.Start + 4);
        _blocks = (Count + TermDictionaryWriter.TermsPerBlock - 1) / TermDictionaryWriter.TermsPerBlock;
    }

    public int Count { get; }

    /// <summary>Blocks of terms.</summary>
    public int Blocks => _blocks;

    /// <summary>Finds a term.</summary>
    public bool TryFind(ReadOnlySpan<byte> term, out TermEntry entry)
    {
        entry = default;
        var block = BlockOf(term);
        if (block < 0) return false;
        var at = new ByteReader(BlockStart(block));
        var last = Math.Min(Count, (block + 1) * TermDictionaryWriter.TermsPerBlock);

        // "matched": how much of the wanted term the term before shares with it.
        var matched = 0;
        var offset = 0L;
        for (var ordinal = block * TermDictionaryWriter.TermsPerBlock; ordinal < last; ordinal++)
        {
            int shared, rest;
            if (ordinal % TermDictionaryWriter.TermsPerBlock == 0) (shared, rest) = (0, (int)at.Varint());
            else ReadLengths(ref at, out shared, out rest);
            var suffix = new ReadOnlySpan<byte>(at.At, rest);
            at.At += rest;
            var documents = (int)at.Varint();
            var more = (long)at.Varint();
            offset += at.Zigzag();
            if (shared > matched) continue; // still smaller at the same place as the one before
            if (shared < matched) return false; // greater already
            var common = suffix.CommonPrefixLength(term[shared..]);
            matched = shared + common;
            if (matched == term.Length && common == rest)
            {
                entry = new TermEntry(documents, documents + more, offset, ordinal);
                return true;
            }

            if (matched == term.Length || (common < rest && suffix[common] > term[matched])) return false;
        }

        return false;
    }

    /// <summary>The ordinal of the first term that is not smaller; <see cref="Count"/> if all are.</summary>
    public int OrdinalAtLeast(ReadOnlySpan<byte> term)
    {
        var walk = WalkFrom(Math.Max(0, BlockOf(term)) * TermDictionaryWriter.TermsPerBlock);
        while (walk.MoveNext())
        {
            if (walk.Term.SequenceCompareTo(term) >= 0) return walk.Ordinal;
        }

        return Count;
    }

    /// <summary>Walks the terms from the block of that ordinal on; the first step is at the block's first term.</summary>
    public TermWalk WalkFrom(int ordinal) => new(this, ordinal / TermDictionaryWriter.TermsPerBlock);

    /// <summary>The bytes of the term of that ordinal.</summary>
    public byte[] TermAt(int ordinal)
    {
        var walk = WalkFrom(ordinal);
        while (walk.MoveNext())
        {
            if (walk.Ordinal == ordinal) return walk.Term.ToArray();
        }

        throw new ArgumentOutOfRangeException(nameof(ordinal));
    }

    /// <summary>The bytes of the first term of a block.</summary>
    public ReadOnlySpan<byte> FirstTerm(int block)
    {
        var at = new ByteReader(BlockStart(block));
        var length = (int)at.Varint();
        return new ReadOnlySpan<byte>(at.At, length);
    }

    internal byte* BlockStart(int block) => _terms + Unsafe.ReadUnaligned<uint>(_starts + (block * 4L));

    internal static void ReadLengths(ref ByteReader at, out int shared, out int rest)
    {
        var both = at.Byte();
        if (both < 0xF0)
        {
            shared = both >> 4;
            rest = both & 15;
            return;
        }

        shared = (int)at.Varint();
        rest = (int)at.Varint();
    }

    /// <summary>The last block whose first term is not greater than <paramref name="term"/>, or -1.</summary>
    internal int BlockOf(ReadOnlySpan<byte> term) => LastNotAfter(term, 0, _blocks - 1);

    /// <summary>The same for a term that is not before the first of <paramref name="block"/>, and is likely near.</summary>
    internal int BlockOf(ReadOnlySpan<byte> term, int block)
    {
        // Most stretches are short: double the step before halving it.
        var (heads, head) = (Heads, HeadOf(term));
        var step = 1;
        while (block + step < _blocks && heads[block + step] < head)
        {
            block += step;
            step <<= 1;
        }

        // "block" is not after the term; a block with a greater head is.
        var last = Math.Min(_blocks, block + step) - 1;
        while (last + 1 < _blocks && heads[last + 1] == head) last++;
        return LastNotAfter(term, block, last);
    }

    private int LastNotAfter(ReadOnlySpan<byte> term, int low, int high)
    {
        var (heads, head) = (Heads, HeadOf(term));
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var there = heads[middle];
            if (there < head || (there == head && FirstTerm(middle).SequenceCompareTo(term) <= 0)) low = middle + 1;
            else high = middle - 1;
        }

        return high;
    }

    private ulong[] Heads => _heads ?? FindHeads();

    private ulong[] FindHeads()
    {
        var heads = new ulong[_blocks];
        for (var block = 0; block < heads.Length; block++) heads[block] = HeadOf(FirstTerm(block));
        Volatile.Write(ref _heads, heads);
        return heads;
    }

    /// <summary>The first eight bytes of a term as a number: terms with different ones are in the order of these.</summary>
    private static ulong HeadOf(ReadOnlySpan<byte> term)
    {
        if (term.Length >= sizeof(ulong)) return BinaryPrimitives.ReadUInt64BigEndian(term);
        Span<byte> padded = stackalloc byte[sizeof(ulong)];
        padded.Clear();
        term.CopyTo(padded);
        return BinaryPrimitives.ReadUInt64BigEndian(padded);
    }
}
