using System.Runtime.CompilerServices;

namespace Search.FullText.Postings;

/// <summary>The working memory of a cursor: pinned, so that vectors are loaded by address, and used again by
/// later queries of the thread.</summary>
internal sealed unsafe class CursorBuffers
{
    private const int Padding = 16;
    private const int MostKept = 64;
    private const int Stride = PostingsFormat.BlockSize + Padding;

    [ThreadStatic]
    private static Stack<CursorBuffers>? t_free;

    private readonly int[] _blocks = GC.AllocateArray<int>(4 * Stride, pinned: true);
    private int[] _positions = [];

    private CursorBuffers()
    {
        Docs = (int*)Unsafe.AsPointer(ref _blocks[0]);
        Freqs = Docs + Stride;
        PlaceEnds = Freqs + Stride;
        Slots = PlaceEnds + Stride;
        new Span<int>(Docs + PostingsFormat.BlockSize, Padding).Fill(int.MaxValue);
    }

    /// <summary>128 documents; after the last one numbers that no document reaches.</summary>
    public int* Docs { get; }

    /// <summary>How often the term occurs in each.</summary>
    public int* Freqs { get; }

    /// <summary>Where in <see cref="Positions"/> the places of each end.</summary>
    public int* PlaceEnds { get; }

    /// <summary>Where in the block the documents of another list were found.</summary>
    public int* Slots { get; }

    /// <summary>The places in all documents of the block.</summary>
    public int* Positions { get; private set; }

    /// <summary>The places in one document; room for at least as many as were needed last.</summary>
    public int[] PlacesOfDocument { get; private set; } = new int[64];

    public static CursorBuffers Rent() => t_free is { Count: > 0 } free ? free.Pop() : new CursorBuffers();

    public static void Return(CursorBuffers buffers)
    {
        var free = t_free ??= new Stack<CursorBuffers>();
        if (free.Count < MostKept) free.Push(buffers);
    }

    /// <summary>Makes room for the places in one document, losing those there.</summary>
    public void NeedPlacesOfDocument(int count)
    {
        if (count > PlacesOfDocument.Length) PlacesOfDocument = new int[Math.Max(count, PlacesOfDocument.Length * 2)];
    }

    /// <summary>Makes room for that many positions, losing those there.</summary>
    public void NeedPositions(int count)
    {
        if (count + Padding <= _positions.Length) return;
        _positions = GC.AllocateUninitializedArray<int>(Math.Max(Math.Max(512, _positions.Length * 2), count + Padding), pinned: true);
        Positions = (int*)Unsafe.AsPointer(ref _positions[0]);
    }
}
