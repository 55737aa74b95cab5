using Search.FullText.Postings;
using Search.FullText.Storage;

namespace Search.FullText.Tests.Laws;

/// <summary>What is computed many at a time is what is computed one by one.</summary>
public unsafe class VectorForms
{
    private const int Rounds = 2_000;

    [Fact]
    public void Numbers_that_a_block_has_are_found_at_once_as_one_by_one()
    {
        var random = new Random(20);
        var block = stackalloc int[PostingsFormat.BlockSize + 16];
        var numbers = stackalloc int[PostingsFormat.BlockSize];
        int* chosen = stackalloc int[PostingsFormat.BlockSize], plain = stackalloc int[PostingsFormat.BlockSize];
        int* slots = stackalloc int[PostingsFormat.BlockSize], plainSlots = stackalloc int[PostingsFormat.BlockSize];
        for (var round = 0; round < Rounds; round++)
        {
            var widest = 1 << random.Next(1, 12);
            var length = random.Next(1, PostingsFormat.BlockSize + 1);
            new Span<int>(block, PostingsFormat.BlockSize + 16).Fill(int.MaxValue);
            Ascending(block, length);
            var wanted = random.Next(1, PostingsFormat.BlockSize + 1);
            Ascending(numbers, wanted);
            var count = 0;
            for (var i = 0; i < wanted && numbers[i] <= block[length - 1]; i++)
            {
                if (random.Next(4) > 0) chosen[count++] = i;
            }

            if (count == 0) continue;
            new Span<int>(chosen, count).CopyTo(new Span<int>(plain, count));
            var kept = BlockSearch.Keep(numbers, chosen, count, block, slots);
            kept.ShouldBe(BlockSearch.KeepOneByOne(numbers, plain, count, block, plainSlots));
            for (var i = 0; i < kept; i++)
            {
                chosen[i].ShouldBe(plain[i]);
                slots[chosen[i]].ShouldBe(plainSlots[plain[i]]);
                block[slots[chosen[i]]].ShouldBe(numbers[chosen[i]]);
            }

            void Ascending(int* into, int many)
            {
                var at = -1;
                for (var i = 0; i < many; i++) into[i] = at += random.Next(1, widest);
            }
        }
    }

    [Fact]
    public void Places_become_the_same_bits_at_once_as_one_by_one()
    {
        if (!System.Runtime.Intrinsics.X86.Avx2.IsSupported) Assert.Skip("the vector form needs AVX2, which this machine has not");
        var random = new Random(21);
        var gaps = stackalloc int[16];
        for (var round = 0; round < Rounds; round++)
        {
            var widest = 1 << random.Next(1, 7);
            for (var i = 0; i < 16; i++) gaps[i] = random.Next(widest);
            var count = random.Next(1, 9);
            var fits = BlockPositions.TryEight(gaps, count, out var bits);
            fits.ShouldBe(BlockPositions.TryOneByOne(gaps, count, out var plain));
            if (fits) bits.ShouldBe(plain);
        }
    }

    [Fact]
    public void Packed_numbers_are_unpacked_and_summed_as_they_were_packed()
    {
        var random = new Random(22);
        var into = stackalloc int[PostingsFormat.BlockSize + 16];
        for (var width = 0; width <= 31; width++)
        {
            var values = new int[random.Next(1, PostingsFormat.BlockSize + 1)];
            for (var i = 0; i < values.Length; i++) values[i] = (int)(random.NextInt64() & ((1L << width) - 1));
            var buffer = new Storage.ByteBuffer();
            buffer.Packed(values, width);
            byte[] bytes = [.. buffer.Bytes, .. new byte[32]];
            fixed (byte* from = bytes)
            {
                BitUnpacking.Unpack(from, width, values.Length, into);
                new Span<int>(into, values.Length).ToArray().ShouldBe(values);
                for (var i = 0; i < values.Length; i++) BitUnpacking.Get(from, width, i).ShouldBe((ulong)values[i]);
            }

            if (width > 20) continue; // sums would not fit
            BitUnpacking.SumGaps(into, values.Length, 5);
            var before = 5;
            for (var i = 0; i < values.Length; i++) into[i].ShouldBe(before += values[i] + 1);
        }
    }
}
