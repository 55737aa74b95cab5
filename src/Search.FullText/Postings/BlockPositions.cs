using System.Runtime.Intrinsics.X86;
using System.Runtime.Intrinsics;
using Search.FullText.Storage;

namespace Search.FullText.Postings;

/// <summary>Where a term is in the documents of one block.</summary>
internal sealed unsafe class BlockPositions
{
    /// <summary>Places that fit the bits of <see cref="TryBits"/>.</summary>
    private const int MostBits = 64;

    /// <summary>Places that one vector holds.</summary>
    private const int Lanes = 8;

    private readonly CursorBuffers _buffers;
    private int _summed = -1;

    public BlockPositions(CursorBuffers buffers) => _buffers = buffers;

    /// <summary>Makes room for the places of a block and returns how many there are, to be read as gaps into
    /// <see cref="CursorBuffers.Positions"/>.</summary>
    /// <param name="freqs">How often the term occurs in each document.</param>
    /// <param name="count">Of the documents.</param>
    public int Begin(int* freqs, int count)
    {
        _summed = -1;
        var ends = _buffers.PlaceEnds;
        BitUnpacking.Add(freqs, count, -1, ends);
        BitUnpacking.SumGaps(ends, count, 0);
        _buffers.NeedPositions(ends[count - 1]);
        return ends[count - 1];
    }

    /// <summary>The places in a document, ascending; valid until those of another are asked for.</summary>
    public ReadOnlySpan<int> Of(int document, int frequency)
    {
        if (_summed != document)
        {
            _summed = document;
            _buffers.NeedPlacesOfDocument(frequency);
            var summed = _buffers.PlacesOfDocument;
            var gaps = _buffers.Positions + _buffers.PlaceEnds[document] - frequency;
            var before = -1;
            for (var i = 0; i < frequency; i++) summed[i] = before += gaps[i] + 1;
        }

        return _buffers.PlacesOfDocument.AsSpan(0, frequency);
    }

    /// <summary>The same as they are written: each less the one before, less 1.</summary>
    public ReadOnlySpan<int> Gaps(int document, int frequency) =>
        new(_buffers.Positions + _buffers.PlaceEnds[document] - frequency, frequency);

    /// <summary>The places in a document as bits, the first the lowest; false where some lie beyond the bits.</summary>
    public bool TryBits(int document, int frequency, out ulong bits)
    {
        var gaps = _buffers.Positions + _buffers.PlaceEnds[document] - frequency;
        if (Avx2.IsSupported && frequency <= Lanes) return TryEight(gaps, frequency, out bits);
        return TryOneByOne(gaps, frequency, out bits);
    }

    /// <summary>Leaves of the places where a phrase can begin those that have the term at a distance, document by document.</summary>
    /// <param name="documents">Of the block.</param>
    /// <param name="chosen">Which of <paramref name="documents"/>.</param>
    /// <param name="count">How many are chosen.</param>
    /// <param name="freqs">How often the term occurs in each document of the block.</param>
    /// <param name="distance">From the beginning of the phrase.</param>
    /// <param name="starts">The places as bits, in the order of <paramref name="chosen"/>.</param>
    /// <param name="isLong">Set to true where places lie beyond the bits, in the same order.</param>
    public void KeepStarts(int* documents, int* chosen, int count, int* freqs, int distance, ulong* starts, bool* isLong)
    {
        for (var i = 0; i < count; i++)
        {
            var document = documents[chosen[i]];
            isLong[i] |= !TryBits(document, freqs[document], out var bits);
            starts[i] &= distance < MostBits ? bits >> distance : 0;
        }
    }

    /// <summary>The plain form of <see cref="TryBits"/>.</summary>
    internal static bool TryOneByOne(int* gaps, int count, out ulong bits)
    {
        bits = 0;
        var at = -1;
        for (var i = 0; i < count; i++)
        {
            at += gaps[i] + 1;
            bits |= 1UL << at;
        }

        return at < MostBits;
    }

    /// <summary>Sums the gaps of up to eight places in one vector and shifts a bit to each.</summary>
    internal static bool TryEight(int* gaps, int count, out ulong bits)
    {
        var places = Vector256.Load(gaps) + Vector256<int>.One;
        places += Avx2.ShiftLeftLogical128BitLane(places, 4);
        places += Avx2.ShiftLeftLogical128BitLane(places, 8);
        var lowest = Avx2.PermuteVar8x32(places, Vector256.Create(3));
        places += lowest & Vector256.Create(0, 0, 0, 0, -1, -1, -1, -1);
        places -= Vector256<int>.One;

        // Lanes after the last place hold what follows in memory: they are shifted out.
        var behind = Vector256.GreaterThan(Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7), Vector256.Create(count - 1));
        var fits = Vector256.AndNot(Vector256.GreaterThan(places, Vector256.Create(MostBits - 1)), behind) == Vector256<int>.Zero;
        var shifts = Vector256.BitwiseOr(places, behind);
        var low = Avx2.ShiftLeftLogicalVariable(Vector256<ulong>.One, Avx2.ConvertToVector256Int64(shifts.GetLower()).AsUInt64());
        var high = Avx2.ShiftLeftLogicalVariable(Vector256<ulong>.One, Avx2.ConvertToVector256Int64(shifts.GetUpper()).AsUInt64());
        var four = low | high;
        var two = four.GetLower() | four.GetUpper();
        bits = two[0] | two[1];
        return fits;
    }
}
