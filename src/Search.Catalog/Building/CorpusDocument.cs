using System.Collections.Immutable;
using Search.Catalog.Building.Parses;
using Search.Citations;

namespace Search.Catalog.Building;

/// <summary>A document of a corpus under its final identity, without its text.</summary>
/// <param name="File">The name of its file: its path relative to the folder that was given, with forward slashes.</param>
/// <param name="Stored">Where what is known of it is.</param>
/// <param name="Id">Its work.</param>
/// <param name="Symbol">Its symbol, or null where it has none.</param>
/// <param name="IdentifiedBy">Where the symbol comes from.</param>
/// <param name="Evidence">Why an inferred identity holds, or what else is to be known of it.</param>
internal sealed record CorpusDocument(string File, StoredDocument Stored, WorkId Id, string? Symbol,
    Identification IdentifiedBy, string? Evidence)
{
    /// <summary>Its row in the table of documents; 0 for a translation.</summary>
    public int Number { get; init; }

    /// <summary>The document's texts in other languages, none of which counts.</summary>
    public ImmutableArray<CorpusDocument> Translations { get; init; } = [];

    /// <summary>SHA-256 of the file and of its sidecar, hex.</summary>
    public string Hash => Stored.Hash;

    /// <summary>The code of the text's language.</summary>
    public required string Language { get; init; }

    /// <summary>What is known of it without its text; read from the disk.</summary>
    public DocumentSheet Sheet => Stored.Sheet;
}

/// <summary>A document with its text.</summary>
/// <param name="Document">The document.</param>
/// <param name="Linked">Its clauses and citations.</param>
/// <param name="Translations">Its texts in other languages.</param>
internal sealed record DocumentText(CorpusDocument Document, LinkedDocument Linked, ImmutableArray<DocumentText> Translations);
