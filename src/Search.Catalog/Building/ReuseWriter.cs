using Search.Catalog.Snapshots;
using Search.Resolutions;
using Search.Reuse;

namespace Search.Catalog.Building;

/// <summary>Writes which clauses share their words: <c>reuse.bin</c>. A passage is a clause, its number one less than the clause's row.</summary>
internal sealed class ReuseWriter
{
    private readonly ReuseIndexBuilder _builder = new(DocumentOrder.Year);
    private readonly List<DocumentTraits> _documents = [];

    /// <summary>Adds a document; its clauses follow.</summary>
    public void Begin(DocumentTraits document)
    {
        _documents.Add(document);
        _builder.AddDocument(document.Order);
    }

    /// <summary>Adds a clause of the document. Front and closing matter share their words with everything: they count as empty.</summary>
    public void Add(Clause clause) => _builder.Add(ComparedClauses.Include(clause.Label) ? clause.Text.Text : "");

    /// <summary>Writes the file.</summary>
    /// <returns>Which document followed which.</returns>
    public IReadOnlyList<LineageRow> Write(string path, Disk disk)
    {
        using (var file = disk.Create(path)) _builder.Write(file);
        return new Lineages(ReuseIndex.Open(path), _documents).All();
    }
}

/// <summary>Where documents are in time.</summary>
internal static class DocumentOrder
{
    /// <summary>Places in a year.</summary>
    public const int Year = 2 * 365;

    /// <summary>The place of a document: its day, on which drafts come before what is adopted; 0 where the day is not known.</summary>
    public static int Of(string? date, string kind) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day) ? (day.DayNumber * 2) + (kind == "draft" ? 0 : 1) : 0;
}
