using Search.Reuse;

namespace Search.Catalog.Building;

/// <summary>What the process that wrote the live generation knows of it, so that documents are written after it without reading it. A build
/// that does not end with a published generation leaves it of no use: <see cref="BuildMemory"/> forgets it then.</summary>
internal sealed class WrittenMemory
{
    /// <summary>The checksum of the manifest of the generation; empty where none was published.</summary>
    public string Manifest { get; set; } = "";

    /// <summary>The builder of <c>reuse.bin</c> with all documents, or null; it refers to no file of the generation.</summary>
    public ReuseIndexBuilder? Reuse { get; set; }

    /// <summary>The edges of all documents, or null.</summary>
    public KeptRows? Rows { get; set; }

    /// <summary>Forgets everything.</summary>
    public void Forget()
    {
        Reuse?.Dispose();
        (Manifest, Reuse, Rows) = ("", null, null);
    }
}
