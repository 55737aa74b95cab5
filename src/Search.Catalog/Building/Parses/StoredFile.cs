using System.Collections.Immutable;

namespace Search.Catalog.Building.Parses;

/// <summary>A file of a corpus as it was read, parsed and linked.</summary>
/// <param name="Hash">SHA-256 of the file and of the sidecar that was used, hex.</param>
/// <param name="Beside">Files beside it that were not used, by name.</param>
/// <param name="Asked">The symbols of which the linker asked whether a document bears them, each with the answer: with other
/// answers the links may be others.</param>
/// <param name="Documents">Its documents.</param>
internal sealed record StoredFile(string Hash, ImmutableArray<LeftOutFile> Beside, ImmutableArray<AskedSymbol> Asked,
    ImmutableArray<StoredDocument> Documents);

/// <summary>A symbol of which the linker asked whether a document of the corpus bears it.</summary>
internal readonly record struct AskedSymbol(string Symbol, bool IsHeld);

/// <summary>A document in the store: what is known of it is read when it is asked for.</summary>
/// <param name="File">Where sheets are.</param>
/// <param name="Number">The number of its own there.</param>
internal readonly record struct StoredDocument(SheetFile File, int Number)
{
    /// <summary>All that is known of it.</summary>
    public SheetEntry Entry => File.Read(Number);

    /// <summary>SHA-256 of its file and of the sidecar that was used, hex.</summary>
    public string Hash => Entry.Hash;

    /// <summary>What it is without its text.</summary>
    public DocumentSheet Sheet => Entry.Sheet;

    /// <summary>Where its text is.</summary>
    public StoredText Text => Entry.Text;

    /// <summary>Where its clues are.</summary>
    public StoredText Clues => Entry.Clues;
}

/// <summary>Where the text or the clues of a document are in the store.</summary>
/// <param name="Key">The entry.</param>
/// <param name="Start">Where in the entry's file it begins.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Crc">Their CRC-32C.</param>
internal readonly record struct StoredText(string Key, long Start, int Length, uint Crc);
