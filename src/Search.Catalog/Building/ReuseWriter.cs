using Search.Catalog.Snapshots;
using Search.Reuse;

namespace Search.Catalog.Building;

/// <summary>Writes which clauses share their words: <c>reuse.bin</c>. A passage is a clause, its number one less than the clause's row.</summary>
internal static class ReuseWriter
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="disk">Makes the file.</param>
    /// <param name="documents">All documents in the order of their numbers, each with its place in time.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The index that was written.</returns>
    public static ReuseIndex Write(string path, Disk disk, IEnumerable<(CorpusDocument Document, int Order)> documents, CancellationToken cancellation)
    {
        var builder = new ReuseIndexBuilder(DocumentOrder.Year);
        foreach (var (document, order) in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            builder.AddDocument(order);
            // Front and closing matter share their words with everything: they count as empty.
            foreach (var clause in document.Linked.Resolution.Clauses) builder.Add(ComparedClauses.Include(clause.Label) ? clause.Text.Text : "");
        }
        using (var file = disk.Create(path)) builder.Write(file);
        return ReuseIndex.Open(path);
    }
}

/// <summary>Where documents are in time.</summary>
internal static class DocumentOrder
{
    private const int PlacesOfDay = 2;

    /// <summary>Places in a year.</summary>
    public const int Year = PlacesOfDay * 365;

    /// <summary>The place of a document: its day, on which drafts come before what is adopted; 0 where the day is not known.</summary>
    public static int Of(string? date, string kind) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", out var day) ? (day.DayNumber * PlacesOfDay) + (kind == "draft" ? 0 : 1) : 0;

    /// <summary>The calendar year of a place.</summary>
    public static int YearOf(int order) => DateOnly.FromDayNumber(order / PlacesOfDay).Year;
}
